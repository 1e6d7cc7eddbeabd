-- Links that open the chart, a branch of it or one person to whoever holds them. None of this is content: it has no
-- revisions and does not advance the generation. Expiry is the database's affair, so that a wrong clock opens nothing.
CREATE TABLE share (
    id uuid PRIMARY KEY, -- made with the form, so that a form that is posted twice makes one link
    token bytea NOT NULL UNIQUE, -- SHA-256
    account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE, -- who made it
    for_whom text NOT NULL CONSTRAINT share_for_whom CHECK (for_whom <> ''), -- a reminder, never shown to guests
    subject text NOT NULL CHECK (subject IN ('chart', 'branch', 'person')),
    document_id uuid REFERENCES document, -- the person or post at the top of a branch; the person
    date text, -- EDTF: the moment that is shown; none: always current
    fields text[] NOT NULL CHECK (fields <@ ARRAY['title', 'function', 'contract', 'period', 'contact']),
    message text NOT NULL,
    password text, -- argon2id, as a PHC string
    hosts text[] NOT NULL, -- origins of the pages that may frame it
    created timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires timestamptz NOT NULL,
    revoked timestamptz,
    opened timestamptz, -- last, and how often; by whom and from where is kept nowhere
    openings integer NOT NULL DEFAULT 0,
    CONSTRAINT share_subject_document CHECK ((subject = 'chart') = (document_id IS NULL))
);
CREATE INDEX share_account ON share (account_id, created DESC);
CREATE INDEX share_document ON share (document_id);

-- Whoever has given the password of a link. Of tokens only the SHA-256 is kept.
CREATE TABLE guest (
    token bytea PRIMARY KEY,
    share_id uuid NOT NULL REFERENCES share ON DELETE CASCADE,
    expires timestamptz NOT NULL
);
CREATE INDEX guest_share ON guest (share_id);

-- A link opens as long as whoever made it may share: another role counts at once, however it was changed.
CREATE FUNCTION state_of(s share, a account) RETURNS text STABLE LANGUAGE sql AS $$
    SELECT CASE
        WHEN s.revoked IS NOT NULL THEN 'revoked'
        WHEN s.expires <= now() THEN 'expired'
        WHEN a.disabled IS NOT NULL OR a.role = 'reader' THEN 'closed'
        ELSE 'open'
    END
$$;
