"""When a page was published: which of the dates it prints is the publication date.

A date printed at the top of a page is often a clock: it shows the day on which the page was fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from extractors.model import Dated, DateRole
from extractors.plain.stamps import Stamp, day_of

_DAY_IN_TEXT = re.compile(
    r"(?<![\d/.,])(\d{1,2})(?: ?[/.-] ?| tháng )(\d{1,2})(?:(?: ?[/.-] ?| năm )((?:19|20)\d{2}))?(?![\d%])(?!/)"
)
_MONTH_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})/?(0[1-9]|1[0-2])/")
_LEAD_CHARS = 500
_NEAR_DAYS = 10
_FAR_DAYS = 45
_LONGEST_MONTH_DAYS = 31


@dataclass(frozen=True, slots=True)
class Publication:
    """The publication date, or why there is none, with every other date the page prints about itself."""

    published: Dated | None
    reason: str | None
    dates: tuple[Dated, ...]


def publication(stamps: Sequence[Stamp], opening: str, url: str | None = None) -> Publication:
    """Decide among the stamps of a page; `opening` is how its text begins, for telling a clock from a date.

    Many papers keep the month of an article in its address: then a date of another month is not the publication.
    """
    month = _month_in(url)
    called_so = {s.evidence for s in stamps if s.place == "clock"}
    rest = [s for s in stamps if s.evidence not in called_so]
    clocks = [s for s in stamps if s.evidence in called_so]
    clocks += [s for i, s in enumerate(rest) if _is_clock(s, rest[i + 1 :], opening) or _is_of_another_time(s, month)]
    left = [s for s in stamps if s not in clocks and s.rule != "published.issued"]
    left.sort(key=lambda stamp: (not _fits(stamp, month), stamp.updated))
    chosen = next(iter(left), None)
    dates = {s.dated(_role(s, clocks)): None for s in stamps if s is not chosen}
    if chosen:
        published = chosen.dated(_role(chosen, ()))
        others = (d for d in dates if (d.date, d.role) != (published.date, published.role))
        return Publication(published, None, (published, *others))
    return Publication(None, "only a page clock" if clocks else "no date on the page", tuple(dates))


def _month_in(url: str | None) -> date | None:
    """The first day of the month that an address names.

    >>> _month_in("https://bao.example/thoi-su/202209/trao-co-5e07b3d/").isoformat()
    '2022-09-01'
    """
    found = _MONTH_IN_ADDRESS.search(url or "")
    return day_of(int(found[1]), int(found[2]), 1) if found else None


def _fits(stamp: Stamp, month: date | None) -> bool:
    return month is None or -_NEAR_DAYS <= (stamp.day - month).days < _LONGEST_MONTH_DAYS + _NEAR_DAYS


def _is_of_another_time(stamp: Stamp, month: date | None) -> bool:
    """Whether a date above the title is not of the time that the address names."""
    return stamp.place == "top" and not _fits(stamp, month)


def _role(stamp: Stamp, clocks: Sequence[Stamp]) -> DateRole:
    if stamp in clocks:
        return "page_clock"
    if stamp.rule == "published.issued":
        return "decision"
    return "updated" if stamp.updated else "published"


def _is_clock(stamp: Stamp, later: Sequence[Stamp], opening: str) -> bool:
    if stamp.rule == "published.line.today":
        return True
    if stamp.place != "top" or stamp.updated or stamp.rule == "published.line.labelled":
        return False
    if any(s.place in ("top", "head") and not _updated_soon(stamp, s) for s in later):
        return True
    if not stamp.weekday_named and not stamp.ticking:
        return False
    if stamp.weekday_wrong or _contradicted(stamp.day, opening):
        return True
    return not _backed(stamp.day, opening) and (stamp.ticking or not stamp.timed)


def _updated_soon(stamp: Stamp, update: Stamp) -> bool:
    return update.updated and 0 <= (update.day - stamp.day).days <= _NEAR_DAYS


def _backed(day: date, opening: str) -> bool:
    """Whether the text tells of a day shortly before."""
    return any(0 <= (day - told).days <= _NEAR_DAYS for told in _told_days(opening, day))


def _contradicted(day: date, opening: str) -> bool:
    """Whether the text's first lines tell, with the year, of nothing but days long before."""
    told = [told for told in _told_days(opening[:_LEAD_CHARS], None) if told <= day]
    return bool(told) and not _backed(day, opening) and (day - max(told)).days > _FAR_DAYS


def _told_days(text: str, before: date | None) -> Iterator[date]:
    """The days a text names; one without a year only where `before` is given, as the last such day until then."""
    for found in _DAY_IN_TEXT.finditer(text):
        day, month = int(found[1]), int(found[2])
        years = [int(found[3])] if found[3] else [before.year, before.year - 1] if before else []
        days = [told for year in years if (told := day_of(year, month, day))]
        told = next((told for told in days if found[3] or (before and told <= before)), None)
        if told:
            yield told
