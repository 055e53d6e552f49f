-- Official documents: the frame of each, what in a page does not agree, and where on paper its words stand.

CREATE TYPE document_kind AS ENUM ('report', 'decision', 'plan', 'notice', 'submission', 'letter', 'resolution', 'other');
CREATE TYPE document_part AS ENUM ('issuer', 'parent', 'number', 'place', 'abstract', 'issued', 'addressee', 'signer');

CREATE TABLE documents (
    document_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    kind document_kind NOT NULL,
    issuer VARCHAR,
    parent VARCHAR,
    number VARCHAR,
    symbol VARCHAR,
    place VARCHAR,
    issued DATE,
    abstract VARCHAR,
    addressees VARCHAR[] NOT NULL,
    signer VARCHAR,
    signer_office VARCHAR,
    on_behalf VARCHAR,
    on_behalf_of VARCHAR,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote VARCHAR NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL
);
COMMENT ON TABLE documents IS 'One row per article that is an official document (Decree 30/2020/NĐ-CP): its frame as written; a part that does not stand is null.';
COMMENT ON COLUMN documents.document_id IS 'Key. The id that thidua show takes.';
COMMENT ON COLUMN documents.article_id IS 'The article, see articles.';
COMMENT ON COLUMN documents.kind IS 'What it is: report, decision, plan, notice, submission, letter, resolution, or another kind.';
COMMENT ON COLUMN documents.issuer IS 'The body that issues it.';
COMMENT ON COLUMN documents.parent IS 'The body above it, where the head names one.';
COMMENT ON COLUMN documents.number IS 'Number and symbol: 1034/QĐ-UBND.';
COMMENT ON COLUMN documents.symbol IS 'The part behind the number: QĐ-UBND.';
COMMENT ON COLUMN documents.place IS 'Where it was issued.';
COMMENT ON COLUMN documents.issued IS 'The day of issue; never the day of a meeting.';
COMMENT ON COLUMN documents.abstract IS 'What it is about, lines put together.';
COMMENT ON COLUMN documents.addressees IS 'Those whom it addresses (Kính gửi) and those who get a copy (Nơi nhận), in order.';
COMMENT ON COLUMN documents.signer IS 'Who signed it; he or she is in officials too, with the role sign.';
COMMENT ON COLUMN documents.signer_office IS 'The office over the name.';
COMMENT ON COLUMN documents.on_behalf IS 'The mark before the office: TM. (for the whole body), KT. (in place of), TL. (by order), TUQ. (by authority).';
COMMENT ON COLUMN documents.on_behalf_of IS 'For whom the signer signs, where there is a mark.';
COMMENT ON COLUMN documents.start IS 'Where the number (else the kind) stands in articles.text.';
COMMENT ON COLUMN documents."end" IS 'Where it ends.';
COMMENT ON COLUMN documents.quote IS 'The words at that place.';
COMMENT ON COLUMN documents.sentence_start IS 'Where the line around it begins.';
COMMENT ON COLUMN documents.sentence_end IS 'Where the line ends.';
COMMENT ON COLUMN documents.rule IS 'The rule that knew the document.';
COMMENT ON COLUMN documents.confidence IS 'Confidence of the rule, 0 to 1.';

CREATE TABLE document_parts (
    document_id VARCHAR NOT NULL,
    part_no INTEGER NOT NULL,
    article_id VARCHAR NOT NULL,
    part document_part NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote VARCHAR NOT NULL
);
COMMENT ON TABLE document_parts IS 'The words that each part of a document''s frame rests on.';
COMMENT ON COLUMN document_parts.document_id IS 'Key, with part_no. The document.';
COMMENT ON COLUMN document_parts.part_no IS 'Number of the part, from 1.';
COMMENT ON COLUMN document_parts.article_id IS 'The article.';
COMMENT ON COLUMN document_parts.part IS 'Which part; every addressee is one.';
COMMENT ON COLUMN document_parts.start IS 'Where the words stand in articles.text.';
COMMENT ON COLUMN document_parts."end" IS 'Where they end.';
COMMENT ON COLUMN document_parts.quote IS 'The words at that place.';

CREATE TABLE discrepancies (
    article_id VARCHAR NOT NULL,
    discrepancy_no INTEGER NOT NULL,
    code VARCHAR NOT NULL,
    stated INTEGER NOT NULL,
    found INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote VARCHAR NOT NULL
);
COMMENT ON TABLE discrepancies IS 'What in a page does not agree; the facts are kept as stated, the difference stands here.';
COMMENT ON COLUMN discrepancies.article_id IS 'Key, with discrepancy_no. The article.';
COMMENT ON COLUMN discrepancies.discrepancy_no IS 'Number in the article, from 1.';
COMMENT ON COLUMN discrepancies.code IS 'list_count: a list names another number than the text states; row_count: another number of entries stands under the row that states it; table_sum: a total is not the sum of its rows.';
COMMENT ON COLUMN discrepancies.stated IS 'The number that is stated.';
COMMENT ON COLUMN discrepancies.found IS 'The number that the list or the rows come to.';
COMMENT ON COLUMN discrepancies.start IS 'Where the statement stands in articles.text.';
COMMENT ON COLUMN discrepancies."end" IS 'Where it ends.';
COMMENT ON COLUMN discrepancies.quote IS 'The words at that place.';

CREATE TABLE regions (
    article_id VARCHAR NOT NULL,
    region_no INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    page INTEGER NOT NULL,
    x0 FLOAT,
    y0 FLOAT,
    x1 FLOAT,
    y1 FLOAT,
    confidence FLOAT
);
COMMENT ON TABLE regions IS 'Where on paper a stretch of an article''s text stands: a line or a cell. Pages of the web have none.';
COMMENT ON COLUMN regions.article_id IS 'Key, with region_no. The article.';
COMMENT ON COLUMN regions.region_no IS 'Number of the region in the article, from 1.';
COMMENT ON COLUMN regions.start IS 'Where the stretch begins in articles.text.';
COMMENT ON COLUMN regions."end" IS 'Where it ends.';
COMMENT ON COLUMN regions.page IS 'The page, from 1.';
COMMENT ON COLUMN regions.x0 IS 'Left edge in points from the left of the page; null where the format has no layout.';
COMMENT ON COLUMN regions.y0 IS 'Upper edge in points from the top.';
COMMENT ON COLUMN regions.x1 IS 'Right edge.';
COMMENT ON COLUMN regions.y1 IS 'Lower edge.';
COMMENT ON COLUMN regions.confidence IS 'Confidence of recognition, 0 to 1, where the stretch was read from a picture.';
