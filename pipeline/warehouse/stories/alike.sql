-- Pairs of articles whose signatures agree in at least $alike of their places. Candidates are those that agree in all
-- rows of a band ({{bands}}: the hash of each, written out, which is ten times as fast as a lambda); of a band's bucket
-- each article is compared with the $neighbours that follow it, so that a page that stands a thousand times costs no
-- more than a thousand comparisons a band.
WITH banded AS MATERIALIZED (
    SELECT n, unnest([{bands}]) AS bucket
    FROM sketches
    WHERE syllables >= $syllables
), shared AS (
    SELECT bucket FROM banded GROUP BY bucket HAVING count(*) > 1
), buckets AS (
    SELECT list(n ORDER BY n) AS members
    FROM banded
    SEMI JOIN shared USING (bucket)
    GROUP BY bucket
), candidates AS (
    SELECT DISTINCT earlier, unnest(members[place + 1 : place + $neighbours]) AS later
    FROM (SELECT members, unnest(members) AS earlier, generate_subscripts(members, 1) AS place FROM buckets)
)
SELECT c.earlier, c.later
FROM candidates AS c
JOIN sketches AS a ON a.n = c.earlier
JOIN sketches AS b ON b.n = c.later
WHERE list_sum([(a.signature[i] = b.signature[i])::INTEGER for i in range(1, len(a.signature) + 1)])
    >= $alike * len(a.signature)
ORDER BY c.earlier, c.later;
