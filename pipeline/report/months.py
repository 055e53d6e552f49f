"""Months as numbers that can be counted through, and the stretches in which nothing was looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

_MONTH_LENGTH = len("2022-12")


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of months in which no article was looked at, both ends included."""

    first: str
    last: str
    months: int


def month_number(month: str) -> int:
    """Months since the year 0.

    >>> month_number("2022-12") - month_number("2021-12")
    12
    """
    year, _, number = month.partition("-")
    return int(year) * 12 + int(number) - 1


def month_named(number: int) -> str:
    """The month of that number.

    >>> month_named(month_number("2022-12"))
    '2022-12'
    """
    return f"{number // 12:04}-{number % 12 + 1:02}"


def is_month(text: str | None) -> bool:
    """Whether it names a month, and not a year only, or nothing."""
    return text is not None and len(text) == _MONTH_LENGTH


def year_gaps(looked_at: Iterable[str]) -> list[Gap]:
    """The gaps between the first and the last year looked at.

    >>> year_gaps(["2012", "2015"])
    [Gap(first='2013', last='2014', months=24)]
    """
    years = sorted({int(year) for year in looked_at})
    return [
        Gap(f"{before + 1}", f"{after - 1}", 12 * (after - before - 1))
        for before, after in pairwise(years)
        if after - before > 1
    ]


def gaps(looked_at: Iterable[str], until: str | None = None) -> list[Gap]:
    """The gaps between the first and the last month looked at, and after it up to and with the month `until`.

    >>> gaps(["2022-01", "2022-02", "2022-05"])
    [Gap(first='2022-03', last='2022-04', months=2)]
    >>> gaps(["2022-01"], until="2022-03")
    [Gap(first='2022-02', last='2022-03', months=2)]
    """
    numbers = sorted({month_number(month) for month in looked_at})
    if numbers and until is not None:
        numbers.append(month_number(until) + 1)
    return [
        Gap(month_named(before + 1), month_named(after - 1), after - before - 1)
        for before, after in pairwise(numbers)
        if after - before > 1
    ]
