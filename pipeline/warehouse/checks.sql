-- What must hold before a snapshot is published. Each check is a query that returns the rows that break it; the first
-- column names the row. Beside each: what its rows mean. What was proved of a text when it was loaded is not proved again
-- in a file that grew: `fresh_texts` (given: id and size in code points) are the others, `suspect_facts` those that may
-- have an id of theirs.

-- check: mass-balance
-- pages on record and pages that the shards hold differ
SELECT 'pages' AS what, (SELECT count(*) FROM pages) AS loaded, (SELECT count(*) FROM standing_rows) AS given
WHERE loaded <> given;

-- check: parsed-balance
-- parsed pages are not loaded + duplicate
SELECT
    'parsed' AS what,
    (SELECT count(*) FROM standing_pages WHERE parsed) AS parsed,
    (SELECT count(*) FROM articles) AS loaded,
    (SELECT count(*) FROM pages WHERE outcome = 'duplicate') AS duplicate,
    (SELECT count(*) FROM quarantine) AS quarantined,
    (SELECT count(*) FROM pages) AS pages
WHERE parsed <> loaded + duplicate OR pages <> parsed + quarantined;

-- check: facts-balance
-- facts in the shards (with those that were kept) and facts in the tables differ
SELECT kind, given, kept, loaded
FROM loaded_facts
JOIN given_facts USING (kind)
JOIN kept_facts USING (kind)
WHERE given + kept <> loaded;

-- check: unique-keys
-- a key stands twice
SELECT t.id, t.what, t.times
FROM (
    SELECT page_id AS id, 'pages' AS what, count(*) AS times FROM pages GROUP BY ALL HAVING count(*) > 1
    UNION ALL
    SELECT article_id, 'articles', count(*) FROM articles GROUP BY ALL HAVING count(*) > 1
    UNION ALL
    SELECT story_id, 'stories', count(*) FROM stories GROUP BY ALL HAVING count(*) > 1
    UNION ALL
    SELECT fact_id, 'facts', count(*) FROM suspect_facts GROUP BY fact_id HAVING count(*) > 1
    UNION ALL
    SELECT official_id, 'officials', count(*) FROM officials GROUP BY official_id, office_no HAVING count(*) > 1
) AS t;

-- check: references
-- a row points to one that is not there
SELECT t.id, t.what, t.points_to
FROM (
    SELECT article_id AS id, 'article without source' AS what, source_id AS points_to
    FROM articles ANTI JOIN sources USING (source_id)
    UNION ALL
    SELECT article_id, 'article without page', page_id FROM articles ANTI JOIN pages USING (page_id)
    UNION ALL
    SELECT article_id, 'article without story', story_id FROM articles ANTI JOIN stories USING (story_id)
    UNION ALL
    SELECT s.story_id, 'story whose first article tells another', s.first_article_id
    FROM stories AS s
    ANTI JOIN articles AS a ON a.article_id = s.first_article_id AND a.story_id = s.story_id
    UNION ALL
    SELECT page_id, 'page without article', article_id
    FROM (SELECT page_id, article_id FROM pages WHERE outcome <> 'quarantined') ANTI JOIN articles USING (article_id)
    UNION ALL
    SELECT page_id, 'quarantined page without reason', name
    FROM (SELECT page_id, name FROM pages WHERE outcome = 'quarantined') ANTI JOIN quarantine USING (page_id)
    UNION ALL
    SELECT fact_id, kind || ' without article', article_id FROM facts ANTI JOIN articles USING (article_id)
    UNION ALL
    SELECT mention_id, 'mention without campaign', campaign_id
    FROM campaign_mentions ANTI JOIN campaigns USING (campaign_id)
    UNION ALL
    SELECT official_id, 'official without person', person_id FROM officials ANTI JOIN people USING (person_id)
    UNION ALL
    SELECT o.official_id, 'official of a meeting that the article does not report', o.meeting_id
    FROM (SELECT official_id, meeting_id, article_id FROM officials WHERE meeting_id IS NOT NULL) AS o
    ANTI JOIN meetings AS m ON m.meeting_id = o.meeting_id AND m.article_id = o.article_id
    UNION ALL
    SELECT w.award_id, 'part of an award that the article does not report', w.part_of
    FROM (SELECT award_id, part_of, article_id FROM awards WHERE part_of IS NOT NULL) AS w
    ANTI JOIN awards AS whole ON whole.award_id = w.part_of AND whole.article_id = w.article_id
    UNION ALL
    SELECT award_id, 'award of an unknown family', award FROM awards ANTI JOIN award_families USING (award)
) AS t;

