"""Groups the people of a sentence into parties: those whom one verb takes together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.officials.cues import words


@dataclass(frozen=True, slots=True)
class Present:
    """A person at `[start, end)`, offices and honorific included; `person` is the index among the article's people."""

    start: int
    end: int
    person: int


@dataclass(frozen=True, slots=True)
class Party:
    """People named one after the other, joined by nothing but commas, semicolons and "và"."""

    start: int
    end: int
    people: tuple[int, ...]


def parties(key: str, present: Sequence[Present]) -> Iterator[Party]:
    """Yield the parties of one sentence from left to right; `present` is ordered and does not overlap.

    >>> text = "ông an và bà bình chủ trì; ông chi dự"
    >>> [p.people for p in parties(text, [Present(0, 6, 0), Present(10, 17, 1), Present(27, 34, 2)])]
    [(0, 1), (2,)]
    """
    group: list[Present] = []
    for one in present:
        if group and not words("{between_people}").fullmatch(key, group[-1].end, one.start):
            yield _party(group)
            group = []
        group.append(one)
    if group:
        yield _party(group)


def without_overlap(found: Iterable[Present]) -> list[Present]:
    """The people in order, of two that overlap the one that begins first (then the longer)."""
    kept: list[Present] = []
    for one in sorted(found, key=lambda p: (p.start, -p.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _party(group: Sequence[Present]) -> Party:
    return Party(group[0].start, group[-1].end, tuple(dict.fromkeys(p.person for p in group)))
