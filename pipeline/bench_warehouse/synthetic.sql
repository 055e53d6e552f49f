-- Shard rows of made-up articles number $first up to, but not including, $beyond (`pipeline.shard_schema`).
-- Chance is a hash of $seed and the number, so that the same seed gives the same rows. An article is a title and twenty
-- sentences in four blocks, each drawn from `pool` (by Zipf's law: the k-th of a kind as often as 1/k) with the fact that
-- it tells; each fifth article is the reprint of one of the thirty before it, the same sentences under another title.
WITH numbered AS (
    SELECT
        n,
        if(n % 5 = 4 AND n > 30, n - n % 5 - (hash(n, $seed) % 30)::BIGINT // 5 * 5 + (hash(n, $seed) % 4)::BIGINT, n)
            AS original,
        DATE '2008-01-01' + (hash(n, 'day', $seed) % 6900)::INTEGER AS day,
        (hash(n, 'exact', $seed) % 100)::INTEGER AS exact,
        (hash(n, 'source', $seed) % (SELECT count(*) FROM pool_sources))::INTEGER AS source_number
    FROM range($first, $beyond) AS numbers(n)
), drawn AS (
    SELECT n, place, [
        'meeting', 'campaign', 'official', 'campaign', 'filler', 'campaign', 'award', 'campaign', 'campaign', 'filler',
        'campaign', 'filler', 'campaign', 'official', 'filler', 'campaign', 'award', 'campaign', 'filler', 'campaign'
    ][place + 1] AS kind, hash(original, place, $seed) / 18446744073709551616.0 AS chance
    FROM numbered, range(20) AS places(place)
), told AS (
    SELECT
        d.n,
        d.place,
        p.*,
        30 + sum(length(p.sentence) + 1) OVER (PARTITION BY d.n ORDER BY d.place) - length(p.sentence) - 1
            AS sentence_start
    FROM drawn AS d
    JOIN pool AS p ON p.kind = d.kind AND p.number = floor(exp(d.chance * ln(p.many + 1))) - 1
), facts AS (
    SELECT
        *,
        concat(left(kind, 1), left(md5(concat(n, ':', $seed)), 6), left(md5(concat(n, ':', place, $seed)), 10)) AS id,
        sentence_start + "offset" AS start,
        sentence_start + "offset" + length(quote) AS "end",
        sentence_start + length(sentence) AS sentence_end,
        'synthetic.' || kind AS rule,
        0.9 AS confidence
    FROM told
), bodies AS (
    SELECT
        n,
        string_agg(if(place = 0, '', if(place % 5 = 0, chr(10), ' ')) || sentence, '' ORDER BY place) AS body,
        list(sentence_start ORDER BY place) AS starts,
        max(sentence_end) AS size,
        list({
            'id': id, 'start': start, 'end': "end", 'quote': quote, 'sentence_start': sentence_start,
            'sentence_end': sentence_end, 'rule': rule, 'confidence': confidence, 'campaign': campaign, 'name': quote,
            'status': 'named', 'counted': place < 16
        } ORDER BY place) FILTER (kind = 'campaign') AS campaigns,
        list({
            'id': id, 'start': start, 'end': "end", 'quote': quote, 'sentence_start': sentence_start,
            'sentence_end': sentence_end, 'rule': rule, 'confidence': confidence, 'name': quote, 'kind': 'review',
            'date_reason': 'none is told', 'online': FALSE, 'main': TRUE, 'host': 'UBND tỉnh'
        } ORDER BY place) FILTER (kind = 'meeting') AS meetings,
        list({
            'id': id, 'start': start, 'end': "end", 'quote': quote, 'sentence_start': sentence_start,
            'sentence_end': sentence_end, 'rule': rule, 'confidence': confidence, 'name': quote,
            'titles': [{
                'start': sentence_start, 'end': sentence_start + length(office), 'quote': office, 'text': office,
                'canonical': office, 'body': 'UBND tỉnh', 'level': 'province', 'status': 'current'
            }],
            'roles': [{
                'role': 'speak', 'start': "end" + 1, 'end': "end" + 10, 'quote': 'phát biểu', 'rule': 'synthetic.role'
            }],
            'aliases': [], 'mentions': [{'start': start, 'end': "end", 'quote': quote}]
        } ORDER BY place) FILTER (kind = 'official') AS officials,
        list({
            'id': id, 'start': start, 'end': "end", 'quote': quote, 'sentence_start': sentence_start,
            'sentence_end': sentence_end, 'rule': rule, 'confidence': confidence, 'award': award, 'count': number + 1,
            'unit': 'collective', 'level': 'province', 'grantor': 'UBND tỉnh', 'qualifier': 'exact',
            'status': 'conferred', 'recipients': [], 'posthumous': FALSE
        } ORDER BY place) FILTER (kind = 'award') AS awards
    FROM facts
    GROUP BY n
), dated AS (
    SELECT
        *,
        CASE WHEN exact >= 5 THEN day::VARCHAR WHEN exact >= 3 THEN left(day::VARCHAR, 7) END AS published,
        CASE WHEN exact >= 5 THEN 'day' WHEN exact >= 3 THEN 'month' END AS precision,
        concat('Tin thi đua số ', lpad(n::VARCHAR, 14, '0'), chr(10), body) AS text
    FROM numbered
    JOIN bodies USING (n)
    JOIN pool_sources USING (source_number)
)
SELECT
    md5(concat(n, ':', $seed)) AS page_id,
    concat(source, '/', n, '.html') AS name,
    'text/html' AS media_type,
    strlen(text) AS byte_count,
    'parsed' AS outcome,
    {
        'article_id': left(md5(concat(n, ':', $seed)), 16),
        'url': concat('https://', source, '.example.vn/', n, '.html'),
        'source': source,
        'province': province,
        'title': left(text, 29),
        'text': text,
        'published': published,
        'published_precision': precision,
        'published_role': if(published IS NULL, NULL, 'published'),
        'published_evidence': 'ngày ' || published,
        'published_rule': if(published IS NULL, NULL, 'synthetic.day'),
        'published_reason': if(published IS NULL, 'no date on the page', NULL),
        'syllables': 300,
        'blocks': list_concat([{'start': 0, 'end': 29, 'role': 'title'}], list_transform(range(0, 20, 5), lambda b: {
            'start': starts[b + 1], 'end': coalesce(starts[b + 6] - 1, size), 'role': 'body'
        })),
        'dates': if(published IS NULL, [], [{
            'date': published, 'role': 'published', 'precision': precision, 'evidence': 'ngày ' || published,
            'rule': 'synthetic.day'
        }]),
        'removed': [{'quote': 'Lượt truy cập', 'rule': 'synthetic.counter'}]
    } AS article,
    meetings,
    officials,
    campaigns,
    awards,
    [] AS shares,
    list_transform(range(128), lambda row:
        (hash(if(hash(n, row, $seed) % 12 = 0, n, original), row, $seed) % 4294967296)::UINTEGER) AS signature
FROM dated
