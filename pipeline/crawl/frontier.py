"""What comes next on each source: from the ledger, within the night's limits, a few at a time."""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator

from corpus.sources import Source
from pipeline.crawl.guard import authority_of
from pipeline.crawl.hosts import Hosts
from pipeline.crawl.settings import HOUR, CrawlSettings
from pipeline.ledger.rows import Visit
from pipeline.ledger.run import Run
from pipeline.ledger.states import Role

_ATTACHMENT = "attachment"
_BATCH = 64
_MOST_SKIPPED = 2_000
"""After so many visits to hosts that are left alone, the rest of the source stays pending without a look."""


class Frontier:
    """Hands out each visit of the run once. What it never hands out stays pending in the ledger."""

    def __init__(self, run: Run, sources: Iterable[Source], limits: CrawlSettings, hosts: Hosts) -> None:
        self._run = run
        self._limits = limits
        self._hosts = hosts
        self._sources = {source.id: source for source in sources}
        self._waiting: dict[str, deque[Visit]] = {name: deque() for name in self._sources}
        self._taken: dict[str, set[int]] = {name: set() for name in self._sources}
        self._under_way: Counter[str] = Counter()
        self._handed_out: Counter[tuple[str, str]] = Counter()
        self._skipped: Counter[str] = Counter()
        self._deadline = time.monotonic() + limits.run_hours * HOUR

    def take(self, source: str) -> Iterator[Visit]:
        """The visits that may begin now."""
        while self._under_way[source] < 2 * self._limits.requests_at_once_per_host:
            visit = self._next(source)
            if visit is None:
                return
            self._under_way[source] += 1
            self._handed_out[source, _kind(visit)] += 1
            yield visit

    def done(self, visit: Visit) -> None:
        """A visit that was handed out has come to its end, whatever that was."""
        self._under_way[visit.source] -= 1

    def has_room(self, visit: Visit) -> bool:
        """Whether the night's limit for such addresses is not reached."""
        most = {
            Role.GUIDE: self._limits.guides_per_source,
            Role.ARTICLE: self._sources[visit.source].max_pages,
            _ATTACHMENT: self._limits.attachments_per_source,
        }
        return self._handed_out[visit.source, _kind(visit)] < most[_kind(visit)]

    def _next(self, source: str) -> Visit | None:
        while time.monotonic() < self._deadline and self._skipped[source] < _MOST_SKIPPED:
            if not self._waiting[source] and not self._refill(source):
                return None
            visit = self._waiting[source].popleft()
            if self.has_room(visit) and self._hosts.closed(authority_of(visit.url)) is None:
                return visit
            self._skipped[source] += 1
        return None

    def _refill(self, source: str) -> bool:
        taken, most = self._taken[source], _BATCH
        while True:
            open_visits = self._run.open_visits(source, most)
            fresh = [visit for visit in open_visits if visit.url_id not in taken]
            if fresh or len(open_visits) < most:
                break
            most *= 2
        taken.update(visit.url_id for visit in fresh)
        self._waiting[source].extend(fresh)
        return bool(fresh)


def _kind(visit: Visit) -> str:
    """What the night's limits count a visit as."""
    return _ATTACHMENT if visit.attachment_of else visit.role
