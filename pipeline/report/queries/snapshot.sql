-- What the figures were read from.
SELECT
    content_hash,
    code_version,
    register_hash,
    strftime(built_at, '%Y-%m-%dT%H:%M:%SZ') AS built_at
FROM snapshot
