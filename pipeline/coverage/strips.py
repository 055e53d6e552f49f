"""The heat map of the coverage page: one strip a source, one patch a day, gaps drawn as gaps."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import median
from typing import Literal

from pipeline.coverage.model import Day, Filled, Watched, sum_known
from pipeline.report.language import Language

Measure = Literal["got", "published"]
SHOWN_DAYS = 56
DAY_WIDTH = 10
_STEPS = (0.25, 0.5, 0.75, 1.25)
"""From the second heat on: the share of what is usual above which a patch is hotter."""
_GAP, _SHUT, _ZERO = "fill-gap", "shut", "fill-zero"


@dataclass(frozen=True, slots=True)
class Patch:
    """A stretch of days of the same kind (a single one unless it is a gap), and what it says to a pointer."""

    x: int
    width: int
    ink: str
    told: str


@dataclass(frozen=True, slots=True)
class Pair:
    """What came and what was to be expected; None where nobody looked, or where nothing is expected yet."""

    got: int | None
    expected: float | None


@dataclass(frozen=True, slots=True)
class Row:
    """A source on the map."""

    source_id: str
    name: str
    alarmed: bool
    night: Pair
    week: Pair
    rates: Filled
    patches: tuple[Patch, ...]


def rows_of(
    sources: Sequence[Watched], alarmed: frozenset[str | None], measure: Measure, lang: Language
) -> tuple[Row, ...]:
    """The rows of one map: sources with alarms first, then by name."""
    ordered = sorted(sources, key=lambda source: (source.source_id not in alarmed, source.name, source.source_id))
    return tuple(_row(source, measure, lang, alarmed=source.source_id in alarmed) for source in ordered)


def legend(lang: Language) -> list[tuple[int, str]]:
    """The heats with the shares of what is usual that they stand for."""
    ends = [f"{lang.decimal(100 * step)}%" for step in _STEPS]
    return [(0, "0"), *((n, f"≤ {end}") for n, end in enumerate(ends, 1)), (5, f"> {ends[-1]}")]


def weeks_of(today: date, lang: Language) -> list[tuple[int, str]]:
    """Where each Monday stands, and its name."""
    first = today.toordinal() - SHOWN_DAYS + 1
    days = (date.fromordinal(first + at) for at in range(SHOWN_DAYS))
    return [(DAY_WIDTH * at, lang.day(f"{day:%m-%d}")) for at, day in enumerate(days) if day.isoweekday() == 1]


def _row(source: Watched, measure: Measure, lang: Language, *, alarmed: bool) -> Row:
    days = source.days[-SHOWN_DAYS:]
    asked = next((day for day in reversed(days) if day.state != "not_run"), None)
    week = days[-7:]
    return Row(
        source.source_id,
        source.name,
        alarmed,
        Pair(asked.got, asked.expected) if asked else Pair(None, None),
        Pair(_whole(day.got for day in week), _whole(day.expected for day in week if day.looked)),
        source.filled(SHOWN_DAYS),
        tuple(_patches(days, measure, lang)),
    )


def _whole(values: Iterable[float | None]) -> int | None:
    known = sum_known(values)
    return None if known is None else round(known)


def _patches(days: Sequence[Day], measure: Measure, lang: Language) -> list[Patch]:
    usual = _usual(days, measure)
    found = []
    for at, day in enumerate(days, SHOWN_DAYS - len(days)):
        found.append(Patch(DAY_WIDTH * at, DAY_WIDTH - 1, _ink(day, measure, usual), _told(day, measure, lang)))
    return [_joined(list(stretch)) for stretch in _stretches(found)]


def _stretches(patches: Sequence[Patch]) -> list[list[Patch]]:
    """Gaps that follow each other together, every other patch alone."""
    keyed = groupby(patches, key=lambda patch: patch.ink if patch.ink == _GAP else patch.x)
    return [list(stretch) for _, stretch in keyed]


def _joined(stretch: list[Patch]) -> Patch:
    first, last = stretch[0], stretch[-1]
    told = first.told if first is last else f"{first.told} … {last.told}"
    return Patch(first.x, last.x + last.width - first.x, first.ink, told)


def _usual(days: Sequence[Day], measure: Measure) -> float:
    """What a day without an expectation is measured by: the median of the days that gave something."""
    values = [value for value in (_value(day, measure) for day in days) if value]
    return float(median(values)) if values else 1.0


def _value(day: Day, measure: Measure) -> int | None:
    return day.got if measure == "got" else day.published


def _ink(day: Day, measure: Measure, usual: float) -> str:
    value = _value(day, measure)
    if value is None:
        return _SHUT if measure == "got" and day.state in ("unanswered", "disallowed") else _GAP
    if value == 0:
        return _ZERO
    expected = (day.expected if measure == "got" else None) or usual
    return f"fill-heat-{1 + sum(value / expected > step for step in _STEPS)}"


def _told(day: Day, measure: Measure, lang: Language) -> str:
    words, value = lang.texts["maps"], _value(day, measure)
    when = lang.day(day.day.isoformat())
    if value is None:
        shut = measure == "got" and day.state in ("unanswered", "disallowed")
        return str(words["cell_shut" if shut else "cell_gap"].format(day=when))
    if measure == "got" and day.expected is not None and math.isfinite(day.expected):
        return str(words["cell_expected"].format(day=when, got=value, expected=lang.decimal(day.expected)))
    return str(words["cell"].format(day=when, got=value))
