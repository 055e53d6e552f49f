-- The counts that two snapshots are compared by, each read from the view that defines it.
SELECT 'campaign reports' AS what, campaign_id AS cell, measure, count
FROM (
    UNPIVOT (
        SELECT
            campaign_id,
            sum(mentions)::BIGINT AS mentions,
            count(*) AS articles,
            count(DISTINCT story_id) AS stories
        FROM campaign_articles
        GROUP BY campaign_id
    ) ON mentions, articles, stories INTO NAME measure VALUE count
)
UNION ALL
SELECT 'awards', concat_ws(' ', award, status), 'total', sum(total)::BIGINT
FROM award_totals
GROUP BY award, status
UNION ALL
SELECT 'officials', person_id, 'articles', sum(articles)::BIGINT
FROM official_appearances
GROUP BY person_id
UNION ALL
SELECT 'meetings', kind::VARCHAR, 'meetings', count(*)
FROM meeting_calendar
GROUP BY kind
UNION ALL
SELECT 'articles', source_id, 'articles', sum(articles)::BIGINT
FROM source_coverage
GROUP BY source_id
