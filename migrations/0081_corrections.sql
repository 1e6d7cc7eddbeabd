-- What readers report about a page, in a sentence. It stays whatever becomes of the page. Who reported it and who closed
-- it are texts, as in `change`: they outlive accounts.
CREATE TABLE correction (
    id uuid PRIMARY KEY,
    once uuid NOT NULL, -- the one-time key of the form
    page text NOT NULL, -- the path where it was written
    document_id uuid REFERENCES document, -- whose page that is; none: a list
    text text NOT NULL,
    account text, -- none: nobody had signed in; what they said of themselves follows
    name text NOT NULL DEFAULT '',
    email text NOT NULL DEFAULT '',
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    state text NOT NULL DEFAULT 'open',
    word text NOT NULL DEFAULT '', -- the answer; of a correction that is open again, the answer before
    closed timestamptz,
    closed_by text,
    CONSTRAINT correction_once UNIQUE (once, text),
    CONSTRAINT correction_state CHECK (state IN ('open', 'corrected', 'declined')),
    CONSTRAINT correction_closed CHECK (state = 'open' OR closed IS NOT NULL AND closed_by IS NOT NULL)
);
CREATE INDEX correction_at ON correction (state, at DESC);
CREATE INDEX correction_document ON correction (document_id) WHERE state = 'open';
CREATE INDEX correction_account ON correction (account, at DESC);

-- Pages as editors see them show what is open, so they must be made anew when it changes.
SELECT content('correction');

-- The document behind the address of a page; none for lists and for what is no page.
CREATE FUNCTION document_at(path text) RETURNS uuid LANGUAGE sql STABLE STRICT
    RETURN CASE WHEN $1 = '/entreprise' THEN (SELECT id FROM document WHERE kind = 'company' AND NOT removed LIMIT 1)
        ELSE (SELECT s.document_id FROM slug s
            WHERE s.kind = CASE regexp_replace($1, '/[^/]*$', '')
                    WHEN '/offres' THEN 'offer' WHEN '/equipe' THEN 'person' WHEN '/organigramme/postes' THEN 'post'
                    WHEN '/choix-techniques' THEN 'technology' WHEN '/produits' THEN 'product'
                    WHEN '/missions' THEN 'mission' WHEN '/organisations' THEN 'organisation' WHEN '/blog' THEN 'article'
                    WHEN '/evenements' THEN 'event' WHEN '/pratiques' THEN 'practice' WHEN '/sources' THEN 'source' END
                AND s.slug = regexp_replace($1, '^.*/', '')) END;

-- What stands around a page: the portal's name, the last change of its document and, for editors, what readers report.
CREATE FUNCTION around_page(path text, zone text, is_editor boolean) RETURNS json LANGUAGE sql STABLE
    RETURN (SELECT json_build_object(
                'portal', portal_name(),
                'changed', (SELECT json_build_object('kind', d.kind, 'slug', slug_of(d.id),
                        'day', to_char(d.updated AT TIME ZONE zone, 'YYYY-MM-DD'),
                        'time', to_char(d.updated AT TIME ZONE zone, 'HH24:MI'),
                        'ago', (now() AT TIME ZONE zone)::date - (d.updated AT TIME ZONE zone)::date)
                    FROM document d WHERE d.id = page.document AND NOT d.removed),
                'reports', CASE WHEN is_editor THEN (
                    SELECT coalesce(json_agg(json_build_object('id', c.id, 'text', c.text) ORDER BY c.at), '[]')
                    FROM correction c WHERE c.state = 'open'
                        AND (c.document_id = page.document OR c.document_id IS NULL AND c.page = $1)) ELSE '[]' END)
            FROM (SELECT document_at($1) AS document) page);

-- Who made a change: an e-mail address; empty for an operator, none for an account that is no more.
CREATE FUNCTION author_of(account text) RETURNS text LANGUAGE sql STABLE STRICT
    RETURN coalesce((SELECT a.email FROM account a WHERE a.id::text = $1), CASE WHEN $1 = 'operator' THEN '' END);
CREATE INDEX account_text ON account ((id::text));
