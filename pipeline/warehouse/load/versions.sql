-- Which articles are earlier versions of others: of one source, at one address, of one story (`story_of`), so that unlike
-- texts that stood at one address replace nothing. The version that was captured last stands; where that is not known, the
-- one that tells the latest date.

CREATE TEMP TABLE rival_pages AS
SELECT p.article_id, p.page_id, p.filename, p.file_row_number, p.captured_at, p.address, t.story_id
FROM standing_pages AS p
JOIN (SELECT address FROM standing_pages WHERE parsed GROUP BY address HAVING count(*) > 1) USING (address)
JOIN story_of AS t USING (article_id)
WHERE p.parsed
WINDOW same_place AS (PARTITION BY p.address, t.story_id)
QUALIFY min(p.article_id) OVER same_place <> max(p.article_id) OVER same_place;

-- The versions in their order, the latest with the greatest number, whatever address they were captured at.
CREATE TEMP TABLE versions AS
SELECT
    r.article_id,
    row_number() OVER (
        ORDER BY max(r.captured_at) NULLS FIRST,
        max(list_max([d.date FOR d IN s.article.dates IF d.role IN ('published', 'updated')])) NULLS FIRST,
        max(r.page_id)
    ) AS n
FROM rival_pages AS r
JOIN shard_rows AS s USING (filename, file_row_number)
GROUP BY r.article_id;

CREATE TEMP TABLE superseded AS
WITH RECURSIVE newer AS (
    SELECT n, max(newest) AS newest
    FROM (
        SELECT v.n, max(v.n) OVER (PARTITION BY r.address, r.story_id) AS newest
        FROM rival_pages AS r
        JOIN versions AS v USING (article_id)
    )
    GROUP BY n
    HAVING max(newest) > n
), replaced AS (
    -- What replaced a version may have been replaced itself, at another address.
    FROM newer
    UNION
    SELECT r.n, newer.newest FROM replaced AS r JOIN newer ON newer.n = r.newest
)
SELECT earlier.article_id, latest.article_id AS superseded_by
FROM (SELECT n, max(newest) AS newest FROM replaced GROUP BY n) AS r
JOIN versions AS earlier ON earlier.n = r.n
JOIN versions AS latest ON latest.n = r.newest;
