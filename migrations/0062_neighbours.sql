-- The documents before and after one among all of its kind, by title: the foot of its page.
CREATE INDEX document_kind_title ON document (kind, title, id) WHERE NOT removed;
CREATE FUNCTION neighbours_of(document uuid) RETURNS json LANGUAGE sql STABLE STRICT
    RETURN (SELECT json_build_object(
                'before', (SELECT link_of(n.id) FROM document n
                    WHERE n.kind = d.kind AND NOT n.removed AND (n.title, n.id) < (d.title, d.id)
                    ORDER BY n.title DESC, n.id DESC LIMIT 1),
                'after', (SELECT link_of(n.id) FROM document n
                    WHERE n.kind = d.kind AND NOT n.removed AND (n.title, n.id) > (d.title, d.id)
                    ORDER BY n.title, n.id LIMIT 1))
            FROM document d WHERE d.id = $1);
