-- What the counts rest on.
SELECT
    count(*) AS articles,
    count(DISTINCT story_id) AS stories,
    count(DISTINCT source_id) AS sources,
    count(DISTINCT province) AS provinces,
    count(*) FILTER (published_text IS NULL) AS undated,
    min(published)::VARCHAR AS first_day,
    max(published)::VARCHAR AS last_day,
    (SELECT count(*) FROM articles ANTI JOIN counted_articles USING (article_id) WHERE superseded_by IS NULL) AS uncounted,
    (SELECT count(*) FROM quarantine) AS quarantined
FROM articles
SEMI JOIN counted_articles USING (article_id)
