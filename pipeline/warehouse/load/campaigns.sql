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
SELECT campaign_id, name, vn_key(name), 'register', kind, owner, first_year, decision, english, verified
FROM registered_campaigns
ORDER BY campaign_id;

INSERT INTO campaigns (campaign_id, name, search_key, origin)
SELECT campaign_id, arg_min(name, (-times, name)) AS name, vn_key(arg_min(name, (-times, name))), 'candidate'
FROM (SELECT campaign_id, name, count(*) AS times FROM campaign_mentions GROUP BY ALL)
WHERE campaign_id NOT IN (SELECT campaign_id FROM registered_campaigns)
GROUP BY campaign_id
ORDER BY campaign_id;
