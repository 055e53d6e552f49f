"""When an address is asked again, in seconds since 1970; None is never."""

from __future__ import annotations

import time

from pipeline.crawl.settings import DAY, HOUR, CrawlSettings

_NIGHT = 20 * HOUR
"""Less than a day, so that a run at the same hour finds it due."""


def another_night() -> float:
    """With the next nightly run."""
    return time.time() + _NIGHT


def after_refusal() -> float:
    """In a week: what a site or a guard refuses seldom changes."""
    return time.time() + 7 * DAY - 4 * HOUR


def after_failure(attempts: int, limits: CrawlSettings) -> float | None:
    """Another night, until it has failed on too many nights in a row."""
    return another_night() if attempts < limits.nights else None


def after_look(looks: int, limits: CrawlSettings) -> float | None:
    """When an article that has been seen so many times is looked at once more."""
    if looks > len(limits.revisit_days):
        return None
    return time.time() + max(limits.revisit_days[looks - 1] * DAY - 4 * HOUR, 0.0)
