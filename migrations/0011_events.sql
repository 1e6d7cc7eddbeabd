-- A trade show or a challenge.
CREATE TABLE event (
    id uuid PRIMARY KEY REFERENCES document,
    title text COLLATE french NOT NULL,
    nature text CONSTRAINT event_nature CHECK (nature IN ('trade_show', 'challenge')),
    summary text,
    place text,
    begins text,
    begins_earliest date,
    begins_latest date,
    ends text,
    ends_earliest date,
    ends_latest date,
    organiser_id uuid REFERENCES organisation DEFERRABLE INITIALLY DEFERRED,
    url text,
    mission_id uuid REFERENCES mission DEFERRABLE INITIALLY DEFERRED,
    participation text,
    decided_by_id uuid REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    decided text,
    decided_earliest date,
    decided_latest date,
    result text,
    CONSTRAINT event_period CHECK (ends_latest >= begins_earliest)
);

CREATE TABLE event_alias (
    event_id uuid NOT NULL REFERENCES event ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (event_id, key),
    CONSTRAINT event_alias_position_unique UNIQUE (event_id, position) DEFERRABLE
);

SELECT content('event', 'event_alias');
