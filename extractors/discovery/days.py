"""Days as feeds and sitemaps write them."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from corpus.calendar import FIRST_YEAR, LAST_YEAR, VIETNAM
from extractors.plain.stamps import day_of

_LONGEST = 80
_GMT_OFFSET = re.compile(r"(?:GMT|UTC)\s*(?=[+-])", re.IGNORECASE)
_ONE_DIGIT_OFFSET = re.compile(r"([+-])(\d)(?::?(\d\d))?$")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")


def day_in_vietnam(written: str | None) -> date | None:
    """The day of an RFC 822, ISO 8601 or Vietnamese date; `None` where it is none or in an impossible year.

    A time without a zone is Vietnamese time.

    >>> day_in_vietnam("Wed, 31 Dec 2025 18:30:00 GMT")
    datetime.date(2026, 1, 1)
    >>> day_in_vietnam("Thu, 01 Jan 2026 00:30:00 GMT+7"), day_in_vietnam("01/02/2026 3:19:44 PM")
    (datetime.date(2026, 1, 1), datetime.date(2026, 2, 1))
    >>> day_in_vietnam("1246-05-01") is day_in_vietnam("2099-01-01T00:00:00Z") is None
    True
    """
    text = (written or "").strip()[:_LONGEST]
    day = _iso(text) or _numeric(text) or _rfc822(text)
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def _iso(text: str) -> date | None:
    try:
        return _there(datetime.fromisoformat(text))
    except ValueError:
        return None


def _rfc822(text: str) -> date | None:
    zoned = _ONE_DIGIT_OFFSET.sub(lambda m: f"{m[1]}0{m[2]}{m[3] or '00'}", _GMT_OFFSET.sub("", text))
    try:
        return _there(parsedate_to_datetime(zoned))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _numeric(text: str) -> date | None:
    found = _NUMERIC.search(text)
    return day_of(int(found[3]), int(found[2]), int(found[1])) if found else None


def _there(moment: datetime) -> date | None:
    try:
        return moment.astimezone(VIETNAM).date() if moment.tzinfo else moment.date()
    except OverflowError:
        return None
