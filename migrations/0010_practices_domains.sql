-- A way of working: a weekly meeting, a method, a training.
CREATE TABLE practice (
    id uuid PRIMARY KEY REFERENCES document,
    title text COLLATE french NOT NULL,
    position integer,
    summary text,
    aim text,
    frequency text,
    day text,
    hours text,
    duration text,
    participants text,
    outcome text
);

CREATE TABLE practice_alias (
    practice_id uuid NOT NULL REFERENCES practice ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (practice_id, key),
    CONSTRAINT practice_alias_position_unique UNIQUE (practice_id, position) DEFERRABLE
);

CREATE TABLE practice_part (
    practice_id uuid NOT NULL REFERENCES practice ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    title text NOT NULL,
    duration text,
    text text,
    PRIMARY KEY (practice_id, key),
    CONSTRAINT practice_part_position_unique UNIQUE (practice_id, position) DEFERRABLE
);

-- What it is done with or teaches; what it introduced is said by the choices of a domain.
CREATE TABLE practice_tool (
    practice_id uuid NOT NULL REFERENCES practice ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    technology_id uuid NOT NULL REFERENCES technology DEFERRABLE INITIALLY DEFERRED,
    purpose text,
    PRIMARY KEY (practice_id, key),
    CONSTRAINT practice_tool_position_unique UNIQUE (practice_id, position) DEFERRABLE
);

-- Where it was put into practice.
CREATE TABLE practice_application (
    practice_id uuid NOT NULL REFERENCES practice ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    title text NOT NULL,
    product_id uuid,
    mission_id uuid REFERENCES mission DEFERRABLE INITIALLY DEFERRED,
    text text,
    PRIMARY KEY (practice_id, key),
    CONSTRAINT practice_application_position_unique UNIQUE (practice_id, position) DEFERRABLE
);

SELECT content('practice', 'practice_alias', 'practice_part', 'practice_tool', 'practice_application');

-- A technical domain and what was chosen in it.
CREATE TABLE domain (
    id uuid PRIMARY KEY REFERENCES document,
    title text COLLATE french NOT NULL,
    section text,
    position integer,
    summary text,
    decider text,
    decided_by_id uuid REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    decided text,
    decided_earliest date,
    decided_latest date,
    circumstance text,
    occasioned_by_id uuid REFERENCES person DEFERRABLE INITIALLY DEFERRED
);

-- A technology that was chosen, or the decision to do without.
CREATE TABLE domain_choice (
    domain_id uuid NOT NULL REFERENCES domain ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    technology_id uuid REFERENCES technology DEFERRABLE INITIALLY DEFERRED,
    none text,
    purpose text,
    reason text,
    version text,
    condition text,
    standing text CONSTRAINT domain_choice_standing CHECK (standing IN ('adopted', 'training', 'intended')),
    practice_id uuid REFERENCES practice DEFERRABLE INITIALLY DEFERRED,
    since text,
    since_earliest date,
    since_latest date,
    certainty text CONSTRAINT domain_choice_certainty CHECK (certainty IN ('inferred')),
    PRIMARY KEY (domain_id, key),
    CONSTRAINT domain_choice_position_unique UNIQUE (domain_id, position) DEFERRABLE,
    CONSTRAINT domain_choice_one CHECK (num_nonnulls(technology_id, none) = 1)
);

SELECT content('domain', 'domain_choice');
