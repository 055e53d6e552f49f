-- Honours added up, from the counts that can be: `counts/award_tellings.sql` and `counts/award_retellings.sql`.

CREATE VIEW award_reports AS
FROM award_tellings ANTI JOIN award_retellings USING (award_id);
COMMENT ON VIEW award_reports IS 'The awards that can be added up: one article of each story, of a total and its parts either the parts, where they account for all of it, or the total, and no award that an article and a document that it links to both tell.';
COMMENT ON COLUMN award_reports.award_id IS 'The award, see awards.';
COMMENT ON COLUMN award_reports.article_id IS 'The article that tells it.';
COMMENT ON COLUMN award_reports.story_id IS 'Its story.';
COMMENT ON COLUMN award_reports.source_id IS 'Who published it.';
COMMENT ON COLUMN award_reports.province IS 'Province of the source, as of then.';
COMMENT ON COLUMN award_reports.published_text IS 'Publication date as exactly as it is known.';
COMMENT ON COLUMN award_reports.year IS 'Year of publication.';
COMMENT ON COLUMN award_reports.award IS 'Family of the honour, see award_families.';
COMMENT ON COLUMN award_reports.rank IS 'Hạng.';
COMMENT ON COLUMN award_reports.level IS 'Level of the authority that grants it.';
COMMENT ON COLUMN award_reports.unit IS 'What is counted.';
COMMENT ON COLUMN award_reports.status IS 'conferred, proposed or statistic.';
COMMENT ON COLUMN award_reports.qualifier IS 'exact, over, under or about.';
COMMENT ON COLUMN award_reports.period IS 'Period of a statistic.';
COMMENT ON COLUMN award_reports.count IS 'How many.';

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
COMMENT ON VIEW award_totals IS 'Honours by family, rank, level, unit, status, province, year. Never adds a total to its parts, proposals or statistics to what was conferred, two reports of one story, an article to the documents that it links to, or a statistic told twice. Two newspapers that each write their own story of one ceremony still count twice, unless both link to one document: see stories.';
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
