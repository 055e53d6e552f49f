-- Every page, and what became of it.

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
SELECT p.page_id, s.code_version, s.register_hash, p.shard, p.file_row_number, make_timestamp(p.captured_at * 1000000)
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