-- check: versions
-- an article is superseded by one that is not there, is superseded itself, or is of another source or story
SELECT a.article_id, a.superseded_by, a.source_id, a.story_id
FROM (SELECT article_id, superseded_by, source_id, story_id FROM articles WHERE superseded_by IS NOT NULL) AS a
ANTI JOIN (FROM articles WHERE superseded_by IS NULL) AS s
    ON s.article_id = a.superseded_by AND s.source_id = a.source_id AND s.story_id = a.story_id;

-- check: evidence
-- the words at the place of a fact are not its quote
SELECT s.fact_id, s.what, s.article_id, s.quote, substring(a.text, s.start + 1, s."end" - s.start) AS words_there
FROM spans AS s
JOIN articles AS a USING (article_id)
WHERE s.quote IS DISTINCT FROM substring(a.text, s.start + 1, s."end" - s.start)
   OR length(s.quote) <> s."end" - s.start OR s.start < 0 OR s.start >= s."end";

-- check: sentences
-- the sentence of a fact is not around it, or not in the text
SELECT f.fact_id, f.kind, f.sentence_start, f.start, f."end", f.sentence_end, a.size
FROM facts AS f
JOIN fresh_texts AS a USING (article_id)
WHERE f.sentence_start < 0 OR f.sentence_start > f.start OR f.sentence_end < f."end" OR f.sentence_end > a.size;

-- check: blocks
-- a block of an article is not in its text, or overlaps the one before
SELECT article_id, block_no, start, "end"
FROM (
    SELECT b.*, a.size, lag(b."end", 1, 0) OVER (PARTITION BY b.article_id ORDER BY b.block_no) AS earlier
    FROM article_blocks AS b
    JOIN fresh_texts AS a USING (article_id)
)
WHERE start < earlier OR "end" < start OR "end" > size;

-- check: regions
-- a region is not in its article's text, or not on paper
SELECT r.article_id, r.region_no, r.start, r."end", r.page
FROM regions AS r
JOIN fresh_texts AS a USING (article_id)
WHERE r.start < 0 OR r."end" <= r.start OR r."end" > a.size OR r.page < 1 OR r.x1 < r.x0 OR r.y1 < r.y0;

-- check: dates
-- an article is undated without a reason, or its date and its precision disagree
SELECT article_id, published, published_text, published_precision, published_reason
FROM articles
WHERE (published_text IS NULL) <> (published_precision IS NULL)
   OR (published_text IS NULL AND published_reason IS NULL)
   OR (published IS NOT NULL) <> coalesce(published_precision = 'day', FALSE)
   OR length(published_text) <> CASE published_precision WHEN 'day' THEN 10 WHEN 'month' THEN 7 ELSE 4 END
   OR (published_evidence IS NULL) <> (published_text IS NULL);

-- check: meeting-dates
-- a meeting has neither a date nor a reason for it, or a date that is none, or ends before it begins
SELECT meeting_id, date, date_text, end_date, date_reason
FROM meetings
WHERE (date_text IS NULL AND date_reason IS NULL)
   OR (date IS NULL AND length(date_text) >= 10)
   OR NOT coalesce(regexp_full_match(date_text, '\d{4}(-\d{2}(-\d{2})?)?'), TRUE)
   OR end_date < date;

-- check: measures
-- a count, percentage or confidence that cannot be
SELECT award_id AS id, 'count' AS what, count::DOUBLE AS measure FROM awards WHERE count < 1
UNION ALL
SELECT share_id, 'percent', percent FROM award_shares WHERE NOT percent BETWEEN 0 AND 1000
UNION ALL
SELECT fact_id, 'confidence', confidence FROM facts WHERE NOT (confidence > 0 AND confidence <= 1);

-- check: award-circles
-- an award that is part of itself
WITH RECURSIVE above AS (
    SELECT award_id, part_of AS whole, 1 AS steps FROM awards WHERE part_of IS NOT NULL
    UNION ALL
    SELECT above.award_id, w.part_of, above.steps + 1
    FROM above
    JOIN awards AS w ON w.award_id = above.whole
    WHERE w.part_of IS NOT NULL AND above.steps < 20
)
SELECT award_id, whole, steps FROM above WHERE steps = 20 OR whole = award_id;

-- check: reviews
-- a review is of no fact, or twice of one, or a verdict is not about the words at its place
SELECT fact_id AS id, 'fact' AS what
FROM fact_reviews
WHERE NOT EXISTS (FROM facts AS f WHERE f.fact_id = fact_reviews.fact_id)
UNION ALL
SELECT fact_id, 'twice' FROM fact_reviews GROUP BY fact_id, reviewer HAVING count(*) > 1
UNION ALL
SELECT v.verdict_no::VARCHAR, 'words'
FROM verdicts AS v
JOIN articles AS a USING (article_id)
WHERE substring(a.text, v.start + 1, v."end" - v.start) <> v.quote;
