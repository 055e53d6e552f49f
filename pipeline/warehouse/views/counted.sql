-- Which articles counts rest on. A scan whose words were recognised too badly is kept, found and opened as any other,
-- but its numbers are not added to those that were read.

CREATE MACRO least_recognition() AS 0.80;
COMMENT ON MACRO least_recognition IS 'The confidence of recognition below which a scan is left out of counts. Of five letters one may then be wrong, and a digit is a letter.';

CREATE VIEW counted_articles AS
FROM articles
WHERE recognition IS NULL OR recognition >= least_recognition();
COMMENT ON VIEW counted_articles IS 'The articles that counts rest on, in the columns of articles: all but the scans that were recognised with less confidence than least_recognition(). To count those too, take articles.';
