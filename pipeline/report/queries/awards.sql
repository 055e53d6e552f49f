-- Honours by status, kind, rank, level and unit.
SELECT
    status::VARCHAR AS status,
    award,
    f.name,
    f.english,
    rank::VARCHAR AS rank,
    level::VARCHAR AS level,
    unit::VARCHAR AS unit,
    sum(total)::BIGINT AS total,
    sum(reports)::BIGINT AS reports,
    sum(inexact)::BIGINT AS inexact
FROM award_totals AS t
JOIN award_families AS f USING (award)
GROUP BY ALL
ORDER BY t.status, f.name, t.rank NULLS LAST, t.level NULLS LAST, t.unit
