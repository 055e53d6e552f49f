-- What is there before anything is loaded: nothing in a new file, what did not change in a grown one.
CREATE TEMP TABLE kept_facts AS
SELECT 'meetings' AS kind, count(*) AS kept FROM meetings
UNION ALL
SELECT 'officials', count(*) FROM officials WHERE office_no <= 1
UNION ALL
SELECT 'campaigns', count(*) FROM campaign_mentions
UNION ALL
SELECT 'awards', count(*) FROM awards
UNION ALL
SELECT 'shares', count(*) FROM award_shares
UNION ALL
SELECT 'documents', count(*) FROM documents
UNION ALL
SELECT 'discrepancies', count(*) FROM discrepancies
UNION ALL
SELECT 'regions', count(*) FROM regions;
