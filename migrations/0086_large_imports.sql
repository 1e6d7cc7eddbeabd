-- Solid lines that lead back to a post, found once per transaction whatever the number of lines that it writes: each line
-- by itself costs a plan and a walk, and in a table that the very import filled the plan was to read all of it every time.
CREATE FUNCTION post_line_to_check() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('portail.lines_checked', '', true);
    RETURN NULL;
END $$;
CREATE TRIGGER post_line_to_check BEFORE INSERT OR UPDATE ON post_line
    FOR EACH STATEMENT EXECUTE FUNCTION post_line_to_check();

-- A post whose solid lines lead back to it, if there is one; the lines that may hold at the same time, as before.
--
-- Posts with one line, which are nearly all, are gone through once from those above them: whoever is reached so is on no
-- loop of such posts. The others with one line lead into loops; by following all of them two, four, eight steps at a time
-- one finds each loop, and of each its first post. From there, and from posts with several lines (one after the other in
-- time), the lines are followed with their dates. Planned each time, for the lines as they are now: statistics of a table
-- that is being filled say that it is empty.
CREATE FUNCTION post_looped() RETURNS uuid LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
    posts uuid[];
    superiors uuid[];
    firsts uuid[];
    starts uuid[];
    steps integer := 1;
    looped uuid;
BEGIN
    EXECUTE $plan$
        WITH RECURSIVE single AS MATERIALIZED (
            SELECT post_id, (array_agg(superior_id))[1] AS superior_id FROM post_line WHERE nature = 'solid'
            GROUP BY post_id HAVING count(*) = 1
        ), reached AS (
            SELECT post_id FROM single WHERE superior_id NOT IN (SELECT post_id FROM single)
            UNION
            SELECT single.post_id FROM single JOIN reached ON single.superior_id = reached.post_id
        )
        SELECT array_agg(post_id), array_agg(superior_id) FROM single WHERE post_id NOT IN (SELECT post_id FROM reached)
    $plan$ INTO posts, superiors;
    firsts := posts;
    WHILE steps < cardinality(posts) LOOP
        EXECUTE $plan$
            SELECT array_agg(one.post), array_agg(next.superior), array_agg(least(one.first, next.first))
            FROM unnest($1, $2, $3) AS one (post, superior, first)
            JOIN unnest($1, $2, $3) AS next (post, superior, first) ON next.post = one.superior
        $plan$ INTO posts, superiors, firsts USING posts, superiors, firsts;
        steps := steps * 2;
    END LOOP;
    EXECUTE $plan$
        SELECT array_agg(post) FROM (
            SELECT post FROM unnest($1, $2) AS one (post, first) WHERE post = first AND post = ANY ($3)
            UNION ALL
            SELECT post_id FROM post_line WHERE nature = 'solid' GROUP BY post_id HAVING count(*) > 1) start
    $plan$ INTO starts USING posts, firsts, superiors;
    EXECUTE $plan$
        WITH RECURSIVE line AS NOT MATERIALIZED (
            SELECT post_id, superior_id, daterange(begins_earliest, ends_latest, '[]') AS may
            FROM post_line WHERE nature = 'solid'
        ), above AS (
            SELECT line.post_id AS below, line.superior_id, line.may, ARRAY[line.post_id] AS passed
            FROM line WHERE line.post_id = ANY ($1)
            UNION ALL
            SELECT above.below, line.superior_id, above.may * line.may, above.passed || line.post_id
            FROM above JOIN line ON line.post_id = above.superior_id
            WHERE above.may && line.may AND line.post_id <> ALL (above.passed)
        )
        SELECT below FROM above WHERE superior_id = below LIMIT 1
    $plan$ INTO looped USING starts;
    RETURN looped;
END $$;

-- A constraint trigger is called for each row: the first call looks at all lines, and the others see that nothing has been
-- written since.
CREATE OR REPLACE FUNCTION post_line_no_loop() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    looped uuid;
BEGIN
    IF current_setting('portail.lines_checked', true) = 'yes' THEN
        RETURN NULL;
    END IF;
    looped := post_looped();
    IF looped IS NOT NULL THEN
        RAISE EXCEPTION 'the solid lines of post % lead back to it', slug_of(looped) USING
            ERRCODE = 'check_violation', TABLE = 'post_line', CONSTRAINT = 'post_line_no_loop';
    END IF;
    PERFORM set_config('portail.lines_checked', 'yes', true);
    RETURN NULL;
END $$;

-- A preview of an import writes everything and takes it back. Nobody ever sees what it wrote, so the clock stands still,
-- and no writer waits for it.
CREATE OR REPLACE FUNCTION advance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('portail.attempt', true) = 'yes' THEN
        RETURN NULL;
    END IF;
    -- once per transaction, however many statements it has
    UPDATE generation SET number = number + 1, xact = pg_current_xact_id() WHERE xact <> pg_current_xact_id();
    IF FOUND THEN PERFORM pg_notify('generation', ''); END IF;
    RETURN NULL;
END $$;
