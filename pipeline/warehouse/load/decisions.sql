-- What was decided about candidates (`told_decisions`, given); the latest about each stands.

INSERT INTO campaign_decisions
WITH ranked AS (
    SELECT *, row_number() OVER (PARTITION BY candidate_id ORDER BY decision_no DESC) = 1 AS latest
    FROM told_decisions
), known AS (
    SELECT campaign_id FROM registered_campaigns
    UNION
    SELECT campaign_id FROM ranked WHERE latest AND decision = 'accept'
)
SELECT
    decision_no,
    candidate_id,
    decision,
    campaign_id,
    name,
    kind,
    owner,
    because,
    reviewer,
    (decided_at::TIMESTAMPTZ AT TIME ZONE 'UTC'),
    latest AND (decision = 'reject' OR (decision IN ('accept', 'merge') AND campaign_id IN (FROM known)))
FROM ranked
ORDER BY decision_no, candidate_id;
