-- What the company builds for itself.
CREATE TABLE product (
    id uuid PRIMARY KEY REFERENCES document,
    name text COLLATE french NOT NULL,
    position integer,
    summary text,
    form text,
    purpose text,
    audience text,
    stage text CONSTRAINT product_stage CHECK (stage IN ('idea', 'beta', 'online', 'withdrawn')),
    stage_words text,
    stage_at text,
    stage_at_earliest date,
    stage_at_latest date,
    begins text,
    begins_earliest date,
    begins_latest date,
    ends text,
    ends_earliest date,
    ends_latest date,
    url text,
    online text,
    online_earliest date,
    online_latest date,
    online_words text,
    clients text,
    time text,
    time_unit text CONSTRAINT product_time_unit CHECK (time_unit IN ('hour', 'day', 'week', 'month')),
    time_nature text CONSTRAINT product_time_nature CHECK (time_nature IN ('effort', 'duration', 'share')),
    time_words text,
    CONSTRAINT product_period CHECK (ends_latest >= begins_earliest)
);

CREATE TABLE product_alias (
    product_id uuid NOT NULL REFERENCES product ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (product_id, key),
    CONSTRAINT product_alias_position_unique UNIQUE (product_id, position) DEFERRABLE
);

CREATE TABLE product_step (
    product_id uuid NOT NULL REFERENCES product ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    title text NOT NULL,
    text text,
    result text,
    PRIMARY KEY (product_id, key),
    CONSTRAINT product_step_position_unique UNIQUE (product_id, position) DEFERRABLE
);

CREATE TABLE product_feature (
    product_id uuid NOT NULL REFERENCES product ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    text text NOT NULL,
    PRIMARY KEY (product_id, key),
    CONSTRAINT product_feature_position_unique UNIQUE (product_id, position) DEFERRABLE
);

CREATE TABLE product_member (
    product_id uuid NOT NULL REFERENCES product ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    person_id uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    role text,
    begins text,
    begins_earliest date,
    begins_latest date,
    ends text,
    ends_earliest date,
    ends_latest date,
    time text,
    time_unit text CONSTRAINT product_member_time_unit CHECK (time_unit IN ('hour', 'day', 'week', 'month')),
    time_nature text CONSTRAINT product_member_time_nature CHECK (time_nature IN ('effort', 'duration', 'share')),
    time_of text,
    PRIMARY KEY (product_id, key),
    CONSTRAINT product_member_position_unique UNIQUE (product_id, position) DEFERRABLE,
    CONSTRAINT product_member_period CHECK (ends_latest >= begins_earliest)
);

-- Whose work it rests on, or who has another part in it, outside the team.
CREATE TABLE product_contributor (
    product_id uuid NOT NULL REFERENCES product ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    person_id uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    role text,
    PRIMARY KEY (product_id, key),
    CONSTRAINT product_contributor_position_unique UNIQUE (product_id, position) DEFERRABLE
);

CREATE TABLE product_technology (
    product_id uuid NOT NULL REFERENCES product ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    technology_id uuid NOT NULL REFERENCES technology DEFERRABLE INITIALLY DEFERRED,
    role text CONSTRAINT product_technology_role CHECK (role IN ('source', 'target', 'method', 'tool', 'data', 'problem', 'language')),
    purpose text,
    certainty text CONSTRAINT product_technology_certainty CHECK (certainty IN ('inferred')),
    PRIMARY KEY (product_id, key),
    CONSTRAINT product_technology_position_unique UNIQUE (product_id, position) DEFERRABLE
);

CREATE TABLE product_difficulty (
    product_id uuid NOT NULL REFERENCES product ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    text text NOT NULL,
    nature text CONSTRAINT product_difficulty_nature CHECK (nature IN ('technical', 'organisational', 'human')),
    PRIMARY KEY (product_id, key),
    CONSTRAINT product_difficulty_position_unique UNIQUE (product_id, position) DEFERRABLE
);

-- Whose services it compares.
CREATE TABLE product_vendor (
    product_id uuid NOT NULL REFERENCES product ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    organisation_id uuid NOT NULL REFERENCES organisation DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (product_id, key),
    CONSTRAINT product_vendor_position_unique UNIQUE (product_id, position) DEFERRABLE,
    CONSTRAINT product_vendor_once UNIQUE (product_id, organisation_id)
);

