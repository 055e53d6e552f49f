-- The facts, each with the words that it rests on, the sentence around them, the rule that found it and its confidence.

CREATE TABLE meetings (
    meeting_id VARCHAR USING COMPRESSION uncompressed NOT NULL,
    article_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    kind meeting_kind NOT NULL,
    date DATE,
    date_text VARCHAR,
    end_date DATE,
    date_reason VARCHAR,
    place VARCHAR,
    host VARCHAR,
    online BOOLEAN NOT NULL,
    period VARCHAR,
    main BOOLEAN NOT NULL,
    date_start INTEGER,
    date_end INTEGER,
    date_quote VARCHAR,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote VARCHAR NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL
);
COMMENT ON TABLE meetings IS 'Meetings, ceremonies, sessions and visits that an article reports.';
COMMENT ON COLUMN meetings.meeting_id IS 'Key.';
COMMENT ON COLUMN meetings.article_id IS 'The article that reports it.';
COMMENT ON COLUMN meetings.name IS 'Name as written, from its head noun to the end of its topic.';
COMMENT ON COLUMN meetings.kind IS 'Kind: review (tổng kết), interim_review (sơ kết), briefing (giao ban), session (phiên họp) ...';
COMMENT ON COLUMN meetings.date IS 'First day; null where the day is not known.';
COMMENT ON COLUMN meetings.date_text IS 'First day as exactly as it is known.';
COMMENT ON COLUMN meetings.end_date IS 'Last day of one that took several.';
COMMENT ON COLUMN meetings.date_reason IS 'Why there is no date, where there is none.';
COMMENT ON COLUMN meetings.place IS 'Place as written.';
COMMENT ON COLUMN meetings.host IS 'Who holds it, as written.';
COMMENT ON COLUMN meetings.online IS 'Held online, wholly or in part.';
COMMENT ON COLUMN meetings.period IS 'What it looks back on: 2022, 2012-H1, 2012-Q1, 2012-9M, 2011-2015.';
COMMENT ON COLUMN meetings.main IS 'Whether the article is about it, and not merely mentions it.';
COMMENT ON COLUMN meetings.date_start IS 'Where the words of the date stand.';
COMMENT ON COLUMN meetings.date_end IS 'Where they end.';
COMMENT ON COLUMN meetings.date_quote IS 'The words of the date.';
COMMENT ON COLUMN meetings.start IS 'Where the name stands in articles.text.';
COMMENT ON COLUMN meetings."end" IS 'Where it ends.';
COMMENT ON COLUMN meetings.quote IS 'The words at that place.';
COMMENT ON COLUMN meetings.sentence_start IS 'Where the sentence around it begins.';
COMMENT ON COLUMN meetings.sentence_end IS 'Where the sentence ends.';
COMMENT ON COLUMN meetings.rule IS 'The rule that found it.';
COMMENT ON COLUMN meetings.confidence IS 'Confidence of the rule, 0 to 1.';

CREATE TABLE people (
    person_id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    search_key VARCHAR NOT NULL
);
COMMENT ON TABLE people IS 'Names of officials over all articles. One row per name (case and tone style apart), so two people of one name are one row: tell them apart by office and province.';
COMMENT ON COLUMN people.person_id IS 'Key. vn_name(name): lower case, diacritics kept, one tone style.';
COMMENT ON COLUMN people.name IS 'The commonest spelling.';
COMMENT ON COLUMN people.search_key IS 'Name for searching: vn_key(name), without diacritics.';

