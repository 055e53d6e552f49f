-- What review says: of awards, officials and meetings each kind as a whole, then of each campaign that a reviewer spoke
-- of. Where there is no precision, `reason_code` says why.
SELECT
    *,
    CASE
        WHEN reviewed > 0 THEN NULL
        WHEN facts = 0 THEN 'none_found'
        WHEN disputed > 0 THEN 'disputed'
        ELSE 'not_reviewed'
    END AS reason_code
FROM (
    SELECT
        k.kind,
        NULL AS campaign_id,
        coalesce(f.facts, 0) AS facts,
        coalesce(p.reviewed, 0) AS reviewed,
        coalesce(p."right", 0) AS "right",
        coalesce(p.disputed, 0) AS disputed,
        p.precision,
        p.low,
        p.high,
        p.corrected_facts AS corrected,
        NULL AS gained,
        NULL AS missed,
        p.strata_unseen
    FROM (VALUES ('award'), ('official'), ('meeting')) AS k(kind)
    LEFT JOIN (
        SELECT kind, count(*) AS facts FROM reviewable_facts WHERE counted AND kind <> 'campaign' GROUP BY kind
    ) AS f USING (kind)
    LEFT JOIN kind_precision AS p USING (kind)
    UNION ALL
    SELECT
        'campaign', campaign_id, mentions, reviewed, "right", disputed, precision, low, high,
        corrected_mentions, gained, missed, strata_unseen
    FROM campaign_precision
)
ORDER BY kind = 'campaign', reviewed DESC, facts DESC, kind, campaign_id
