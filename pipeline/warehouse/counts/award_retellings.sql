-- Where an article and the documents that it links to tell of the same honours: the counts of every side but the one
-- that tells most, which stands for all. A side is an article; or the documents with a number together, as an article
-- tells what two decisions confer; or those without, such as lists, which say once more what a decision says. Who tells
-- less leaves out or sees a part; of equals the article stands, as its day is known.
WITH RECURSIVE tied AS (
    -- The stories of an article and of a document, so with the reprints of either; an address that is not stored is one.
    SELECT DISTINCT coalesce(a.story_id, d.attached_to) AS article, d.story_id AS document
    FROM articles AS d
    LEFT JOIN pages AS p ON p.name = d.attached_to
    LEFT JOIN articles AS a ON a.article_id = p.article_id
    WHERE d.attached_to IS NOT NULL AND a.story_id IS DISTINCT FROM d.story_id
), met AS (
    SELECT article AS story_id, document AS other_story FROM tied
    UNION
    SELECT document, article FROM tied
    UNION
    SELECT one.document, other.document
    FROM tied AS one
    JOIN tied AS other ON other.article = one.article AND other.document <> one.document
), told AS MATERIALIZED (
    SELECT *, min(award_id) OVER (PARTITION BY story_id, award, rank, level, unit, status, period) AS honour
    FROM award_tellings SEMI JOIN met USING (story_id)
), honours AS MATERIALIZED (
    FROM told WHERE award_id = honour
), alike AS MATERIALIZED (
    -- A kind, rank, level, period or recipient that one leaves unsaid may be any that the other says.
    SELECT one.honour, other.honour AS other_honour
    FROM honours AS one
    JOIN met USING (story_id)
    JOIN honours AS other ON other.story_id = met.other_story AND other.status = one.status
    WHERE coalesce(one.rank = other.rank, TRUE)
      AND coalesce(one.level = other.level, TRUE)
      AND coalesce(one.period = other.period, TRUE)
      AND (one.award = other.award OR 'khen-thuong' IN (one.award, other.award)
           OR starts_with(one.award, other.award || '-') OR starts_with(other.award, one.award || '-'))
      AND (one.unit = other.unit OR 'decision' NOT IN (one.unit, other.unit)
           AND (one.unit IN ('both', 'item') OR other.unit IN ('both', 'item')))
), reached(honour, together) USING KEY (honour) AS (
    SELECT honour, honour FROM honours
    UNION
    SELECT alike.other_honour, min(r.together)
    FROM reached AS r
    JOIN alike USING (honour)
    JOIN recurring.reached AS known ON known.honour = alike.other_honour
    WHERE r.together < known.together
    GROUP BY alike.other_honour
), sides AS MATERIALIZED (
    SELECT t.award_id, t.count, t.published_text, r.together, a.article, d.number IS NULL AS unnumbered
    FROM told AS t
    JOIN reached AS r USING (honour)
    LEFT JOIN (SELECT DISTINCT article FROM tied) AS a ON a.article = t.story_id
    LEFT JOIN documents AS d USING (article_id)
), best AS (
    SELECT together, article, unnumbered, min(award_id) AS counted_id
    FROM sides
    GROUP BY together, article, unnumbered
    QUALIFY row_number() OVER (
        PARTITION BY together
        ORDER BY sum(count) DESC, article IS NULL, unnumbered, min(published_text) NULLS LAST, article
    ) = 1
)
SELECT s.award_id, best.counted_id
FROM sides AS s
JOIN best USING (together)
WHERE s.article IS DISTINCT FROM best.article OR s.unnumbered <> best.unnumbered
ORDER BY s.award_id
