-- The stories that are told otherwise than before, and their articles, which are to be counted anew: of a story that
-- gains or loses an article, or a newer version of one, every other one counts differently.
CREATE TEMP TABLE moved_articles AS
SELECT a.article_id, a.story_id AS earlier_id, t.story_id, v.superseded_by
FROM articles AS a
JOIN story_of AS t USING (article_id)
LEFT JOIN superseded AS v USING (article_id)
WHERE a.story_id <> t.story_id OR a.superseded_by IS DISTINCT FROM v.superseded_by;

UPDATE articles SET story_id = m.story_id, superseded_by = m.superseded_by
FROM moved_articles AS m
WHERE m.article_id = articles.article_id;

CREATE TEMP TABLE retold_stories AS
SELECT story_id FROM forgotten_articles
UNION
SELECT unnest([earlier_id, story_id]) FROM moved_articles
UNION
SELECT story_id FROM articles SEMI JOIN fresh USING (article_id);

CREATE TEMP TABLE recounted AS FROM counted_articles SEMI JOIN retold_stories USING (story_id);

CREATE TEMP TABLE retold_articles AS SELECT article_id FROM articles SEMI JOIN retold_stories USING (story_id);

DELETE FROM campaign_articles WHERE article_id IN (FROM retold_articles);

DELETE FROM award_tellings WHERE article_id IN (FROM retold_articles);
