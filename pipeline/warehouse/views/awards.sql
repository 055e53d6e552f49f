-- Which counts of honours can be added up.

CREATE VIEW award_reports AS
WITH RECURSIVE told_once AS (
    -- Of a story's articles the one that tells most counts: reprints are cut.
    SELECT article_id, story_id, source_id, province, published_text
    FROM articles
    JOIN (SELECT article_id, count(*) AS told FROM awards GROUP BY article_id) USING (article_id)
    QUALIFY row_number() OVER (PARTITION BY story_id ORDER BY told DESC, published_text NULLS LAST, article_id) = 1
), split AS (
    -- Totals that their parts account for to the last one: the parts say more.
    SELECT whole.award_id
    FROM awards AS whole
    JOIN awards AS part ON part.part_of = whole.award_id AND part.status = whole.status
    GROUP BY whole.award_id, whole.count
    HAVING sum(part.count) = whole.count
), counted AS (
    SELECT award_id, status, award_id IN (FROM split) AS is_split FROM awards WHERE part_of IS NULL
    UNION ALL
    SELECT part.award_id, part.status, part.award_id IN (FROM split)
    FROM counted
    JOIN awards AS part ON part.part_of = counted.award_id AND part.status = counted.status
    WHERE counted.is_split
)
SELECT
    w.award_id,
    w.article_id,
    t.story_id,
    t.source_id,
    t.province,
    t.published_text,
    left(t.published_text, 4) AS year,
    w.award,
    w.rank,
    w.level,
    w.unit,
    w.status,
    w.qualifier,
    w.period,
    w.count
FROM counted
JOIN awards AS w USING (award_id)
JOIN told_once AS t USING (article_id)
WHERE NOT counted.is_split;
COMMENT ON VIEW award_reports IS 'The awards that can be added up: one article of each story, and of a total and its parts either the parts, where they account for all of it, or the total.';
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
    -- A statistic that several articles repeat is one statistic.
    SELECT * FROM award_reports
    QUALIFY status <> 'statistic' OR row_number() OVER (
        PARTITION BY status, award, rank, level, unit, province, coalesce(period, year), count
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
