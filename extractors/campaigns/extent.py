"""Where a name begins and ends that no quotation marks enclose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.campaigns.grammar import part
from extractors.campaigns.words import NameWord, words
from extractors.reading import Reading

_WINDOW = 240
_BREAK = re.compile(r"[()]|[.:!?…](?=\s|$)")
_STOP = re.compile(r"[.,;:()!?…\"]")
_COMMA = re.compile(r",\s*(?=\w)")
_MOTTO = re.compile(
    r"\d{1,2}\s+\w+(?:,?\s+(?:và\s+)?\d{1,2}\s+\w+){1,3}(?!\w)"
    r"|\d{1,2}\s+\w+\s+\w+(?:,?\s+(?:và\s+)?\d{1,2}\s+\w+\s+\w+){1,3}(?!\w)"
)
_FEWEST, _MOST = 2, 12


def words_from(reading: Reading, at: int, end: int) -> Iterator[NameWord]:
    """The words from `at` on that one name may have: up to a mark that no name goes over."""
    past = at
    for word in words(reading.key, at, min(end, at + _WINDOW)):
        if word.start - past > 1 and _BREAK.search(reading.key, past, word.start):
            return
        past = word.end
        yield word


def unknown_name(reading: Reading, at: int, end: int, *, fewest: int = _FEWEST) -> int | None:
    """Where the name ends that the capital or the first number of a motto at `at` begins; `None` where there is none.

    `fewest` are the words that it has at least. A name with a capital at every word is somebody's or some place's.
    """
    motto = _MOTTO.match(reading.key, at, end)
    if motto:
        return motto.end()
    if at >= end or not reading.text[at].isupper() or part("not_a_name").match(reading.key, at, end):
        return None
    stop = end_of_name(reading, at, end)
    capitals = [reading.text[word.start].isupper() for word in words(reading.key, at, stop)]
    return stop if fewest <= len(capitals) <= _MOST and not all(capitals) else None


def end_of_name(reading: Reading, start: int, end: int) -> int:
    """Where a name cannot go on; it goes over a comma to a second half as long as the first ("nhà sạch, vườn đẹp")."""
    stop = _stop(reading, start, end)
    comma = _COMMA.match(reading.key, stop, end)
    if comma is None or reading.text[comma.end()].isupper():
        return stop
    past = _stop(reading, comma.end(), end)
    halves = {len(reading.key[at:to].split()) for at, to in ((start, stop), (comma.end(), past))}
    return past if len(halves) == 1 else stop


def _stop(reading: Reading, start: int, end: int) -> int:
    mark = _STOP.search(reading.key, start, min(end, start + _WINDOW))
    limit = mark.start() if mark else min(end, start + _WINDOW)
    stop = part("name_stop").search(reading.key, start + 1, limit)
    past = stop.start() if stop else limit
    return start + len(reading.key[start:past].rstrip())
