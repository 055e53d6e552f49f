"""Names whose parts stand in quotation marks of their own: “Lao động giỏi”, “Lao động sáng tạo”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.campaigns.names import name_book
from extractors.campaigns.quotes import Quote
from extractors.campaigns.words import words
from extractors.reading import Reading

_MOST_PARTS = 4
_LONGEST = 240
_BETWEEN = re.compile(r"[\s,;-]{0,6}(?:và\s{0,3})?")


def with_parts_joined(reading: Reading, quotes: Sequence[Quote]) -> Iterator[Quote]:
    """The quotations, those that make up one name of the register put together."""
    at = 0
    while at < len(quotes):
        most = _run(reading, quotes[at : at + _MOST_PARTS])
        size = next((n for n in range(most, 1, -1) if _is_name(reading, quotes[at : at + n])), 1)
        last = quotes[at + size - 1]
        yield replace(last, mark=quotes[at].mark, start=quotes[at].start)
        at += size


def _run(reading: Reading, quotes: Sequence[Quote]) -> int:
    """How many quotations follow each other with nothing but a comma, a dash or "và" between them."""
    for number, (one, other) in enumerate(pairwise(quotes), 1):
        if not (one.closed and other.closed and _BETWEEN.fullmatch(reading.key, one.after, other.mark)):
            return number
    return len(quotes)


def _is_name(reading: Reading, parts: Sequence[Quote]) -> bool:
    if parts[-1].end - parts[0].start > _LONGEST:
        return False
    node = name_book().passing(words(reading.key, parts[0].start, parts[-1].end))
    return node is not None and node.form is not None
