-- What review says of the counts: how many of the reviewed mentions are right, with the 95 % Wilson interval.
SELECT campaign_id, reviewed, "right", disputed, precision, low, high, corrected_mentions
FROM campaign_precision
WHERE reviewed > 0
ORDER BY campaign_id
