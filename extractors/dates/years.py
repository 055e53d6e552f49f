"""Which year a date without one means: that of publication, else what a meeting's name tells, else nobody knows."""

from __future__ import annotations

import re
from datetime import date, timedelta

from extractors.dates.model import DatedDay, DateMention, PartialDate
from extractors.dates.new_year import year_of_new_year
from extractors.model import Dated

_AHEAD = timedelta(days=7)
_PLAN = re.compile(
    r"(?:triển khai|phương hướng|nhiệm vụ|kế hoạch|phát động)[^.;]{0,80}?(?<!đến )(?<!tới )năm ((?:19|20)\d\d)"
)
_BEGINS = re.compile(r"(?:nhiệm k[ìỳ]|năm học mới) ((?:19|20)\d\d) ?- ?(?:19|20)\d\d")
_SCHOOL_YEAR = re.compile(r"năm học (?:19|20)\d\d ?- ?((?:19|20)\d\d)")
_MONTH = re.compile(r"tháng (\d{1,2}) ?[/-] ?((?:19|20)\d\d)")
_ALONE = re.compile(r"(?<![\d/.,\-])(?<! - )(?<!\d- )((?:19|20)\d\d)(?!\d)(?! ?[-/] ?\d)")
_LEGAL = re.compile(
    r"(?:nghị quyết|(?<!pháp )luật|nghị định|thông tư|quyết định|chỉ thị|kết luận|hiến pháp)[^,;]{0,30}? năm \d{4}"
)
_TARGET = re.compile(r"(?:đến|tới) năm (?:19|20)\d\d")
_FINAL = "tổng kết"
_SPRING_OVER = 4
_PLANNED_YEARS = 4
_HALF_YEAR = 6
_SCHOOL_ENDS = range(5, 9)
_PLANNING_MONTH = 10


def dated(mention: DateMention, published: Dated | None, year: int | None = None) -> DatedDay:
    """The day a mention means; `year` is what the text itself says for a date without year.

    Else such a date takes the year of publication, or the year before where that would lie more than a week ahead.
    """
    if mention.first is None:
        return _pointed(mention, published)
    if mention.first.day is None:
        return DatedDay(reason="the text tells only the month")
    chosen = year or _year_of_publication(mention.last or mention.first, published)
    first = mention.first.in_year(chosen)
    if first is None:
        return DatedDay(reason="the text tells day and month, and neither page nor text tells the year")
    last = mention.last.in_year(chosen) if mention.last else None
    if last and last < first and mention.first.year is None:
        first = mention.first.in_year(last.year - 1) or first
    return DatedDay(first.isoformat(), last.isoformat() if last else None)


def _pointed(mention: DateMention, published: Dated | None) -> DatedDay:
    if mention.shift is None:
        return DatedDay(reason="the text says only that it was lately")
    if published is None or published.precision != "day":
        return DatedDay(reason="the text counts from the day of publication, which the page does not tell")
    return DatedDay((date.fromisoformat(published.date) + timedelta(days=mention.shift)).isoformat())


def _year_of_publication(day: PartialDate, published: Dated | None) -> int | None:
    if published is None:
        return None
    year = int(published.date[:4])
    if published.precision != "day":
        return year
    same_year = day.in_year(year)
    return year - 1 if same_year and same_year > date.fromisoformat(published.date) + _AHEAD else year


def year_of_review(day: PartialDate, first: int, last: int, *, whole_year: bool) -> int | None:
    """The year in which a look back on `first` to `last` is held on this day and month, where that is certain.

    A whole year is reviewed at its end or early in the next, a part of a year within it. Spans from one anniversary to
    the next (`2010-2015`) and school years (`2018-2019`) are over in their last year, five-year plans late in theirs.
    """
    if first != last:
        over = (last - first) % 5 == 0
        school = last - first == 1 and day.month in _SCHOOL_ENDS
        planned = last - first == _PLANNED_YEARS and day.month > _HALF_YEAR
        return last if over or school or planned else None
    if not whole_year or day.month >= _PLANNING_MONTH:
        return last
    return last + 1 if day.month < _SPRING_OVER else None


def year_of_plan(name: str, day: PartialDate) -> int | None:
    """The year told by what a meeting's name (as a key) plans: held late in the year before, or within that year.

    >>> year_of_plan("hội nghị triển khai nhiệm vụ năm 2021", PartialDate(28, 12))
    2020
    """
    plan = _PLAN.search(name)
    if plan is None:
        return None
    return int(plan[1]) - (day.month >= _PLANNING_MONTH)


def year_of_name(name: str, day: PartialDate) -> int | None:
    """The year that stands in a meeting's name (as a key): of a term or school year that begins, of a month, or alone.

    Of a year that is reviewed and the next, the later one in mid-year: what is reviewed then is over.

    >>> year_of_name("đại hội nhiệm kỳ 2019 - 2024", PartialDate(26, 8))
    2019
    """
    if begins := _BEGINS.search(name):
        return int(begins[1])
    if ends := _SCHOOL_YEAR.search(name):
        return int(ends[1])
    if month := _MONTH.search(name):
        return int(month[2]) + (int(month[1]) - day.month > _HALF_YEAR)
    final = _FINAL in name
    alone = {int(y) for y in _ALONE.findall(_LEGAL.sub("", name if final else _TARGET.sub("", name)))}
    year = max(alone, default=0)
    looked_back = final and alone == {year - 1, year} and _SPRING_OVER <= day.month < _PLANNING_MONTH
    return year if alone == {year} or looked_back else year_of_new_year(name, day)
