-- What the pages look up from the other side.
CREATE INDEX product_reuse_other ON product_reuse (other_id);
CREATE INDEX product_member_person ON product_member (person_id);
CREATE INDEX product_contributor_person ON product_contributor (person_id);
CREATE INDEX product_decider_person ON product_decider (person_id);
CREATE INDEX practice_application_product ON practice_application (product_id);
CREATE INDEX article_author ON article (author_id);
CREATE INDEX article_commissioner_person ON article_commissioner (person_id);
