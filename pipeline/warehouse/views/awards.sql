-- Honours added up, from the counts that can be (`award_reports`, `counts/award_reports.sql`).

CREATE VIEW award_totals AS
SELECT
    award,
    rank,
    level,
    unit,
    status,
    province,
    year,
    CASE WHEN status = 'statistic' THEN period END AS period,
    sum(count)::BIGINT AS total,
    count(*) AS reports,
    count(DISTINCT story_id) AS stories,
    count(*) FILTER (qualifier <> 'exact') AS inexact
FROM (
    FROM award_reports
    WHERE status <> 'statistic'
    UNION ALL
    -- A statistic that several articles repeat is one statistic.
    FROM award_reports
    WHERE status = 'statistic'
    QUALIFY row_number() OVER (
        PARTITION BY award, rank, level, unit, province, coalesce(period, year), count
        ORDER BY published_text NULLS LAST, award_id
    ) = 1
)
GROUP BY ALL;
COMMENT ON VIEW award_totals IS 'Honours by family, rank, level, unit, status, province, year. Never adds a total to its parts, proposals or statistics to what was conferred, two reports of one story, or a statistic told twice. Two newspapers that each write their own story of one ceremony still count twice: see stories.';
COMMENT ON COLUMN award_totals.award IS 'Family of the honour, see award_families.';
COMMENT ON COLUMN award_totals.rank IS 'Hạng.';
COMMENT ON COLUMN award_totals.level IS 'Level of the authority that grants it.';
COMMENT ON COLUMN award_totals.unit IS 'What is counted.';
COMMENT ON COLUMN award_totals.status IS 'conferred, proposed or statistic: never add these to one another.';
COMMENT ON COLUMN award_totals.province IS 'Province of the source, as of then.';
COMMENT ON COLUMN award_totals.year IS 'Year of publication.';
COMMENT ON COLUMN award_totals.period IS 'Period of a statistic.';
COMMENT ON COLUMN award_totals.total IS 'How many.';
COMMENT ON COLUMN award_totals.reports IS 'Number of counts added up.';
COMMENT ON COLUMN award_totals.stories IS 'Number of stories that they are from.';
COMMENT ON COLUMN award_totals.inexact IS 'How many of the counts are over, under or about.';
