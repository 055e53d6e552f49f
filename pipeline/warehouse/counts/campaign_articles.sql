-- Each campaign with each article that reports it: what counts as a mention, an article, a story. Of the articles that
-- are to be counted (`recounted`, in a new file all of them). Grouped and put in order, campaign by campaign, as numbers,
-- which is faster than as ids; what the numbers stand for is looked up row by row, which keeps the order.
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
), named AS MATERIALIZED (
    SELECT row_number() OVER (ORDER BY campaign_id)::INTEGER AS k, campaign_id FROM campaigns
), reported AS (
    SELECT c.k, t.n, count(*) AS mentions, bool_or(m.status = 'launched') AS launched
    FROM campaign_mentions AS m
    JOIN told AS t USING (article_id)
    JOIN named AS c USING (campaign_id)
    WHERE m.counted
    GROUP BY c.k, t.n
    ORDER BY c.k, t.n
)
SELECT
    campaign.campaign_id,
    article.article_id,
    article.story_id,
    article.source_id,
    article.province,
    article.published,
    article.published_text,
    mentions,
    launched,
    article.shared_story
FROM (
    SELECT
        (SELECT c FROM named AS c WHERE c.k = r.k) AS campaign,
        (SELECT t FROM told AS t WHERE t.n = r.n) AS article,
        r.mentions,
        r.launched
    FROM reported AS r
)
