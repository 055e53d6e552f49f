"""The period that a meeting looks back on, from its name or, where the name leaves it out, from the report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.dates.periods import Period, periods_in

_REVIEWS = re.compile(r"tổng kết|sơ kết|đánh giá|nhìn lại|kiểm điểm|giao ban")
_PLANS = re.compile(r"triển khai|phương hướng|nhiệm vụ (?:năm|6 tháng|trọng tâm|quý)|phát động|ký kết|ký giao ước|kế hoạch|(?:6|06|sáu) tháng cuối năm|đề ra|công tác trọng tâm|nhiệm vụ trọng tâm|nhiệm vụ,|mục tiêu,|định hướng")
_HALF = re.compile(r"(?:6|06|sáu) tháng")
_SECOND_HALF = re.compile(r"(?:6|06|sáu) tháng cuối năm")
_YEARS = re.compile(r"(?<!\d)(\d{1,2}) năm(?! \d)")
_BODIES = re.compile(r"hội đồng (?:thi đua|tđkt)|(?:cụm|khối)(?: thi đua|,)|công tác (?:thi đua|tđkt)")
_CLAUSE = 90
_REVIEW = re.compile(r"tổng kết|sơ kết|kiểm điểm")
_CONGRESS = re.compile(r"đại hội|điển hình tiên tiến")
_HONOURS = re.compile(r"đại hội|điển hình|biểu dương|tuyên dương|tôn vinh")
_OPENS_ON = re.compile(r"(?:^|[.\n] ?|trong |qua )năm ((?:19|20)\d\d)[, ]")
_SPEAKS_OF = re.compile(r"năm ((?:19|20)\d\d)(?!\d)")
_COUNTED = re.compile(r"\d+ (?:năm|tháng)")


@dataclass(frozen=True, slots=True)
class Lookback:
    """A period looked back on: its value as the guide writes it, and its years."""

    value: str
    first: int
    last: int
    whole_year: bool


def lookback(report: str, names: Sequence[str], year: int | None) -> Lookback | None:
    """The period that a meeting looks back on; `names` are its names and `report` the text about it, all as keys.

    `year` is the year in which it was held, if known.
    """
    for name in names:
        found = _REVIEWS.search(name)
        covered = _reviewed(name, found.end(), year) if found else _span(name, year) if _HONOURS.search(name) else None
        if covered:
            return covered
    if _REVIEW.search(names[0]):
        return (_years_counted(report, names[0], year) if year else None) or _told(report, names[0], year)
    if _BODIES.search(names[0]):
        return _reviewed_in(report, year) or _told(report, names[0], year)
    return _span(report, year, ends=year) if year and _CONGRESS.search(names[0]) else None


def _reviewed(name: str, start: int, year: int | None) -> Lookback | None:
    plan = _PLANS.search(name, start)
    end = plan.start() if plan else len(name)
    told = periods_in(name, start)
    year = next((p.last for p in told if p.first == p.last), year)
    found = periods_in(name, start, end, year=year)
    if found:
        return _lookback(found[0])
    first_half = plan and year and _HALF.search(name, start, end) and _SECOND_HALF.search(name, end)
    return Lookback(f"{year}-H1", year, year, whole_year=False) if first_half and year else None


def _span(key: str, year: int | None, ends: int | None = None) -> Lookback | None:
    """The first span of years that is over by `year`; with `ends`, one that ends in that very year."""
    spans = [p for p in periods_in(key) if p.first < p.last and (year is None or p.last <= year) and not _is_term(key, p)]
    return next((_lookback(p) for p in spans if ends in {None, p.last}), None)


def _reviewed_in(report: str, year: int | None) -> Lookback | None:
    """The first period that the report says was reviewed."""
    for found in _REVIEWS.finditer(report):
        if covered := _reviewed(report[found.start() : found.end() + _CLAUSE], len(found[0]), year):
            return covered
    return None


def _years_counted(report: str, name: str, year: int | None) -> Lookback | None:
    """The span in the report that is as long as the years a name counts ("tổng kết 10 năm": 2008-2018 or 2008-2017)."""
    counted = _YEARS.search(name)
    if counted is None:
        return None
    lengths = {int(counted[1]), int(counted[1]) - 1} - {0}
    spans = [p for p in periods_in(report) if p.last - p.first in lengths and (year is None or p.last <= year)]
    return _lookback(spans[0]) if spans else None


def _is_term(key: str, period: Period) -> bool:
    return key[max(0, period.start - 9) : period.start].endswith(("nhiệm kỳ ", "nhiệm kì "))


def _told(report: str, name: str, year: int | None) -> Lookback | None:
    """The year that the report speaks of, where it fits that of the meeting and the name counts no months or years."""
    told = _OPENS_ON if year is None or _COUNTED.search(name) else _SPEAKS_OF
    for match in told.finditer(report):
        spoken = int(match[1])
        if year is None or spoken in {year, year - 1}:
            return Lookback(str(spoken), spoken, spoken, whole_year=True)
    return None


def _lookback(period: Period) -> Lookback:
    return Lookback(period.value, period.first, period.last, whole_year=period.value == str(period.first))
