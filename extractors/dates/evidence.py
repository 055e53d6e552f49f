"""What a text that never prints the year tells of it: anniversaries, dates nearby, what is reported on and planned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from extractors.dates.model import DateMention, PartialDate

_NEAR = 45
_LATELY = 150
_Y = r"(?:19|20)\d\d"
_YEAR = re.compile(rf"(?<![\d.,])(?<!đến năm )(?<!tới năm )(?<!vào năm )(?<!đến )(?<!\d\d\d\d-)(?<!\d\d\d\d - )({_Y})(?!\d)")
_SO_FAR = re.compile(rf"(?<![\d.,\w])(\d{{1,2}}|hai|ba|sáu|bảy|tám|chín|mười) tháng(?: đầu| qua)?(?: của)? năm ({_Y})")
_QUARTER = re.compile(rf"(?<!cùng kỳ )quý (i{{1,3}}|iv|[1-4]) ?(?:[/-]|năm) ?({_Y})")
_WORDS = {"hai": 2, "ba": 3, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_SPANS = re.compile(rf"(?<!\d)({_Y}) ?- ?({_Y})(?!\d)")
_TET = re.compile(rf"(?:xuân|tết)(?: [\w]{{1,8}}){{0,5}},? ?-? ?({_Y})(?!\d)")
_STEMS = ("canh", "tân", "nhâm", "quý", "giáp", "ất", "bính", "đinh", "mậu", "kỷ")
"""Heavenly stems, by the last digit of the year."""
_BRANCHES = (
    ("thân",), ("dậu",), ("tuất",), ("hợi",), ("tý", "tí"), ("sửu",), ("dần",), ("mão", "mẹo"), ("thìn",), ("tỵ", "tị"),
    ("ngọ",), ("mùi",),
)  # fmt: skip
"""Earthly branches, by the remainder of the year divided by twelve, each as it is spelled."""
_FIRST_LUNAR = 1990
_LUNAR = re.compile(
    rf"(?:xuân|tết|nguyên đán|cổ truyền) (?:năm )?({'|'.join(_STEMS)}) ({'|'.join(name for names in _BRANCHES for name in names)})(?!\w)"
)
_ROUND = re.compile(
    r"(?<!\d)(?P<passed>\d{1,3}) năm [^.;()\n]{0,140}"
    r"\((?:ngày )?(?P<day>(?:\d{1,2}[/.\-]){1,2})?(?P<first>(?:18|19|20)\d\d)(?: ?[-/)]|\))"
)
_KEPT = re.compile(r"kỷ niệm|kỉ niệm|mừng")
_COUNTED = re.compile(r"(?<!\d)(\d{1,3}) năm(?! \d)")
_FOUNDED = re.compile(r"(?:thành lập|tái lập|ra đời)[^.;\n]{0,40}?(?:năm |tháng |ngày )(?:\d{1,2}[/.-]){0,2}((?:18|19|20)\d\d)")
_CARRIED_OUT = re.compile(
    rf"(?<!\d)(\d{{1,2}}) năm (?:thực hiện|triển khai|thi hành) (?:(?!triển khai|phương hướng|nhiệm vụ)[^;\n]){{3,110}}?"
    rf"(?:ngày \d{{1,2}}[/.-]\d{{1,2}}[/.-]|\d/)({_Y})(?!\d)"
)
_WEEKDAYS = {"thứ hai": 0, "thứ ba": 1, "thứ tư": 2, "thứ năm": 3, "thứ sáu": 4, "thứ bảy": 5, "chủ nhật": 6}
_WEEKDAYS |= {f"thứ {number}": number - 2 for number in range(2, 8)}
_WEEKDAY = re.compile(rf"({'|'.join(_WEEKDAYS)})[ ,(]{{1,3}}(?:ngày )?$")
_WEEKDAY_BEFORE = 20
_COMPARED = re.compile(rf"cùng kỳ (?:của )?năm ({_Y})")
_UNDER_WAY = re.compile(rf"từ đầu năm ({_Y}) (?:đến|tới) nay")
_SCHOOL_YEAR_OVER = re.compile(rf"(?:tổng kết|kết thúc|bế giảng|cuối) năm học {_Y} ?- ?({_Y})")
_STILL_TO_COME = re.compile(r"(?<!\w)(?:sẽ|dự kiến|phấn đấu|chậm nhất|mục tiêu|kế hoạch|tới đây|hoàn thành)(?!\w)[^.;]{0,70}$")
_SINCE = re.compile(r"(?<!\w)(?:tính đến|tính từ|kể từ|từ)(?: hết)?(?: ngày| tháng)? ?$")
_BEFORE = 90
_SOON = 3
_SPRING_OVER = 4
_HALF_YEAR = 6
_PLANS = {4, 5}
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
    for told in (_near(day, kept), rounds_in(key), _near(day, others), _so_far(key, day), _between_plans(key, day)):
        if len(told) == 1:
            return told.pop()
    return _reported_on(key, day, latest) or _lately(key, day, known) or year_of_new_year(key, day)


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


def rounds_in(key: str) -> set[int]:
    """Years of "kỷ niệm 30 năm … (3/1/1986)": the first year and what has passed since.

    >>> rounds_in("lễ kỷ niệm 30 năm ngày tái lập huyện (1/9/1986)")
    {2016}
    """
    return {int(match["first"]) + int(match["passed"]) for match in _ROUND.finditer(key)}


def rounds_kept_in(key: str) -> set[int]:
    """The same, of anniversaries only: "tổng kết 10 năm … (2008 - 2018)" may be held a year later.

    >>> rounds_kept_in("hội nghị tổng kết 10 năm phong trào (2008 - 2018)")
    set()
    """
    kept = (m for m in _ROUND.finditer(key) if m["day"] or _KEPT.search(key, max(0, m.start() - _BEFORE), m.start()))
    return {int(match["first"]) + int(match["passed"]) for match in kept}


def year_of_new_year(key: str, day: PartialDate) -> int | None:
    """The year whose Tết the text speaks of, by its number or by its name, for a day in the months around it.

    >>> year_of_new_year("gặp mặt mừng xuân kỷ hợi", PartialDate(12, 2))
    2019
    """
    told = {int(y) for y in _TET.findall(key)}
    told |= {year for stem, branch in _LUNAR.findall(key) for year in _lunar_years(stem, branch)}
    return told.pop() if len(told) == 1 and day.month < _SPRING_OVER else None


def _lunar_years(stem: str, branch: str) -> list[int]:
    """The year of a pair of the sixty-year cycle within the life of the web."""
    years = range(_FIRST_LUNAR, _FIRST_LUNAR + len(_STEMS) * len(_BRANCHES) // 2)
    return [y for y in years if _STEMS[y % 10] == stem and branch in _BRANCHES[y % 12]]


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
    if here is None or year < max(spoken_years(key)) or re.search(rf"từ (?:năm )?{year}(?! ?-)", key):
        return None
    passed = (here - latest).days
    again = key.count(str(latest.year)) > 1
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
