-- Official documents, what does not agree in a page, and where on paper its words stand. Few pages tell any of it: they
-- are found in one pass over the shards.

CREATE TEMP TABLE paper_pages AS
SELECT article_id, documents, discrepancies, regions
FROM fresh_pages
WHERE len(documents) > 0 OR len(discrepancies) > 0 OR len(regions) > 0;

INSERT INTO documents
SELECT
    f.id,
    article_id,
    f.kind,
    f.issuer,
    f.parent,
    f.number,
    f.symbol,
    f.place,
    try_cast(f.issued AS DATE),
    f.abstract,
    f.addressees,
    f.signer,
    f.signer_office,
    f.on_behalf,
    f.on_behalf_of,
    f.start,
    f."end",
    f.quote,
    f.sentence_start,
    f.sentence_end,
    f.rule,
    f.confidence
FROM (SELECT article_id, unnest(documents) AS f FROM paper_pages)
ORDER BY f.id;

INSERT INTO document_parts
SELECT id, part_no, article_id, told.part, told.start, told."end", told.quote
FROM (
    SELECT f.id AS id, article_id, unnest(f.parts) AS told, generate_subscripts(f.parts, 1) AS part_no
    FROM (SELECT article_id, unnest(documents) AS f FROM paper_pages)
)
ORDER BY id, part_no;

INSERT INTO discrepancies
SELECT article_id, discrepancy_no, told.code, told.stated, told.found, told.start, told."end", told.quote
FROM (
    SELECT article_id, unnest(discrepancies) AS told, generate_subscripts(discrepancies, 1) AS discrepancy_no
    FROM paper_pages
)
ORDER BY article_id, discrepancy_no;

INSERT INTO regions
SELECT
    article_id,
    region_no,
    told.start,
    told."end",
    told.page,
    told."left",
    told.top,
    told."right",
    told.bottom,
    told.confidence
FROM (
    SELECT article_id, unnest(regions) AS told, generate_subscripts(regions, 1) AS region_no
    FROM paper_pages
)
ORDER BY article_id, region_no;
