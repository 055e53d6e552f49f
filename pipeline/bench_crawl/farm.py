"""A farm of well-behaved hosts in a process of its own: each has a sitemap and as many articles as are asked of it."""

from __future__ import annotations

import asyncio
import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from corpus.sources import Source, declared_in

_ROBOTS = b"User-agent: *\nDisallow: /quan-tri/\n"
_PARAGRAPHS = 60
_DECLARATION = """
[[source]]
id = "trai-{number}"
name = "Trại {number}"
kind = "portal"
domains = ["trai-{number}.example"]
sitemaps = ["http://trai-{number}.example/sitemap.xml"]
delay_seconds = 0
max_pages = 1_000_000
allow_private = true
evidence = ["P"]
"""


class Farm:
    """The farm as its user sees it: the `machine` where it listens, and when it gave its last answer."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.machine = f"127.0.0.1:{connection.recv()}"

    def last_answer(self) -> float:
        """The moment of the last answer, by `time.monotonic`."""
        self._connection.send("last")
        moment: float = self._connection.recv()
        return moment


@contextmanager
def farm(articles_a_host: int) -> Iterator[Farm]:
    """Run a farm whose hosts have so many articles each."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, articles_a_host), daemon=True)
    process.start()
    try:
        yield Farm(ours)
    finally:
        process.kill()
        process.join()


def declare(path: Path, hosts: int) -> tuple[Source, ...]:
    """Write declarations of so many hosts, asked without a pause, and load them."""
    path.write_text("\n".join(_DECLARATION.format(number=number) for number in range(hosts)), "utf-8")
    return tuple(source for _, source in declared_in(path))


def address_of(source: Source, number: int) -> str:
    """An article of a source."""
    return f"http://{source.domains[0]}/thi-dua/phong-trao-post{100_000 + number}.html"


class _Protocol(asyncio.Protocol):
    def __init__(self, articles: int, clock: list[float]) -> None:
        self._articles = articles
        self._clock = clock
        self._read = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._read += data
        while b"\r\n\r\n" in self._read:
            head, _, self._read = self._read.partition(b"\r\n\r\n")
            lines = head.decode("latin-1").split("\r\n")
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
            answer = _answer(lines[0].split(" ")[1], headers, self._articles)
            self._transport.write(answer)  # type: ignore[attr-defined]
            self._clock[0] = time.monotonic()


def _answer(path: str, headers: dict[str, str], articles: int) -> bytes:
    if path == "/robots.txt":
        return _told("200 OK", "text/plain", _ROBOTS)
    if path == "/sitemap.xml":
        if headers.get("if-none-match") == '"1"':
            return b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n'
        return _told("200 OK", "application/xml", _sitemap(headers.get("host", ""), articles))
    return _told("200 OK", "text/html; charset=utf-8", _article(path))


def _told(status: str, media_type: str, body: bytes) -> bytes:
    head = f'HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nETag: "1"\r\nContent-Length: {len(body)}\r\n\r\n'
    return head.encode() + body


def _sitemap(host: str, articles: int) -> bytes:
    base = f"http://{host}/thi-dua/phong-trao-post"
    entries = "".join(f"<url><loc>{base}{100_000 + number}.html</loc></url>" for number in range(articles))
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'.encode()


def _article(path: str) -> bytes:
    line = (
        f"Phong trào thi đua ở {path} được bà con hưởng ứng bằng việc làm nhỏ mỗi ngày, và được tính vào điểm cuối năm."
    )
    body = "".join(f"<p>{number}. {line}</p>" for number in range(_PARAGRAPHS))
    return f"<html><head><title>Thi đua {path}</title></head><body><article>{body}</article></body></html>".encode()


def _serve(connection: Connection, articles: int) -> None:
    asyncio.run(_listen(connection, articles))


async def _listen(connection: Connection, articles: int) -> None:
    clock = [0.0]
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: _Protocol(articles, clock), "127.0.0.1", 0)
    connection.send(server.sockets[0].getsockname()[1])
    while await loop.run_in_executor(None, connection.recv):
        connection.send(clock[0])
