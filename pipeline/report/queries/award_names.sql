-- What each kind of honour is called.
SELECT award, name, english
FROM award_families
ORDER BY award
