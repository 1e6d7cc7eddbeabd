-- Whatever work is done with or on: tools, languages, models, data.
CREATE TABLE technology (
    id uuid PRIMARY KEY REFERENCES document,
    name text COLLATE french NOT NULL,
    summary text,
    nature text CONSTRAINT technology_nature CHECK (nature IN ('language', 'library', 'framework', 'service', 'system', 'model', 'technique', 'data_set', 'problem', 'hardware', 'tool')),
    maker_id uuid REFERENCES organisation DEFERRABLE INITIALLY DEFERRED,
    reference_id uuid REFERENCES source DEFERRABLE INITIALLY DEFERRED,
    remark text
);

CREATE TABLE technology_alias (
    technology_id uuid NOT NULL REFERENCES technology ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (technology_id, key),
    CONSTRAINT technology_alias_position_unique UNIQUE (technology_id, position) DEFERRABLE
);

SELECT content('technology', 'technology_alias');
