"""The period that a meeting looks back on, from its name or, where the name leaves it out, from the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.dates.evidence import spoken_years
from extractors.dates.periods import Period, periods_in
from extractors.meetings.words import pattern

_CLAUSE = 90
_TERM = ("nhiệm kỳ ", "nhiệm kì ")


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
        if covered := _of_name(name, report, year):
            return covered
    name = names[0]
    if pattern("{review}").search(name):
        return _years_counted(report, name, year) or _spoken_of(report, name, year)
    if year and pattern("{staff}").search(name) and str(year - 1) in name:
        return Lookback(str(year - 1), year - 1, year - 1, whole_year=True)
    if pattern("{council}").search(name):
        return _of_report(report, year) or _spoken_of(report, name, year)
    looks_back = pattern("{congress}").search(name) and not any(term in name for term in _TERM)
    return _span(report, year, ends=year) if year and looks_back else None


def _of_name(name: str, report: str, year: int | None) -> Lookback | None:
    if found := pattern("{reviews}").search(name):
        return _reviewed(name, found.end(), year)
    if not pattern("{honours}").search(name):
        return None
    span = _span(name, year)
    return (
        span
        if year
        or pattern("{praises}").search(name)
        or (span and any(span.first < y <= span.last for y in spoken_years(report)))
        else None
    )


def _reviewed(name: str, start: int, year: int | None) -> Lookback | None:
    """The first period between a word of review and the plans; a year named once, even in the plans, holds for all."""
    plan = pattern("{plan}").search(name, start)
    end = plan.start() if plan else len(name)
    year = next((p.last for p in periods_in(name, start) if p.first == p.last), year)
    if found := periods_in(name, start, end, year=year):
        return _lookback(found[0])
    halves = pattern(r"(?:6|06|sáu) tháng").search(name, start, end) and pattern(r"tháng cuối năm").search(name, end)
    return Lookback(f"{year}-H1", year, year, whole_year=False) if halves and year else None


def _span(key: str, year: int | None, ends: int | None = None) -> Lookback | None:
    """The first span of years, no term of office, that is over by `year`; with `ends`, one that ends in that year."""
    spans = [p for p in periods_in(key) if p.first < p.last and not key.endswith(_TERM, 0, p.start)]
    over = [p for p in spans if (year is None or p.last <= year) and ends in {None, p.last}]
    return _lookback(over[0]) if over else None


def _of_report(report: str, year: int | None) -> Lookback | None:
    """The first period that the report says was reviewed."""
    for found in pattern("{reviews}").finditer(report):
        if covered := _reviewed(report[found.start() : found.end() + _CLAUSE], len(found[0]), year):
            return covered
    return None


def _years_counted(report: str, name: str, year: int | None) -> Lookback | None:
    """The span in the report that is as long as the years a name counts ("tổng kết 10 năm": 2008-2018 or 2008-2017)."""
    counted = pattern(r"(?<!\d)(\d{1,2}) năm(?! \d)").search(name)
    if counted is None or year is None:
        return None
    lengths = {int(counted[1]), int(counted[1]) - 1} - {0}
    spans = [p for p in periods_in(report) if p.last - p.first in lengths and p.last <= year]
    return _lookback(spans[0]) if spans else None


def _spoken_of(report: str, name: str, year: int | None) -> Lookback | None:
    """The year that the report speaks of, where it fits that of the meeting.

    A year that merely occurs is not enough where the name counts months or years, or the meeting's own year is unknown:
    then the report must open on it ("Năm 2012, …").
    """
    strict = year is None or pattern(r"\d+ (?:năm|tháng)").search(name)
    told = r"(?:^|[.\n] ?|trong |qua )năm ((?:19|20)\d\d)[, ]" if strict else r"năm ((?:19|20)\d\d)(?!\d)"
    found = pattern(told).finditer(report)
    years = (int(match[1]) for match in found if not _is_planned(report, match.start(1)))
    spoken = next((y for y in years if year is None or y in {year, year - 1}), None)
    return Lookback(str(spoken), spoken, spoken, whole_year=True) if spoken else None


def _is_planned(report: str, at: int) -> bool:
    """Whether the year at `at` is one that something is undertaken for ("đăng ký chỉ tiêu thi đua trong năm 2019")."""
    return bool(pattern(r"(?<!\w){undertaken}(?!\w)[^.;\n]{0,60}$").search(report, max(0, at - _CLAUSE), at))


def _lookback(period: Period) -> Lookback:
    return Lookback(period.value, period.first, period.last, whole_year=period.value == str(period.first))
