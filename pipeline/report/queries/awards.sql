-- Honours conferred and proposed, by kind, rank, level and unit.
SELECT
    status,
    award,
    f.name,
    f.english,
    rank,
    level,
    unit,
    sum(total)::BIGINT AS total,
    sum(reports)::BIGINT AS reports,
    sum(inexact)::BIGINT AS inexact
FROM award_totals AS t
JOIN award_families AS f USING (award)
WHERE status <> 'statistic'
GROUP BY ALL
ORDER BY status, f.name, award, rank NULLS LAST, level NULLS LAST, unit
