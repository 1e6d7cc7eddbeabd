-- What is done for a client.
CREATE TABLE mission (
    id uuid PRIMARY KEY REFERENCES document,
    title text COLLATE french NOT NULL,
    client_id uuid NOT NULL REFERENCES organisation DEFERRABLE INITIALLY DEFERRED,
    offer_id uuid REFERENCES offer DEFERRABLE INITIALLY DEFERRED,
    follows_id uuid REFERENCES mission DEFERRABLE INITIALLY DEFERRED,
    summary text,
    aim text,
    state text CONSTRAINT mission_state CHECK (state IN ('planned', 'running', 'done', 'stopped')),
    state_words text,
    state_note text,
    state_at text,
    state_at_earliest date,
    state_at_latest date,
    begins text,
    begins_earliest date,
    begins_latest date,
    ends text,
    ends_earliest date,
    ends_latest date,
    planned text,
    taken text,
    needs text,
    data text,
    lessons text,
    CONSTRAINT mission_period CHECK (ends_latest >= begins_earliest)
);

-- What it is to lead to in the long run.
CREATE TABLE mission_aim (
    mission_id uuid NOT NULL REFERENCES mission ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    text text NOT NULL,
    PRIMARY KEY (mission_id, key),
    CONSTRAINT mission_aim_position_unique UNIQUE (mission_id, position) DEFERRABLE
);

-- A phase, with the gate that opens it.
CREATE TABLE mission_phase (
    mission_id uuid NOT NULL REFERENCES mission ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    title text NOT NULL,
    begins text,
    begins_earliest date,
    begins_latest date,
    ends text,
    ends_earliest date,
    ends_latest date,
    work text,
    result text,
    state text CONSTRAINT mission_phase_state CHECK (state IN ('planned', 'running', 'done', 'stopped')),
    gate text CONSTRAINT mission_phase_gate CHECK (gate IN ('go_no_go', 'signature')),
    decision text CONSTRAINT mission_phase_decision CHECK (decision IN ('go', 'no_go')),
    decided_by_id uuid REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    decided_by_client boolean NOT NULL DEFAULT false,
    decided text,
    decided_earliest date,
    decided_latest date,
    reason text,
    PRIMARY KEY (mission_id, key),
    CONSTRAINT mission_phase_position_unique UNIQUE (mission_id, position) DEFERRABLE,
    CONSTRAINT mission_phase_period CHECK (ends_latest >= begins_earliest),
    CONSTRAINT mission_phase_decision_needs_gate CHECK (decision IS NULL OR gate IS NOT NULL)
);

CREATE TABLE mission_deliverable (
    mission_id uuid NOT NULL REFERENCES mission ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    title text NOT NULL,
    text text,
    PRIMARY KEY (mission_id, key),
    CONSTRAINT mission_deliverable_position_unique UNIQUE (mission_id, position) DEFERRABLE
);

CREATE TABLE mission_feature (
    mission_id uuid NOT NULL,
    deliverable_key text NOT NULL,
    key text NOT NULL,
    position integer NOT NULL,
    text text NOT NULL,
    PRIMARY KEY (mission_id, deliverable_key, key),
    CONSTRAINT mission_feature_position_unique UNIQUE (mission_id, deliverable_key, position) DEFERRABLE,
    FOREIGN KEY (mission_id, deliverable_key) REFERENCES mission_deliverable ON DELETE CASCADE
);

-- Time spent is kept as said, never converted: « 3 », « la majorité ».
CREATE TABLE mission_member (
    mission_id uuid NOT NULL REFERENCES mission ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    person_id uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    role text,
    time text,
    time_unit text CONSTRAINT mission_member_time_unit CHECK (time_unit IN ('hour', 'day', 'week', 'month')),
    time_nature text CONSTRAINT mission_member_time_nature CHECK (time_nature IN ('effort', 'duration', 'share')),
    time_of text,
    PRIMARY KEY (mission_id, key),
    CONSTRAINT mission_member_position_unique UNIQUE (mission_id, position) DEFERRABLE
);

