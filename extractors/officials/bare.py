"""Where a known name stands with no office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.reading import Reading
from extractors.text import phrase_key

_CALLED = re.compile(
    r"(?<!\w)(?:(?:(?:các|hai|ba) )?(?:đồng chí|đ/c|đ\.c|ông|bà|anh|chị)"
    r"|(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)|(?:p?gs|ts|ths)[.,\s]*)[.\s]*$"
)


def bare_mentions(reading: Reading, name: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield start and end of each place of the name, and of the phrase with its honorific."""
    key = phrase_key(name)
    at = reading.key.find(key)
    while at >= 0:
        end = at + len(key)
        if _stands_alone(reading, at, end):
            called = _CALLED.search(reading.key, max(0, at - 40), at)
            yield at, end, called.start() if called else at, end
        at = reading.key.find(key, end)


def _stands_alone(reading: Reading, start: int, end: int) -> bool:
    """Whether the place is the whole of a name, not part of a longer word or name."""
    text = reading.text
    if not text[start].isupper() or (start and text[start - 1].isalnum()) or text[end : end + 1].isalnum():
        return False
    return not (text[end : end + 1] == " " and text[end + 1 : end + 2].isupper() and text[end + 2 : end + 3].islower())
