-- What a copy of the last snapshot has to forget, and what it has to learn. A shard's name is the hash of its content,
-- so an article that was read from the same row of the same shard is the same, with all its facts.
CREATE TEMP TABLE known_articles AS
SELECT a.article_id, a.story_id, s.shard, s.row_no
FROM articles AS a
JOIN page_stamps AS s USING (page_id);

CREATE TEMP TABLE fresh AS
SELECT p.filename, p.file_row_number, p.article_id, p.source_id
FROM (FROM standing_pages WHERE parsed AND first_capture) AS p
ANTI JOIN known_articles AS k
    ON k.article_id = p.article_id AND k.shard = p.shard AND k.row_no = p.file_row_number;

CREATE TEMP TABLE forgotten_articles AS
SELECT k.article_id, k.story_id
FROM known_articles AS k
ANTI JOIN (FROM standing_pages WHERE parsed AND first_capture) AS p
    ON k.article_id = p.article_id AND k.shard = p.shard AND k.row_no = p.file_row_number;

-- Facts with the ids of those that are new; if two share one, both are here.
CREATE TEMP VIEW suspect_facts AS
FROM facts
SEMI JOIN (SELECT fact_id FROM facts SEMI JOIN fresh USING (article_id)) USING (fact_id);
