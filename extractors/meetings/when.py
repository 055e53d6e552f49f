"""When a meeting was held, and the period it looks back on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from corpus.meetings import load_meeting_words
from extractors.dates.model import DatedDay, DateMention, PartialDate
from extractors.dates.years import dated, rounds_in, year_of_name, year_of_plan, year_of_review, year_of_text
from extractors.meetings.lookback import Lookback, lookback
from extractors.meetings.model import Page
from extractors.model import Meeting
from extractors.text import phrase_key

_NO_DATE = "the text tells no date of the meeting"
_SPRING_OVER = 4


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
        day = _mended(dated(mention, published, _year(page, names, mention.first, covered)), names[0], covered)
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


def _year(page: Page, names: Sequence[str], day: PartialDate | None, covered: Lookback | None) -> int | None:
    """The year of a day without one: that of an anniversary in the meeting's name, else, on a page that does not tell
    when it was published, what the meeting's names tell, and then the text."""
    if day is None or day.year is not None:
        return None
    kept = next(filter(None, map(_year_of_anniversary, names)), None)
    if kept or page.reading.article.published:
        return kept
    key = page.reading.key
    told = (
        year_of_review(day, covered.first, covered.last, whole_year=covered.whole_year) if covered else None,
        *(year_of_plan(name, day) for name in names),
        *(year_of_name(name, day) for name in names),
    )
    return next(filter(None, told), None) or year_of_text(key, day, page.dates) or _year_of_anniversary(key)


def _year_of_anniversary(key: str) -> int | None:
    """The year of "kỷ niệm 70 năm" of a day in the register, or of a first day that stands beside it.

    >>> _year_of_anniversary("lễ kỷ niệm 35 năm ngày nhà giáo việt nam")
    2017
    """
    if found := _anniversaries().search(key):
        return _first_years()[found[2]] + int(found[1])
    return next(iter(rounds), None) if len(rounds := rounds_in(key)) == 1 else None


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
def _first_years() -> dict[str, int]:
    return {phrase_key(row.of): row.year for row in load_meeting_words().anniversaries}


@cache
def _anniversaries() -> re.Pattern[str]:
    days = "|".join(re.escape(day) for day in sorted(_first_years(), key=len, reverse=True))
    return re.compile(
        rf"(?<!\d)(\d{{1,3}}) năm (?:ngày |thực hiện |chủ tịch |hồ chí minh |ra |lễ ){{0,6}}({days})(?!\w)"
    )
