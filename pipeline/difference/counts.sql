-- The counts that two snapshots are compared by, each read from the view that defines it; those of campaigns by the cells
-- of $by as well (none, month, year, province, source). What review makes of a count is the count itself where nothing
-- is reviewed.
SELECT 'campaign reports' AS what, cell, measure, count
FROM (
    UNPIVOT (
        SELECT
            unnest(list_distinct([campaign_id, campaign_id || CASE $by
                WHEN 'none' THEN ''
                WHEN 'month' THEN ' · ' || coalesce(left(published_text, 7), 'undated')
                WHEN 'year' THEN ' · ' || coalesce(left(published_text, 4), 'undated')
                WHEN 'province' THEN ' · ' || coalesce(province, 'unknown')
                WHEN 'source' THEN ' · ' || source_id
            END])) AS cell,
            sum(mentions)::BIGINT AS mentions,
            count(*) AS articles,
            count(DISTINCT story_id) AS stories
        FROM campaign_articles
        GROUP BY cell
    ) ON mentions, articles, stories INTO NAME measure VALUE count
)
UNION ALL
SELECT 'campaign reports', campaign_id, 'corrected mentions', coalesce(p.corrected_mentions, m.mentions, 0)::DECIMAL(18, 1)
FROM (SELECT campaign_id, sum(mentions) AS mentions FROM campaign_articles GROUP BY campaign_id) AS m
FULL JOIN campaign_precision AS p USING (campaign_id)
UNION ALL
SELECT 'reviewed', campaign_id, 'mentions', reviewed
FROM campaign_precision
UNION ALL
SELECT 'reviewed', kind, 'facts', reviewed
FROM kind_precision
UNION ALL
SELECT 'awards', concat_ws(' · ', award, status, unit, period), 'total', sum(total)
FROM award_totals
GROUP BY award, status, unit, period
UNION ALL
SELECT 'officials', person_id, 'articles', count(DISTINCT article_id)
FROM officials SEMI JOIN counted_articles USING (article_id)
GROUP BY person_id
UNION ALL
SELECT 'meetings', kind::VARCHAR, 'meetings', count(*)
FROM meeting_calendar
GROUP BY kind
UNION ALL
SELECT 'articles', source_id, 'articles', sum(articles)
FROM source_coverage
GROUP BY source_id
UNION ALL
SELECT 'articles by month', coalesce(left(published_text, 7), 'undated'), 'articles', count(*)
FROM counted_articles
GROUP BY left(published_text, 7)
UNION ALL
SELECT 'articles by province', coalesce(province, 'unknown'), 'articles', count(*)
FROM counted_articles
GROUP BY province