CREATE TABLE officials (
    official_id VARCHAR USING COMPRESSION uncompressed NOT NULL,
    office_no INTEGER NOT NULL,
    article_id VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    office VARCHAR,
    office_canonical VARCHAR,
    office_body VARCHAR,
    office_level office_level,
    office_province VARCHAR,
    office_status office_status,
    roles official_role[] NOT NULL,
    meeting_id VARCHAR,
    on_behalf_of VARCHAR,
    aliases VARCHAR[] NOT NULL,
    office_start INTEGER,
    office_end INTEGER,
    office_quote VARCHAR,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote VARCHAR NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL
);
COMMENT ON TABLE officials IS 'One row per person, office and article, with the roles in what is reported and the meeting. A person with two offices has two rows of one official_id: count people with count(DISTINCT person_id).';
COMMENT ON COLUMN officials.official_id IS 'Key, with office_no. The person in the article.';
COMMENT ON COLUMN officials.office_no IS 'Number of the office, from 1; 0 for a person with no office.';
COMMENT ON COLUMN officials.article_id IS 'The article.';
COMMENT ON COLUMN officials.person_id IS 'The person, see people.';
COMMENT ON COLUMN officials.name IS 'Name as written in the article.';
COMMENT ON COLUMN officials.office IS 'Office as written.';
COMMENT ON COLUMN officials.office_canonical IS 'Office with abbreviations expanded.';
COMMENT ON COLUMN officials.office_body IS 'The body that the office is in.';
COMMENT ON COLUMN officials.office_level IS 'Level of the body.';
COMMENT ON COLUMN officials.office_province IS 'Province of the body, as of then.';
COMMENT ON COLUMN officials.office_status IS 'current, former (nguyên) or acting (quyền).';
COMMENT ON COLUMN officials.roles IS 'What the person did: chair, speak, present_award, receive_award, attend, sign; evidence in official_roles.';
COMMENT ON COLUMN officials.meeting_id IS 'The meeting in which, see meetings.';
COMMENT ON COLUMN officials.on_behalf_of IS 'For whom the person acted (thay mặt, thừa ủy quyền), as written.';
COMMENT ON COLUMN officials.aliases IS 'Other forms of the name in the article.';
COMMENT ON COLUMN officials.office_start IS 'Where the office stands in articles.text.';
COMMENT ON COLUMN officials.office_end IS 'Where it ends.';
COMMENT ON COLUMN officials.office_quote IS 'The words at that place.';
COMMENT ON COLUMN officials.start IS 'Where the name first stands in articles.text.';
COMMENT ON COLUMN officials."end" IS 'Where it ends.';
COMMENT ON COLUMN officials.quote IS 'The words at that place.';
COMMENT ON COLUMN officials.sentence_start IS 'Where the sentence around it begins.';
COMMENT ON COLUMN officials.sentence_end IS 'Where the sentence ends.';
COMMENT ON COLUMN officials.rule IS 'The rule that found the person.';
COMMENT ON COLUMN officials.confidence IS 'Confidence of the rule, 0 to 1.';

CREATE TABLE official_roles (
    official_id VARCHAR USING COMPRESSION uncompressed NOT NULL,
    role_no INTEGER NOT NULL,
    article_id VARCHAR NOT NULL,
    role official_role NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote VARCHAR NOT NULL,
    rule VARCHAR NOT NULL
);
COMMENT ON TABLE official_roles IS 'The words that say what a person did.';
COMMENT ON COLUMN official_roles.official_id IS 'Key, with role_no. The person in the article, see officials.';
COMMENT ON COLUMN official_roles.role_no IS 'Number of the claim, from 1.';
COMMENT ON COLUMN official_roles.article_id IS 'The article.';
COMMENT ON COLUMN official_roles.role IS 'What the person did.';
COMMENT ON COLUMN official_roles.start IS 'Where the words stand in articles.text.';
COMMENT ON COLUMN official_roles."end" IS 'Where they end.';
COMMENT ON COLUMN official_roles.quote IS 'The words at that place.';
COMMENT ON COLUMN official_roles.rule IS 'The rule that read them.';

CREATE TABLE official_mentions (
    official_id VARCHAR USING COMPRESSION uncompressed NOT NULL,
    mention_no INTEGER NOT NULL,
    article_id VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote VARCHAR NOT NULL
);
COMMENT ON TABLE official_mentions IS 'Every place where an article names a person.';
COMMENT ON COLUMN official_mentions.official_id IS 'Key, with mention_no. The person in the article, see officials.';
COMMENT ON COLUMN official_mentions.mention_no IS 'Number of the mention, from 1.';
COMMENT ON COLUMN official_mentions.article_id IS 'The article.';
COMMENT ON COLUMN official_mentions.start IS 'Where the name stands in articles.text.';
COMMENT ON COLUMN official_mentions."end" IS 'Where it ends.';
COMMENT ON COLUMN official_mentions.quote IS 'The words at that place.';