-- What the services are compared at.
CREATE TABLE product_task (
    product_id uuid NOT NULL REFERENCES product ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    title text NOT NULL,
    text text,
    PRIMARY KEY (product_id, key),
    CONSTRAINT product_task_position_unique UNIQUE (product_id, position) DEFERRABLE
);

-- What a vendor gave at a task.
CREATE TABLE product_comparison (
    product_id uuid NOT NULL REFERENCES product ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    vendor_id uuid NOT NULL REFERENCES organisation DEFERRABLE INITIALLY DEFERRED,
    task text NOT NULL,
    result text,
    PRIMARY KEY (product_id, key),
    CONSTRAINT product_comparison_position_unique UNIQUE (product_id, position) DEFERRABLE,
    CONSTRAINT product_comparison_vendor FOREIGN KEY (product_id, vendor_id)
        REFERENCES product_vendor (product_id, organisation_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT product_comparison_task FOREIGN KEY (product_id, task)
        REFERENCES product_task (product_id, key) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT product_comparison_once UNIQUE (product_id, vendor_id, task)
);

-- The event that it was made for or shown at.
CREATE TABLE product_occasion (
    product_id uuid NOT NULL REFERENCES product ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    event_id uuid NOT NULL REFERENCES event DEFERRABLE INITIALLY DEFERRED,
    text text,
    PRIMARY KEY (product_id, key),
    CONSTRAINT product_occasion_position_unique UNIQUE (product_id, position) DEFERRABLE
);

-- What was planned, and what was decided instead.
CREATE TABLE product_decision (
    product_id uuid NOT NULL REFERENCES product ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    title text NOT NULL,
    planned text,
    decided text,
    decided_at text,
    decided_at_earliest date,
    decided_at_latest date,
    reason text,
    PRIMARY KEY (product_id, key),
    CONSTRAINT product_decision_position_unique UNIQUE (product_id, position) DEFERRABLE
);

CREATE TABLE product_decider (
    product_id uuid NOT NULL,
    decision_key text NOT NULL,
    key text NOT NULL,
    position integer NOT NULL,
    person_id uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (product_id, decision_key, key),
    CONSTRAINT product_decider_position_unique UNIQUE (product_id, decision_key, position) DEFERRABLE,
    FOREIGN KEY (product_id, decision_key) REFERENCES product_decision ON DELETE CASCADE
);

-- What it takes over from earlier work.
CREATE TABLE product_reuse (
    product_id uuid NOT NULL REFERENCES product ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    title text NOT NULL,
    other_id uuid REFERENCES product DEFERRABLE INITIALLY DEFERRED,
    text text,
    PRIMARY KEY (product_id, key),
    CONSTRAINT product_reuse_position_unique UNIQUE (product_id, position) DEFERRABLE
);

CREATE TABLE product_outcome (
    product_id uuid NOT NULL REFERENCES product ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    text text NOT NULL,
    PRIMARY KEY (product_id, key),
    CONSTRAINT product_outcome_position_unique UNIQUE (product_id, position) DEFERRABLE
);

-- what was made before its target
ALTER TABLE practice_application ADD FOREIGN KEY (product_id) REFERENCES product DEFERRABLE INITIALLY DEFERRED;

-- The other names of things, found like their names.
CREATE VIEW alias AS
    SELECT company_id AS document_id, name FROM company_alias
    UNION ALL SELECT organisation_id, name FROM organisation_alias
    UNION ALL SELECT technology_id, name FROM technology_alias
    UNION ALL SELECT practice_id, name FROM practice_alias
    UNION ALL SELECT event_id, name FROM event_alias
    UNION ALL SELECT product_id, name FROM product_alias;

SELECT content('product', 'product_alias', 'product_step', 'product_feature', 'product_member', 'product_contributor',
               'product_technology', 'product_difficulty', 'product_vendor', 'product_task', 'product_comparison',
               'product_occasion', 'product_decision', 'product_decider', 'product_reuse', 'product_outcome');
