-- A systematic sample: the facts in order of their strata (source kind, province, year, rule), and within a stratum in
-- an order that the seed decides; then every (size / n)th of them, from a start that the seed decides. Each fact has
-- the same chance, and each stratum gets its share of the n to within one.
WITH pool AS (
    SELECT *, sha256($seed || ' ' || fact_id) AS lot
    FROM reviewable_facts
    WHERE kind = $kind
      AND counted
      AND ($campaign IS NULL OR said = $campaign)
      AND ($all OR fact_id NOT IN (SELECT fact_id FROM fact_reviews))
), listed AS (
    SELECT
        *,
        row_number() OVER (
            ORDER BY source_kind NULLS LAST, province NULLS LAST, year NULLS LAST, rule, lot, fact_id
        ) - 1 AS place,
        count(*) OVER () AS size
    FROM pool
), drawn AS (
    SELECT *, ('0x' || left(sha256($seed), 8))::BIGINT % size AS shift FROM listed
)
SELECT
    d.fact_id,
    d.said,
    d.quote,
    substring(a.text, d.sentence_start + 1, d.sentence_end - d.sentence_start) AS sentence,
    a.title,
    s.name AS source,
    d.province,
    a.published_text,
    a.url,
    d.rule,
    d.article_id,
    d.size
FROM drawn AS d
JOIN articles AS a USING (article_id)
JOIN sources AS s USING (source_id)
WHERE ((d.place + 1) * least($n, d.size) + d.shift) // d.size > (d.place * least($n, d.size) + d.shift) // d.size
ORDER BY d.lot, d.fact_id;
