-- What was uploaded to be imported, kept between its preview and its import. It is no content: nobody but its account
-- sees it, and it is gone a day later.
CREATE TABLE upload (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    purpose text NOT NULL CHECK (purpose IN ('documents', 'people')),
    name text NOT NULL,
    body bytea NOT NULL,
    choices text NOT NULL DEFAULT '', -- how it is to be read, as pairs of its form
    created timestamptz NOT NULL DEFAULT clock_timestamp()
);
ALTER TABLE upload ALTER COLUMN body SET STORAGE EXTERNAL; -- archives are packed already
CREATE INDEX upload_account ON upload (account_id, created);
