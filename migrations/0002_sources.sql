-- References between documents are deferred: a save replaces rows, an import writes in any order.

-- Where facts come from: the report and its bibliography.
CREATE TABLE source (
    id uuid PRIMARY KEY REFERENCES document,
    title text COLLATE french NOT NULL,
    nature text CONSTRAINT source_nature CHECK (nature IN ('report', 'article', 'book', 'website')),
    summary text,
    authors text,
    author_id uuid,
    date text,
    date_earliest date,
    date_latest date,
    printed_date text,
    frame text,
    object text,
    listed_in_id uuid REFERENCES source DEFERRABLE INITIALLY DEFERRED,
    number text,
    position integer,
    cited text,
    venue text,
    volume text,
    issue text,
    pages text,
    publisher text,
    place text,
    url text
);

-- What citations refer to as `source#section`: the key is the number with hyphens.
CREATE TABLE source_section (
    source_id uuid NOT NULL REFERENCES source ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    title text NOT NULL,
    number text,
    page text,
    PRIMARY KEY (source_id, key),
    CONSTRAINT source_section_position_unique UNIQUE (source_id, position) DEFERRABLE
);

-- Where the source is not clear, and how it is read here.
CREATE TABLE source_contradiction (
    source_id uuid NOT NULL REFERENCES source ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    title text NOT NULL,
    said text,
    reading text,
    sections text,
    nature text CONSTRAINT source_contradiction_nature CHECK (nature IN ('contradiction', 'unclear', 'spelling', 'extraction')),
    PRIMARY KEY (source_id, key),
    CONSTRAINT source_contradiction_position_unique UNIQUE (source_id, position) DEFERRABLE
);

-- Where it is said. A section is named by its key; without one it is the whole source.
CREATE TABLE citation (
    document_id uuid NOT NULL REFERENCES document,
    position integer NOT NULL,
    key text NOT NULL,
    source_id uuid NOT NULL REFERENCES source DEFERRABLE INITIALLY DEFERRED,
    source_key text,
    at text,
    note text,
    certainty text CONSTRAINT citation_certainty CHECK (certainty IN ('inferred')),
    PRIMARY KEY (document_id, key),
    CONSTRAINT citation_position_unique UNIQUE (document_id, position) DEFERRABLE,
    CONSTRAINT citation_section FOREIGN KEY (source_id, source_key)
        REFERENCES source_section (source_id, key) DEFERRABLE INITIALLY DEFERRED
);
SELECT content('citation');

SELECT content('source', 'source_section', 'source_contradiction');
