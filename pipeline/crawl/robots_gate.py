"""Lets a request through once the robots.txt of its origin has been seen and allows it."""

from __future__ import annotations

import asyncio
import time
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from pipeline.archive.decoding import DecodingError, decoded, encodings_of
from pipeline.crawl import again
from pipeline.crawl.guard import RefusedError, authority_of, joined, origin_of
from pipeline.crawl.pace import Pace
from pipeline.crawl.requests import header_of, request_headers
from pipeline.crawl.robots import (
    CACHE_SECONDS,
    PARSED_BYTES,
    REDIRECTS,
    UNREACHABLE_CACHE_SECONDS,
    Rules,
    rules_of,
    unreachable,
)
from pipeline.crawl.settings import HOUR
from pipeline.crawl.verdicts import of_failure
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.sites import RobotsAnswer, remember_robots, remembered_robots

_ROBOTS = "robots"


class PutOffError(Exception):
    """The request is not made in this run; `until` is when it may be, in seconds since 1970."""

    def __init__(self, why: str, until: float) -> None:
        super().__init__(why)
        self.until = until


class RobotsGate:
    """A downloader middleware for `SourceSpider`: robots.txt first, and its delay declared."""

    def __init__(self, crawler: Crawler) -> None:
        spider: Any = crawler.spider
        self._crawler = crawler
        self._ledger: Ledger = spider.ledger
        self._contact: str = spider.contact
        self._longest_delay: float = spider.limits.run_hours * HOUR
        self._page_bytes: int = spider.limits.page_bytes
        self._rules: dict[str, asyncio.Future[Rules]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RobotsGate:
        """The gate of one crawl."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Wait for the rules; raises `RefusedError` or `PutOffError` where the request is not to be made."""
        if request.meta.get(_ROBOTS):
            return
        delay = request.meta["source"].delay_seconds
        rules = await self._rules_for(origin_of(request.url), delay)
        rules.check(request.url)
        asked = rules.delay_seconds
        if asked > self._longest_delay:
            raise PutOffError(f"robots.txt asks for {asked:.0f} s between requests", again.another_night())
        self._declare(request, max(asked, delay))

    async def _rules_for(self, origin: str, delay: float) -> Rules:
        known = self._rules.get(origin)
        if known is None:
            known = self._rules[origin] = asyncio.ensure_future(self._look_up(origin, delay))
        return await known

    async def _look_up(self, origin: str, delay: float) -> Rules:
        now = time.time()
        answer = remembered_robots(self._ledger, origin, now - CACHE_SECONDS)
        if answer is not None and rules_of(answer).trouble:
            answer = remembered_robots(self._ledger, origin, now - UNREACHABLE_CACHE_SECONDS)
        if answer is None:
            answer = await self._fetch(f"{origin}/robots.txt", delay)
            remember_robots(self._ledger, origin, answer)
        return rules_of(answer)

    async def _fetch(self, url: str, delay: float) -> RobotsAnswer:
        """The answer, after up to five redirects; raises `RefusedError` where the guard stops it."""
        status = 0
        for _ in range(REDIRECTS + 1):
            try:
                response = await self._ask(url, delay)
            except RefusedError:
                raise
            except Exception as error:  # whatever kept it from answering, RFC 9309 calls it unreachable
                return unreachable(of_failure(error).reason)
            status = response.status
            location = header_of(response, "Location")
            if not (300 <= status < 400 and location):
                return self._answer(response)
            url = joined(url, location)
            if urlsplit(url).scheme not in ("http", "https"):
                return unreachable("it leads off the web")
        return RobotsAnswer(status, b"")

    async def _ask(self, url: str, delay: float) -> Response:
        request = Request(
            url, headers=request_headers(self._contact), callback=NO_CALLBACK, meta={_ROBOTS: True}, dont_filter=True
        )
        self._declare(request, delay)
        assert self._crawler.engine is not None, "requests are only made while the crawl goes on"
        return await self._crawler.engine.download_async(request)

    def _answer(self, response: Response) -> RobotsAnswer:
        try:
            body = decoded(response.body, encodings_of(header_of(response, "Content-Encoding")), self._page_bytes)
        except DecodingError as error:
            return unreachable(str(error))
        return RobotsAnswer(response.status, body[: PARSED_BYTES + 1])

    def _declare(self, request: Request, delay: float) -> None:
        host = authority_of(request.url)
        request.meta["download_slot"] = host
        pace = self._crawler.get_extension(Pace)
        assert pace is not None, "the settings name it"
        pace.declare(host, delay)
