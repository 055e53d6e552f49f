"""When a page was published: the date lines of a page, and which of them is the publication date.

A date printed at the top of a page is often a clock: it shows the day on which the page was fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from corpus.rules import load_rules
from extractors.model import DateRole, Dated
from extractors.text import match_key

Place = Literal["top", "head", "foot"]
_LONGEST_DATE_LINE_CHARS = 300
_MONTH_WORDS = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12, "chạp": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_ENGLISH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DAYS = tuple(
    re.compile(rf"(?<!\d)(?:{shape})(?!\d)")
    for shape in (
        r"(?P<d>\d{1,2}) ?(?P<mark>[/.-]) ?(?P<m>\d{1,2}) ?(?P=mark) ?(?P<y>(?:19|20)\d{2}|\d{2})",
        r"(?P<d>\d{1,2}),? tháng (?P<m>\d{1,2}|[a-zđà-ỹ]{2,5}(?: một| hai)?),?(?: năm)? (?P<y>(?:19|20)\d{2})",
        r"(?P<y>(?:19|20)\d{2})[-/](?P<m>\d{2})[-/](?P<d>\d{2})",
        rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<m>{_ENGLISH})[a-z.]{{0,7}},? (?P<y>(?:19|20)\d{{2}})",
        rf"(?P<m>{_ENGLISH})[a-z.]{{0,7}} (?P<d>\d{{1,2}}),? (?P<y>(?:19|20)\d{{2}})",
    )
)
_DAY_IN_TEXT = re.compile(
    r"(?<![\d/.,])(\d{1,2})(?: ?[/.-] ?| tháng )(\d{1,2})(?:(?: ?[/.-] ?| năm )((?:19|20)\d{2}))?(?![\d%])(?!/)"
)
_TWO_DIGITS = re.compile(r"\d\d")
_TIME = re.compile(r"\d{1,2} ?(?:[:h]|giờ) ?\d{2}")
_TICKING = re.compile(r":\d{2}:\d{2}|gmt")
_UPDATED = re.compile(r"cập nhật|sửa|updated|modified")
_WEEKDAYS = {
    "thứ hai": 0, "thứ 2": 0, "t2": 0, "thứ ba": 1, "thứ 3": 1, "t3": 1, "thứ tư": 2, "thứ 4": 2, "t4": 2,
    "thứ năm": 3, "thứ 5": 3, "t5": 3, "thứ sáu": 4, "thứ 6": 4, "t6": 4, "thứ bảy": 5, "thứ bẩy": 5, "thứ 7": 5,
    "t7": 5, "chủ nhật": 6, "cn": 6,
}  # fmt: skip
_WEEKDAY = re.compile(r"(?<!\w)(?:" + "|".join(_WEEKDAYS) + r")(?!\w)")
_LEAD_CHARS = 500
_MARKS = " ()[]|•·*#>-–—:;,.\"'►▪●"
_NEAR_DAYS = 10
_FAR_DAYS = 45


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date line: the day, the rule and words it rests on, and how it is printed."""

    day: date
    rule: str
    evidence: str
    updated: bool = False
    timed: bool = False
    ticking: bool = False
    weekday_named: bool = False
    weekday_wrong: bool = False
    place: Place = "head"

    def dated(self, role: DateRole) -> Dated:
        """The stamp as a date of the article."""
        return Dated(self.day.isoformat(), role, "day", self.evidence, self.rule)


@dataclass(frozen=True, slots=True)
class Publication:
    """The publication date, or why there is none, with every other date the page prints about itself."""

    published: Dated | None
    reason: str | None
    dates: tuple[Dated, ...]


def stamps_of(words: str, place: Place, key: str | None = None) -> tuple[Stamp, ...]:
    """The dates of a line that says nothing but when; empty for any other line. `key` is its match key, if at hand.

    >>> [s.day.isoformat() for s in stamps_of("Thứ ba - 24/10/2017 08:53", "head")]
    ['2017-10-24']
    >>> stamps_of("Ngày 24/10/2017, tỉnh tổ chức hội nghị", "head")
    ()
    """
    if len(words) > _LONGEST_DATE_LINE_CHARS or not _TWO_DIGITS.search(words):
        return ()
    key = match_key(words) if key is None else key
    days = [] if words.endswith(":") else _days(key)
    rule = _line_rule(key) if days else None
    return tuple(_stamp(key, found, day, rule, words, place) for found, day in days) if rule else ()


def _line_rule(key: str) -> str | None:
    if _pattern("published.issued").fullmatch(key):
        return "published.issued"
    bare = key.strip(_MARKS)
    rules = (rule.id for rule in load_rules("published").family("published.line"))
    return next((rule for rule in rules if _pattern(rule).fullmatch(bare)), None)


