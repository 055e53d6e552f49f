"""How fast a host is asked: never faster than declared, slower where it answers slowly, not at all while it rests."""

from __future__ import annotations

from time import monotonic

from scrapy import Request, Spider
from scrapy.core.downloader import Downloader
from scrapy.crawler import Crawler
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Response
from twisted.python.failure import Failure


class Pace(AutoThrottle):
    """AutoThrottle with a floor per host; a delay is counted from the end of the last answer.

    Counting from the end keeps requests apart at the server too, however long a connection took. A host whose declared
    delay is 0 is not throttled.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._floors: dict[str, float] = {}
        self._slowest = crawler.settings.getfloat("AUTOTHROTTLE_MAX_DELAY")

    def declare(self, host: str, delay_seconds: float) -> None:
        """Never ask the host faster than this; a longer delay that was declared before stays."""
        delay = max(delay_seconds, self._floors.get(host, 0.0))
        self._floors[host] = delay
        settings = {"delay": delay, **({"concurrency": 1} if delay else {})}
        self._downloader.per_slot_settings[host] = settings
        slot = self._downloader.slots.get(host)
        if slot:
            slot.delay = max(slot.delay, delay)
            slot.concurrency = 1 if delay else slot.concurrency

    def rested(self, host: str) -> None:
        """An answer of the host has just come to its end."""
        slot = self._downloader.slots.get(host)
        if slot:
            slot.lastseen = max(slot.lastseen, monotonic())

    def pause(self, host: str, seconds: float) -> None:
        """Ask the host nothing for so long."""
        slot = self._downloader.slots.get(host)
        if slot:
            slot.delay = max(slot.delay, 0.001)
            slot.lastseen = max(slot.lastseen, monotonic() + seconds - slot.delay)

    def drop_waiting(self, reason: Exception) -> None:
        """Answer the requests that still wait for their turn with this error, so that nobody waits for them."""
        for slot in self._downloader.slots.values():
            while slot.queue:
                _, waiting = slot.queue.popleft()
                waiting.errback(Failure(reason))  # type: ignore[no-untyped-call]

    def _response_downloaded(self, response: Response, request: Request, spider: Spider) -> None:
        floor = self._floors.get(request.meta.get("download_slot", ""), 0.0)
        if floor:
            self.mindelay = floor
            self.maxdelay = max(floor, self._slowest)
            super()._response_downloaded(response, request, spider)

    @property
    def _downloader(self) -> Downloader:
        assert self.crawler.engine is not None, "a pace is only declared while the crawl goes on"
        return self.crawler.engine.downloader
