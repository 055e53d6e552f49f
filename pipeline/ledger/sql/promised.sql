-- How much of each file stays: what stood there when it was opened, and every version that was acknowledged since.
SELECT file, max(stays) FROM (
    SELECT file, start AS stays FROM files
    UNION ALL
    SELECT file, "offset" + length FROM versions WHERE lost IS NULL
)
GROUP BY file;
