-- The articles numbered so that the one published first has the least number (undated ones last).
CREATE TEMP TABLE sketches AS
SELECT
    row_number() OVER (ORDER BY article.published NULLS LAST, article_id)::INTEGER AS n,
    article_id,
    article.syllables AS syllables
FROM article_pages;
