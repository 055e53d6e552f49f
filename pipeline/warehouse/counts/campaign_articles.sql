-- Each campaign with each article that reports it: what counts as a mention, an article, a story. Of the articles that
-- are to be counted (`recounted`, in a new file all of them); grouped by a number, which is faster than by an id.
WITH told AS MATERIALIZED (
    SELECT
        row_number() OVER ()::INTEGER AS n,
        a.article_id,
        a.story_id,
        a.source_id,
        a.province,
        a.published,
        a.published_text,
        CASE WHEN s.articles > 1 THEN ('0x' || a.story_id)::UBIGINT END AS shared_story
    FROM recounted AS a
    JOIN stories AS s USING (story_id)
)
SELECT
    m.campaign_id,
    t.article_id,
    t.story_id,
    t.source_id,
    t.province,
    t.published,
    t.published_text,
    m.mentions,
    m.launched,
    t.shared_story
FROM (
    SELECT m.campaign_id, t.n, count(*) AS mentions, bool_or(m.status = 'launched') AS launched
    FROM campaign_mentions AS m
    JOIN told AS t USING (article_id)
    WHERE m.counted
    GROUP BY m.campaign_id, t.n
) AS m
JOIN told AS t USING (n)
ORDER BY m.campaign_id, t.article_id
