-- What an audit rests on.
SELECT
    count(*) AS articles,
    count(*) FILTER (published_text IS NULL) AS undated,
    count(DISTINCT source_id) AS sources,
    min(published) AS first_day,
    max(published) AS last_day,
    (SELECT count(*) FROM quarantine) AS quarantined,
    (
        SELECT count(*)
        FROM articles ANTI JOIN counted_articles USING (article_id)
        WHERE superseded_by IS NULL AND ($province IS NULL OR province = $province)
    ) AS unsure,
    least_recognition() AS least,
    (SELECT content_hash FROM snapshot) AS content_hash,
    (SELECT built_at FROM snapshot) AS built_at
FROM counted_articles
WHERE $province IS NULL OR province = $province;
