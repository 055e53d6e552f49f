-- The stories by their number of articles; of each the article that came first.
SELECT first_article_id AS article_id, story_id, articles
FROM stories
SEMI JOIN counted_articles USING (story_id)
ORDER BY articles DESC, story_id
LIMIT $most
