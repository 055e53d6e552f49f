"""Stretches of text between marks, and what the letters of a stretch look like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from extractors.model import Span
from extractors.reading import Reading

_EDGE = re.compile(r"[\s_*|.,:;\-–—/+=~]*")
_LETTER = re.compile(r"[^\W_]")


class Stretch(NamedTuple):
    """Some text at `[start, end)`."""

    start: int
    end: int


def outside(start: int, end: int, taken: Iterable[Stretch]) -> Iterator[Stretch]:
    """What is left of `[start, end)` without the stretches that are taken, in order."""
    at = start
    for one in sorted(taken):
        if one.start > at:
            yield Stretch(at, one.start)
        at = max(at, one.end)
    if at < end:
        yield Stretch(at, end)


def trimmed(reading: Reading, stretch: Stretch) -> Stretch | None:
    """The stretch without rules, marks and space at its edges; `None` where no word is left."""
    text = reading.text
    start = _EDGE.match(text, stretch.start, stretch.end).end()  # type: ignore[union-attr]
    end = stretch.end
    while end > start and _EDGE.fullmatch(text, end - 1, end):
        end -= 1
    return Stretch(start, end) if _LETTER.search(text, start, end) else None


def is_shouted(text: str) -> bool:
    """Whether a text is in capitals.

    >>> is_shouted("UBND TỈNH HÀ GIANG"), is_shouted("Về việc"), is_shouted("12")
    (True, False, False)
    """
    return text.isupper()


def begins_small(text: str) -> bool:
    """Whether a text begins with a small letter, as what goes on with a line above does.

    >>> begins_small(" và các xã"), begins_small("Ủy ban"), begins_small("12")
    (True, False, False)
    """
    return text.lstrip()[:1].islower()


def joined(reading: Reading, parts: Iterable[Stretch]) -> Span | None:
    """One span over lines that follow each other; where others stand between, that of the first; `None` for none."""
    start = end = -1
    for part in parts:
        if start < 0:
            start, end = part
        elif _EDGE.fullmatch(reading.text, end, part.start):
            end = part.end
        else:
            break
    return reading.span(start, end) if start >= 0 else None
