SELECT file, max("offset" + length) FROM versions WHERE lost IS NULL GROUP BY file;
