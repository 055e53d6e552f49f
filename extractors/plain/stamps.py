"""Date lines: the lines of a page that say nothing but when, in the shapes of the rule table."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

from corpus.rules import load_rules
from extractors.model import Dated, DateRole
from extractors.text import match_key

Place = Literal["clock", "top", "head", "foot"]

_LONGEST_DATE_LINE_CHARS = 240
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
_WIDE_SPACE = re.compile(r"\s{3,}")
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
_MARKS = " ()[]|•·*#>-–—:;,.\"'►▪●"


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

    def at(self, place: Place) -> Stamp:
        """The stamp at another place of the page."""
        return replace(self, place=place)

    def dated(self, role: DateRole) -> Dated:
        """The stamp as a date of the article; what makes a date a clock is a rule of its own."""
        rule = "published.clock" if role == "page_clock" else self.rule
        return Dated(self.day.isoformat(), role, "day", self.evidence, rule)


def stamps_of(words: str, key: str | None = None) -> tuple[Stamp, ...]:
    """The dates of a line that says nothing but when; empty for any other line. `key` is its match key, if at hand.

    >>> [s.day.isoformat() for s in stamps_of("Thứ ba - 24/10/2017 08:53")]
    ['2017-10-24']
    >>> stamps_of("Ngày 24/10/2017, tỉnh tổ chức hội nghị")
    ()
    """
    if len(words) > _LONGEST_DATE_LINE_CHARS or not _TWO_DIGITS.search(words):
        return ()
    key = match_key(words) if key is None else key
    days = [] if words.endswith(":") else _days(key)
    rule = _line_rule(key) if days else None
    return tuple(_stamp(key, found, day, rule, words) for found, day in days) if rule else ()


def _line_rule(key: str) -> str | None:
    if _pattern("published.issued").fullmatch(key):
        return "published.issued"
    bare = _WIDE_SPACE.sub("  ", key.strip(_MARKS))
    rules = (rule.id for rule in load_rules("published").family("published.line"))
    return next((rule for rule in rules if _pattern(rule).fullmatch(bare)), None)


def dateline_stamp(words: str, key: str | None = None) -> tuple[Stamp, int] | None:
    """The date and time that stand between the paper's name and the first words, and where they end.

    >>> stamp, end = dateline_stamp("(HNN) - 26/9/2025 | 14:37 - Sáng nay, thành phố tổ chức lễ")
    >>> stamp.day.isoformat(), end
    ('2025-09-26', 28)
    """
    if not _TWO_DIGITS.search(words, 0, _LONGEST_DATE_LINE_CHARS):
        return None
    key = (match_key(words) if key is None else key)[:_LONGEST_DATE_LINE_CHARS]
    found = _pattern("published.dateline").match(key)
    days = _days(key[: found.end()]) if found else []
    if not found or not days:
        return None
    evidence = words[: found.end()].strip(" -|.:")
    return Stamp(days[0][1], "published.dateline", evidence, timed=True), found.end()


def _stamp(key: str, found: re.Match[str], day: date, rule: str, words: str) -> Stamp:
    weekday = _WEEKDAY.search(key)
    return Stamp(
        day,
        rule,
        words,
        updated=bool(_UPDATED.search(key, 0, found.start())),
        timed=bool(_TIME.search(key)),
        ticking=bool(_TICKING.search(key)),
        weekday_named=bool(weekday),
        weekday_wrong=weekday is not None and _WEEKDAYS[weekday[0]] != day.weekday(),
    )


def _days(key: str) -> list[tuple[re.Match[str], date]]:
    found = [match for shape in _DAYS for match in shape.finditer(key)]
    days = [(match, day_of(*_parts(match))) for match in sorted(found, key=lambda match: match.start())]
    return [(match, day) for match, day in days if day]


def _parts(match: re.Match[str]) -> tuple[int, int, int]:
    month = match["m"]
    year = int(match["y"])
    return (
        year if year > 99 else 2000 + year,
        int(month) if month.isdigit() else _MONTH_WORDS.get(month, 0),
        int(match["d"]),
    )


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or `None` where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _pattern(rule: str) -> re.Pattern[str]:
    return load_rules("published").compiled(rule)
