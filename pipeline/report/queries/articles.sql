-- The articles that the page shows, the newest first.
SELECT
    a.article_id,
    a.title,
    s.name AS source,
    a.province,
    a.published_text,
    -- "Cập nhật: …" tells when the page was last changed, also where it is the only date and taken for publication.
    a.published_role::VARCHAR AS published_role,
    a.published_evidence,
    a.published_rule,
    a.published_reason,
    a.url,
    p.name AS page,
    t.articles - 1 AS others,
    a.recognition,
    a.article_id IN (SELECT article_id FROM counted_articles) AS counted
FROM articles AS a
JOIN (SELECT unnest($articles) AS article_id) USING (article_id)
JOIN sources AS s USING (source_id)
JOIN pages AS p USING (page_id)
JOIN stories AS t USING (story_id)
ORDER BY a.published_text DESC NULLS LAST, s.name, a.article_id
