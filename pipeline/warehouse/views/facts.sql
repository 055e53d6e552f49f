-- Every fact in one place, and every stretch of text that a fact rests on.

CREATE VIEW facts AS
SELECT
    meeting_id AS fact_id,
    'meeting' AS kind,
    article_id,
    start,
    "end",
    quote,
    sentence_start,
    sentence_end,
    rule,
    confidence
FROM meetings
UNION ALL
SELECT official_id, 'official', article_id, start, "end", quote, sentence_start, sentence_end, rule, confidence
FROM officials
WHERE office_no <= 1
UNION ALL
SELECT mention_id, 'campaign', article_id, start, "end", quote, sentence_start, sentence_end, rule, confidence
FROM campaign_mentions
UNION ALL
SELECT award_id, 'award', article_id, start, "end", quote, sentence_start, sentence_end, rule, confidence
FROM awards
UNION ALL
SELECT share_id, 'share', article_id, start, "end", quote, sentence_start, sentence_end, rule, confidence
FROM award_shares
UNION ALL
SELECT document_id, 'document', article_id, start, "end", quote, sentence_start, sentence_end, rule, confidence
FROM documents;
COMMENT ON VIEW facts IS 'Every fact once, whatever its kind: where it stands and what it rests on.';
COMMENT ON COLUMN facts.fact_id IS 'The id that thidua show takes.';
COMMENT ON COLUMN facts.kind IS 'meeting, official, campaign, award, share or document.';
COMMENT ON COLUMN facts.article_id IS 'The article.';
COMMENT ON COLUMN facts.start IS 'Where the words stand in articles.text.';
COMMENT ON COLUMN facts."end" IS 'Where they end.';
COMMENT ON COLUMN facts.quote IS 'The words at that place.';
COMMENT ON COLUMN facts.sentence_start IS 'Where the sentence around them begins.';
COMMENT ON COLUMN facts.sentence_end IS 'Where the sentence ends.';
COMMENT ON COLUMN facts.rule IS 'The rule that found it.';
COMMENT ON COLUMN facts.confidence IS 'Confidence of the rule, 0 to 1.';

CREATE VIEW spans AS
SELECT fact_id, kind AS what, article_id, start, "end", quote FROM facts
UNION ALL
SELECT meeting_id, 'meeting date', article_id, date_start, date_end, date_quote
FROM meetings
WHERE date_start IS NOT NULL
UNION ALL
SELECT official_id, 'office', article_id, office_start, office_end, office_quote FROM officials WHERE office_no > 0
UNION ALL
SELECT official_id, 'role', article_id, start, "end", quote FROM official_roles
UNION ALL
SELECT official_id, 'mention', article_id, start, "end", quote FROM official_mentions
UNION ALL
SELECT document_id, part::VARCHAR, article_id, start, "end", quote FROM document_parts
UNION ALL
SELECT article_id || '-' || discrepancy_no, 'discrepancy', article_id, start, "end", quote FROM discrepancies;
COMMENT ON VIEW spans IS 'Every stretch of text that a fact rests on: of each row, substring(articles.text, start + 1, "end" - start) = quote.';
COMMENT ON COLUMN spans.fact_id IS 'The fact.';
COMMENT ON COLUMN spans.what IS 'What of the fact rests on it: the fact itself, a date, an office, a role, a further mention, or a part of a document''s frame.';
COMMENT ON COLUMN spans.article_id IS 'The article.';
COMMENT ON COLUMN spans.start IS 'Where the words stand in articles.text.';
COMMENT ON COLUMN spans."end" IS 'Where they end.';
COMMENT ON COLUMN spans.quote IS 'The words at that place.';
