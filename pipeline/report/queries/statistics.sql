-- Honours that are totals over a period, each statistic by itself: those of the latest period first. A statistic that
-- several articles repeat is one row, with the newest of them.
SELECT
    award,
    f.name,
    f.english,
    r.rank::VARCHAR AS rank,
    r.level::VARCHAR AS level,
    unit::VARCHAR AS unit,
    province,
    coalesce(period, year) AS told_of,
    any_value(period) AS period,
    list(DISTINCT source_id ORDER BY source_id) AS sources,
    arg_max(qualifier, (coalesce(published_text, ''), award_id))::VARCHAR AS qualifier,
    "count",
    count(*) AS reports,
    list(award_id ORDER BY published_text DESC NULLS LAST, award_id)[:$listed] AS awards,
    count(*) OVER () AS known
FROM award_reports AS r
JOIN award_families AS f USING (award)
WHERE status = 'statistic'
GROUP BY award, f.name, f.english, r.rank, r.level, unit, province, told_of, "count"
ORDER BY
    right(told_of, 4) DESC NULLS LAST, told_of DESC, any_value(period) NULLS LAST, vn_key(province) NULLS LAST, sources,
    f.name, award, r.rank NULLS LAST, r.level NULLS LAST, r.unit, "count" DESC
LIMIT $most
