-- Each candidate with all its spellings ($spellings, each of the candidate at the same place of $heads): how often it
-- was reported, when, where, and the sentences to judge it by.
WITH spellings AS (
    SELECT unnest($spellings::VARCHAR[]) AS campaign_id, unnest($heads::VARCHAR[]) AS head
), mentions AS (
    SELECT s.head, m.mention_id, m.name, m.article_id, m.start, m."end", m.sentence_start, m.sentence_end
    FROM campaign_mentions AS m
    JOIN spellings AS s USING (campaign_id)
    SEMI JOIN (FROM articles WHERE superseded_by IS NULL) USING (article_id)
    WHERE m.counted
)
SELECT
    m.head AS candidate_id,
    c.name,
    count(*) AS mentions,
    count(DISTINCT m.article_id) AS articles,
    count(DISTINCT a.story_id) AS stories,
    min(a.published_text) AS first_seen,
    max(a.published_text) AS last_seen,
    list_sort(list_distinct(list(a.province) FILTER (a.province IS NOT NULL))) AS provinces,
    list_sort(list_distinct(list(m.name) FILTER (m.name <> c.name))) AS other_spellings,
    list({
        'fact_id': m.mention_id,
        'sentence': substring(a.text, m.sentence_start + 1, m.sentence_end - m.sentence_start),
        'start': m.start - m.sentence_start,
        'end': m."end" - m.sentence_start,
        'url': a.url
    } ORDER BY a.published_text NULLS LAST, m.mention_id)[1:3] AS examples
FROM mentions AS m
JOIN articles AS a USING (article_id)
JOIN campaigns AS c ON c.campaign_id = m.head
GROUP BY m.head, c.name
HAVING count(DISTINCT m.article_id) >= $least
ORDER BY articles DESC, mentions DESC, m.head;
