"""Which hosts are left alone, by their own wish or because they fail."""

from __future__ import annotations

import time
from collections import Counter

from pipeline.ledger.ledger import Ledger
from pipeline.ledger.sites import leave_alone, left_alone


class Hosts:
    """What this run knows of each host; `failures` is how many in a row close one for the run."""

    def __init__(self, ledger: Ledger, failures: int) -> None:
        self._ledger = ledger
        self._failures = failures
        self._in_a_row: Counter[str] = Counter()
        self._closed = {host: why for host, (_, why) in left_alone(ledger, time.time()).items()}

    def closed(self, host: str) -> str | None:
        """Why the host is left alone in this run, or None where it is not."""
        return self._closed.get(host)

    def well(self, host: str) -> None:
        """It gave a sound answer."""
        self._in_a_row.pop(host, None)

    def failed(self, host: str, reason: str) -> bool:
        """It failed again; returns whether it has now been closed for the run."""
        self._in_a_row[host] += 1
        if self._in_a_row[host] < self._failures or host in self._closed:
            return False
        self._closed[host] = f"{self._failures} failures in a row, the last: {reason}"
        return True

    def leave_alone(self, host: str, until: float, reason: str) -> None:
        """It asked for more time than a run has; later runs keep to that too."""
        self._closed[host] = reason
        leave_alone(self._ledger, host, until, reason)
