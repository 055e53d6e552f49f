"""When a meeting was held, and the period it looks back on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from corpus.meetings import load_meeting_words
from extractors.dates.model import DatedDay, DateMention, PartialDate
from extractors.dates.years import dated, year_of_name, year_of_plan, year_of_review, year_of_text
from extractors.meetings.clauses import Bounds
from extractors.meetings.lookback import Lookback, lookback
from extractors.meetings.opening import Opening
from extractors.model import Meeting
from extractors.reading import Reading
from extractors.text import phrase_key

_NO_DATE = "the text tells no date of the meeting"
_SPRING_OVER = 4


@dataclass(frozen=True, slots=True)
class Page:
    """What every meeting of an article is read against.

    The article, its dates, the sentence that opens it, and the stretch of text that is about this meeting (in a round-up
    only its item).
    """

    reading: Reading
    dates: Sequence[DateMention]
    opening: Opening | None
    about: Bounds


def dated_meeting(page: Page, meeting: Meeting, mention: DateMention | None, names: Sequence[str]) -> Meeting:
    """The meeting with its day, or the reason why there is none, and the period it looks back on.

    `names` are the keys of all names that the article gives it, the best first.
    """
    reading = page.reading
    published = reading.article.published
    report = reading.key[page.about[0] : page.about[1]]
    known = mention.first.year if mention and mention.first else None
    covered = lookback(report, names, known or (int(published.date[:4]) if published else None))
    day = DatedDay(reason=_NO_DATE)
    if mention is not None:
        year = None if published else _year(page, names, mention.first, covered)
        day = _mended(dated(mention, published, year), names[0], covered)
        covered = covered or (lookback(report, names, int(day.date[:4])) if day.date else None)
    return replace(
        meeting,
        date=day.date,
        end_date=day.end_date,
        date_span=reading.span(mention.start, mention.end) if mention and day.date else None,
        date_reason=day.reason,
        period=covered.value if covered else None,
    )


def _year(page: Page, names: Sequence[str], day: PartialDate | None, covered: Lookback | None) -> int | None:
    """The year that the meeting's own names tell for a day without one, else the one that the text tells."""
    if day is None or day.year is not None:
        return None
    reviewed = year_of_review(day, covered.first, covered.last, whole_year=covered.whole_year) if covered else None
    told = reviewed or next((y for name in names if (y := year_of_plan(name, day) or _year_of_anniversary(name))), None)
    told = told or next((y for name in names if (y := year_of_name(name, day))), None)
    return told or year_of_text(page.reading.key, day, page.dates) or _year_of_anniversary(page.reading.key)


def _year_of_anniversary(key: str) -> int | None:
    """The year of "kỷ niệm 70 năm" of a day in the register.

    >>> _year_of_anniversary("lễ kỷ niệm 35 năm ngày nhà giáo việt nam")
    2017
    """
    found = _anniversaries().search(key)
    return _first_years()[found[2]] + int(found[1]) if found else None


def _mended(day: DatedDay, name: str, covered: Lookback | None) -> DatedDay:
    """The day, with its year set right where a review would lie before what it reviews ("6/1/2020" for all of 2020)."""
    if day.date is None or day.end_date:
        return day
    told = date.fromisoformat(day.date)
    reviewed = covered.last if covered and covered.whole_year else None
    planned = year_of_plan(name, PartialDate(told.day, told.month))
    year = reviewed + 1 if reviewed == told.year and planned == told.year + 1 else planned
    early = told.month < _SPRING_OVER and year == told.year + 1
    return replace(day, date=told.replace(year=year).isoformat()) if early and year else day


@cache
def _first_years() -> dict[str, int]:
    return {phrase_key(row.of): row.year for row in load_meeting_words().anniversaries}


@cache
def _anniversaries() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(_first_years(), key=len, reverse=True))
    return re.compile(rf"(?<!\d)(\d{{1,3}}) năm (?:ngày |thực hiện |chủ tịch |hồ chí minh |ra |lễ ){{0,6}}({words})(?!\w)")
