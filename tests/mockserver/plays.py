"""Plays of hostile hosts: bombs, endless answers, traps. None of them is a real site."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from functools import cache
from itertools import repeat

import brotli
import zstandard

from tests.mockserver.server import Hit, Play, Plays, answer, article, listing

BOMB_BYTES = 64 * 2**20


def site(*articles: str, **further: Play) -> Plays:
    """A well-behaved host: a front page that leads to these articles."""
    plays: Plays = {"/": lambda _: answer(listing(*articles))}
    plays |= {path: _page(path) for path in articles}
    return plays | further


def one(play: Play) -> Plays:
    """A host with one article, which answers as the play does."""
    return site("/tin/phong-trao-post10001.html") | {"/tin/phong-trao-post10001.html": play}


def always(content: bytes) -> Play:
    """The same answer to everybody."""
    return lambda _: content


def robots(body: bytes | str, status: int = 200, media_type: str = "text/plain", **headers: str) -> Plays:
    """A well-behaved host with one article and this robots.txt."""
    return site("/tin/phong-trao-post10001.html") | {"/robots.txt": always(answer(body, status, media_type, **headers))}


def redirect(location: str, status: int = 302) -> bytes:
    """A redirect."""
    return answer("", status, Location=location)


@cache
def bomb(encoding: str) -> bytes:
    """An answer of 64 MiB of blanks, compressed."""
    return answer(packed_blanks(encoding), Content_Encoding=encoding)


@cache
def packed_blanks(encoding: str = "gzip") -> bytes:
    """The bomb itself."""
    return b"".join(_packed(encoding, repeat(b" " * 2**20, BOMB_BYTES >> 20)))


@cache
def nested_bomb(layers: int) -> bytes:
    """A bomb packed so many times."""
    body = packed_blanks()
    for _ in range(layers - 1):
        body = gzip.compress(body)
    return answer(body, Content_Encoding=", ".join(["gzip"] * layers))


def pack_bombs() -> None:
    """Make every bomb now, so that the server is not busy with that while others wait."""
    for encoding in ("gzip", "deflate", "br", "zstd"):
        bomb(encoding)
    nested_bomb(2)
    nested_bomb(10)


def _packed(encoding: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Compressed piece by piece, so that the server stays small itself."""
    if encoding == "br":
        packer = brotli.Compressor(quality=1)
        yield from map(packer.process, pieces)
        yield packer.finish()
        return
    window_bits = {"gzip": zlib.MAX_WBITS + 16, "deflate": zlib.MAX_WBITS}
    compressor = zstandard.ZstdCompressor().compressobj() if encoding == "zstd" else None
    compressor = compressor or zlib.compressobj(1, zlib.DEFLATED, window_bits[encoding])
    yield from map(compressor.compress, pieces)
    yield compressor.flush()


async def endless_body(_: Hit) -> AsyncIterator[bytes]:
    """A body that never ends, as fast as it is taken."""

    async def pieces() -> AsyncIterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
        while True:
            yield b"<p>thi dua</p>" * 5_000

    return pieces()


async def one_byte_at_a_time(_: Hit) -> AsyncIterator[bytes]:
    """A body that comes slowly, for ever."""

    async def pieces() -> AsyncIterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n"
        while True:
            await asyncio.sleep(0.1)
            yield b"x"

    return pieces()


async def slow_headers(_: Hit) -> AsyncIterator[bytes]:
    """Headers that come slowly, for ever."""

    async def pieces() -> AsyncIterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n"
        while True:
            await asyncio.sleep(0.1)
            yield b"X-A: b\r\n"

    return pieces()


async def silence(_: Hit) -> AsyncIterator[bytes]:
    """No answer at all."""

    async def pieces() -> AsyncIterator[bytes]:
        await asyncio.sleep(30)
        yield b""

    return pieces()


def endless_headers(line: bytes, first: bytes = b"HTTP/1.1 200 OK\r\n") -> Play:
    """Headers that never end, as fast as they are taken."""

    async def play(_: Hit) -> AsyncIterator[bytes]:
        async def pieces() -> AsyncIterator[bytes]:
            yield first
            while True:
                yield line * 100

        return pieces()

    return play


def cut_short(content: bytes) -> Play:
    """These bytes, then the end of the connection."""

    async def play(_: Hit) -> AsyncIterator[bytes]:
        async def pieces() -> AsyncIterator[bytes]:
            yield content

        return pieces()

    return play


def calendar(hit: Hit) -> bytes:
    """Every page leads to the next and to an article of its own, for ever."""
    page = int(hit.path.partition("=")[2] or 1)
    links = f'<a rel="next" href="/?page={page + 1}">Trang sau</a>'
    return answer(listing(f"/tin/ngay-thu-{page}-post{10_000 + page}.html").replace("</div>", f"{links}</div>"))


def once(first: bytes, then: bytes) -> Play:
    """The first answer to the first request, the second to all later ones."""
    given: list[Hit] = []

    def play(hit: Hit) -> bytes:
        given.append(hit)
        return first if len(given) == 1 else then

    return play


def conditional(body: str, etag: str) -> Play:
    """A page that knows its ETag."""

    def play(hit: Hit) -> bytes:
        if hit.headers.get("if-none-match") == etag:
            return answer("", 304, "", ETag=etag)
        return answer(body, ETag=etag)

    return play


def _page(path: str) -> Callable[[Hit], bytes]:
    return always(answer(article(path)))
