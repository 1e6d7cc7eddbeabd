-- Who may enter, by which way, and what was done about it. None of this is content: it has no
-- revisions and does not advance the generation.

-- What administrators decide. One row.
CREATE TABLE setting (
    reading text NOT NULL DEFAULT 'members' CHECK (reading IN ('open', 'members')),
    language text NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'en')),
    time_zone text NOT NULL DEFAULT 'Europe/Paris',
    passwords boolean NOT NULL DEFAULT true,
    passkeys boolean NOT NULL DEFAULT true,
    provider boolean NOT NULL DEFAULT true, -- the company's own accounts, by OpenID Connect
    strong text[] NOT NULL DEFAULT '{}', -- roles that need a passkey or the company's account
    idle interval NOT NULL DEFAULT '7 days',
    longest interval NOT NULL DEFAULT '30 days',
    single boolean PRIMARY KEY DEFAULT true CHECK (single)
);
INSERT INTO setting DEFAULT VALUES;

CREATE TABLE account (
    id uuid PRIMARY KEY,
    email text NOT NULL,
    role text NOT NULL CHECK (role IN ('reader', 'recruiter', 'editor', 'administrator')),
    person_id uuid UNIQUE REFERENCES document, -- the person of the model that this account is
    password text, -- argon2id, as a PHC string
    disabled timestamptz,
    entered timestamptz, -- last, and by which way
    entered_way text,
    created timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX account_email ON account (lower(email));

-- Of tokens only the SHA-256 is kept, here and in `link`.
CREATE TABLE session (
    token bytea PRIMARY KEY,
    id uuid NOT NULL UNIQUE, -- how pages name it
    account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    way text NOT NULL CHECK (way IN ('password', 'passkey', 'provider', 'link')),
    device text NOT NULL,
    address text,
    opened timestamptz NOT NULL DEFAULT clock_timestamp(),
    used timestamptz NOT NULL DEFAULT clock_timestamp(),
    confirmed timestamptz NOT NULL DEFAULT clock_timestamp() -- when the person last proved who they are
);
CREATE INDEX session_account ON session (account_id);

-- One-time links. Whoever holds the token of `first` makes the first administrator.
CREATE TABLE link (
    token bytea PRIMARY KEY,
    account_id uuid REFERENCES account ON DELETE CASCADE,
    purpose text NOT NULL CHECK (purpose IN ('first', 'invitation', 'reset', 'entry')),
    created timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires timestamptz NOT NULL,
    used timestamptz,
    CHECK ((purpose = 'first') = (account_id IS NULL))
);
CREATE INDEX link_account ON link (account_id);

CREATE TABLE passkey (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    credential bytea NOT NULL UNIQUE,
    data jsonb NOT NULL,
    name text NOT NULL,
    created timestamptz NOT NULL DEFAULT clock_timestamp(),
    used timestamptz
);
CREATE INDEX passkey_account ON passkey (account_id);

-- An account of the company's provider, by its issuer and subject.
CREATE TABLE identity (
    issuer text NOT NULL,
    subject text NOT NULL,
    account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    created timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX identity_account ON identity (account_id);

-- What must be remembered between the two halves of a sign-in by passkey or provider.
CREATE TABLE ceremony (
    token bytea PRIMARY KEY,
    purpose text NOT NULL,
    state jsonb NOT NULL,
    expires timestamptz NOT NULL
);
CREATE INDEX ceremony_expires ON ceremony (expires);

-- Attempts within a window that begins with the first; `key` is a digest, so that names that
-- nobody has are counted like others and are not kept.
CREATE TABLE attempt (
    key bytea PRIMARY KEY,
    count integer NOT NULL,
    since timestamptz NOT NULL
);

-- What happened around accounts. Texts, not references: it outlives accounts.
CREATE TABLE audit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    event text NOT NULL,
    account text NOT NULL DEFAULT '', -- whom it concerns: an e-mail address
    by text NOT NULL DEFAULT '', -- who did it, if somebody else
    detail text NOT NULL DEFAULT '', -- a way of entering, a role: a word of ours, or the name of a thing
    address text,
    device text NOT NULL DEFAULT ''
);
CREATE INDEX audit_at ON audit (at DESC, id DESC);
CREATE INDEX audit_account ON audit (lower(account), id DESC);
