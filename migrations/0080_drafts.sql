-- Drafts as lists show them, and how their publication went. Still no content: none of this advances the clock.
ALTER TABLE draft
    ADD COLUMN title text NOT NULL DEFAULT '', -- as it was typed, for the editor's own list
    ADD COLUMN complete boolean NOT NULL DEFAULT false, -- it could be saved as it is
    ADD COLUMN dropped timestamptz, -- thrown away, can be taken back for a day
    ADD COLUMN failed text -- why it could not be published when its time came
        CONSTRAINT draft_failed CHECK (failed IN ('role', 'removed', 'clash', 'check', 'fault')),
    ADD CONSTRAINT draft_failed_was_due CHECK (failed IS NULL OR publish_at IS NOT NULL);
DROP INDEX draft_due;
CREATE INDEX draft_due ON draft (publish_at) WHERE publish_at IS NOT NULL AND failed IS NULL AND dropped IS NULL;

-- What an editor changed lately.
CREATE INDEX change_account ON change (account, at DESC);
-- Missions that go on, for the list of those whose state is old.
CREATE INDEX mission_running ON mission (state_at_latest) WHERE state = 'running';
