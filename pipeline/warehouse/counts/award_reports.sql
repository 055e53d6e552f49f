-- The counts of honours that can be added up, each of one article of a story, and no total beside its parts. Of the
-- articles that are to be counted (`recounted`, in a new file all of them), which are whole stories.
WITH RECURSIVE told_once AS (
    -- Of a story's articles the one that tells most counts: reprints are cut.
    SELECT article_id, story_id, source_id, province, published_text
    FROM recounted
    JOIN (SELECT article_id, count(*) AS told FROM awards GROUP BY article_id) USING (article_id)
    QUALIFY row_number() OVER (PARTITION BY story_id ORDER BY told DESC, published_text NULLS LAST, article_id) = 1
), told AS MATERIALIZED (
    FROM awards SEMI JOIN told_once USING (article_id)
), split AS (
    -- Totals that their parts account for to the last one: the parts say more.
    SELECT whole.award_id
    FROM told AS whole
    JOIN told AS part ON part.part_of = whole.award_id AND part.status = whole.status
    GROUP BY whole.award_id, whole.count
    HAVING sum(part.count) = whole.count
), counted AS (
    SELECT award_id, status, award_id IN (FROM split) AS is_split FROM told WHERE part_of IS NULL
    UNION ALL
    SELECT part.award_id, part.status, part.award_id IN (FROM split)
    FROM counted
    JOIN told AS part ON part.part_of = counted.award_id AND part.status = counted.status
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
JOIN told AS w USING (award_id)
JOIN told_once AS t USING (article_id)
WHERE NOT counted.is_split
ORDER BY t.published_text, w.award_id
