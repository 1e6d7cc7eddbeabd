-- A search reads a few things of everything that it finds; they stand together in its row. Only the body stands apart, and
-- is read of what is shown. (Where a row is longer than two kilobytes, Postgres puts its longest values apart, which were
-- the entries: to get them back took five times as long as to rank them. MAIN: apart only if nothing else helps.)
CREATE TABLE search_entry_next (
    document_id uuid PRIMARY KEY REFERENCES document,
    kind text NOT NULL, -- of the document
    title text NOT NULL,
    body text NOT NULL,
    entry tsvector NOT NULL,
    called tsvector NOT NULL GENERATED ALWAYS AS (ts_filter(entry, '{a}')) STORED, -- the title's part of the entry
    lines integer[] NOT NULL -- each line of the body by itself (`lines_of`)
);
ALTER TABLE search_entry_next ALTER title SET STORAGE MAIN, ALTER entry SET STORAGE MAIN, ALTER called SET STORAGE MAIN,
    ALTER lines SET STORAGE MAIN;

-- A line that somebody may ask for, as one number: two of many are the same once in a thousand million times, and then one
-- document more comes early. Not `hashtext`: it may be another one in the next Postgres.
CREATE FUNCTION line_number(line text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ('x' || left(md5($1), 8))::bit(32)::integer;
-- All lines of a text that are no longer than a question may be.
CREATE FUNCTION lines_of(folded text) RETURNS integer[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT coalesce(array_agg(DISTINCT line_number(line)), '{}') FROM string_to_table($1, E'\n') AS line
            WHERE length(line) BETWEEN 1 AND 200 AND line <> '·');

-- Folded as whoever saves folds them; the next save of a document does it again.
INSERT INTO search_entry_next (document_id, kind, title, body, entry, lines)
SELECT d.id, d.kind, e.title, e.body, e.entry, lines_of(replace(replace(replace(replace(
        translate(lower(regexp_replace(normalize(e.body, NFKD), '[\u0300-\u036f]', '', 'g')), '’‘łø', '''''lo'),
        'œ', 'oe'), 'æ', 'ae'), 'c++', 'cplusplus'), 'c#', 'csharp'))
FROM search_entry e JOIN document d ON d.id = e.document_id;
DROP TABLE search_entry;
ALTER TABLE search_entry_next RENAME TO search_entry;
ALTER TABLE search_entry RENAME CONSTRAINT search_entry_next_pkey TO search_entry_pkey;
ALTER TABLE search_entry RENAME CONSTRAINT search_entry_next_document_id_fkey TO search_entry_document_id_fkey;
CREATE INDEX search_entry_entry ON search_entry USING gin (entry);
SELECT content('search_entry');

-- What pages ask of other documents. Postgres plans a function in SQL anew in each statement and for each place where it
-- is named: that was half the time of a page that names thirty. In PL/pgSQL it is planned once in a session. They say what
-- they said; only functions that a write calls for thousands of rows stay as they are (`id_of`, `slug_of`): a plan made
-- while their tables are empty would stay too.
DO $do$
DECLARE
    name regprocedure;
BEGIN
    FOREACH name IN ARRAY ARRAY['link_of(uuid)', 'citations_of(uuid)', 'standing_of(uuid)', 'picture_of(uuid)',
        'functions_of(uuid)', 'bodies_of(uuid)', 'held_during(post_holder)', 'employed_during(person_employment)',
        'holders_of(uuid)', 'line_as(post_line, uuid)', 'lines_above(uuid)', 'lines_below(uuid)', 'neighbours_of(uuid)',
        'choice_of(domain_choice)', 'decision_of(domain)', 'reference_of(uuid)', 'author_of(text)', 'document_at(text)',
        'around_page(text, text, boolean)']::regprocedure[]
    LOOP
        EXECUTE regexp_replace(pg_get_functiondef(name), 'LANGUAGE sql(.*?)\nRETURN (.*)$',
            E'LANGUAGE plpgsql\\1\nAS $plan$\n#variable_conflict use_column\nBEGIN\n    RETURN \\2;\nEND $plan$');
    END LOOP;
END $do$;
