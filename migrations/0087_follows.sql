-- Missions follow each other, and none follows itself by way of others.
CREATE FUNCTION mission_follows_no_loop() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    before uuid := NEW.follows_id;
    steps integer := 0;
BEGIN
    -- looked up one by one: each is a row by its key, whatever the planner knows of the table
    WHILE before IS NOT NULL LOOP
        steps := steps + 1;
        IF before = NEW.id OR steps > 1000 THEN
            RAISE EXCEPTION 'the missions that % follows lead back to it', slug_of(NEW.id) USING
                ERRCODE = 'check_violation', TABLE = 'mission', CONSTRAINT = 'mission_follows_no_loop';
        END IF;
        SELECT follows_id INTO before FROM mission WHERE id = before;
    END LOOP;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER mission_follows_no_loop AFTER INSERT OR UPDATE ON mission
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.follows_id IS NOT NULL)
    EXECUTE FUNCTION mission_follows_no_loop();
