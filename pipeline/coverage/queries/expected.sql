-- What was to be expected, source by day: the median of what the same weekday gave in the weeks before, of those weeks
-- in which somebody looked; NULL until there are enough of them. A missed night, a backlog or a holiday is one value of
-- several, and the median does not follow it.
--
-- `common` is what all sources together gave of what was expected of them that day (the median of their shares, 1 at
-- most, and 1 where too few sources are expected anything): a holiday lowers all, and is no source's fault.

WITH
weekly AS (
    SELECT
        *,
        median(got) OVER same_weekday AS usual,
        count(got) OVER same_weekday AS weeks
    FROM observed
    WINDOW same_weekday AS (
        PARTITION BY source_id, isodow(day) ORDER BY day
        RANGE BETWEEN to_days(CAST(7 * $weeks AS INTEGER)) PRECEDING AND to_days(7) PRECEDING
    )
),
expecting AS (
    SELECT *, CASE WHEN weeks >= $least_weeks THEN usual END AS expected
    FROM weekly
),
common AS (
    SELECT day, count(*) AS sources, least(median(got / expected), 1.0) AS share
    FROM expecting
    WHERE state = 'looked' AND expected >= $common_least_expected
    GROUP BY day
)
SELECT
    e.source_id,
    e.day,
    e.state,
    e.expected,
    e.got,
    CASE WHEN c.sources >= $common_least_sources THEN c.share ELSE 1.0 END AS common,
    e.asked,
    e.turned_away,
    e.pages,
    e.articles,
    e.with_title,
    e.with_date,
    e.with_body,
    e.page_without_title,
    e.page_without_date,
    e.page_without_body,
    e.published
FROM expecting AS e
LEFT JOIN common AS c USING (day)
ORDER BY e.source_id, e.day;
