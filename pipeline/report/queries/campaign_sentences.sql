-- The sentences in which each of the articles names the campaign beside it, and where in them.
WITH found AS (
    SELECT
        m.*,
        dense_rank() OVER (PARTITION BY article_id, campaign_id ORDER BY sentence_start) AS sentence_no
    FROM campaign_mentions AS m
    JOIN (SELECT unnest($articles) AS article_id, unnest($topics) AS campaign_id) USING (article_id, campaign_id)
    WHERE counted
)
SELECT
    article_id,
    campaign_id AS topic,
    mention_id AS fact_id,
    start - sentence_start AS start,
    "end" - sentence_start AS "end",
    sentence_start,
    substring(a.text, sentence_start + 1, sentence_end - sentence_start) AS sentence,
    rule,
    confidence,
    max(sentence_no) OVER (PARTITION BY article_id, campaign_id) AS sentences
FROM found
JOIN articles AS a USING (article_id)
QUALIFY sentence_no <= $sentences
ORDER BY article_id, topic, sentence_start, start, fact_id
