-- Pairs of candidates that may be one name with slips of the pen: one letter may differ in names of $short letters and
-- more, two in names of $long and more, no digit. Compared are names of about one length that begin or end alike for
-- nearly half of it, which one slip always leaves them to do, and which keeps the join small: that half is taken of the
-- name's length and of two letters less, rounded down, so that names that differ by up to two letters meet.
WITH named AS (
    SELECT
        campaign_id,
        search_key,
        length(search_key) AS size,
        regexp_replace(search_key, '\D', '', 'g') AS digits,
        unnest(list_distinct([length(search_key) // 4 * 2, (length(search_key) - 2) // 4 * 2])) AS half
    FROM campaigns
    WHERE origin = 'candidate' AND length(search_key) >= $short
), stretches AS (
    SELECT *, unnest(['^' || left(search_key, half), right(search_key, half) || '$']) AS stretch FROM named
), pairs AS (
    SELECT DISTINCT a.campaign_id AS one, b.campaign_id AS other, a.search_key AS x, b.search_key AS y
    FROM (SELECT *, unnest([-2, -1, 0, 1, 2]) AS more FROM stretches) AS a
    JOIN stretches AS b ON b.stretch = a.stretch AND b.size = a.size + a.more AND b.digits = a.digits
    WHERE a.campaign_id < b.campaign_id
)
SELECT one, other
FROM pairs
WHERE damerau_levenshtein(x, y) <= CASE WHEN least(length(x), length(y)) >= $long THEN 2 ELSE 1 END
ORDER BY one, other;
