-- Stories, from the articles that tell them.
INSERT INTO stories
SELECT story_id, story_id, count(*), count(DISTINCT source_id)
FROM articles
GROUP BY story_id
ORDER BY story_id;
