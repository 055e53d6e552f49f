-- Each campaign with each article that reports it: what counts as a mention, an article, a story.
SELECT
    m.campaign_id,
    m.article_id,
    a.story_id,
    a.source_id,
    a.province,
    a.published,
    a.published_text,
    m.mentions,
    m.launched
FROM (
    SELECT campaign_id, article_id, count(*) AS mentions, bool_or(status = 'launched') AS launched
    FROM campaign_mentions
    WHERE counted
    GROUP BY campaign_id, article_id
) AS m
JOIN articles AS a USING (article_id)
ORDER BY m.campaign_id, m.article_id
