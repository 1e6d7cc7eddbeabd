-- What the pages of technical domains, technologies and practices need of each other.

CREATE FUNCTION choice_of(choice domain_choice) RETURNS json LANGUAGE sql STABLE STRICT
    RETURN json_build_object('key', ($1).key, 'purpose', ($1).purpose, 'reason', ($1).reason, 'version', ($1).version,
                'condition', ($1).condition, 'standing', ($1).standing, 'practice', link_of(($1).practice_id),
                'since', ($1).since, 'certainty', ($1).certainty);

CREATE FUNCTION decision_of(domain domain) RETURNS json LANGUAGE sql STABLE STRICT
    RETURN json_build_object('decider', ($1).decider, 'decided_by', link_of(($1).decided_by_id), 'decided', ($1).decided,
                'circumstance', ($1).circumstance, 'occasioned_by', link_of(($1).occasioned_by_id));

-- The entry of a bibliography that a technology refers to.
CREATE FUNCTION reference_of(technology uuid) RETURNS json LANGUAGE sql STABLE STRICT
    RETURN (SELECT json_build_object('link', link_of(s.id), 'number', s.number)
            FROM technology t JOIN source s ON s.id = t.reference_id WHERE t.id = $1);

-- Whatever uses a technology, and whatever a practice introduced, is looked up from the other side.
CREATE INDEX domain_choice_technology ON domain_choice (technology_id);
CREATE INDEX domain_choice_practice ON domain_choice (practice_id);
CREATE INDEX mission_technology_technology ON mission_technology (technology_id);
CREATE INDEX mission_trial_technology ON mission_trial (technology_id);
CREATE INDEX mission_candidate_technology ON mission_candidate (technology_id);
CREATE INDEX product_technology_technology ON product_technology (technology_id);
CREATE INDEX practice_tool_technology ON practice_tool (technology_id);
CREATE INDEX practice_application_mission ON practice_application (mission_id);
CREATE INDEX article_technology ON article (technology_id);
