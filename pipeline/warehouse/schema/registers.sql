-- What is known beforehand: provinces, campaigns, honours; campaigns also has the candidates that articles brought up.

CREATE TABLE provinces (
    name VARCHAR PRIMARY KEY,
    type VARCHAR NOT NULL,
    name_now VARCHAR NOT NULL,
    valid_from DATE,
    valid_to DATE
);
COMMENT ON TABLE provinces IS 'The provinces and cities under the central government, those that ended included (63 until 30 June 2025, 34 since).';
COMMENT ON COLUMN provinces.name IS 'Key. Name, as of then.';
COMMENT ON COLUMN provinces.type IS 'tỉnh or thành phố.';
COMMENT ON COLUMN provinces.name_now IS 'Name of the province that its territory belongs to now.';
COMMENT ON COLUMN provinces.valid_from IS 'First day, where it is younger than the sources.';
COMMENT ON COLUMN provinces.valid_to IS 'Last day; null for a province that exists.';

CREATE TABLE campaigns (
    campaign_id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL,
    origin campaign_origin NOT NULL,
    kind campaign_kind,
    owner VARCHAR,
    first_year INTEGER,
    decision VARCHAR,
    english VARCHAR,
    verified BOOLEAN
);
COMMENT ON TABLE campaigns IS 'The campaigns of the register, and the candidates: names in the place of a campaign that the register does not know.';
COMMENT ON COLUMN campaigns.campaign_id IS 'Key. Id in the register; candidate:... for one that is not in it.';
COMMENT ON COLUMN campaigns.name IS 'Name in the register; for a candidate the commonest form.';
COMMENT ON COLUMN campaigns.search_key IS 'Name for searching: vn_key(name), without diacritics.';
COMMENT ON COLUMN campaigns.origin IS 'register; accepted: a candidate that a reviewer accepted, not yet in the register; candidate; rejected: a candidate that is none, its mentions do not count.';
COMMENT ON COLUMN campaigns.kind IS 'emulation (phong trào thi đua), mobilisation (cuộc vận động), drive (đợt thi đua), party_study, generic; null for a candidate.';
COMMENT ON COLUMN campaigns.owner IS 'Who runs it.';
COMMENT ON COLUMN campaigns.first_year IS 'Year of its launch.';
COMMENT ON COLUMN campaigns.decision IS 'The decision that set it going.';
COMMENT ON COLUMN campaigns.english IS 'Its name in English news.';
COMMENT ON COLUMN campaigns.verified IS 'False for a row of the register that rests on general knowledge; null for a candidate.';

CREATE TABLE campaign_aliases (
    campaign_id VARCHAR NOT NULL,
    alias VARCHAR NOT NULL,
    PRIMARY KEY (campaign_id, alias)
);
COMMENT ON TABLE campaign_aliases IS 'Other names and short forms by which the register knows a campaign.';
COMMENT ON COLUMN campaign_aliases.campaign_id IS 'Key, with alias. The campaign.';
COMMENT ON COLUMN campaign_aliases.alias IS 'The other name; * stands for the name of a place or body.';

CREATE TABLE campaign_phases (
    campaign_id VARCHAR NOT NULL,
    period VARCHAR NOT NULL,
    decision VARCHAR,
    PRIMARY KEY (campaign_id, period)
);
COMMENT ON TABLE campaign_phases IS 'The periods of a campaign.';
COMMENT ON COLUMN campaign_phases.campaign_id IS 'Key, with period. The campaign.';
COMMENT ON COLUMN campaign_phases.period IS 'First and last year, such as 2021-2025.';
COMMENT ON COLUMN campaign_phases.decision IS 'The decision that opened it.';

CREATE TABLE award_families (
    award VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    english VARCHAR NOT NULL
);
COMMENT ON TABLE award_families IS 'The families of honours that awards are counted by.';
COMMENT ON COLUMN award_families.award IS 'Key.';
COMMENT ON COLUMN award_families.name IS 'Name in Vietnamese.';
COMMENT ON COLUMN award_families.english IS 'Name in English.';
