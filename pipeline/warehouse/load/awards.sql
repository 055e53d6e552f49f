-- Counts of honours, who received them, and percentages of them.

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
FROM (SELECT article_id, unnest(awards) AS f FROM article_pages)
ORDER BY f.id;

INSERT INTO award_recipients
SELECT id, recipient_no, name
FROM (
    SELECT f.id AS id, unnest(f.recipients) AS name, generate_subscripts(f.recipients, 1) AS recipient_no
    FROM (SELECT unnest(awards) AS f FROM article_pages)
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
FROM (SELECT article_id, unnest(shares) AS f FROM article_pages)
ORDER BY f.id;
