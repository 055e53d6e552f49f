-- The articles that tell the story of an article: itself first, then the others as they were published, of each the
-- version that stands.
SELECT s.name || coalesce(' (' || a.province || ')', ''), a.published_text, a.title, a.url, p.name
FROM articles AS a
JOIN sources AS s USING (source_id)
JOIN pages AS p USING (page_id)
WHERE a.story_id = (SELECT story_id FROM articles WHERE article_id = $article_id)
    AND (a.superseded_by IS NULL OR a.article_id = $article_id)
ORDER BY a.article_id <> $article_id, a.published_text NULLS LAST, a.article_id;
