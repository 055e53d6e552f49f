-- Which row of which shard stands for each page (`standing_rows`, given), and which page stands for each article: of
-- several captures the one that tells its date, then the one that tells its address, then the least page_id.
-- `address` stands for the source and the address of a page: the one it was captured at, which no page can get wrong. A
-- saved file has only the one that it gives itself; a home page there is no article's address.

CREATE TEMP TABLE standing_pages AS
SELECT
    s.page_id,
    r.shard,
    s.filename,
    s.file_row_number,
    s.outcome = 'parsed' AS parsed,
    s.article.article_id AS article_id,
    coalesce(s.article.source, s.article.host, 'unknown') AS source_id,
    s.article.source IS NULL AND s.article.host IS NOT NULL AS is_host,
    s.captured_at,
    CASE
        WHEN contains(s.name, '://') THEN hash(source_id, rtrim(split_part(split_part(s.name, '://', 2), '#', 1), '/'))
        WHEN contains(rtrim(split_part(split_part(s.article.url, '://', 2), '#', 1), '/'), '/')
        THEN hash(source_id, rtrim(split_part(split_part(s.article.url, '://', 2), '#', 1), '/'))
    END AS address,
    row_number() OVER (
        PARTITION BY s.outcome, s.article.article_id
        ORDER BY s.article.published IS NULL, s.article.url IS NULL, s.page_id
    ) = 1 AS first_capture
FROM shard_rows AS s
JOIN standing_rows AS r ON r.shard = parse_filename(s.filename) AND r.row = s.file_row_number;

CREATE TEMP VIEW article_pages AS
SELECT p.article_id, p.source_id, s.*
FROM shard_rows AS s
JOIN standing_pages AS p USING (filename, file_row_number)
WHERE p.parsed AND p.first_capture;
