-- Where campaigns are named; a name that the register does not know becomes a candidate.

INSERT INTO campaign_mentions
SELECT
    f.id,
    article_id,
    coalesce(f.campaign, 'candidate:' || vn_slug(f.name)),
    f.name,
    f.local_name,
    f.phase,
    f.owner,
    f.status,
    f.counted,
    f.start,
    f."end",
    f.quote,
    f.sentence_start,
    f.sentence_end,
    f.rule,
    f.confidence
FROM (SELECT article_id, unnest(campaigns) AS f FROM article_pages)
ORDER BY f.id;

INSERT INTO campaigns
SELECT * REPLACE (vn_key(name) AS search_key)
FROM (
    SELECT
        campaign_id,
        name,
        NULL AS search_key,
        'register' AS origin,
        kind,
        owner,
        first_year,
        decision,
        english,
        verified
    FROM registered_campaigns
    UNION ALL BY NAME
    SELECT campaign_id, arg_min(name, (-times, name)) AS name, 'candidate' AS origin
    FROM (SELECT campaign_id, name, count(*) AS times FROM campaign_mentions GROUP BY ALL)
    WHERE campaign_id NOT IN (SELECT campaign_id FROM registered_campaigns)
    GROUP BY campaign_id
)
ORDER BY campaign_id;
