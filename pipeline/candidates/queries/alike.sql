-- Pairs of candidates that may be one name with slips of the pen: one letter may differ in names of $short letters and
-- more, two in names of $long and more, no digit. Compared are names that begin or end with the same half of $short
-- letters, which one slip always leaves, and that are of about one length, which keeps the join small.
WITH named AS (
    SELECT
        campaign_id,
        search_key,
        length(search_key) AS size,
        regexp_replace(search_key, '\D', '', 'g') AS digits,
        unnest(['^' || left(search_key, $short // 2), right(search_key, $short // 2) || '$']) AS stretch
    FROM campaigns
    WHERE origin = 'candidate' AND length(search_key) >= $short
), pairs AS (
    SELECT DISTINCT a.campaign_id AS one, b.campaign_id AS other, a.search_key AS x, b.search_key AS y
    FROM (SELECT *, unnest([-2, -1, 0, 1, 2]) AS more FROM named) AS a
    JOIN named AS b ON b.stretch = a.stretch AND b.size = a.size + a.more AND b.digits = a.digits
    WHERE a.campaign_id < b.campaign_id
)
SELECT one, other
FROM pairs
WHERE damerau_levenshtein(x, y) <= CASE WHEN least(length(x), length(y)) >= $long THEN 2 ELSE 1 END
ORDER BY one, other;
