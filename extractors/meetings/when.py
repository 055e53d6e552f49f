"""When a meeting was held, and the period it looks back on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from operator import attrgetter

from corpus.meetings import Anniversary, load_meeting_words
from extractors.dates.evidence import year_of_text, year_of_weekday
from extractors.dates.model import DatedDay, DateMention, PartialDate
from extractors.dates.rounds import rounds_in, rounds_kept_in, year_of_round
from extractors.dates.years import dated, year_of_name, year_of_plan, year_of_review
from extractors.meetings.lookback import Lookback, lookback
from extractors.meetings.model import Page
from extractors.meetings.words import pattern
from extractors.model import Meeting
from extractors.text import phrase_key

_NO_DATE = "the text tells no date of the meeting"
_SPRING_OVER = 4
_ABOUT = 30
_SOON = 100
_ARTICLE = 60_000
"""No article is longer; what stands behind so many characters is another text and tells nothing of this one's year."""


def dated_meeting(page: Page, meeting: Meeting, mention: DateMention | None, names: Sequence[str]) -> Meeting:
    """The meeting with its day, or the reason why there is none, and the period it looks back on.

    `names` are the keys of all names that the article gives it, the best first.
    """
    reading, published = page.reading, page.reading.article.published
    report = reading.key[page.about[0] : page.about[1]]
    known = mention.first.year if mention and mention.first else None
    covered = lookback(report, names, known or (int(published.date[:4]) if published else None))
    day = DatedDay(reason=_NO_DATE)
    if mention:
        day = _mended(dated(mention, published, _year(page, names, mention, covered)), names[0], covered)
    if day.date and not covered:
        covered = lookback(report, names, int(day.date[:4]))
    return replace(
        meeting,
        date=day.date,
        end_date=day.end_date,
        date_span=reading.span(mention.start, mention.end) if mention and day.date else None,
        date_reason=day.reason,
        period=covered.value if covered else None,
    )


def _year(page: Page, names: Sequence[str], mention: DateMention, covered: Lookback | None) -> int | None:
    """The year of a day without one: that of an anniversary in the meeting's name, else, on a page that does not tell
    when it was published, what the meeting's names tell, and then the text."""
    day = mention.first
    if day is None or day.year is not None:
        return None
    if page.reading.article.published:
        return next(filter(None, (_year_of_anniversary(name, day, rounds_kept_in) for name in names)), None)
    key = page.reading.key[:_ARTICLE]
    dates = page.dates[: bisect_left(page.dates, _ARTICLE, key=attrgetter("start"))]
    told = (
        year_of_weekday(key, mention),
        _year_of_day_kept(key, day),
        *(_year_of_anniversary(name, day, rounds_in) for name in names),
        *(year_of_round(name, key, day, dates) for name in names),
        year_of_review(day, covered.first, covered.last, whole_year=covered.whole_year) if covered else None,
        *(year_of_plan(name, day) for name in names),
        *(year_of_name(name, day) for name in names),
    )
    year = next(filter(None, told), None) or year_of_text(key, day, dates)
    return year or _year_of_anniversary(key, day, rounds_in)


def _year_of_anniversary(key: str, day: PartialDate, rounds: Callable[[str, PartialDate], set[int]]) -> int | None:
    """The year of "kỷ niệm 70 năm" of a day in the register, or of a first day that stands beside it.

    The year before it, for a day soon before the anniversary but on the other side of New Year.

    >>> _year_of_anniversary("lễ kỷ niệm 35 năm ngày nhà giáo việt nam", PartialDate(18, 11), rounds_in)
    2017
    """
    if found := _anniversaries().search(key):
        row = _kept()[found[2]]
        year = row.year + int(found[1])
        kept, before = PartialDate(row.day, row.month or 1).in_year(year), day.in_year(year - 1)
        return year - 1 if kept and before and (kept - before).days <= _SOON else year
    return next(iter(told), None) if len(told := rounds(key, day)) == 1 else None


def _year_of_day_kept(key: str, day: PartialDate) -> int | None:
    """The year of "kỷ niệm 88 năm" of a day in the register that is kept about this day."""
    for found in _anniversaries().finditer(key):
        row = _kept()[found[2]]
        year = row.year + int(found[1])
        first, here = PartialDate(row.day, row.month or 1).in_year(year), day.in_year(year)
        if first and here and abs((here - first).days) <= _ABOUT:
            return year
    return None


def _mended(day: DatedDay, name: str, covered: Lookback | None) -> DatedDay:
    """The day, with its year set right where a review would lie before what it reviews ("6/1/2020" for all of 2020)."""
    if day.date is None or day.end_date:
        return day
    told = date.fromisoformat(day.date)
    reviewed = covered.last if covered and covered.whole_year else told.year
    planned = year_of_plan(name, PartialDate(told.day, told.month))
    early = told.month < _SPRING_OVER and reviewed == told.year and planned == told.year + 1
    return replace(day, date=f"{told.year + 1}{day.date[4:]}") if early else day


@cache
def _kept() -> dict[str, Anniversary]:
    return {phrase_key(row.of): row for row in load_meeting_words().anniversaries}


@cache
def _anniversaries() -> re.Pattern[str]:
    days = "|".join(re.escape(day) for day in sorted(_kept(), key=len, reverse=True))
    return pattern(rf"(?<!\d)(\d{{1,3}}) năm (?:{{before_day}} ){{0,6}}({days})(?!\w)")
