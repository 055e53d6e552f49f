-- What was observed, source by day: the one place where the numbers of the coverage table come from.
--
-- `nights` and `captures` come from the ledger (queries/nights.sql, queries/captures.sql) and speak of the night on
-- which we looked; `pages` and `articles` are the warehouse's. `got` counts articles kept for the first time that
-- night: it says whether the crawl works. `published` counts articles by the day they were published on: it says
-- whether the source published, and is complete only some nights later. Both are NULL, not 0, where nobody looked.

CREATE TEMP TABLE observed AS
WITH
spine AS (
    SELECT source_id, CAST(unnest(generate_series(min(day), (SELECT greatest(max(day), $today) FROM nights), INTERVAL 1 DAY)) AS DATE) AS day
    FROM nights
    GROUP BY source_id
),
looked AS (
    SELECT
        s.source_id,
        s.day,
        CASE
            WHEN coalesce(n.guides, 0) = 0 THEN 'not_run'
            WHEN n.guides_answered > 0 THEN 'looked'
            WHEN n.guides_disallowed = n.guides THEN 'disallowed'
            ELSE 'unanswered'
        END AS state,
        coalesce(n.asked, 0) AS asked,
        coalesce(n.turned_away, 0) AS turned_away
    FROM spine AS s
    LEFT JOIN nights AS n USING (source_id, day)
),
filled AS (
    SELECT
        c.source_id,
        c.day,
        count(*) AS got,
        count(p.page_id) AS pages,
        count(a.article_id) AS articles,
        count(*) FILTER (WHERE a.title <> '') AS with_title,
        count(*) FILTER (WHERE a.published_text IS NOT NULL) AS with_date,
        count(*) FILTER (WHERE a.syllables >= $body_syllables) AS with_body,
        min(p.name) FILTER (WHERE a.article_id IS NOT NULL AND coalesce(a.title, '') = '') AS page_without_title,
        min(p.name) FILTER (WHERE a.article_id IS NOT NULL AND a.published_text IS NULL) AS page_without_date,
        min(p.name) FILTER (WHERE coalesce(a.syllables, 0) < $body_syllables) AS page_without_body
    FROM captures AS c
    LEFT JOIN pages AS p USING (page_id)
    LEFT JOIN articles AS a USING (article_id)
    GROUP BY c.source_id, c.day
),
publication AS (
    SELECT source_id, published AS day, count(*) AS articles
    FROM articles
    WHERE published IS NOT NULL AND attached_to IS NULL AND superseded_by IS NULL
    GROUP BY source_id, published
)
SELECT
    l.source_id,
    l.day,
    l.state,
    CASE WHEN l.state = 'looked' THEN coalesce(f.got, 0) END AS got,
    l.asked,
    l.turned_away,
    coalesce(f.pages, 0) AS pages,
    coalesce(f.articles, 0) AS articles,
    coalesce(f.with_title, 0) AS with_title,
    coalesce(f.with_date, 0) AS with_date,
    coalesce(f.with_body, 0) AS with_body,
    f.page_without_title,
    f.page_without_date,
    f.page_without_body,
    CASE
        WHEN count(*) FILTER (WHERE l.state = 'looked') OVER (
            PARTITION BY l.source_id ORDER BY l.day
            RANGE BETWEEN CURRENT ROW AND to_days($catch_up_days) FOLLOWING
        ) > 0 THEN coalesce(p.articles, 0)
    END AS published
FROM looked AS l
LEFT JOIN filled AS f USING (source_id, day)
LEFT JOIN publication AS p USING (source_id, day);
