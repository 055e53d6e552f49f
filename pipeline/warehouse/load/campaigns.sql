-- Where campaigns are named; a name that the register does not know becomes a candidate, or what was decided about it
-- (`campaign_decisions`).

INSERT INTO campaign_mentions
SELECT
    f.id,
    article_id,
    coalesce(f.campaign, d.campaign_id, candidate_id),
    f.name,
    f.local_name,
    f.phase,
    f.owner,
    f.status,
    f.counted AND d.decision IS DISTINCT FROM 'reject',
    f.start,
    f."end",
    f.quote,
    f.sentence_start,
    f.sentence_end,
    f.rule,
    f.confidence
FROM (
    SELECT article_id, f, CASE WHEN f.campaign IS NULL THEN 'candidate:' || vn_slug(f.name) END AS candidate_id
    FROM (SELECT article_id, unnest(campaigns) AS f FROM fresh_pages)
)
LEFT JOIN (FROM campaign_decisions WHERE stands) AS d USING (candidate_id)
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
    SELECT
        campaign_id,
        arg_max(name, (decision_no, candidate_id)) AS name,
        'accepted' AS origin,
        arg_max(kind, (decision_no, candidate_id)) AS kind,
        arg_max(owner, (decision_no, candidate_id)) AS owner
    FROM campaign_decisions
    WHERE stands AND decision = 'accept' AND campaign_id NOT IN (SELECT campaign_id FROM registered_campaigns)
    GROUP BY campaign_id
    UNION ALL BY NAME
    SELECT
        campaign_id,
        arg_min(name, (-times, name)) AS name,
        CASE WHEN bool_or(rejected) THEN 'rejected' ELSE 'candidate' END AS origin
    FROM (
        SELECT
            m.campaign_id,
            m.name,
            count(*) AS times,
            m.campaign_id IN (SELECT candidate_id FROM campaign_decisions WHERE stands) AS rejected
        FROM campaign_mentions AS m
        GROUP BY m.campaign_id, m.name
    )
    WHERE campaign_id NOT IN (SELECT campaign_id FROM registered_campaigns)
      AND campaign_id NOT IN (SELECT campaign_id FROM campaign_decisions WHERE stands AND decision = 'accept')
    GROUP BY campaign_id
)
ORDER BY campaign_id;
