"""What hosts have told us: their robots.txt, and until when they want to be left alone."""

from __future__ import annotations

import time
from dataclasses import dataclass

from pipeline.ledger.ledger import Ledger


@dataclass(frozen=True, slots=True)
class RobotsAnswer:
    """The answer to the request for robots.txt; status 0 is a host that could not be reached, the body then why."""

    status: int
    body: bytes


def remembered_robots(ledger: Ledger, origin: str, since: float) -> RobotsAnswer | None:
    """The last answer, unless it is from before `since`."""
    for row in ledger.rows("robots_of", origin=origin, since=since):
        return RobotsAnswer(row["status"], row["body"])
    return None


def remember_robots(ledger: Ledger, origin: str, answer: RobotsAnswer) -> None:
    """Keep the answer in place of the last one."""
    with ledger.transaction():
        ledger.rows("set_robots", origin=origin, status=answer.status, body=answer.body, now=time.time())


def leave_alone(ledger: Ledger, host: str, until: float, reason: str) -> None:
    """Make no request to the host before then, in this run and in later ones."""
    with ledger.transaction():
        ledger.rows("set_host", host=host, until=until, reason=reason)


def left_alone(ledger: Ledger, now: float) -> dict[str, tuple[float, str]]:
    """The hosts that are to be left alone: until when, and why."""
    return {row["host"]: (row["not_before"], row["reason"]) for row in ledger.rows("closed_hosts", now=now)}
