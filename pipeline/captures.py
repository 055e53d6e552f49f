"""When a page was captured, and which of several captures with the same bytes stands for them.

Times are whole seconds since 1970 UTC: the archive, the ledger and the store tell one capture by the same number.
"""

from __future__ import annotations

from datetime import UTC, datetime

Rank = tuple[int, str]


def rank_of(captured_at: float | None, name: str) -> Rank:
    """The order of captures of the same bytes, the least stands: the latest, then the name that sorts first.

    >>> sorted([rank_of(None, "a"), rank_of(20, "b"), rank_of(30.5, "c"), rank_of(30, "b")])
    [(-30, 'b'), (-30, 'c'), (-20, 'b'), (0, 'a')]
    """
    return (-int(captured_at or 0), name)


def seconds_in(text: str | None) -> int | None:
    """The second that an ISO 8601 text names, in UTC where it names no zone; `None` where it names none.

    >>> seconds_in("2026-11-20T14:00:00.999999Z"), seconds_in("2004"), seconds_in(None)
    (1795183200, None, None)
    """
    try:
        told = datetime.fromisoformat(text or "")
        return int(told.replace(tzinfo=told.tzinfo or UTC).timestamp())
    except (ValueError, OverflowError):
        return None
