"""The nouns of dates: a day whose year may be missing, a place where the text names one, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from extractors.model import DatePrecision

MentionRole = Literal["event", "decision", "anniversary", "bound", "header"]
_LEAP = 2000


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as the text tells it; `day` is missing for a month, `year` where it is left out."""

    day: int | None
    month: int
    year: int | None = None

    @property
    def possible(self) -> bool:
        """Whether such a day exists in some year (or in the given one).

        >>> PartialDate(29, 2).possible, PartialDate(31, 2).possible, PartialDate(29, 2, 2023).possible
        (True, False, False)
        """
        try:
            date(self.year or _LEAP, self.month, self.day or 1)
        except ValueError:
            return False
        return True

    @property
    def precision(self) -> DatePrecision:
        """How exact the date is."""
        return "day" if self.day else "month"

    def in_year(self, year: int | None) -> date | None:
        """The calendar day, in its own year or else in the given one; `None` where no such day can be named."""
        chosen = self.year or year
        if self.day is None or chosen is None or not PartialDate(self.day, self.month, chosen).possible:
            return None
        return date(chosen, self.month, self.day)


@dataclass(frozen=True, slots=True)
class DateMention:
    """One place where the text names a date, at `[start, end)`.

    `first` is `None` for words that only point (`sáng nay`, `vừa qua`); `shift` then says how many days from the day of
    publication, `None` if nobody can tell. `last` closes a range. `rule` is the form.
    """

    start: int
    end: int
    first: PartialDate | None
    rule: str
    role: MentionRole = "event"
    last: PartialDate | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class DatedDay:
    """What a mention comes to: ISO days, or `None` with the reason."""

    date: str | None = None
    end_date: str | None = None
    reason: str | None = None
