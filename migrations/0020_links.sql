-- What pages need of other documents, the same everywhere.

-- A document by its name, with what its address is made of.
CREATE FUNCTION link_of(id uuid) RETURNS json LANGUAGE sql STABLE STRICT
    RETURN (SELECT json_build_object('kind', d.kind, 'slug', s.slug, 'title', d.title)
            FROM document d JOIN slug s ON s.document_id = d.id AND s.current WHERE d.id = $1);

-- The sources of a document in their order.
CREATE FUNCTION citations_of(document uuid) RETURNS json LANGUAGE sql STABLE STRICT
    RETURN (SELECT coalesce(json_agg(json_build_object(
                'at', c.at, 'slug', slug_of(c.source_id), 'section', c.source_key, 'title', s.title,
                'heading', n.title, 'number', n.number, 'entry', s.number, 'note', c.note, 'certainty', c.certainty) ORDER BY c.position), '[]')
            FROM citation c JOIN source s ON s.id = c.source_id
            LEFT JOIN source_section n ON n.source_id = c.source_id AND n.key = c.source_key
            WHERE c.document_id = $1);

-- A mission in a list: its name, and where it stands.
CREATE FUNCTION standing_of(mission uuid) RETURNS json LANGUAGE sql STABLE STRICT
    RETURN (SELECT json_build_object(
                'link', link_of(m.id), 'state', m.state, 'words', m.state_words, 'note', m.state_note,
                'phases', (SELECT count(*) FROM mission_phase p WHERE p.mission_id = m.id),
                'decision', (SELECT p.decision FROM mission_phase p
                    WHERE p.mission_id = m.id AND p.decision IS NOT NULL ORDER BY p.position DESC LIMIT 1))
            FROM mission m WHERE m.id = $1);

-- The name at the head of every page; none before the company is described.
CREATE FUNCTION portal_name() RETURNS text LANGUAGE sql STABLE
    RETURN (SELECT name FROM company LIMIT 1);
