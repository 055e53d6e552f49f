-- In a new file every article is to be loaded.
CREATE TEMP TABLE fresh AS
SELECT filename, file_row_number, article_id, source_id
FROM standing_pages
WHERE parsed AND first_capture;

CREATE TEMP VIEW suspect_facts AS FROM facts;
