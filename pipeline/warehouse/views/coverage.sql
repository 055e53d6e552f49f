-- The places of articles, and their words; what was looked at is a table, `source_coverage`.

CREATE VIEW places_then_and_now AS
SELECT a.article_id, a.province AS province_then, coalesce(p.name_now, a.province) AS province_now
FROM articles AS a
LEFT JOIN provinces AS p ON p.name = a.province;
COMMENT ON VIEW places_then_and_now IS 'The province of each article as of then and as of now: join it to count by the 63 or by the 34.';
COMMENT ON COLUMN places_then_and_now.article_id IS 'The article.';
COMMENT ON COLUMN places_then_and_now.province_then IS 'Province of the source when the article was published.';
COMMENT ON COLUMN places_then_and_now.province_now IS 'Province that its territory belongs to now.';

CREATE MACRO articles_matching(words) AS TABLE
SELECT a.*
FROM articles AS a
WHERE contains(a.title_key, vn_key(words)) OR contains(lower(a.text), lower(nfc_normalize(words)));
COMMENT ON MACRO TABLE articles_matching IS 'The articles that have these words, one after the other: in the title with or without diacritics, in the text with them; capitals do not matter. articles_matching(''nông thôn mới''). It reads every text.';
