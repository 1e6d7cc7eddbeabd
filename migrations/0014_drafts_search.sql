-- What somebody is typing: the raw pairs of a form, half-valid or not. No reader's query looks here, and a
-- draft makes no revision, so it is no content and does not advance the clock. Two tabs are two drafts.
CREATE TABLE draft (
    id uuid PRIMARY KEY,
    form text NOT NULL, -- the address that the form posts to
    editor text NOT NULL,
    document_id uuid REFERENCES document, -- none: of a new document
    base_version integer NOT NULL, -- what the form was made from; 0 for a new document
    pairs json NOT NULL, -- not jsonb: in posted order
    kept boolean NOT NULL DEFAULT false, -- kept on purpose, not in the background
    publish_at timestamptz,
    created timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT draft_pairs_list CHECK (json_typeof(pairs) = 'array')
);
CREATE INDEX draft_editor ON draft (editor, updated DESC);
CREATE INDEX draft_document ON draft (document_id);
CREATE INDEX draft_due ON draft (publish_at) WHERE publish_at IS NOT NULL;

-- French stems over texts that come without accents (folded before they get here, query and document alike):
-- the extension `unaccent` is not everywhere.
CREATE TEXT SEARCH CONFIGURATION portail (COPY = french);

-- What the search looks through, written by every save; title and text as readers see them.
CREATE TABLE search_entry (
    document_id uuid PRIMARY KEY REFERENCES document,
    title text NOT NULL,
    body text NOT NULL,
    entry tsvector NOT NULL
);
CREATE INDEX search_entry_entry ON search_entry USING gin (entry);
SELECT content('search_entry');
