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
_MISPLACED = 60
"""Characters of a name between two marks that both close, the one before it having been set too early or doubled."""
_OPENING, _CLOSING = "“„«", "”»"
_NEVER_FIRST = ",;:!?)"


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands between quotation marks: `[start, end)`; `mark` is where the opening one stands.

    `after` is the offset behind the closing one.
    """

    mark: int
    start: int
    end: int
    after: int
    closed: bool = True


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
    opened: re.Match[str] | None = None
    past = start
    for mark in _MARK.finditer(reading.key, start, end):
        if opened is None and not _may_open(reading, mark, start, end):
            if start < past < mark.start() <= past + _MISPLACED:
                yield Quote(past, past, mark.start(), mark.end())
            past = mark.end()
        elif opened is None:
            opened = mark
        elif reading.text[mark.start()] in _OPENING or mark.start() - opened.end() > LONGEST:
            yield _unclosed(opened, mark.start())
            opened = mark
        else:
            if mark.start() > opened.end():
                yield Quote(*opened.span(), mark.start(), mark.end())
            opened, past = None, mark.end()
    if opened is not None and opened.end() < end:
        yield _unclosed(opened, end)


def _may_open(reading: Reading, mark: re.Match[str], start: int, end: int) -> bool:
    """Whether a mark can open a quotation: one that shuts behind a word, or stands before a comma or stop, cannot."""
    at, past = mark.span()
    shuts = reading.text[at] in _CLOSING and at > start and not reading.text[at - 1].isspace()
    return not shuts and (past >= end or reading.text[past] not in _NEVER_FIRST)


def _unclosed(mark: re.Match[str], end: int) -> Quote:
    end = max(mark.end(), min(end, mark.end() + UNCLOSED))
    return Quote(*mark.span(), end, end, closed=False)


def _singles(reading: Reading, start: int, end: int, doubles: list[Quote]) -> Iterator[Quote]:
    taken = Taken((quote.start, quote.after) for quote in doubles)
    for match in _SINGLE.finditer(reading.key, start, end):
        if not taken.overlaps(match.start(), match.end()):
            yield Quote(match.start(), match.start(1), match.end(1), match.end())
