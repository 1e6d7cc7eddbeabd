-- Whoever is outside and not simply a person.
CREATE TABLE organisation (
    id uuid PRIMARY KEY REFERENCES document,
    name text COLLATE french NOT NULL,
    summary text,
    nature text CONSTRAINT organisation_nature CHECK (nature IN ('company', 'start_up', 'body', 'school', 'network', 'vendor', 'individual')),
    activity text,
    sector text,
    small boolean NOT NULL DEFAULT false,
    place text,
    website text,
    person_id uuid,
    remark text
);

CREATE TABLE organisation_alias (
    organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (organisation_id, key),
    CONSTRAINT organisation_alias_position_unique UNIQUE (organisation_id, position) DEFERRABLE
);

-- A title that another organisation awarded.
CREATE TABLE organisation_recognition (
    organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    other_id uuid NOT NULL REFERENCES organisation DEFERRABLE INITIALLY DEFERRED,
    title text,
    since text,
    since_earliest date,
    since_latest date,
    PRIMARY KEY (organisation_id, key),
    CONSTRAINT organisation_recognition_position_unique UNIQUE (organisation_id, position) DEFERRABLE
);

-- An organisation that may be the same.
CREATE TABLE organisation_probable (
    organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    other_id uuid NOT NULL REFERENCES organisation DEFERRABLE INITIALLY DEFERRED,
    text text,
    PRIMARY KEY (organisation_id, key),
    CONSTRAINT organisation_probable_position_unique UNIQUE (organisation_id, position) DEFERRABLE
);

-- what was made before its target
ALTER TABLE company_recognition ADD FOREIGN KEY (organisation_id) REFERENCES organisation DEFERRABLE INITIALLY DEFERRED;

SELECT content('organisation', 'organisation_alias', 'organisation_recognition', 'organisation_probable');
