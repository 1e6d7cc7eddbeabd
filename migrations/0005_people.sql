-- Whoever is named or described; whoever has an employment is staff.
CREATE TABLE person (
    id uuid PRIMARY KEY REFERENCES document,
    name text COLLATE french,
    sorted text COLLATE french,
    honorific text,
    given text,
    family text,
    description text,
    summary text,
    email text,
    phone text,
    place text,
    affiliation_id uuid REFERENCES organisation DEFERRABLE INITIALLY DEFERRED,
    ordering text COLLATE french GENERATED ALWAYS AS (
        coalesce(sorted, CASE WHEN given IS NULL THEN family ELSE family || ', ' || given END, name, description)) STORED,
    CONSTRAINT person_name_or_description CHECK (num_nonnulls(name, description) > 0),
    CONSTRAINT person_email_shape CHECK (email ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$')
);

CREATE TABLE person_employment (
    person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    contract text NOT NULL CONSTRAINT person_employment_contract CHECK (contract IN ('permanent', 'fixed_term', 'internship', 'alternating_internship', 'apprenticeship', 'freelance')),
    words text,
    begins text,
    begins_earliest date,
    begins_latest date,
    ends text,
    ends_earliest date,
    ends_latest date,
    duration text,
    certainty text CONSTRAINT person_employment_certainty CHECK (certainty IN ('inferred')),
    PRIMARY KEY (person_id, key),
    CONSTRAINT person_employment_position_unique UNIQUE (person_id, position) DEFERRABLE,
    CONSTRAINT person_employment_period CHECK (ends_latest >= begins_earliest)
);

CREATE TABLE person_attestation (
    person_id uuid NOT NULL,
    employment_key text NOT NULL,
    key text NOT NULL,
    position integer NOT NULL,
    date text NOT NULL,
    date_earliest date,
    date_latest date,
    PRIMARY KEY (person_id, employment_key, key),
    CONSTRAINT person_attestation_position_unique UNIQUE (person_id, employment_key, position) DEFERRABLE,
    FOREIGN KEY (person_id, employment_key) REFERENCES person_employment ON DELETE CASCADE
);

CREATE TABLE person_education (
    person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    title text NOT NULL,
    institution_id uuid REFERENCES organisation DEFERRABLE INITIALLY DEFERRED,
    level text,
    text text,
    PRIMARY KEY (person_id, key),
    CONSTRAINT person_education_position_unique UNIQUE (person_id, position) DEFERRABLE
);

-- What came or comes after.
CREATE TABLE person_later (
    person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    title text NOT NULL,
    organisation_id uuid REFERENCES organisation DEFERRABLE INITIALLY DEFERRED,
    place text,
    begins text,
    begins_earliest date,
    begins_latest date,
    ends text,
    ends_earliest date,
    ends_latest date,
    text text,
    PRIMARY KEY (person_id, key),
    CONSTRAINT person_later_position_unique UNIQUE (person_id, position) DEFERRABLE,
    CONSTRAINT person_later_period CHECK (ends_latest >= begins_earliest)
);

CREATE TABLE person_remark (
    person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    text text NOT NULL,
    nature text CONSTRAINT person_remark_nature CHECK (nature IN ('thanks', 'lesson', 'judgement', 'role')),
    other_id uuid REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (person_id, key),
    CONSTRAINT person_remark_position_unique UNIQUE (person_id, position) DEFERRABLE
);

-- what was made before its target
ALTER TABLE source ADD FOREIGN KEY (author_id) REFERENCES person DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE organisation ADD FOREIGN KEY (person_id) REFERENCES person DEFERRABLE INITIALLY DEFERRED;

SELECT content('person', 'person_employment', 'person_attestation', 'person_education', 'person_later',
               'person_remark');
