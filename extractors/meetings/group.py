"""Tellings of one meeting put together: an article tells its meeting in title, lead, body and captions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.meetings.tellings import Telling
from extractors.reading import Reading
from extractors.text import phrase_key

_ALIKE = 0.7
_WEIGHTS = {"organised": 6, "by-host": 6, "held": 5, "opened": 6, "attended": 4, "told-at": 3}
_OUTRIGHT = {"meeting.organised", "meeting.by-host", "meeting.held", "meeting.opened"}
_KINDLESS = {None, "other"}


@dataclass(slots=True)
class Group:
    """The tellings of one meeting, in order; grows while the article is read."""

    tellings: list[Telling] = field(default_factory=list)
    references: list[Telling] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the first sentence that tells of it begins (a headline put aside)."""
        return next((t for t in self.tellings if t.rule), self.tellings[0]).sentence[0]

    @property
    def is_item(self) -> bool:
        """Whether it is told as an item of a round-up."""
        return any(t.item for t in self.tellings)

    @property
    def all(self) -> list[Telling]:
        """Named tellings first, then the sentences that merely refer to it."""
        return [*self.tellings, *self.references]


def grouped(reading: Reading, tellings: Sequence[Telling]) -> list[Group]:
    """The meetings of an article, in order of first telling; references go to the meeting told before them."""
    groups: list[Group] = []
    for telling in tellings:
        if _topic(reading, telling):
            _add_named(reading, groups, telling)
    rest = [t for t in tellings if not _topic(reading, t)]
    if not groups:
        groups = [Group([t]) for t in rest if _told_outright(t)][:1]
    founding = {id(t) for g in groups for t in g.tellings}
    for telling in rest:
        if id(telling) not in founding:
            _add_reference(groups, telling)
    return groups


def weight(telling: Telling) -> int:
    """How firmly one telling speaks for a meeting that the article reports."""
    told = _WEIGHTS.get((telling.rule or "").removeprefix("meeting."), 1)
    if telling.planned:
        return min(told, 1) - 1
    score = told + (2 if telling.dates else 0) + (2 if telling.lead else 0)
    return score - 4 if telling.former else score


def words(reading: Reading, telling: Telling) -> set[str]:
    """The words of a telling's topic."""
    return set(phrase_key(reading.text[telling.head.noun_end : telling.head.end]).replace('"', "").split())


def _topic(reading: Reading, telling: Telling) -> bool:
    return telling.head.named and len(words(reading, telling)) > 2


def _told_outright(telling: Telling) -> bool:
    """Whether a telling without a topic ("Lễ tổng kết vừa diễn ra sáng 2-11") still reports a meeting."""
    return telling.rule in _OUTRIGHT and telling.lead and not telling.planned and bool(telling.dates or telling.host)


def _add_named(reading: Reading, groups: list[Group], telling: Telling) -> None:
    for group in groups:
        if any(_same(reading, other, telling) for other in group.tellings):
            group.tellings.append(telling)
            return
    groups.append(Group([telling]))


def _same(reading: Reading, one: Telling, other: Telling) -> bool:
    if one.head.kind != other.head.kind and not {one.head.kind, other.head.kind} & _KINDLESS:
        return False
    if _differ(reading, one, other):
        return False
    mine, yours = words(reading, one), words(reading, other)
    return len(mine & yours) / max(1, min(len(mine), len(yours))) >= _ALIKE


def _differ(reading: Reading, one: Telling, other: Telling) -> bool:
    """Whether two tellings name different hosts or different days."""
    if one.rule == other.rule == "meeting.organised" and one.host and other.host:
        mine, yours = (set(phrase_key(reading.text[h[0] : h[1]]).split()) for h in (one.host, other.host))
        if len(mine & yours) / max(1, min(len(mine), len(yours))) < _ALIKE:
            return True
    if one.dates and other.dates and one.rule and other.rule:
        first, second = one.dates[0].first, other.dates[0].first
        return bool(first and second and (first.day, first.month) != (second.day, second.month))
    return False


def _add_reference(groups: list[Group], telling: Telling) -> None:
    before = [g for g in groups if g.tellings[0].sentence <= telling.sentence]
    chosen = before[-1:] or groups[:1]
    for group in chosen:
        group.references.append(telling)
