-- Of each row of the honours the newest counts.
SELECT
    status::VARCHAR AS status,
    award,
    rank::VARCHAR AS rank,
    level::VARCHAR AS level,
    award_id,
    article_id,
    "count",
    unit::VARCHAR AS unit,
    qualifier::VARCHAR AS qualifier,
    period,
    count(*) OVER (PARTITION BY r.status, award, r.rank, r.level) AS reports
FROM award_reports AS r
WHERE r.status <> 'statistic'
QUALIFY row_number() OVER (
    PARTITION BY r.status, award, r.rank, r.level ORDER BY published_text DESC NULLS LAST, award_id
) <= $listed
ORDER BY r.status, award, published_text DESC NULLS LAST, award_id
