-- Meetings; a date that is only a month or a year stays text.

INSERT INTO meetings
SELECT
    f.id,
    article_id,
    f.name,
    f.kind,
    try_cast(f.date AS DATE),
    f.date,
    try_cast(f.end_date AS DATE),
    f.date_reason,
    f.place,
    f.host,
    f.online,
    f.period,
    f.main,
    f.date_start,
    f.date_end,
    f.date_quote,
    f.start,
    f."end",
    f.quote,
    f.sentence_start,
    f.sentence_end,
    f.rule,
    f.confidence
FROM (SELECT article_id, unnest(meetings) AS f FROM fresh_pages)
ORDER BY f.id;
