"""What the coverage of the sources says after a night: the one place where it is asked."""

from __future__ import annotations

from pipeline.coverage.watch import look_over, today_in_viet_nam
from pipeline.settings import Settings


def alarms_of(settings: Settings) -> tuple[str, ...]:
    """The alarms as of today in Viet Nam, a line each; the page that shows them is written."""
    return tuple(map(str, look_over(settings, today_in_viet_nam()).alarms))
