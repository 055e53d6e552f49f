"""Which old encoding a text is in: by the name of its font, by what its words become."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from corpus.encodings import ENCODINGS, Encoding
from extractors.encodings.convert import as_bytes, converted
from extractors.encodings.syllables import is_syllable
from extractors.letters import vietnamese_in

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_FONTS: tuple[tuple[re.Pattern[str], Encoding], ...] = (
    (re.compile(r"\.?Vn[A-Z]\w*"), "tcvn3"),
    (re.compile(r"VNI[-_ ]?\w+"), "vni"),
    (re.compile(r"VI[- ]\w+|\w*VISCII\w*", re.IGNORECASE), "viscii"),
)
_CAPITALS = re.compile(r"\.?Vn[A-Z]\w*H(?![a-z])")
_WORD = re.compile(r"[^\s\x00-\x1f.,;:!?()\[\]/\"“”‘’…–—\-+*=<>&%\d]{1,12}")
_LEAST_WORDS = 8
_CERTAIN, _WELL, _AHEAD = 0.9, 0.7, 0.15
_MOST_WORDS = 4_000
_UNICODE_SHARE = 0.05
_MARKED_SHARE = 0.25
_NO_ASCII_LETTERS = re.compile(r"[^\W\d_a-zA-Z]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a text was found to be in; `doubtful` where it looks old and no encoding fits well enough."""

    encoding: Encoding | None = None
    doubtful: bool = False


PLAIN = Verdict()


def font_encoding(name: str) -> Encoding | None:
    """The encoding that the fonts of a name are made for.

    >>> font_encoding("ABCDEF+.VnTimeH"), font_encoding("VNI-Times"), font_encoding("Times New Roman")
    ('tcvn3', 'vni', None)
    """
    bare = _SUBSET.sub("", name)
    return next((encoding for pattern, encoding in _FONTS if pattern.match(bare)), None)


def shows_capitals(name: str) -> bool:
    """Whether a font shows small letters as capitals.

    >>> shows_capitals(".VnTimeH"), shows_capitals(".VnTime"), shows_capitals(".VnArial NarrowH")
    (True, False, True)
    """
    bare = _SUBSET.sub("", name).replace(" ", "")
    return bool(_CAPITALS.match(bare))


def recognised(text: str, claimed: Encoding | None = None) -> Verdict:
    """The old encoding of a text; `claimed` is what its font is made for, which few words then confirm."""
    if text.isascii() or is_unicode(text):
        return PLAIN
    words = _marked_words(text)
    if not words:
        return PLAIN
    if claimed is not None and _share(words, claimed) >= _WELL:
        return Verdict(claimed)
    if len(words) < _LEAST_WORDS:
        return Verdict(doubtful=claimed is not None)
    shares = sorted(((_share(words, encoding), encoding) for encoding in ENCODINGS), reverse=True)
    (best, encoding), (second, _) = shares[0], shares[1]
    if best >= _CERTAIN and best - second >= _AHEAD:
        return Verdict(encoding)
    looks_old = claimed is not None or (best >= _WELL and len(words) >= _MARKED_SHARE * len(text.split()))
    return Verdict(doubtful=looks_old)


def is_unicode(text: str) -> bool:
    """Whether a text has the letters that Vietnamese has in Unicode alone.

    >>> is_unicode("Tỉnh Điện Biên"), is_unicode("TØnh §iÖn Biªn")
    (True, False)
    """
    return vietnamese_in(text) > _UNICODE_SHARE * len(_NO_ASCII_LETTERS.findall(text))


def _marked_words(text: str) -> list[str]:
    """The first words with other letters than those of ASCII."""
    words = (found[0] for found in _WORD.finditer(as_bytes(text).replace("\xa0", " ")))
    return list(islice((word for word in words if not word.isascii()), _MOST_WORDS))


def _share(words: Iterable[str], encoding: Encoding) -> float:
    """The share of words that an encoding makes Vietnamese syllables of."""
    made = [is_syllable(converted(word, encoding)) for word in words]
    return sum(made) / len(made)
