-- What lists and pages look up from the other side.
CREATE INDEX mission_title ON mission (title, id);
CREATE INDEX mission_client ON mission (client_id);
CREATE INDEX mission_offer ON mission (offer_id);
CREATE INDEX mission_follows ON mission (follows_id);
CREATE INDEX citation_source ON citation (source_id, source_key);
CREATE INDEX article_author ON article (author_id);
CREATE INDEX article_mission ON article (mission_id);
CREATE INDEX article_event ON article (event_id);
CREATE INDEX change_at ON change (at DESC);
