-- What pages need of other documents, the same everywhere.

-- A document by its name, with what its address is made of.
CREATE FUNCTION link_of(id uuid) RETURNS json LANGUAGE sql STABLE STRICT
    RETURN (SELECT json_build_object('kind', d.kind, 'slug', s.slug, 'title', d.title)
            FROM document d JOIN slug s ON s.document_id = d.id AND s.current WHERE d.id = $1);

-- The sources of a document in their order.
CREATE FUNCTION citations_of(document uuid) RETURNS json LANGUAGE sql STABLE STRICT
    RETURN (SELECT coalesce(json_agg(json_build_object(
                'at', c.at, 'slug', slug_of(c.source_id), 'section', c.source_key, 'title', s.title,
                'number', n.number, 'entry', s.number, 'note', c.note, 'certainty', c.certainty) ORDER BY c.position), '[]')
            FROM citation c JOIN source s ON s.id = c.source_id
            LEFT JOIN source_section n ON n.source_id = c.source_id AND n.key = c.source_key
            WHERE c.document_id = $1);
