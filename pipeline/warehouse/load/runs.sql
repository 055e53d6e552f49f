-- The runs on record; times become UTC.

INSERT INTO runs
SELECT * REPLACE (
    (started_at::TIMESTAMPTZ AT TIME ZONE 'UTC') AS started_at,
    (finished_at::TIMESTAMPTZ AT TIME ZONE 'UTC') AS finished_at
)
FROM run_records
ORDER BY run_id;