-- Whose work the mission rests on, outside the team.
CREATE TABLE mission_contributor (
    mission_id uuid NOT NULL REFERENCES mission ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    person_id uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    role text,
    PRIMARY KEY (mission_id, key),
    CONSTRAINT mission_contributor_position_unique UNIQUE (mission_id, position) DEFERRABLE
);

-- A technology in the role that it has here.
CREATE TABLE mission_technology (
    mission_id uuid NOT NULL REFERENCES mission ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    technology_id uuid NOT NULL REFERENCES technology DEFERRABLE INITIALLY DEFERRED,
    role text CONSTRAINT mission_technology_role CHECK (role IN ('source', 'target', 'method', 'tool', 'data', 'problem', 'language')),
    purpose text,
    certainty text CONSTRAINT mission_technology_certainty CHECK (certainty IN ('inferred')),
    PRIMARY KEY (mission_id, key),
    CONSTRAINT mission_technology_position_unique UNIQUE (mission_id, position) DEFERRABLE
);

-- Several technologies tried for one question.
CREATE TABLE mission_trial (
    mission_id uuid NOT NULL REFERENCES mission ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    question text NOT NULL,
    technology_id uuid REFERENCES technology DEFERRABLE INITIALLY DEFERRED,
    winner_id uuid REFERENCES technology DEFERRABLE INITIALLY DEFERRED,
    criterion text,
    PRIMARY KEY (mission_id, key),
    CONSTRAINT mission_trial_position_unique UNIQUE (mission_id, position) DEFERRABLE
);

CREATE TABLE mission_candidate (
    mission_id uuid NOT NULL,
    trial_key text NOT NULL,
    key text NOT NULL,
    position integer NOT NULL,
    technology_id uuid NOT NULL REFERENCES technology DEFERRABLE INITIALLY DEFERRED,
    result text,
    PRIMARY KEY (mission_id, trial_key, key),
    CONSTRAINT mission_candidate_position_unique UNIQUE (mission_id, trial_key, position) DEFERRABLE,
    FOREIGN KEY (mission_id, trial_key) REFERENCES mission_trial ON DELETE CASCADE,
    CONSTRAINT mission_candidate_once UNIQUE (mission_id, trial_key, technology_id)
);

-- One step of the processing.
CREATE TABLE mission_step (
    mission_id uuid NOT NULL REFERENCES mission ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    title text NOT NULL,
    text text,
    PRIMARY KEY (mission_id, key),
    CONSTRAINT mission_step_position_unique UNIQUE (mission_id, position) DEFERRABLE
);

CREATE TABLE mission_difficulty (
    mission_id uuid NOT NULL REFERENCES mission ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    text text NOT NULL,
    nature text CONSTRAINT mission_difficulty_nature CHECK (nature IN ('technical', 'organisational', 'human')),
    PRIMARY KEY (mission_id, key),
    CONSTRAINT mission_difficulty_position_unique UNIQUE (mission_id, position) DEFERRABLE
);

CREATE TABLE mission_outcome (
    mission_id uuid NOT NULL REFERENCES mission ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    text text NOT NULL,
    nature text CONSTRAINT mission_outcome_nature CHECK (nature IN ('objectives', 'schedule', 'judgement', 'benefit')),
    PRIMARY KEY (mission_id, key),
    CONSTRAINT mission_outcome_position_unique UNIQUE (mission_id, position) DEFERRABLE
);

-- "At most one winner" is one field of the trial, not a mark on candidates: two editors who each
-- choose another one then meet in a conflict instead of making two winners.
ALTER TABLE mission_trial ADD CONSTRAINT mission_trial_winner_is_candidate FOREIGN KEY (mission_id, key, winner_id)
    REFERENCES mission_candidate (mission_id, trial_key, technology_id) DEFERRABLE INITIALLY DEFERRED;

SELECT content('mission', 'mission_aim', 'mission_phase', 'mission_deliverable', 'mission_feature', 'mission_member',
               'mission_contributor', 'mission_technology', 'mission_trial', 'mission_candidate', 'mission_step',
               'mission_difficulty', 'mission_outcome');
