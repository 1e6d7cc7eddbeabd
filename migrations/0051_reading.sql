-- Of the lists that hang together above the blog.
CREATE FUNCTION reading_counts() RETURNS json LANGUAGE sql STABLE
    RETURN json_build_object('articles', (SELECT count(*) FROM article), 'events', (SELECT count(*) FROM event));
