-- question: campaign_reports of a campaign
SELECT month, sum(mentions), sum(articles) FROM campaign_reports WHERE campaign_id = 'nong-thon-moi' GROUP BY month;

-- question: campaign_timeline of a campaign
FROM campaign_timeline WHERE campaign_id = 'nong-thon-moi' ORDER BY month;

-- question: campaign_audit of a campaign by month
FROM campaign_audit("by" := 'month', campaign := 'nong-thon-moi');

-- question: campaign_audit of all campaigns
FROM campaign_audit();

-- question: campaign_audit of all campaigns by month
FROM campaign_audit("by" := 'month');

-- question: campaign_audit of a province
FROM campaign_audit(province := 'Hà Nội');

-- question: award_totals of a year
SELECT award, level, sum(total) FROM award_totals WHERE year = '2020' AND status = 'conferred' GROUP BY ALL;

-- question: official_appearances of a person
FROM official_appearances WHERE person_id = vn_name('Lê Thị Cúc');

-- question: meeting_calendar of a month
FROM meeting_calendar WHERE date BETWEEN DATE '2020-05-01' AND DATE '2020-05-31' ORDER BY date;

-- question: source_coverage of a source
FROM source_coverage WHERE source_id = (SELECT min(source_id) FROM sources) ORDER BY month;

-- question: places_then_and_now by province
SELECT province_now, count(*) FROM places_then_and_now GROUP BY province_now;
