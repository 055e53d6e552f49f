"""Asks a source for a handful of pages, one after the other, as politely and safely as the crawl does."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse
from threading import Timer
from urllib.parse import quote, urljoin, urlsplit

from corpus.sources import Source
from extractors.decoding import PAGE_LIMIT_BYTES
from pipeline.archive.decoding import DecodingError, decoded, encodings_of
from pipeline.crawl.guard import Guard, RefusedError, check_url, guard_of, origin_of
from pipeline.crawl.requests import request_headers
from pipeline.crawl.robots import PARSED_BYTES, Rules, rules_of, unreachable
from pipeline.ledger.sites import RobotsAnswer

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_MOST_REDIRECTS = 5
_PORTS = {"http": 80, "https": 443}


class NoAnswerError(Exception):
    """A request got no usable answer; the message says why in a few words."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a request: where it came from after redirects, its status, its body without encodings."""

    url: str
    status: int
    body: bytes
    media_type: str
    charset: str | None


@dataclass(slots=True)
class Visitor:
    """Visits one source: never two requests at once, `delay_seconds` after the last answer, robots.txt obeyed."""

    source: Source
    contact: str
    seconds: float = 30.0
    sleep: Callable[[float], None] = time.sleep
    requests: int = 0
    robots: dict[str, tuple[RobotsAnswer, Rules]] = field(default_factory=dict)

    def visit(self, url: str) -> Answer:
        """The page at an address of the source; raises `RefusedError` or `NoAnswerError`."""
        for _ in range(_MOST_REDIRECTS + 1):
            check_url(url, self.source)
            self.rules_for(url).check(url)
            answer, location = self._ask(url)
            if answer.status not in _REDIRECTS or not location:
                return answer
            url = location
        raise NoAnswerError(f"more than {_MOST_REDIRECTS} redirects")

    def rules_for(self, url: str) -> Rules:
        """What the robots.txt of the address's origin says; asked for once."""
        origin = origin_of(url)
        if origin not in self.robots:
            answer = self._robots_of(origin)
            self.robots[origin] = (answer, rules_of(answer))
        return self.robots[origin][1]

    @property
    def delay_seconds(self) -> float:
        """The pause between two requests: the longest of what the source and the robots.txt seen so far ask for."""
        return max(self.source.delay_seconds, *(rules.delay_seconds for _, rules in self.robots.values()), 0.0)

    def _robots_of(self, origin: str) -> RobotsAnswer:
        url = f"{origin}/robots.txt"
        try:
            for _ in range(_MOST_REDIRECTS + 1):
                check_url(url, self.source)
                answer, location = self._ask(url)
                if answer.status not in _REDIRECTS or not location:
                    return RobotsAnswer(answer.status, answer.body[: PARSED_BYTES + 1])
                url = location
        except (NoAnswerError, RefusedError) as error:
            return unreachable(str(error))
        return RobotsAnswer(302, b"")

    def _ask(self, url: str) -> tuple[Answer, str | None]:
        if self.requests:
            self.sleep(self.delay_seconds)
        self.requests += 1
        connection = _Connection(url, guard_of((self.source,)), self.seconds)
        clock = Timer(self.seconds, connection.abandon)
        clock.start()
        try:
            target = urlsplit(url)._replace(scheme="", netloc="", fragment="").geturl() or "/"
            connection.request("GET", target, headers=request_headers(self.contact))
            response = connection.getresponse()
            answer = _answer(url, response)
            if connection.abandoned:
                raise TimeoutError
            return answer, _location(url, response)
        except (OSError, HTTPException, ValueError) as error:
            late = f"no whole answer within {self.seconds:g} s"
            raise NoAnswerError(late if connection.abandoned else _told(error)) from error
        finally:
            clock.cancel()
            connection.close()


class _Connection(HTTPConnection):
    """A connection that dials only what the guard lets through, and the address that the guard has seen."""

    def __init__(self, url: str, guard: Guard, seconds: float) -> None:
        parts = urlsplit(url)
        super().__init__(parts.hostname or "", parts.port or _PORTS[parts.scheme], timeout=seconds)
        self.abandoned = False
        self._is_secure = parts.scheme == "https"
        self._guard = guard

    def connect(self) -> None:
        """Look the name up once, have every address of it checked, and connect to the first."""
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        addresses = [str(where[0]) for *_, where in found]
        for address in addresses:
            self._guard.check_address(self.host, address)
        self.sock = socket.create_connection((addresses[0], self.port), timeout=self.timeout)
        if self._is_secure:
            self.sock = self._context().wrap_socket(self.sock, server_hostname=self.host)

    def abandon(self) -> None:
        """Give up, whatever is going on."""
        self.abandoned = True
        if self.sock is not None:
            with suppress(OSError):
                self.sock.shutdown(socket.SHUT_RDWR)

    def _context(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        if self._guard.trusts_blindly(self.host):
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        return context


def _answer(url: str, response: HTTPResponse) -> Answer:
    body = response.read(PAGE_LIMIT_BYTES + 1)
    if len(body) > PAGE_LIMIT_BYTES:
        raise NoAnswerError(f"the body is larger than {PAGE_LIMIT_BYTES // 2**20} MB")
    headers = response.headers
    try:
        body = decoded(body, encodings_of(headers.get("Content-Encoding")), PAGE_LIMIT_BYTES)
    except DecodingError as error:
        raise NoAnswerError(str(error)) from error
    return Answer(url, response.status, body, headers.get_content_type(), headers.get_content_charset())


def _location(url: str, response: HTTPResponse) -> str | None:
    """The whole address that an answer redirects to; old servers write it in UTF-8 without encoding it."""
    written = response.headers.get("Location")
    if written is None:
        return None
    return urljoin(url, quote(written.encode("latin-1", "replace"), safe="%/:=&?~#+!$,;'@()*[]"))


def _told(error: Exception) -> str:
    told = " ".join(str(error).split()) or type(error).__name__
    return told[:160]
