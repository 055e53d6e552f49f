-- The counts of honours that each story tells: of one article of it, and no total beside its parts. Of the articles that
-- are to be counted (`recounted`, in a new file all of them), which are whole stories.
WITH RECURSIVE told_once AS (
    -- Of a story's articles the one that tells most counts: reprints are cut.
    SELECT article_id, story_id, source_id, province, published_text
    FROM recounted
    JOIN (SELECT article_id, count(*) AS told FROM awards GROUP BY article_id) USING (article_id)
    QUALIFY row_number() OVER (PARTITION BY story_id ORDER BY told DESC, published_text NULLS LAST, article_id) = 1
), told AS MATERIALIZED (
    SELECT award_id, article_id, part_of, award, rank, level, unit, status, period, count
    FROM awards SEMI JOIN told_once USING (article_id)
), split AS (
    -- Totals that their parts account for to the last one: the parts say more.
    SELECT whole.award_id
    FROM told AS whole
    JOIN told AS part ON part.part_of = whole.award_id AND part.status = whole.status
    GROUP BY whole.award_id, whole.count
    HAVING sum(part.count) = whole.count
    UNION
    -- A table may have a column of both beside those of collectives and of individuals, and not say that it is a sum.
    SELECT whole.award_id
    FROM told AS whole
    JOIN told AS one USING (article_id, award, status)
    JOIN told AS other USING (article_id, award, status)
    WHERE whole.unit = 'both' AND one.unit = 'collective' AND other.unit = 'individual'
      AND whole.count = one.count + other.count
      AND {r: whole.rank, l: whole.level, p: whole.period, w: whole.part_of}
          IS NOT DISTINCT FROM {r: one.rank, l: one.level, p: one.period, w: one.part_of}
      AND {r: whole.rank, l: whole.level, p: whole.period, w: whole.part_of}
          IS NOT DISTINCT FROM {r: other.rank, l: other.level, p: other.period, w: other.part_of}
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
JOIN awards AS w USING (award_id)
JOIN told_once AS t USING (article_id)
WHERE NOT counted.is_split
ORDER BY t.published_text, w.award_id
