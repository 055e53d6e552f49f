"""Tellings of one meeting put together: an article tells its meeting in title, lead, body and captions."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.meetings.model import Bounds, Group, Telling
from extractors.reading import Reading

_ALIKE = 0.7
_TOPIC = 3
_WEIGHTS = {
    "meeting.organised": 6, "meeting.by-host": 6, "meeting.held": 5, "meeting.opened": 6,
    "meeting.attended": 4, "meeting.told-at": 3, "meeting.captioned": 5,
}  # fmt: skip
_OUTRIGHT = {"meeting.organised", "meeting.by-host", "meeting.held", "meeting.opened"}
_NO_KIND = {None, "other"}


def grouped(reading: Reading, tellings: Sequence[Telling]) -> list[Group]:
    """The meetings of an article, in order of first telling; references go to the meeting told before them."""
    named = [t for t in tellings if len(t.topic) >= _TOPIC]
    groups: list[Group] = []
    for telling in named:
        same = next((g for g in groups if any(_same(reading, other, telling) for other in g.tellings)), None)
        if same:
            same.tellings.append(telling)
        else:
            groups.append(Group([telling]))
    rest = [t for t in tellings if len(t.topic) < _TOPIC]
    if not groups and (outright := next((t for t in rest if _told_outright(t)), None)):
        groups.append(Group([outright]))
        rest.remove(outright)
    for telling in rest:
        _refer(groups, telling)
    return groups


def weight(telling: Telling) -> int:
    """How firmly one telling speaks for a meeting that the article reports."""
    told = _WEIGHTS.get(telling.rule or "", 1)
    if telling.planned:
        return min(told, 1) - 1
    score = told + (2 if telling.dates else 0) + (2 if telling.lead else 0)
    return score - 4 if telling.former else score


def _told_outright(telling: Telling) -> bool:
    """Whether a telling without a topic ("Lễ tổng kết vừa diễn ra sáng 2-11") still reports a meeting."""
    return telling.rule in _OUTRIGHT and telling.lead and not telling.planned and bool(telling.dates or telling.host)


def _same(reading: Reading, one: Telling, other: Telling) -> bool:
    if one.head.kind != other.head.kind and not {one.head.kind, other.head.kind} & _NO_KIND:
        return False
    return _alike(one.topic, other.topic) and not _differ(reading, one, other)


def _differ(reading: Reading, one: Telling, other: Telling) -> bool:
    """Whether two tellings name different hosts or different days."""
    held = one.rule == other.rule == "meeting.organised" and one.host and other.host
    if held and not _alike(_words(reading, one.host), _words(reading, other.host)):
        return True
    if one.dates and other.dates and one.rule and other.rule:
        first, second = one.dates[0].first, other.dates[0].first
        return bool(first and second and (first.day, first.month) != (second.day, second.month))
    return False


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) / max(1, min(len(one), len(other))) >= _ALIKE


def _words(reading: Reading, bounds: Bounds | None) -> frozenset[str]:
    if bounds is None:
        return frozenset()
    return frozenset(reading.key[bounds[0] : bounds[1]].split())


def _refer(groups: Sequence[Group], telling: Telling) -> None:
    before = [g for g in groups if g.tellings[0].sentence <= telling.sentence]
    for group in before[-1:] or groups[:1]:
        group.references.append(telling)
