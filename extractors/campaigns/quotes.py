"""Quoted strings of an article: paired as newspapers write them, mixed, doubled, or never closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.campaigns.taken import Taken
from extractors.reading import Reading

LONGEST = 300
"""Characters between two marks that still are one quotation; more means that a mark is missing."""
UNCLOSED = 160
_MARK = re.compile(r"\"|''")
_SINGLE = re.compile(r"(?<!\w)'(?! ?')([^'\"\n]{3,160})'(?!\w)")
_OPENING, _CLOSING = "“„«", "”»"


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands between quotation marks: `[start, end)`; `after` is the offset behind the closing mark."""

    start: int
    end: int
    after: int
    closed: bool = True

    @property
    def mark(self) -> int:
        """Where the opening mark stands."""
        return self.start - 1


def quotes_of(reading: Reading) -> tuple[Quote, ...]:
    """All quotations in order; single marks count only outside double ones."""
    found: list[Quote] = []
    for block in reading.article.blocks:
        double = list(_doubles(reading, block.start, block.end))
        found += double
        if "'" in reading.key[block.start : block.end]:
            found += _singles(reading, block.start, block.end, double)
    return tuple(sorted(found, key=lambda quote: quote.start))


def _doubles(reading: Reading, start: int, end: int) -> Iterator[Quote]:
    opened: int | None = None
    for mark in _MARK.finditer(reading.key, start, end):
        sign = reading.text[mark.start()]
        if opened is None:
            opened = None if sign in _CLOSING and _hugs_left(reading, mark.start(), start) else mark.end()
        elif sign in _OPENING or mark.start() - opened > LONGEST:
            yield _unclosed(opened, mark.start())
            opened = mark.end()
        else:
            if mark.start() > opened:
                yield Quote(opened, mark.start(), mark.end())
            opened = None
    if opened is not None and opened < end:
        yield _unclosed(opened, end)


def _hugs_left(reading: Reading, at: int, start: int) -> bool:
    return at > start and not reading.text[at - 1].isspace()


def _unclosed(start: int, end: int) -> Quote:
    end = max(start, min(end, start + UNCLOSED))
    return Quote(start, end, end, closed=False)


def _singles(reading: Reading, start: int, end: int, doubles: list[Quote]) -> Iterator[Quote]:
    taken = Taken((quote.start, quote.after) for quote in doubles)
    for match in _SINGLE.finditer(reading.key, start, end):
        if not taken.overlaps(match.start(), match.end()):
            yield Quote(match.start(1), match.end(1), match.end())
