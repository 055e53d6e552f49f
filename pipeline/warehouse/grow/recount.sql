-- The stories that are told otherwise than before, and their articles, which are to be counted anew: of a story that
-- gains or loses an article every other one counts differently.
CREATE TEMP TABLE moved_articles AS
SELECT a.article_id, a.story_id AS earlier_id, t.story_id
FROM articles AS a
JOIN story_of AS t USING (article_id)
WHERE a.story_id <> t.story_id;

UPDATE articles SET story_id = m.story_id FROM moved_articles AS m WHERE m.article_id = articles.article_id;

CREATE TEMP TABLE retold_stories AS
SELECT story_id FROM forgotten_articles
UNION
SELECT unnest([earlier_id, story_id]) FROM moved_articles
UNION
SELECT story_id FROM articles SEMI JOIN fresh USING (article_id);

CREATE TEMP TABLE recounted AS FROM counted_articles SEMI JOIN retold_stories USING (story_id);

DELETE FROM campaign_articles WHERE article_id IN (SELECT article_id FROM recounted);

DELETE FROM award_reports WHERE article_id IN (SELECT article_id FROM recounted);
