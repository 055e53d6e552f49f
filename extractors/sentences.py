"""Sentences of Vietnamese news, by position.

underthesea's `sent_tokenize` gives strings without offsets and cuts after "PGS.TS." and "T.Ư"; here a stop ends a
sentence only where what follows begins one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_CAPITAL = "".join(c for c in map(chr, range(0x41, 0x1EFA)) if c.isupper() and c.isalpha())
_ABBREVIATION = re.compile(
    r"(?:^|[\s.(,;:\-–“\"])(?:t\.?p|tt|tx|gs|pgs|ts|th|ths|bs|ks|ls|cn|nsnd|nsưt|t\.ư|đ/c|st|v\.v|tr|no|mr|mrs|dr|tnhh|q|p|h|\w)\.$",
    re.IGNORECASE,
)
# One class of characters comes first, so that the search runs from stop to stop and not from letter to letter.
_STOP = re.compile(
    r"[.!?…\n](?:(?<=\n)\n*|(?<!\n)(?:(?<=\.)\.{2,})?[\"”’»)\]]*(?:/\.)?(?=\s|$|[“\"" + _CAPITAL + r"]))"
)
_BEGINS = re.compile(r"\s*[\"“‘«(\[•*\-–]*\s*(?:[" + _CAPITAL + r"]|\d)")


def sentence_bounds(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of `text[start:end]`, without surrounding space.

    >>> text = "Dự có PGS.TS. Lê Văn An. Hội nghị.Năm 2012 đạt 2.091 tập thể"
    >>> [text[a:b] for a, b in sentence_bounds(text, 0, len(text))]
    ['Dự có PGS.TS. Lê Văn An.', 'Hội nghị.', 'Năm 2012 đạt 2.091 tập thể']
    """
    at = start
    for stop in _STOP.finditer(text, start, end):
        if stop[0][0] == "\n" or _ends_sentence(text, stop, end):
            yield from _trimmed(text, at, stop.end())
            at = stop.end()
    yield from _trimmed(text, at, end)


def _ends_sentence(text: str, stop: re.Match[str], end: int) -> bool:
    if not _BEGINS.match(text, stop.end(), end):
        return stop.end() >= end
    before = text[max(0, stop.start() - 12) : stop.start() + 1]
    return not (stop[0] == "." and _ABBREVIATION.search(before))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
