"""What holds for every date of a page: the zone that its clock runs in, and the years that it can be of."""

from __future__ import annotations

from datetime import timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
FIRST_YEAR, LAST_YEAR = 1990, 2090
"""No portal or newspaper has pages of other years; what is dated so is the mistake of a program."""
