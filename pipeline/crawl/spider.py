"""The spider: hands the frontier's visits to Scrapy, and takes what comes back to the archive and the ledger."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Iterator
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.utils.defer import _schedule_coro
from twisted.python.failure import Failure

from corpus.sources import Source
from extractors.discovery.addresses import canonical
from pipeline.crawl import again, verdicts
from pipeline.crawl.frontier import Frontier
from pipeline.crawl.guard import Guard, RefusedError, authority_of, check_attachment, check_url, joined
from pipeline.crawl.hosts import Hosts
from pipeline.crawl.intake import Intake, NotTakenError
from pipeline.crawl.pace import Pace
from pipeline.crawl.requests import conditions, header_of, request_headers
from pipeline.crawl.robots import RobotsRefusedError, RobotsUnreachableError
from pipeline.crawl.robots_gate import PutOffError
from pipeline.crawl.settings import HOUR, LONGEST_WAIT_SECONDS, CrawlSettings
from pipeline.crawl.verdicts import Kind, Verdict
from pipeline.crawl.walls import is_front_page
from pipeline.ledger.ledger import Ledger, LedgerError
from pipeline.ledger.rows import Visit
from pipeline.ledger.run import Run
from pipeline.ledger.states import Outcome, Role

Requests = Iterator[Request]
_LAST = -10
"""The priority of a request that is tried again: after everything else."""


class SourceSpider(Spider):
    """Visits what the ledger's run has to visit; every visit ends in exactly one outcome, or stays pending."""

    name = "sources"

    def __init__(
        self, *, sources: dict[str, Source], limits: CrawlSettings, contact: str, guard: Guard, ledger: Ledger,
        run: Run, hosts: Hosts, frontier: Frontier, intake: Intake, **values: Any,
    ) -> None:  # fmt: skip
        super().__init__(**values)
        self.sources = sources
        self.limits = limits
        self.contact = contact
        self.guard = guard
        self.ledger = ledger
        self._run = run
        self._hosts = hosts
        self._frontier = frontier
        self._intake = intake
        self.stopped: str | None = None

    async def start(self) -> AsyncIterator[Any]:
        """The first requests of every source; each that ends is followed by the next of its source."""
        asyncio.get_running_loop().call_later(self.limits.run_hours * HOUR, self._close, "out of time")
        for source in self.sources:
            for request in self._next(source):
                yield request

    def closed(self, reason: str) -> None:
        """Keep what still waits; a crawl that came to its natural end is recorded as ended."""
        self._intake.flush()
        if reason in ("finished", "out of time"):
            self._run.end()

    def _next(self, source: str) -> Requests:
        for visit in self._frontier.take(source):
            try:
                yield self._request(visit, visit.url, {"hops": 0, "tries": 0})
            except RefusedError as error:
                self._run.refused(visit, Outcome.REFUSED_GUARD, str(error), again.after_refusal())
                self._frontier.done(visit)

    def _request(self, visit: Visit, url: str, counts: dict[str, int], priority: int = 0) -> Request:
        """A request for a visit; raises `RefusedError` where the guard does not allow the address."""
        source = self.sources[visit.source]
        is_document = visit.attachment_of is not None
        (check_attachment if is_document else check_url)(url, source)
        headers = request_headers(self.contact) | (conditions(visit) if url == visit.url else {})
        meta = {
            "visit": visit,
            "source": source,
            "download_slot": authority_of(url),
            "download_maxsize": self.limits.body_bytes(is_document=is_document),
            **counts,
        }
        return Request(
            url, headers=headers, meta=meta, callback=self.answered, errback=self.unanswered, priority=priority,
            dont_filter=True,
        )  # fmt: skip

    def answered(self, response: Response) -> Requests:
        """An answer has come, whatever its status."""
        yield from self._safely(self._answered(response), response.meta["visit"])

    def unanswered(self, failure: Failure) -> Requests:
        """No answer has come: it was not allowed, was put off, or failed."""
        request: Request = failure.request  # type: ignore[attr-defined]
        yield from self._safely(self._unanswered(request, failure.value), request.meta["visit"])

    def _safely(self, steps: Requests, visit: Visit) -> Requests:
        """Go on after a defect of our own with one page; without the ledger nothing can go on."""
        try:
            yield from steps
        except (LedgerError, sqlite3.Error) as error:
            self.stop(f"the ledger refuses: {error}")
        except Exception as error:
            self.logger.exception("a defect of the program at %s", visit.url)
            self._run.failed(visit, f"a defect of the program: {type(error).__name__}", again.another_night())
            yield from self._ended(visit)

    def stop(self, why: str) -> None:
        """End the crawl; what has not been acknowledged stays pending. `stopped` tells why."""
        self.stopped = self.stopped or why
        self._close("stopped")

    def _close(self, reason: str) -> None:
        assert self.crawler.engine is not None, "it is closed while it goes on"
        self._pace.drop_waiting(PutOffError(reason, time.time()))
        _schedule_coro(self.crawler.engine.close_spider_async(reason=reason))

    def _answered(self, response: Response) -> Requests:
        visit: Visit = response.meta["visit"]
        location = header_of(response, "Location")
        verdict = verdicts.of_status(response.status, location, header_of(response, "Retry-After"), time.time())
        if verdict.kind is Kind.REDIRECT:
            yield from self._redirected(response, location or "")
        elif verdict.kind in (Kind.PASSING, Kind.LATER, Kind.GONE):
            yield from self._judged(response.request, verdict)
        else:
            yield from self._taken(response, visit, verdict)

    def _unanswered(self, request: Request, error: BaseException | None) -> Requests:
        visit: Visit = request.meta["visit"]
        if isinstance(error, PutOffError):
            self._run.put_off(visit, str(error), error.until)
        elif isinstance(error, RobotsUnreachableError):
            self._run.refused(visit, Outcome.REFUSED_ROBOTS, str(error), again.another_night())
        elif isinstance(error, RobotsRefusedError):
            self._run.refused(visit, Outcome.REFUSED_ROBOTS, str(error), again.after_refusal())
        elif isinstance(error, RefusedError):
            self._run.refused(visit, Outcome.REFUSED_GUARD, str(error), again.after_refusal())
        else:
            yield from self._judged(request, verdicts.of_failure(error or RuntimeError("no reason given")))
            return
        yield from self._ended(visit)

    def _taken(self, response: Response, visit: Visit, verdict: Verdict) -> Requests:
        try:
            if verdict.kind is Kind.NOT_MODIFIED:
                self._intake.not_modified(visit)
            else:
                self._intake.take(response, visit, self.sources[visit.source])
        except NotTakenError as error:
            yield from self._judged(response.request, error.verdict)
            return
        except RefusedError as error:
            self._run.refused(visit, Outcome.REFUSED_GUARD, str(error), again.another_night())
        self._hosts.well(authority_of(response.url))
        yield from self._ended(visit)

    def _redirected(self, response: Response, location: str) -> Requests:
        visit: Visit = response.meta["visit"]
        hops = response.meta["hops"] + 1
        if hops > self.limits.redirects:
            reason = f"more than {self.limits.redirects} redirects"
            yield from self._judged(response.request, Verdict(Kind.LATER, reason))
            return
        try:
            target = canonical(joined(response.url, location))
            request = self._request(visit, target, {"hops": hops, "tries": response.meta["tries"]})
        except RefusedError as error:
            self._run.refused(visit, Outcome.REFUSED_GUARD, f"redirect: {error}", again.after_refusal())
            yield from self._ended(visit)
            return
        if visit.role is Role.ARTICLE and is_front_page(target) and not is_front_page(visit.url):
            yield from self._judged(response.request, Verdict(Kind.GONE, "soft 404: it leads to the front page"))
        else:
            yield request

    def _judged(self, request: Request | None, verdict: Verdict) -> Requests:
        """Try again in this run, or record the failure."""
        assert request is not None, "Scrapy ties every answer to its request"
        visit: Visit = request.meta["visit"]
        host = authority_of(request.url)
        if verdict.kind is Kind.GONE:
            self._hosts.well(host)
            self._run.failed(visit, verdict.reason, None)
        elif verdict.wait_seconds is not None and verdict.wait_seconds > self.limits.wait_seconds:
            self._left_alone(visit, host, verdict)
        elif self._may_retry(request, host, verdict):
            tries = {"hops": request.meta["hops"], "tries": request.meta["tries"] + 1}
            self._pace.pause(host, verdict.wait_seconds or 0.0)
            yield self._request(visit, request.url, tries, _LAST)
            return
        else:
            self._run.failed(visit, verdict.reason, again.after_failure(visit.attempts + 1, self.limits))
        yield from self._ended(visit)

    def _may_retry(self, request: Request, host: str, verdict: Verdict) -> bool:
        if self._hosts.failed(host, verdict.reason):
            self._run.trap(request.meta["visit"].source, f"host left alone: {verdict.reason}", request.url)
        is_passing = verdict.kind is Kind.PASSING and request.meta["tries"] < self.limits.retries
        return is_passing and self._hosts.closed(host) is None

    def _left_alone(self, visit: Visit, host: str, verdict: Verdict) -> None:
        wait = min(verdict.wait_seconds or 0.0, LONGEST_WAIT_SECONDS)
        reason = f"{verdict.reason}, Retry-After {verdict.wait_seconds:.0f} s"
        until = time.time() + wait
        self._hosts.leave_alone(host, until, reason)
        self._run.put_off(visit, reason, until)

    def _ended(self, visit: Visit) -> Requests:
        """A visit is over: the next of its source begins."""
        self._frontier.done(visit)
        yield from self._next(visit.source)

    @property
    def _pace(self) -> Pace:
        pace = self.crawler.get_extension(Pace)
        assert pace is not None, "the settings name it"
        return pace
