"""Scrapy's HTTP/1.1 handler behind our guards: which machine is dialled, how large headers are, when a host rests."""

from __future__ import annotations

import asyncio
from typing import Any

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _ScrapyAgent,
)
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils._download_handlers import wrap_twisted_exceptions
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.python.failure import Failure
from twisted.web._newclient import HEADER, STATUS
from twisted.web.client import Agent

from pipeline.crawl.connect import GuardedEndpoints
from pipeline.crawl.pace import Pace


class HeadersTooLargeError(Exception):
    """A server sent more headers than are read."""


class GuardedHandler(HTTP11DownloadHandler):
    """Downloads over http and https for `SourceSpider`; a request has one deadline for all it does."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        from twisted.internet import reactor

        spider: Any = crawler.spider
        limits = spider.limits
        self._seconds = limits.request_seconds
        self._gate = asyncio.Semaphore(limits.requests_at_once)
        self._pool._factory = _capped_factory(limits.header_bytes)  # noqa: SLF001 - as Scrapy does
        self._pool.retryAutomatically = False  # it would not wait for the delay
        self._endpoints = GuardedEndpoints(reactor, spider.guard, limits.resolve, limits.request_seconds)

    async def download_request(self, request: Request) -> Response:
        """The answer to a request, or the reason why there is none, raised."""
        agent = _GuardedAgent(
            endpoints=self._endpoints,
            contextFactory=self._contextFactory,
            connectTimeout=self._seconds,
            pool=self._pool,
            maxsize=self._default_maxsize,
            fail_on_dataloss=True,
            crawler=self._crawler,
        )
        try:
            async with self._gate:
                with wrap_twisted_exceptions():
                    return await maybe_deferred_to_future(agent.download_request(request))
        finally:
            self._pace.rested(request.meta["download_slot"])

    @property
    def _pace(self) -> Pace:
        pace = self._crawler.get_extension(Pace)
        assert pace is not None, "the settings name it"
        return pace


class _GuardedAgent(_ScrapyAgent):
    """Scrapy's agent, through our endpoints and never through a proxy."""

    def __init__(self, *, endpoints: GuardedEndpoints, **values: Any) -> None:
        super().__init__(**values)
        self._endpoints = endpoints

    def _get_agent(self, request: Request, timeout: float) -> Agent:  # noqa: ARG002 - the endpoints know their timeout
        from twisted.internet import reactor

        agent: Agent = Agent.usingEndpointFactory(reactor, self._endpoints, self._pool)  # type: ignore[no-untyped-call]
        return agent


def _capped_factory(header_bytes: int) -> type[_LenientHTTP11ClientFactory]:
    class CappedFactory(_LenientHTTP11ClientFactory):
        """Builds protocols with this cap."""

        def buildProtocol(self, addr: Any) -> _CappedProtocol:  # noqa: ARG002, N802 - Twisted's name
            return _CappedProtocol(self._quiescentCallback, header_bytes)

    return CappedFactory


class _CappedProtocol(_LenientHTTP11ClientProtocol):
    """A connection that gives up once the headers of an answer are too large; interim answers count."""

    def __init__(self, quiescent_callback: Any, header_bytes: int) -> None:
        super().__init__(quiescent_callback)  # type: ignore[no-untyped-call]
        self._header_bytes = header_bytes
        self._received = 0

    def request(self, request: Any) -> Any:
        """Send a request; the count begins anew."""
        self._received = 0
        return super().request(request)

    def dataReceived(self, bytes: bytes) -> None:  # noqa: A002, N802 - Twisted's names
        """Take in what has come."""
        super().dataReceived(bytes)  # type: ignore[no-untyped-call]
        parser = self._parser
        if parser is None or parser.state not in (STATUS, HEADER):
            return
        self._received += len(bytes)
        if self._received > self._header_bytes:
            self._giveUp(Failure(HeadersTooLargeError(f"more than {self._header_bytes} bytes of headers")))  # type: ignore[no-untyped-call]
