-- Vietnamese in SQL, without extensions. vn_name and vn_key agree with `phrase_key` and `search_key` of
-- `extractors.text`; a test compares them. Regular expressions see doubled spaces, so that neighbours do not share one.

CREATE MACRO _vn_plain(phrase) AS
    trim(regexp_replace(regexp_replace(lower(nfc_normalize(
        translate(phrase, 'ÐƉðɖƢƣ“”„‟″＂«»‘’‚‛′`‐‑‒–—―−', 'ĐĐđđƯư""""""""''''''''''''-------'))),
        '\p{Cf}|[\x00-\x08\x0E-\x1F\x7F]', '', 'g'), '[\s\p{Z}\x{0B}\x{85}]+', ' ', 'g'));

CREATE MACRO _vn_tone(phrase, old_style, new_style) AS
    regexp_replace(phrase, '(^|[^q])' || old_style || '($|[^\p{L}\p{N}_])', '\1' || new_style || '\2', 'g');

-- oà -> òa, quy and its like left alone.
CREATE MACRO _vn_tones(phrase) AS
    _vn_tone(_vn_tone(_vn_tone(_vn_tone(_vn_tone(
    _vn_tone(_vn_tone(_vn_tone(_vn_tone(_vn_tone(
    _vn_tone(_vn_tone(_vn_tone(_vn_tone(_vn_tone(phrase,
        'oà', 'òa'), 'oá', 'óa'), 'oả', 'ỏa'), 'oã', 'õa'), 'oạ', 'ọa'),
        'oè', 'òe'), 'oé', 'óe'), 'oẻ', 'ỏe'), 'oẽ', 'õe'), 'oẹ', 'ọe'),
        'uỳ', 'ùy'), 'uý', 'úy'), 'uỷ', 'ủy'), 'uỹ', 'ũy'), 'uỵ', 'ụy');

-- One syllable, its y or i exchanged: kỉ -> kỷ.
CREATE MACRO _vn_vowel(phrase, onset, vowel, other_vowel) AS
    regexp_replace(phrase,
        '(^|[^\p{L}\p{N}_])(' || onset || ')' || vowel || '($|[^\p{L}\p{N}_])', '\1\2' || other_vowel || '\3', 'g');

CREATE MACRO _vn_vowels(phrase) AS
    _vn_vowel(_vn_vowel(_vn_vowel(_vn_vowel(_vn_vowel(phrase,
        's', 'ỹ', 'ĩ'), 'k|t', 'ỉ', 'ỷ'), 'k|m', 'ĩ', 'ỹ'), 'qu|l', 'í', 'ý'), 'qu|h', 'i', 'y');

CREATE MACRO _vn_spaced(phrase) AS replace(_vn_plain(phrase), ' ', '  ');

CREATE MACRO _vn_squeezed(phrase) AS trim(replace(phrase, '  ', ' '));

CREATE MACRO vn_name(phrase) AS _vn_squeezed(_vn_vowels(_vn_tones(_vn_spaced(phrase))));
COMMENT ON MACRO vn_name IS 'The name as a key: lower case, diacritics kept, one kind of quote and dash, one tone style, sỹ as sĩ.';

CREATE MACRO vn_key(phrase) AS
    strip_accents(replace(_vn_squeezed(regexp_replace(regexp_replace(_vn_spaced(phrase),
        '(^|[^\p{L}\p{N}_])sỹ($|[^\p{L}\p{N}_])', '\1si\2', 'g'),
        '(^|[^\p{L}\p{N}_])(?:([kt])ỉ|([km])ĩ|(qu|l)í|(qu|h)i)($|[^\p{L}\p{N}_])', '\1\2\3\4\5y\6', 'g')), 'đ', 'd'));
COMMENT ON MACRO vn_key IS 'The phrase without diacritics, đ as d, for looking things up as people type them.';

CREATE MACRO vn_slug(phrase) AS trim(regexp_replace(vn_key(phrase), '[^a-z0-9]+', '-', 'g'), '-');
COMMENT ON MACRO vn_slug IS 'The phrase as part of an id: letters and digits without diacritics, joined by hyphens.';
