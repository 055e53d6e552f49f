"""Names whose parts stand in quotation marks of their own: “Lao động giỏi”, “Lao động sáng tạo”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.campaigns.names import name_book
from extractors.campaigns.quotes import Quote
from extractors.campaigns.words import words
from extractors.reading import Reading

_MOST_PARTS = 4
_BETWEEN = re.compile(r"[\s,;-]{0,6}(?:và\s{0,3})?")


def with_parts_joined(reading: Reading, quotes: Sequence[Quote]) -> Iterator[Quote]:
    """The quotations, those that make up one name of the register put together."""
    at = 0
    while at < len(quotes):
        size = next((n for n in range(_MOST_PARTS, 1, -1) if _is_name(reading, quotes[at : at + n], n)), 1)
        last = quotes[at + size - 1]
        yield Quote(quotes[at].start, last.end, last.after, last.closed)
        at += size


def _is_name(reading: Reading, parts: Sequence[Quote], size: int) -> bool:
    if len(parts) < size or not all(part.closed for part in parts) or parts[-1].end - parts[0].start > 240:
        return False
    if not all(_BETWEEN.fullmatch(reading.key, one.after, other.mark) for one, other in pairwise(parts)):
        return False
    node = name_book().passing(words(reading.key, parts[0].start, parts[-1].end))
    return node is not None and node.form is not None
