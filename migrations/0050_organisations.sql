-- What the pages of organisations, of events and of the company look up from the other side.

-- Of the lists that hang together above missions, clients and organisations.
CREATE FUNCTION work_counts() RETURNS json LANGUAGE sql STABLE
    RETURN json_build_object('missions', (SELECT count(*) FROM mission),
        'clients', (SELECT count(DISTINCT client_id) FROM mission),
        'organisations', (SELECT count(*) FROM organisation));

-- Whoever was recognised by an organisation, the company first.
CREATE FUNCTION recognised_by(organisation uuid) RETURNS TABLE (id uuid, key text) LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT company_id, key FROM company_recognition WHERE organisation_id = $1
    UNION ALL (SELECT r.organisation_id, r.key FROM organisation_recognition r JOIN organisation o ON o.id = r.organisation_id
        WHERE r.other_id = $1 ORDER BY o.name);
END;

-- Whose work led to an event, and through what; whoever decided did so through the event itself.
CREATE VIEW event_involvement AS
    SELECT e.id AS event_id, m.person_id, m.mission_id AS through_id
    FROM event e JOIN mission_member m ON m.mission_id = e.mission_id
    UNION SELECT o.event_id, m.person_id, m.product_id
    FROM product_occasion o JOIN product_member m ON m.product_id = o.product_id
    UNION SELECT event_id, author_id, id FROM article WHERE event_id IS NOT NULL AND author_id IS NOT NULL
    UNION SELECT id, decided_by_id, id FROM event WHERE decided_by_id IS NOT NULL;

CREATE INDEX mission_client ON mission (client_id);
CREATE INDEX organisation_person ON organisation (person_id);
CREATE INDEX organisation_recognition_other ON organisation_recognition (other_id);
CREATE INDEX organisation_probable_other ON organisation_probable (other_id);
CREATE INDEX person_affiliation ON person (affiliation_id);
CREATE INDEX person_education_institution ON person_education (institution_id);
CREATE INDEX person_later_organisation ON person_later (organisation_id);
CREATE INDEX technology_maker ON technology (maker_id);
CREATE INDEX product_vendor_organisation ON product_vendor (organisation_id);
CREATE INDEX event_organiser ON event (organiser_id);
CREATE INDEX event_mission ON event (mission_id);
CREATE INDEX event_decided_by ON event (decided_by_id);
CREATE INDEX product_occasion_event ON product_occasion (event_id);
CREATE INDEX article_event ON article (event_id);
CREATE INDEX article_mission ON article (mission_id);
