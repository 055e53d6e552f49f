-- The places of articles, and their words; what was looked at is a table, `source_coverage`.

CREATE VIEW places_then_and_now AS
SELECT a.article_id, a.province AS province_then, coalesce(p.name_now, a.province) AS province_now
FROM articles AS a
LEFT JOIN provinces AS p ON p.name = a.province;
COMMENT ON VIEW places_then_and_now IS 'The province of each article as of then and as of now: join it to count by the 63 or by the 34.';
COMMENT ON COLUMN places_then_and_now.article_id IS 'The article.';
COMMENT ON COLUMN places_then_and_now.province_then IS 'Province of the source when the article was published.';
COMMENT ON COLUMN places_then_and_now.province_now IS 'Province that its territory belongs to now.';

-- A text as roughly as it can be compared: what vn_key and vn_name find alike is alike in it, so that they look only
-- where it is.
CREATE MACRO _vn_rough(phrase) AS
    translate(strip_accents(lower(translate(phrase, '“”‘’–—', '""''''--'))), 'đy', 'di');

CREATE MACRO _has_words(phrase, words) AS
    CASE
        WHEN vn_key(words) = vn_name(words) THEN contains(vn_key(phrase), vn_key(words))
        ELSE contains(vn_name(phrase), vn_name(words))
    END;

CREATE MACRO articles_matching(words) AS TABLE
SELECT a.*
FROM articles AS a
WHERE vn_key(words) <> ''
  AND (_has_words(a.title, words)
    OR CASE WHEN contains(_vn_rough(a.text), _vn_rough(vn_key(words))) THEN _has_words(a.text, words) END);
COMMENT ON MACRO TABLE articles_matching IS 'The articles that have these words, one after the other, in title or text: typed without diacritics, any will do; with them, they agree, in either tone style. Capitals and spaces do not matter. articles_matching(''nong thon moi''). It reads every text.';
