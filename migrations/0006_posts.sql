-- A place in the organisation, held by nobody, one or several.
CREATE TABLE post (
    id uuid PRIMARY KEY REFERENCES document,
    title text COLLATE french NOT NULL,
    abbreviation text,
    position integer,
    summary text
);

CREATE TABLE post_function (
    post_id uuid NOT NULL REFERENCES post ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    profession_id uuid NOT NULL,
    profession_key text NOT NULL,
    PRIMARY KEY (post_id, key),
    CONSTRAINT post_function_position_unique UNIQUE (post_id, position) DEFERRABLE,
    CONSTRAINT post_function_profession FOREIGN KEY (profession_id, profession_key)
        REFERENCES company_profession (company_id, key) DEFERRABLE INITIALLY DEFERRED
);

-- The holders of the post belong to this body.
CREATE TABLE post_membership (
    post_id uuid NOT NULL REFERENCES post ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    body_id uuid NOT NULL,
    body_key text NOT NULL,
    PRIMARY KEY (post_id, key),
    CONSTRAINT post_membership_position_unique UNIQUE (post_id, position) DEFERRABLE,
    CONSTRAINT post_membership_body FOREIGN KEY (body_id, body_key)
        REFERENCES company_body (company_id, key) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE post_responsibility (
    post_id uuid NOT NULL REFERENCES post ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    text text NOT NULL,
    PRIMARY KEY (post_id, key),
    CONSTRAINT post_responsibility_position_unique UNIQUE (post_id, position) DEFERRABLE
);

-- Without a period it is that of the employment.
CREATE TABLE post_holder (
    post_id uuid NOT NULL REFERENCES post ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    person_id uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    begins text,
    begins_earliest date,
    begins_latest date,
    ends text,
    ends_earliest date,
    ends_latest date,
    certainty text CONSTRAINT post_holder_certainty CHECK (certainty IN ('inferred')),
    PRIMARY KEY (post_id, key),
    CONSTRAINT post_holder_position_unique UNIQUE (post_id, position) DEFERRABLE,
    CONSTRAINT post_holder_period CHECK (ends_latest >= begins_earliest)
);

CREATE TABLE post_attestation (
    post_id uuid NOT NULL,
    holder_key text NOT NULL,
    key text NOT NULL,
    position integer NOT NULL,
    date text NOT NULL,
    date_earliest date,
    date_latest date,
    PRIMARY KEY (post_id, holder_key, key),
    CONSTRAINT post_attestation_position_unique UNIQUE (post_id, holder_key, position) DEFERRABLE,
    FOREIGN KEY (post_id, holder_key) REFERENCES post_holder ON DELETE CASCADE
);

-- To whom the post reports.
CREATE TABLE post_line (
    post_id uuid NOT NULL REFERENCES post ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    superior_id uuid NOT NULL REFERENCES post DEFERRABLE INITIALLY DEFERRED,
    nature text NOT NULL CONSTRAINT post_line_nature CHECK (nature IN ('solid', 'dotted')),
    begins text,
    begins_earliest date,
    begins_latest date,
    ends text,
    ends_earliest date,
    ends_latest date,
    certainty text CONSTRAINT post_line_certainty CHECK (certainty IN ('inferred')),
    PRIMARY KEY (post_id, key),
    CONSTRAINT post_line_position_unique UNIQUE (post_id, position) DEFERRABLE,
    CONSTRAINT post_line_period CHECK (ends_latest >= begins_earliest)
);

-- Nobody reports to themselves on any date, over however many steps: from the post above, the solid
-- lines that may hold at the same time never lead back. A bound that is not known may be any date.
CREATE FUNCTION post_line_no_loop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        WITH RECURSIVE line AS (
            SELECT post_id, superior_id, daterange(begins_earliest, ends_latest, '[]') AS may
            FROM post_line WHERE nature = 'solid'
        ), above AS (
            SELECT superior_id, may, ARRAY[post_id] AS passed FROM line WHERE post_id = NEW.post_id
            UNION ALL
            SELECT line.superior_id, above.may * line.may, above.passed || line.post_id
            FROM above JOIN line ON line.post_id = above.superior_id
            WHERE above.may && line.may AND line.post_id <> ALL (above.passed)
        )
        SELECT FROM above WHERE superior_id = NEW.post_id
    ) THEN
        RAISE EXCEPTION 'the solid lines of post % lead back to it', slug_of(NEW.post_id) USING
            ERRCODE = 'check_violation', TABLE = 'post_line', CONSTRAINT = 'post_line_no_loop';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER post_line_no_loop AFTER INSERT OR UPDATE ON post_line
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION post_line_no_loop();

SELECT content('post', 'post_function', 'post_membership', 'post_responsibility', 'post_holder', 'post_attestation',
               'post_line');
