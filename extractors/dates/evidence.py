"""What a text that never prints the year tells of it: anniversaries, dates nearby, what is reported on and planned."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from extractors.dates.model import DateMention, PartialDate
from extractors.dates.new_year import year_of_new_year
from extractors.dates.rounds import rounds_in

_NEAR = 45
_LATELY = 150
_Y = r"(?:19|20)\d\d"
_YEAR = re.compile(
    rf"(?<![\d.,])(?<!đến năm )(?<!tới năm )(?<!vào năm )(?<!đến )"
    rf"(?<!\d\d\d\d-)(?<!\d\d\d\d- )(?<!\d\d\d\d - )({_Y})(?!\d)"
)
_SO_FAR = re.compile(rf"(?<![\d.,\w])(\d{{1,2}}|hai|ba|sáu|bảy|tám|chín|mười) tháng(?: đầu| qua)?(?: của)? năm ({_Y})")
_QUARTER = re.compile(rf"(?<!cùng kỳ )quý (i{{1,3}}|iv|[1-4]) ?(?:[/-]|năm) ?({_Y})")
_WORDS = {"hai": 2, "ba": 3, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_SPANS = re.compile(rf"(?<!\d)({_Y}) ?- ?({_Y})(?!\d)")
_WEEKDAYS = {"thứ hai": 0, "thứ ba": 1, "thứ tư": 2, "thứ năm": 3, "thứ sáu": 4, "thứ bảy": 5, "chủ nhật": 6}
_WEEKDAYS |= {f"thứ {number}": number - 2 for number in range(2, 8)}
_WEEKDAY = re.compile(rf"(?<!lần )(?<!họp )({'|'.join(_WEEKDAYS)})[ ,(]{{1,3}}(?:ngày )?$")
_WEEKDAY_BEFORE = 20
_COMPARED = re.compile(rf"cùng kỳ (?:của )?năm ({_Y})")
_UNDER_WAY = re.compile(rf"từ đầu năm ({_Y}) (?:đến|tới) nay")
_SCHOOL_YEAR_OVER = re.compile(rf"(?:tổng kết|kết thúc|bế giảng|cuối) năm học {_Y} ?- ?({_Y})")
_STILL_TO_COME = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|phấn đấu|chậm nhất|mục tiêu|kế hoạch|tới đây|hoàn thành)(?!\w)[^.;]{0,70}$"
)
_SINCE = re.compile(r"(?<!\w)(?:tính đến|tính từ|kể từ|từ)(?: hết)?(?: ngày| tháng)? ?$")
_BEFORE = 90
_FEW = 2
_SOON = 3
_HALF_YEAR = 6
_PLANS = {1, 4, 5}
_SCHOOL_ENDS = range(4, 8)
_PLANNING_MONTH = 10


def year_of_text(key: str, day: PartialDate, dates: Iterable[DateMention]) -> int | None:
    """The year that the rest of the text tells for a day, `None` where it tells none or several.

    It is told by an anniversary kept about that day or counted in years, by a full date near it, by the part of a year
    that is reported on or compared with, or as the year between two plans (`2015-2020`, then `2020-2025`).
    """
    known = tuple(dates)
    kept = [d.last for d in known if d.role == "anniversary" and d.last]
    latest = max(spoken_years(key), default=0)
    full = (d.first for d in known if d.first and (d.role in {"event", "decision"} or _is_since(key, d)))
    others = [d for d in full if d.year and abs(d.year - latest) <= 1]
    for told in (
        _near(day, kept),
        rounds_in(key, day),
        _near(day, others),
        _so_far(key, day),
        _between_plans(key, day),
    ):
        if len(told) == 1:
            return told.pop()
    return _reported_on(key, day, latest) or _lately(key, day, known) or year_of_new_year(key, day)


def year_of_weekday(key: str, mention: DateMention) -> int | None:
    """The one year about those that the text speaks of in which a day falls on the weekday told with it."""
    told = _WEEKDAY.search(key, max(0, mention.start - _WEEKDAY_BEFORE), mention.start)
    years = spoken_years(key)
    if told is None or mention.first is None or not years:
        return None
    weekday = _WEEKDAYS[told[1]]
    days = (mention.first.in_year(year) for year in range(max(years) - 1, max(years) + 2))
    fitting = [day.year for day in days if day and day.weekday() == weekday]
    return fitting[0] if len(fitting) == 1 else None


def spoken_years(key: str) -> set[int]:
    """The years that a text names as such: not the ends of spans, and not those that it looks forward to.

    >>> sorted(spoken_years("năm 2019 đạt nhiều kết quả trong giai đoạn 2016-2020, đến năm 2030 phấn đấu"))
    [2016, 2019]
    """
    return {int(year) for year in _YEAR.findall(key)}


def _near(day: PartialDate, others: Iterable[PartialDate]) -> set[int]:
    years: set[int] = set()
    for other in others:
        here, there = day.in_year(other.year), other.in_year(None)
        if here and there and abs((here - there).days) <= _NEAR:
            years.add(here.year)
    return years


def _so_far(key: str, day: PartialDate) -> set[int]:
    """Years of "6 tháng đầu năm 2018" and "quý III/2018" for a day soon after those months."""
    parts = [(_WORDS.get(months) or int(months), year) for months, year in _SO_FAR.findall(key)]
    parts += [(3 * (_QUARTERS.get(quarter) or int(quarter)), year) for quarter, year in _QUARTER.findall(key)]
    return {int(year) for months, year in parts if 0 <= day.month - months <= _SOON}


def _between_plans(key: str, day: PartialDate) -> set[int]:
    """Years in which one plan ends and the next begins, for a day late in such a year."""
    if day.month <= _HALF_YEAR:
        return set()
    spans = {(int(a), int(b)) for a, b in _SPANS.findall(key)}
    starts = {a for a, _ in spans}
    return {b for a, b in spans if b - a in _PLANS and (b in starts or b + 1 in starts)}


def _lately(key: str, day: PartialDate, dates: Iterable[DateMention]) -> int | None:
    """The year of the latest date that lies behind the text, where the day follows it soon.

    A date some months before counts only where the text speaks of its year again, or it may be mere history.
    """
    told = [at for d in dates if (at := _behind(key, d))]
    if not told:
        return None
    latest = max(told)
    year = next(y for y in (latest.year, latest.year + 1) if (here := day.in_year(y)) is None or here >= latest)
    here = day.in_year(year)
    if here is None or year < max(spoken_years(key), default=year) or re.search(rf"từ (?:năm )?{year}(?! ?-)", key):
        return None
    passed = (here - latest).days
    again = key.count(str(latest.year)) > 1 and len(spoken_years(key)) <= _FEW
    return year if passed <= _NEAR or (passed <= _LATELY and again) else None


def _behind(key: str, mention: DateMention) -> date | None:
    """The day (of a month, the first) of a mention with a year that the text speaks of as past."""
    first, before = mention.first, key[max(0, mention.start - _BEFORE) : mention.start]
    if first is None or first.year is None or mention.role in {"anniversary", "header"}:
        return None
    if _STILL_TO_COME.search(before) or (mention.role == "bound" and not _is_since(key, mention)):
        return None
    return date(first.year, first.month, first.day or 1)


def _is_since(key: str, mention: DateMention) -> bool:
    """Whether something is said to begin or to be counted on this day: it is near, whether behind or ahead."""
    return mention.role == "bound" and bool(_SINCE.search(key, max(0, mention.start - _BEFORE), mention.start))


def _reported_on(key: str, day: PartialDate, latest: int) -> int | None:
    """The year that is compared with the one before, that is under way, or whose school year is over."""
    ends = {int(year) for year in _SCHOOL_YEAR_OVER.findall(key)} if day.month in _SCHOOL_ENDS else set()
    compared = {int(year) + 1 for year in _COMPARED.findall(key)} if day.month > _HALF_YEAR else set()
    planned = day.month >= _PLANNING_MONTH
    for told in (ends, {int(year) for year in _UNDER_WAY.findall(key)}, compared):
        if len(told) == 1 and latest <= max(told) + planned:
            return told.pop()
    return None
