-- Which articles counts rest on. An earlier version of an article, and a scan whose words were recognised too badly, are
-- kept, found and opened as any other, but their numbers are not added.

CREATE MACRO least_recognition() AS 0.80;
COMMENT ON MACRO least_recognition IS 'The confidence of recognition below which a scan is left out of counts. Of five letters one may then be wrong, and a digit is a letter.';

CREATE VIEW counted_articles AS
SELECT article_id, story_id, source_id, province, published, published_text
FROM articles
WHERE superseded_by IS NULL AND (recognition IS NULL OR recognition >= least_recognition());
COMMENT ON VIEW counted_articles IS 'The articles that counts rest on: all but earlier versions of an article (articles.superseded_by) and scans that were recognised with less confidence than least_recognition(). To count those too, take articles.';
COMMENT ON COLUMN counted_articles.article_id IS 'The article, see articles.';
COMMENT ON COLUMN counted_articles.story_id IS 'Its story.';
COMMENT ON COLUMN counted_articles.source_id IS 'Who published it.';
COMMENT ON COLUMN counted_articles.province IS 'Province of the source, as of then.';
COMMENT ON COLUMN counted_articles.published IS 'Day of publication.';
COMMENT ON COLUMN counted_articles.published_text IS 'Publication date as exactly as it is known.';
