-- Images, as the portal has made them of what was uploaded: turned upright, bounded, without a word on where and with
-- what they were taken. An image never changes: its name is the digest of its bytes. No page is made of this table
-- alone, so it does not advance the clock.
CREATE TABLE image (
    digest text PRIMARY KEY,
    media_type text NOT NULL CONSTRAINT image_media_type CHECK (media_type IN ('image/jpeg', 'image/png')),
    width integer NOT NULL CHECK (width > 0),
    height integer NOT NULL CHECK (height > 0),
    bytes bytea NOT NULL,
    account text NOT NULL, -- who brought it first
    kept timestamptz NOT NULL DEFAULT clock_timestamp(), -- when it was last brought
    used boolean NOT NULL DEFAULT false, -- a revision refers to it: kept for ever
    CONSTRAINT image_is_its_digest CHECK (digest = encode(sha256(bytes), 'hex'))
);
CREATE INDEX image_unused ON image (kept) WHERE NOT used;

-- The same, smaller.
CREATE TABLE image_variant (
    digest text NOT NULL REFERENCES image ON DELETE CASCADE,
    width integer NOT NULL CHECK (width > 0),
    bytes bytea NOT NULL,
    PRIMARY KEY (digest, width)
);

-- compressed already
ALTER TABLE image ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE image_variant ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- The picture of a document: the photograph of a person, the logo of an organisation. Written for every kind alike.
CREATE TABLE picture (
    document_id uuid PRIMARY KEY REFERENCES document,
    digest text NOT NULL REFERENCES image,
    alternative text NOT NULL,
    credit text
);

-- Every image that a document shows, as its picture or within a text: readers see these and no others.
CREATE TABLE image_mention (
    document_id uuid NOT NULL REFERENCES document,
    digest text NOT NULL REFERENCES image,
    PRIMARY KEY (document_id, digest)
);
CREATE INDEX image_mention_digest ON image_mention (digest);

CREATE FUNCTION picture_of(document uuid) RETURNS json LANGUAGE sql STABLE STRICT
    RETURN (SELECT json_build_object('digest', p.digest, 'width', i.width, 'height', i.height,
                'alternative', p.alternative, 'credit', p.credit)
            FROM picture p JOIN image i ON i.digest = p.digest WHERE p.document_id = $1);

SELECT content('picture', 'image_mention');
