"""The nouns of the watch: a day of a source, a source over its days, an alarm, and all of it together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

State = Literal["looked", "unanswered", "disallowed", "not_run"]
"""Whether a source was looked at: a guide of it answered; none did; its robots.txt forbids them all; nobody asked."""


@dataclass(frozen=True, slots=True)
class Day:
    """One day of one source, as `queries/expected.sql` gives it; None: not looked at, or not yet expected.

    The pages are examples of what lacks something, None where nothing does.
    """

    day: date
    state: State
    expected: float | None
    got: int | None
    common: float
    asked: int
    turned_away: int
    pages: int
    articles: int
    with_title: int
    with_date: int
    with_body: int
    page_without_title: str | None
    page_without_date: str | None
    page_without_body: str | None
    published: int | None

    @property
    def looked(self) -> bool:
        """Whether the source was looked at."""
        return self.state == "looked"

    @property
    def fair(self) -> float:
        """What could fairly be expected on that day, given what all sources together gave; 0 where nothing was."""
        return (self.expected or 0.0) * self.common if self.looked else 0.0


class Filled(NamedTuple):
    """Percent of the articles that have a title, of those that have a date, of the pages that have a body."""

    title: float | None
    date: float | None
    body: float | None


@dataclass(frozen=True, slots=True)
class Watched:
    """A source and its days, without a gap, the oldest first; the last is the day of the watch."""

    source_id: str
    name: str
    days: tuple[Day, ...]

    def last(self, count: int) -> tuple[Day, ...]:
        """The last days on which it was looked at, the newest first."""
        return tuple(day for day in reversed(self.days) if day.looked)[:count]

    def filled(self, days: int) -> Filled:
        """What of the last calendar days came with what it should have."""
        looked_at = self.days[-days:]
        articles = sum(day.articles for day in looked_at)
        return Filled(
            _percent(sum(day.with_title for day in looked_at), articles),
            _percent(sum(day.with_date for day in looked_at), articles),
            _percent(sum(day.with_body for day in looked_at), sum(day.pages for day in looked_at)),
        )


def sum_known(values: Iterable[float | None]) -> float | None:
    """The sum of what is known; `None` where nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _percent(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None


Value = str | int | float | date


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something that a person should look at: by which rule, about whom (None: about all), and the numbers of it."""

    rule: str
    source_id: str | None
    name: str | None
    day: date
    values: tuple[tuple[str, Value], ...]

    def __str__(self) -> str:
        """One line in English: what is wrong, and what to look at next."""
        from pipeline.coverage.words import line

        return line(self)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one look over the sources found: as of which day, when the last run was, the sources, the alarms."""

    today: date
    last_run: date | None
    sources: tuple[Watched, ...]
    alarms: tuple[Alarm, ...]
