"""Years counted from a first one: anniversaries with the day they began, decisions carried out for so many years."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.dates.model import DateMention, PartialDate

_ROUND = re.compile(
    r"(?<!\d)(?P<passed>\d{1,3}) năm [^.;()\n]{0,140}"
    r"\((?:ngày )?(?P<day>(?:\d{1,2}[/.\-]){1,2})?(?P<first>(?:18|19|20)\d\d)(?: ?[-/)]|\))"
)
_KEPT = re.compile(r"kỷ niệm|kỉ niệm|mừng")
_AHEAD = re.compile(r"(?:hướng|tiến) (?:tới|đến)")
_NUMBER = re.compile(r"\d+")
_COUNTED = re.compile(r"(?<!\d)(\d{1,3}) năm(?! \d)")
_FOUNDED = re.compile(
    r"(?:thành lập|tái lập|ra đời)[^.;\n]{0,40}?(?:năm |tháng |ngày )(?:\d{1,2}[/.-]){0,2}((?:18|19|20)\d\d)"
)
_CARRIED_OUT = re.compile(
    r"(?<!\d)(\d{1,2}) năm (?:thực hiện|triển khai|thi hành) "
    r"(?:(?!triển khai|phương hướng|nhiệm vụ)[^;\n]){3,110}?"
    r"(?:ngày \d{1,2}[/.-]\d{1,2}[/.-]|\d/)((?:19|20)\d\d)(?!\d)"
)
_BEFORE = 90


def rounds_in(key: str, day: PartialDate) -> set[int]:
    """Years in which a day lies that "kỷ niệm 30 năm … (3/1/1986)" tells: the first year and what has passed since.

    The year before, of a day that looks forward to the anniversary and lies later in the year than it.

    >>> rounds_in("lễ kỷ niệm 30 năm ngày tái lập huyện (1/9/1986)", PartialDate(5, 9))
    {2016}
    >>> rounds_in("hướng tới kỷ niệm 30 năm ngày tái lập huyện (1/3/1986)", PartialDate(5, 9))
    {2015}
    """
    return {_year(key, match, day) for match in _ROUND.finditer(key)}


def rounds_kept_in(key: str, day: PartialDate) -> set[int]:
    """The same, of anniversaries only: "tổng kết 10 năm … (2008 - 2018)" may be held a year later.

    >>> rounds_kept_in("hội nghị tổng kết 10 năm phong trào (2008 - 2018)", PartialDate(5, 9))
    set()
    """
    kept = (m for m in _ROUND.finditer(key) if m["day"] or _KEPT.search(key, max(0, m.start() - _BEFORE), m.start()))
    return {_year(key, match, day) for match in kept}


def _year(key: str, match: re.Match[str], day: PartialDate) -> int:
    ahead = _AHEAD.search(key, max(0, match.start() - _BEFORE), match.start())
    month = int(_NUMBER.findall(match["day"])[-1]) if match["day"] else 12
    return int(match["first"]) + int(match["passed"]) - (ahead is not None and day.month > month)


def year_of_round(name: str, key: str, day: PartialDate, dates: Sequence[DateMention]) -> int | None:
    """The year in which what a meeting's name counts in years is over: it began on a day or in a year of the text.

    >>> year_of_round("hội nghị tổng kết 5 năm thực hiện chỉ thị số 12-ct/tw ngày 4/5/2014", "", PartialDate(2, 6), ())
    2019
    """
    if carried := _CARRIED_OUT.search(name):
        return int(carried[2]) + int(carried[1])
    counted = _COUNTED.search(name)
    if counted is None:
        return None
    same_day = {d.first.year for d in dates if d.first and (d.first.day, d.first.month) == (day.day, day.month)}
    founded = _FOUNDED.findall(key) if _KEPT.search(name) else ()
    began = {year for year in same_day if year} or {int(year) for year in founded}
    return began.pop() + int(counted[1]) if len(began) == 1 else None
