-- Which row of which shard stands for each page (`standing_rows`, given), and which page stands for each article: of
-- several captures the one that tells its date, then the one that tells its address, then the least page_id.

CREATE TEMP TABLE standing_pages AS
SELECT
    s.page_id,
    s.filename,
    s.file_row_number,
    s.outcome = 'parsed' AS parsed,
    s.article.article_id AS article_id,
    coalesce(s.article.source, s.article.host, 'unknown') AS source_id,
    s.article.source IS NULL AND s.article.host IS NOT NULL AS is_host,
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

INSERT INTO pages
SELECT
    s.page_id,
    s.name,
    s.media_type,
    s.byte_count,
    CASE WHEN NOT p.parsed THEN 'quarantined' WHEN p.first_capture THEN 'loaded' ELSE 'duplicate' END,
    p.article_id
FROM shard_rows AS s
JOIN standing_pages AS p USING (filename, file_row_number)
ORDER BY s.page_id;

INSERT INTO page_stamps
SELECT p.page_id, s.code_version, s.register_hash
FROM standing_pages AS p
JOIN (
    PIVOT (SELECT file_name AS filename, decode(key) AS name, decode(value) AS told FROM shard_metadata)
    ON name IN ('thidua.code_version' AS code_version, 'thidua.register_hash' AS register_hash)
    USING any_value(told)
    GROUP BY filename
) AS s USING (filename)
ORDER BY p.page_id;

INSERT INTO quarantine
SELECT s.page_id, s.name, s.reason_code, s.reason
FROM shard_rows AS s
JOIN standing_pages AS p USING (filename, file_row_number)
WHERE NOT p.parsed
ORDER BY s.page_id;
