-- Articles with their sources, the stories that they tell (`story_of`, made by `pipeline.stories`) and the versions that
-- replaced them, and what else a page tells.
-- A date of a month or a year is no DATE: no day is invented.

INSERT INTO sources
SELECT
    p.source_id,
    coalesce(any_value(d.name), p.source_id),
    any_value(d.kind),
    any_value(d.province),
    any_value(d.verified),
    CASE WHEN any_value(d.source_id) IS NOT NULL THEN 'declared' WHEN bool_or(p.is_host) THEN 'host' ELSE 'unknown' END
FROM standing_pages AS p
LEFT JOIN declared_sources AS d USING (source_id)
WHERE p.parsed
GROUP BY p.source_id
ORDER BY p.source_id;

INSERT INTO articles
SELECT
    p.article_id,
    p.page_id,
    p.source_id,
    t.story_id,
    p.article.host,
    p.article.url,
    coalesce(p.article.province, s.province),
    p.article.title,
    p.article.title_key,
    p.article.text,
    p.article.author,
    try_cast(p.article.published AS DATE),
    p.article.published,
    p.article.published_precision,
    p.article.published_role,
    p.article.published_evidence,
    p.article.published_rule,
    p.article.published_reason,
    p.article.syllables,
    p.article.recognition,
    p.article.recoded,
    p.article.attached_to,
    v.superseded_by
FROM fresh_pages AS p
JOIN sources AS s USING (source_id)
JOIN story_of AS t USING (article_id)
LEFT JOIN superseded AS v USING (article_id)
ORDER BY p.article_id;

-- Put in order once, what is taken from it stays in order.
CREATE TEMP TABLE told_pages AS
SELECT article_id, article.blocks AS blocks, article.dates AS dates, article.removed AS removed
FROM fresh_pages
ORDER BY article_id;

INSERT INTO article_blocks
SELECT article_id, block_no, block.start, block."end", block.role
FROM (
    SELECT article_id, unnest(blocks) AS block, generate_subscripts(blocks, 1) AS block_no
    FROM told_pages
);

INSERT INTO article_dates
SELECT
    article_id,
    date_no,
    try_cast(told.date AS DATE),
    told.date,
    told.precision,
    told.role,
    told.evidence,
    told.rule,
    told.start,
    told."end"
FROM (
    SELECT article_id, unnest(dates) AS told, generate_subscripts(dates, 1) AS date_no
    FROM told_pages
);

INSERT INTO article_furniture
SELECT article_id, piece_no, piece.quote, piece.rule
FROM (
    SELECT article_id, unnest(removed) AS piece, generate_subscripts(removed, 1) AS piece_no
    FROM told_pages
);

DROP TABLE told_pages;
