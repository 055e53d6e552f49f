"""Periods: the year, half-year, quarter or span of years that a meeting looks back on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus.rules import load_rules

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_MONTHS = {"sáu": 6, "chín": 9}
_HALF = 6


@dataclass(frozen=True, slots=True)
class Period:
    """A period at `[start, end)` of a key; `value` is `2022`, `2012-H1`, `2012-Q1`, `2012-9M` or `2011-2015`.

    `first` and `last` are its years.
    """

    start: int
    end: int
    value: str
    first: int
    last: int
    rule: str


def periods_in(key: str, start: int = 0, end: int | None = None, *, year: int | None = None) -> tuple[Period, ...]:
    """The periods of a stretch of match key, in order; `year` completes one that leaves its year out.

    >>> [p.value for p in periods_in("6 tháng đầu năm 2012, quý i/2013, giai đoạn 2011 - 2015, năm 2022")]
    ['2012-H1', '2013-Q1', '2011-2015', '2022']
    """
    end = len(key) if end is None else end
    free = bytearray(b"\1") * (end - start)
    found: list[Period] = []
    for rule_id, pattern in _forms():
        for match in pattern.finditer(key, start, end):
            if free.find(0, match.start() - start, match.end() - start) < 0:
                free[match.start() - start : match.end() - start] = bytes(len(match[0]))
                found += _period(match, rule_id, year)
    return tuple(sorted(found, key=lambda p: p.start))


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = load_rules("dates")
    return tuple((rule.id, table.compiled(rule.id)) for rule in table.family("period"))


def _period(match: re.Match[str], rule_id: str, year: int | None) -> Iterator[Period]:
    parts = match.groupdict()
    if "first" in parts:
        first, last = int(parts["first"]), int(parts["last"])
        if first < last:
            yield Period(match.start(), match.end(), f"{first}-{last}", first, last, rule_id)
        return
    told = parts["year"]
    own = int(told) if told else year
    if own is not None:
        yield Period(match.start(), match.end(), f"{own}{_part(parts)}", own, own, rule_id)


def _part(parts: dict[str, str | None]) -> str:
    if quarter := parts.get("quarter"):
        return f"-Q{_QUARTERS[quarter]}"
    if months := parts.get("months"):
        count = _MONTHS.get(months) or int(months)
        return "-H1" if count == _HALF else f"-{count}M"
    return ""
