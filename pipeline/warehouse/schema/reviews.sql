-- What people said about the facts: their verdicts, and what they decided about candidates.

CREATE TYPE review_verdict AS ENUM ('right', 'wrong', 'should_be', 'missed', 'withdrawn');
CREATE TYPE candidate_decision AS ENUM ('accept', 'merge', 'reject', 'undo');

CREATE TABLE verdicts (
    verdict_no INTEGER PRIMARY KEY,
    kind VARCHAR NOT NULL,
    verdict review_verdict NOT NULL,
    said VARCHAR,
    should_be VARCHAR,
    reviewer VARCHAR NOT NULL,
    reviewed_at TIMESTAMP NOT NULL,
    note VARCHAR,
    article_id VARCHAR,
    text_id VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote VARCHAR NOT NULL
);
COMMENT ON TABLE verdicts IS 'Every verdict that a reviewer ever gave, in the order given; fact_reviews has those that count.';
COMMENT ON COLUMN verdicts.verdict_no IS 'Key. Line of reviews/verdicts.jsonl.';
COMMENT ON COLUMN verdicts.kind IS 'meeting, official, campaign, award or share.';
COMMENT ON COLUMN verdicts.verdict IS 'right; wrong; should_be: wrong, and what would be right; missed: a fact that was not found; withdrawn: takes an earlier verdict back.';
COMMENT ON COLUMN verdicts.said IS 'What the fact said when it was reviewed: for a campaign its id; null for what was missed.';
COMMENT ON COLUMN verdicts.should_be IS 'What it should say: for a campaign its id.';
COMMENT ON COLUMN verdicts.reviewer IS 'Who reviewed.';
COMMENT ON COLUMN verdicts.reviewed_at IS 'When the verdict was taken in, UTC.';
COMMENT ON COLUMN verdicts.note IS 'Note of the reviewer.';
COMMENT ON COLUMN verdicts.article_id IS 'The article that has the text now; null where none has.';
COMMENT ON COLUMN verdicts.text_id IS 'SHA-256 of the text that was reviewed, so that a verdict outlives a change of the article''s id.';
COMMENT ON COLUMN verdicts.start IS 'Where the words stand in that text.';
COMMENT ON COLUMN verdicts."end" IS 'Where they end.';
COMMENT ON COLUMN verdicts.quote IS 'The words at that place.';

CREATE TABLE fact_reviews (
    fact_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    reviewer VARCHAR NOT NULL,
    verdict_no INTEGER NOT NULL,
    is_right BOOLEAN,
    truth VARCHAR,
    PRIMARY KEY (fact_id, reviewer)
);
COMMENT ON TABLE fact_reviews IS 'Each fact with each of its reviewers: what the latest verdict of the reviewer on that place means for the fact as it is now.';
COMMENT ON COLUMN fact_reviews.fact_id IS 'Key, with reviewer. The fact, see reviewable_facts.';
COMMENT ON COLUMN fact_reviews.kind IS 'Kind of the fact.';
COMMENT ON COLUMN fact_reviews.reviewer IS 'Who reviewed.';
COMMENT ON COLUMN fact_reviews.verdict_no IS 'The verdict, see verdicts.';
COMMENT ON COLUMN fact_reviews.is_right IS 'Whether the fact as it is now is right; null where it was called wrong, has changed since, and nobody said what it should be.';
COMMENT ON COLUMN fact_reviews.truth IS 'For a campaign: the campaign that the words name, where the reviewer said so.';

CREATE TABLE campaign_decisions (
    decision_no INTEGER NOT NULL,
    candidate_id VARCHAR NOT NULL,
    decision candidate_decision NOT NULL,
    campaign_id VARCHAR,
    name VARCHAR NOT NULL,
    kind campaign_kind,
    owner VARCHAR,
    because VARCHAR,
    reviewer VARCHAR NOT NULL,
    decided_at TIMESTAMP NOT NULL,
    stands BOOLEAN NOT NULL,
    PRIMARY KEY (decision_no, candidate_id)
);
COMMENT ON TABLE campaign_decisions IS 'What was decided about candidates, one row for each spelling that a decision is about.';
COMMENT ON COLUMN campaign_decisions.decision_no IS 'Key, with candidate_id. Line of reviews/decisions.jsonl.';
COMMENT ON COLUMN campaign_decisions.candidate_id IS 'The candidate, as its mentions were called before.';
COMMENT ON COLUMN campaign_decisions.decision IS 'accept: a campaign of its own; merge: another name of one; reject: no campaign, not counted; undo: a candidate again.';
COMMENT ON COLUMN campaign_decisions.campaign_id IS 'The campaign that its mentions count for.';
COMMENT ON COLUMN campaign_decisions.name IS 'Name as decided on.';
COMMENT ON COLUMN campaign_decisions.kind IS 'Kind of an accepted campaign.';
COMMENT ON COLUMN campaign_decisions.owner IS 'Who runs an accepted campaign.';
COMMENT ON COLUMN campaign_decisions.because IS 'Why it was rejected.';
COMMENT ON COLUMN campaign_decisions.reviewer IS 'Who decided.';
COMMENT ON COLUMN campaign_decisions.decided_at IS 'When, UTC.';
COMMENT ON COLUMN campaign_decisions.stands IS 'Whether it is in force: the latest about the candidate, and its campaign is known.';

