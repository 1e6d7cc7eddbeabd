-- A post of the company's blog.
CREATE TABLE article (
    id uuid PRIMARY KEY REFERENCES document,
    title text COLLATE french NOT NULL,
    title_certainty text CONSTRAINT article_title_certainty CHECK (title_certainty IN ('inferred')),
    position integer,
    summary text,
    subject text,
    technology_id uuid REFERENCES technology DEFERRABLE INITIALLY DEFERRED,
    author_id uuid REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    reason text,
    audience text,
    aim text,
    style text,
    state text CONSTRAINT article_state CHECK (state IN ('planned', 'written', 'scheduled', 'published')),
    state_words text,
    url text,
    published text,
    published_earliest date,
    published_latest date,
    mission_id uuid REFERENCES mission DEFERRABLE INITIALLY DEFERRED,
    event_id uuid REFERENCES event DEFERRABLE INITIALLY DEFERRED,
    research text,
    body text
);

-- Who asked for it.
CREATE TABLE article_commissioner (
    article_id uuid NOT NULL REFERENCES article ON DELETE CASCADE,
    key text NOT NULL,
    position integer NOT NULL,
    person_id uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (article_id, key),
    CONSTRAINT article_commissioner_position_unique UNIQUE (article_id, position) DEFERRABLE
);

SELECT content('article', 'article_commissioner');