def dateline_stamp(words: str) -> tuple[Stamp, int] | None:
    """The date and time that stand between the paper's name and the first words, and where they end.

    >>> stamp, end = dateline_stamp("(HNN) - 26/9/2025 | 14:37 - Sáng nay, thành phố tổ chức lễ")
    >>> stamp.day.isoformat(), end
    ('2025-09-26', 28)
    """
    key = match_key(words[:_LONGEST_DATE_LINE_CHARS])
    found = _pattern("published.dateline").match(key)
    days = _days(key[: found.end()]) if found else []
    if not found or not days:
        return None
    evidence = words[: found.end()].strip(" -|.:")
    return Stamp(days[0][1], "published.dateline", evidence, timed=True), found.end()


def publication(stamps: Sequence[Stamp], opening: str) -> Publication:
    """Decide among the stamps of a page; `opening` is how its text begins, for telling a clock from a date."""
    clocks = [s for i, s in enumerate(stamps) if _is_clock(s, stamps[i + 1 :], opening)]
    left = [s for s in stamps if s not in clocks and s.rule != "published.issued"]
    chosen = next((s for s in left if not s.updated), None) or next(iter(left), None)
    dates = {s.dated(_role(s, clocks)): None for s in stamps if s is not chosen}
    if chosen:
        published = chosen.dated("published")
        others = (d for d in dates if (d.date, d.role) != (published.date, published.role))
        return Publication(published, None, (published, *others))
    return Publication(None, "only a page clock" if clocks else "no date on the page", tuple(dates))


def in_vietnam(stated: str) -> date | None:
    """The day in Vietnam (UTC+7) of a machine-readable date; `None` where no day is stated.

    >>> in_vietnam("2020-02-02T18:30:00Z").isoformat()
    '2020-02-03'
    >>> in_vietnam("2020-02") is None
    True
    """
    from datetime import datetime, timedelta, timezone

    found = re.match(r"\s*(\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?)(?:\.\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2})?", stated)
    if not found:
        return None
    try:
        moment = datetime.fromisoformat(found[1])
        zone = datetime.strptime(found[2].replace("Z", "+0000"), "%z").tzinfo if found[2] else None
    except ValueError:
        return None
    local = moment.replace(tzinfo=zone).astimezone(timezone(timedelta(hours=7))) if zone and "T" in stated else moment
    return local.date() if 1990 <= local.year <= 2100 else None


def _role(stamp: Stamp, clocks: Sequence[Stamp]) -> DateRole:
    if stamp in clocks:
        return "page_clock"
    if stamp.rule == "published.issued":
        return "decision"
    return "updated" if stamp.updated else "published"


def _is_clock(stamp: Stamp, later: Sequence[Stamp], opening: str) -> bool:
    if stamp.place != "top" or stamp.updated or stamp.rule == "published.line.labelled":
        return False
    if any(s.place != "foot" and not (s.updated and _together(stamp, s)) for s in later):
        return True
    if not stamp.weekday_named and not stamp.ticking:
        return False
    if stamp.weekday_wrong or _contradicted(stamp.day, opening):
        return True
    return not _backed(stamp.day, opening) and (stamp.ticking or not stamp.timed)


def _together(one: Stamp, other: Stamp) -> bool:
    return abs((one.day - other.day).days) <= _NEAR_DAYS


def _backed(day: date, opening: str) -> bool:
    return any(0 <= (day - told).days <= _NEAR_DAYS for told in _told_days(opening, day.year))


def _contradicted(day: date, opening: str) -> bool:
    told = [day_told for day_told in _told_days(opening[:_LEAD_CHARS], None) if day_told <= day]
    return bool(told) and not _backed(day, opening) and (day - max(told)).days > _FAR_DAYS


def _told_days(text: str, year: int | None) -> Iterator[date]:
    """The days a text names; those without a year only where one is given."""
    for found in _DAY_IN_TEXT.finditer(text):
        stated = int(found[3]) if found[3] else year
        day = _date(stated, int(found[2]), int(found[1])) if stated else None
        if day:
            yield day


def _stamp(key: str, found: re.Match[str], day: date, rule: str, words: str, place: Place) -> Stamp:
    weekday = _WEEKDAY.search(key)
    return Stamp(
        day,
        rule,
        words,
        updated=bool(_UPDATED.search(key, 0, found.start())),
        timed=bool(_TIME.search(key)),
        ticking=bool(_TICKING.search(key)),
        weekday_named=bool(weekday),
        weekday_wrong=bool(weekday) and _WEEKDAYS[weekday[0]] != day.weekday(),
        place=place,
    )


def _days(key: str) -> list[tuple[re.Match[str], date]]:
    found = [match for shape in _DAYS for match in shape.finditer(key)]
    days = [(match, _date(*_parts(match))) for match in sorted(found, key=lambda match: match.start())]
    return [(match, day) for match, day in days if day]


def _parts(match: re.Match[str]) -> tuple[int, int, int]:
    month = match["m"]
    year = int(match["y"])
    return year if year > 99 else 2000 + year, int(month) if month.isdigit() else _MONTH_WORDS.get(month, 0), int(match["d"])


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _pattern(rule: str) -> re.Pattern[str]:
    return load_rules("published").compiled(rule)
