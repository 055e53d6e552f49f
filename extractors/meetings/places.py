"""Where a meeting is held: what a sentence says with "tại"."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.meetings.heads import is_noun_at
from extractors.meetings.model import Bounds, Head
from extractors.meetings.words import pattern
from extractors.reading import Reading

_BEFORE = 350
_BEHIND = 110
_OPENING = 75
_LONGEST = 120
_MISSION = 45
_AT = r"(?<!\w){at_place} (?=\w)"
_END = r'[,;:"?!\n]|(?<= )-(?= )(?! \w+ ?[,.;(])|(?<!\w){place_end}(?!\w)'


def place_of(reading: Reading, sentence: Bounds, head: Head, host: Bounds | None) -> Bounds | None:
    """The place of the meeting named at `head`: told at the opening of the sentence, or right behind the name."""
    key = reading.key
    before = host[0] if host and host[0] < head.start else head.start
    behind = max(head.end, host[1] if host else 0)
    opening = places_in(reading, max(sentence[0], before - _BEFORE), before, sentence[1])
    found = [p for p in opening if _opens_clause(key, sentence[0], key.rfind(" ", 0, p[0] - 1) + 1)]
    found += places_in(reading, head.end, min(sentence[1], behind + _BEHIND), sentence[1])
    return next((place for place in found if not (host and place[0] <= host[0] < place[1])), None)


def places_in(reading: Reading, start: int, end: int, limit: int) -> Iterator[Bounds]:
    """The places that follow a "tại" in `[start, end)`; a place may run on to `limit`."""
    for match in pattern(_AT).finditer(reading.key, start, end):
        elsewhere = pattern("{elsewhere} $").search(reading.key, max(0, match.start() - _MISSION), match.start())
        if not elsewhere and (place := _place(reading.key, match.end(), limit)):
            yield place


def _opens_clause(key: str, start: int, at: int) -> bool:
    """Whether a "tại" opens a clause of its own ("Sáng 3/10, tại …"), or stands at the opening of the sentence."""
    return at - start <= _OPENING or key[max(start, at - 3) : at].rstrip().endswith((",", "-", ")", *"0123456789"))


def _place(key: str, at: int, limit: int) -> Bounds | None:
    if pattern(r"{no_place}(?!\w)").match(key, at, limit) or is_noun_at(key, at, limit):
        return None
    limit = min(limit, at + _LONGEST)
    over = pattern(_END).search(key, at, limit)
    end = over.start() if over else limit
    unclosed = key.rfind("(", at, end)
    end = unclosed if unclosed > key.rfind(")", at, end) else end
    end = at + len(key[at:end].rstrip(" .,-("))
    return (at, end) if 1 < end - at < _LONGEST else None
