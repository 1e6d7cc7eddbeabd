-- What the company sells.
CREATE TABLE offer (
    id uuid PRIMARY KEY REFERENCES document,
    title text COLLATE french NOT NULL,
    position integer,
    summary text,
    audience text,
    maturity text,
    level text,
    purpose text,
    minimum text,
    best text,
    outcome text,
    billing text,
    price text,
    duration text,
    follows_id uuid REFERENCES offer DEFERRABLE INITIALLY DEFERRED,
    follows_words text
);

SELECT content('offer');
