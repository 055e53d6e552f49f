-- Pairs of candidates that may be one name with slips of the pen: one letter may differ in names of $short letters and
-- more, two in names of $long and more, no digit; and they begin or end with the same word, which keeps the join small.
WITH named AS (
    SELECT
        campaign_id,
        search_key,
        split_part(search_key, ' ', 1) AS first_word,
        split_part(search_key, ' ', -1) AS last_word
    FROM campaigns
    WHERE origin = 'candidate' AND length(search_key) >= $short
), pairs AS (
    SELECT a.campaign_id AS one, b.campaign_id AS other, a.search_key AS x, b.search_key AS y
    FROM named AS a JOIN named AS b ON a.first_word = b.first_word AND a.campaign_id < b.campaign_id
    UNION
    SELECT a.campaign_id, b.campaign_id, a.search_key, b.search_key
    FROM named AS a JOIN named AS b ON a.last_word = b.last_word AND a.campaign_id < b.campaign_id
)
SELECT one, other
FROM pairs
WHERE abs(length(x) - length(y)) <= 2
  AND regexp_replace(x, '\D', '', 'g') = regexp_replace(y, '\D', '', 'g')
  AND damerau_levenshtein(x, y) <= CASE WHEN least(length(x), length(y)) >= $long THEN 2 ELSE 1 END
ORDER BY one, other;
