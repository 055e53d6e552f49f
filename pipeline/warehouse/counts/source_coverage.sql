-- What the counts rest on: what was looked at, by source and month.
SELECT
    source_id,
    left(published_text, 7) AS month,
    count(*) AS articles,
    count(DISTINCT published) AS days,
    count(DISTINCT story_id) AS stories
FROM counted_articles
GROUP BY source_id, left(published_text, 7)
ORDER BY ALL