CREATE TABLE campaign_precision (
    campaign_id VARCHAR PRIMARY KEY,
    mentions BIGINT NOT NULL,
    reviewed BIGINT NOT NULL,
    "right" BIGINT NOT NULL,
    disputed BIGINT NOT NULL,
    precision DOUBLE,
    low DOUBLE,
    high DOUBLE,
    gained BIGINT NOT NULL,
    missed BIGINT NOT NULL,
    strata_unseen BIGINT NOT NULL,
    corrected_mentions DOUBLE
);
COMMENT ON TABLE campaign_precision IS 'What review says of each reviewed campaign: how many of its counted mentions are right, with the 95 % Wilson interval, and a corrected count beside the raw one (method: docs/review.md).';
COMMENT ON COLUMN campaign_precision.campaign_id IS 'The campaign.';
COMMENT ON COLUMN campaign_precision.mentions IS 'Mentions that count, as in campaign_audit.';
COMMENT ON COLUMN campaign_precision.reviewed IS 'Of these, reviewed (disputed ones left out).';
COMMENT ON COLUMN campaign_precision."right" IS 'Of the reviewed ones, right.';
COMMENT ON COLUMN campaign_precision.disputed IS 'Mentions on which reviewers disagree.';
COMMENT ON COLUMN campaign_precision.precision IS 'right of reviewed, 0 to 1; null where nothing is reviewed.';
COMMENT ON COLUMN campaign_precision.low IS 'Lower end of its interval.';
COMMENT ON COLUMN campaign_precision.high IS 'Upper end of its interval.';
COMMENT ON COLUMN campaign_precision.gained IS 'Mentions counted for another campaign that reviewers gave to this one.';
COMMENT ON COLUMN campaign_precision.missed IS 'Mentions that reviewers saw and that are still not found.';
COMMENT ON COLUMN campaign_precision.strata_unseen IS 'Strata of its mentions in which nothing is reviewed; the share of the whole campaign stands in for theirs.';
COMMENT ON COLUMN campaign_precision.corrected_mentions IS 'Estimate of the mentions that there are; null where nothing is reviewed.';

CREATE TABLE kind_precision (
    kind VARCHAR PRIMARY KEY,
    facts BIGINT NOT NULL,
    reviewed BIGINT NOT NULL,
    "right" BIGINT NOT NULL,
    disputed BIGINT NOT NULL,
    precision DOUBLE,
    low DOUBLE,
    high DOUBLE,
    strata_unseen BIGINT NOT NULL,
    corrected_facts DOUBLE
);
COMMENT ON TABLE kind_precision IS 'What review says of the officials, meetings and awards, each kind as a whole, by the same method as campaign_precision.';
COMMENT ON COLUMN kind_precision.kind IS 'official, meeting or award.';
COMMENT ON COLUMN kind_precision.facts IS 'Facts of the kind, as in reviewable_facts.';
COMMENT ON COLUMN kind_precision.reviewed IS 'Of these, reviewed (disputed ones left out).';
COMMENT ON COLUMN kind_precision."right" IS 'Of the reviewed ones, right.';
COMMENT ON COLUMN kind_precision.disputed IS 'Facts on which reviewers disagree.';
COMMENT ON COLUMN kind_precision.precision IS 'right of reviewed, 0 to 1; null where nothing is reviewed.';
COMMENT ON COLUMN kind_precision.low IS 'Lower end of its interval.';
COMMENT ON COLUMN kind_precision.high IS 'Upper end of its interval.';
COMMENT ON COLUMN kind_precision.strata_unseen IS 'Strata of its facts in which nothing is reviewed; the share of the whole kind stands in for theirs.';
COMMENT ON COLUMN kind_precision.corrected_facts IS 'Estimate of the facts that are right; null where nothing is reviewed. Facts that reviewers missed are not in it.';
