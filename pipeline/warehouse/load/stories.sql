-- Stories, from the articles that tell them; earlier versions of an article add nothing.
INSERT INTO stories
SELECT story_id, story_id, count(*), count(DISTINCT source_id)
FROM articles
WHERE superseded_by IS NULL
GROUP BY story_id
ORDER BY story_id;
