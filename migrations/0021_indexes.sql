-- What lists and pages look up in large portals.
CREATE INDEX mission_title ON mission (title, id);
CREATE INDEX mission_offer ON mission (offer_id);
CREATE INDEX mission_follows ON mission (follows_id);
CREATE INDEX citation_source ON citation (source_id, source_key);
CREATE INDEX change_at ON change (at DESC);
