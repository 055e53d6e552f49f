-- How many facts of each kind the tables hold, and how many they held before anything was loaded: none in a new file,
-- those that did not change in a grown one.
CREATE TEMP VIEW loaded_facts AS
SELECT 'meetings' AS kind, count(*) AS loaded FROM meetings
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

CREATE TEMP TABLE kept_facts AS SELECT kind, loaded AS kept FROM loaded_facts;
