-- The company whose portal this is: one row.
CREATE TABLE company (
    id uuid PRIMARY KEY REFERENCES document,
    name text COLLATE french NOT NULL,
    summary text,
    form text,
    place text,
    since text,
    since_earliest date,
    since_latest date,
    website text,
    definition text,
    promise text,
    ambition text,
    area text,
    legal_form text,
    address text,
    registration text,
    capital text,
    revenue text,
    founders text,
    founded text,
    founded_earliest date,
    founded_latest date,
    departures text,
    main_stake text,
    support text,
    distinction text,
    single boolean NOT NULL DEFAULT true CONSTRAINT company_single UNIQUE CHECK (single)
);

CREATE TABLE company_alias (
    company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (company_id, key),
    CONSTRAINT company_alias_position_unique UNIQUE (company_id, position) DEFERRABLE
);

CREATE TABLE company_activity (
    company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    title text NOT NULL,
    text text,
    PRIMARY KEY (company_id, key),
    CONSTRAINT company_activity_position_unique UNIQUE (company_id, position) DEFERRABLE
);

-- What the company says of itself under one theme.
CREATE TABLE company_statement (
    company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    title text NOT NULL,
    theme text CONSTRAINT company_statement_theme CHECK (theme IN ('vision', 'strategy', 'stakes', 'economy', 'resources', 'hierarchy', 'offers', 'blog', 'technology')),
    text text,
    PRIMARY KEY (company_id, key),
    CONSTRAINT company_statement_position_unique UNIQUE (company_id, position) DEFERRABLE
);

-- A title that an organisation awarded, and what came with it.
CREATE TABLE company_recognition (
    company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    organisation_id uuid NOT NULL,
    title text,
    since text,
    since_earliest date,
    since_latest date,
    certainty text CONSTRAINT company_recognition_certainty CHECK (certainty IN ('inferred')),
    PRIMARY KEY (company_id, key),
    CONSTRAINT company_recognition_position_unique UNIQUE (company_id, position) DEFERRABLE
);

CREATE TABLE company_service (
    company_id uuid NOT NULL,
    recognition_key text NOT NULL,
    key text NOT NULL,
    position integer NOT NULL,
    title text NOT NULL,
    text text,
    provider text,
    PRIMARY KEY (company_id, recognition_key, key),
    CONSTRAINT company_service_position_unique UNIQUE (company_id, recognition_key, position) DEFERRABLE,
    FOREIGN KEY (company_id, recognition_key) REFERENCES company_recognition ON DELETE CASCADE
);

-- What posts refer to as `company#profession`.
CREATE TABLE company_profession (
    company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    name text NOT NULL,
    text text,
    PRIMARY KEY (company_id, key),
    CONSTRAINT company_profession_position_unique UNIQUE (company_id, position) DEFERRABLE
);

-- Whose members are what posts say.
CREATE TABLE company_body (
    company_id uuid NOT NULL REFERENCES company ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    name text NOT NULL,
    text text,
    PRIMARY KEY (company_id, key),
    CONSTRAINT company_body_position_unique UNIQUE (company_id, position) DEFERRABLE
);

-- "The main one" is one field of the company, not a mark on statements: two editors who each mark
-- another one then meet in a conflict instead of making two.
ALTER TABLE company ADD CONSTRAINT company_main_stake FOREIGN KEY (id, main_stake)
    REFERENCES company_statement (company_id, key) DEFERRABLE INITIALLY DEFERRED;

SELECT content('company', 'company_alias', 'company_activity', 'company_statement', 'company_recognition',
               'company_service', 'company_profession', 'company_body');
