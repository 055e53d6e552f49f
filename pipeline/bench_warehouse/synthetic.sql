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
), numbers AS (
    SELECT n, place, kind, floor(exp(chance * ln(many + 1)))::BIGINT - 1 AS number
    FROM drawn
    JOIN (SELECT kind, any_value(many) AS many FROM pool GROUP BY kind) USING (kind)
), placed AS (
    SELECT
        d.n,
        d.place,
        p.*,
        30 + sum(length(p.sentence) + 1) OVER (PARTITION BY d.n ORDER BY d.place) - length(p.sentence) - 1
            AS sentence_start
    FROM numbers AS d
    JOIN pool AS p USING (kind, number)
), sentences AS (
    -- One ordered list an article, which is taken apart below: ordering a list for each kind takes six times as long.
    SELECT
        n,
        list({
            'place': place, 'kind': kind, 'sentence': sentence, 'number': number, 'campaign': campaign, 'award': award,
            'office': office, 'sentence_start': sentence_start,
            'fact': {
                'id': concat(left(kind, 1), left(md5(concat(n, ':', $seed)), 6),
                    left(md5(concat(n, ':', place, $seed)), 10)),
                'start': sentence_start + "offset", 'end': sentence_start + "offset" + length(quote), 'quote': quote,
                'sentence_start': sentence_start, 'sentence_end': sentence_start + length(sentence),
                'rule': 'synthetic.' || kind, 'confidence': 0.9
            }
        } ORDER BY place) AS told
    FROM placed
    GROUP BY n
), bodies AS (
    SELECT
        n,
        list_aggregate(list_transform(told, lambda s:
            if(s.place = 0, '', if(s.place % 5 = 0, chr(10), ' ')) || s.sentence), 'string_agg', '') AS body,
        list_transform(told, lambda s: s.sentence_start) AS starts,
        told[20].fact.sentence_end AS size,
        [struct_insert(s.fact, campaign := s.campaign, name := s.fact.quote, status := 'named', counted := s.place < 16)
            FOR s IN told IF s.kind = 'campaign'] AS campaigns,
        [struct_insert(s.fact, name := s.fact.quote, kind := 'review', date_reason := 'none is told', online := FALSE,
            main := TRUE, host := 'UBND tỉnh')
            FOR s IN told IF s.kind = 'meeting'] AS meetings,
        [struct_insert(s.fact, name := s.fact.quote,
            titles := [{
                'start': s.sentence_start, 'end': s.sentence_start + length(s.office), 'quote': s.office,
                'text': s.office, 'canonical': s.office, 'body': 'UBND tỉnh', 'level': 'province', 'status': 'current'
            }],
            roles := [{
                'role': 'speak', 'start': s.fact."end" + 1, 'end': s.fact."end" + 10, 'quote': 'phát biểu',
                'rule': 'synthetic.role'
            }],
            aliases := [], mentions := [{'start': s.fact.start, 'end': s.fact."end", 'quote': s.fact.quote}])
            FOR s IN told IF s.kind = 'official'] AS officials,
        [struct_insert(s.fact, award := s.award, count := s.number + 1, unit := 'collective', level := 'province',
            grantor := 'UBND tỉnh', qualifier := 'exact', status := 'conferred', recipients := [], posthumous := FALSE)
            FOR s IN told IF s.kind = 'award'] AS awards
    FROM sentences
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
    epoch(day)::BIGINT AS captured_at,
    'parsed' AS outcome,
    {
        'article_id': left(md5(concat(n, ':', $seed)), 16),
        'url': concat('https://', source, '.example.vn/', n, '.html'),
        'source': source,
        'province': province,
        'title': left(text, 29),
        'title_key': concat('tin thi dua so ', lpad(n::VARCHAR, 14, '0')),
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
