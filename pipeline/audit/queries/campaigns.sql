SELECT *
FROM campaign_audit("by" := $by, campaign := $campaign, province := $province, since := $since);
