-- Counts of honours, who received them, and percentages of them.

CREATE TEMP TABLE told_awards AS
SELECT article_id, unnest(awards) AS f FROM fresh_pages;

INSERT INTO awards
SELECT
    f.id,
    article_id,
    f.award,
    f.rank,
    f.level,
    f.grantor,
    f.count,
    f.unit,
    f.qualifier,
    f.status,
    f.posthumous,
    f.period,
    f.part_of_id,
    f.start,
    f."end",
    f.quote,
    f.sentence_start,
    f.sentence_end,
    f.rule,
    f.confidence
FROM told_awards
ORDER BY f.id;

INSERT INTO award_recipients
SELECT id, recipient_no, article_id, name
FROM (
    SELECT f.id AS id, article_id, unnest(f.recipients) AS name, generate_subscripts(f.recipients, 1) AS recipient_no
    FROM told_awards
)
ORDER BY id, recipient_no;

INSERT INTO award_shares
SELECT
    f.id,
    article_id,
    f.percent,
    f."of",
    f.start,
    f."end",
    f.quote,
    f.sentence_start,
    f.sentence_end,
    f.rule,
    f.confidence
FROM (SELECT article_id, unnest(shares) AS f FROM fresh_pages)
ORDER BY f.id;

DROP TABLE told_awards;
