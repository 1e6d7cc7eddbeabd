-- What the pages of people, of posts and the chart need of a post, the same everywhere.

CREATE FUNCTION functions_of(post uuid) RETURNS json LANGUAGE sql STABLE STRICT
    RETURN (SELECT coalesce(json_agg(json_build_object('key', p.key, 'name', p.name) ORDER BY f.position), '[]')
            FROM post_function f
            JOIN company_profession p ON p.company_id = f.profession_id AND p.key = f.profession_key
            WHERE f.post_id = $1);

CREATE FUNCTION bodies_of(post uuid) RETURNS json LANGUAGE sql STABLE STRICT
    RETURN (SELECT coalesce(json_agg(json_build_object('key', b.key, 'name', b.name) ORDER BY m.position), '[]')
            FROM post_membership m
            JOIN company_body b ON b.company_id = m.body_id AND b.key = m.body_key
            WHERE m.post_id = $1);

-- When somebody holds a post, in so far as it is not simply the time of their employment.
CREATE FUNCTION held_during(holder post_holder) RETURNS json LANGUAGE sql STABLE STRICT
    RETURN json_build_object('begins', ($1).begins, 'ends', ($1).ends, 'certainty', ($1).certainty, 'attested',
                (SELECT coalesce(json_agg(a.date ORDER BY a.position), '[]') FROM post_attestation a
                 WHERE a.post_id = ($1).post_id AND a.holder_key = ($1).key));

-- When and how somebody is employed.
CREATE FUNCTION employed_during(employment person_employment) RETURNS json LANGUAGE sql STABLE STRICT
    RETURN json_build_object('begins', ($1).begins, 'ends', ($1).ends, 'duration', ($1).duration,
                'certainty', ($1).certainty, 'attested',
                (SELECT coalesce(json_agg(a.date ORDER BY a.position), '[]') FROM person_attestation a
                 WHERE a.person_id = ($1).person_id AND a.employment_key = ($1).key));

CREATE FUNCTION holders_of(post uuid) RETURNS json LANGUAGE sql STABLE STRICT
    RETURN (SELECT coalesce(json_agg(json_build_object('link', link_of(h.person_id), 'key', h.key,
                'times', held_during(h)) ORDER BY h.position), '[]')
            FROM post_holder h WHERE h.post_id = $1);

-- The lines between a post and those above (or below) it, from the side of the one that reports.
CREATE FUNCTION line_as(line post_line, post uuid) RETURNS json LANGUAGE sql STABLE STRICT
    RETURN json_build_object('key', ($1).key, 'post', link_of($2), 'holders', holders_of($2), 'nature', ($1).nature,
                'times', json_build_object('begins', ($1).begins, 'ends', ($1).ends, 'certainty', ($1).certainty),
                'sources', citations_of(($1).post_id));

CREATE FUNCTION lines_above(post uuid) RETURNS json LANGUAGE sql STABLE STRICT
    RETURN (SELECT coalesce(json_agg(line_as(l, l.superior_id) ORDER BY l.position), '[]')
            FROM post_line l WHERE l.post_id = $1);

CREATE FUNCTION lines_below(post uuid) RETURNS json LANGUAGE sql STABLE STRICT
    RETURN (SELECT coalesce(json_agg(line_as(l, l.post_id) ORDER BY p.position, p.title), '[]')
            FROM post_line l JOIN post p ON p.id = l.post_id WHERE l.superior_id = $1);

-- A person's posts, missions, line and remarks are looked up from the other side.
CREATE INDEX post_holder_person ON post_holder (person_id);
CREATE INDEX post_line_superior ON post_line (superior_id);
CREATE INDEX mission_member_person ON mission_member (person_id);
CREATE INDEX mission_contributor_person ON mission_contributor (person_id);
CREATE INDEX person_remark_other ON person_remark (other_id);
