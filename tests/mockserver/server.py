"""A real HTTP server on loopback that plays many hosts, each as badly as its play says, and logs every request."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Self


@dataclass(frozen=True, slots=True)
class Hit:
    """A request as it came in; `at` is the clock of the server."""

    host: str
    path: str
    at: float
    headers: Mapping[str, str]


Answer = bytes | AsyncIterator[bytes]
Play = Callable[[Hit], "Answer | Awaitable[Answer]"]
Plays = dict[str, Play]
"""What each path of a host answers; `*` is any other path."""


def answer(
    body: bytes | str = b"", status: int = 200, media_type: str = "text/html; charset=utf-8", **headers: str
) -> bytes:
    """A whole answer; `_` in the name of a header is `-`."""
    content = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(content)}"]
    lines += [f"Content-Type: {media_type}"] if media_type else []
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


def article(number: int | str, words: int = 60) -> str:
    """A page of our own making, told apart by its number."""
    text = " ".join(f"câu {number} thứ {n} nói về phong trào thi đua yêu nước." for n in range(words))
    return f"<html><head><title>Thi đua khen thưởng số {number}</title></head><body><p>{text}</p></body></html>"


def listing(*links: str) -> str:
    """A listing page that leads to these addresses."""
    anchors = "\n".join(f'<h3><a href="{link}">Phong trào thi đua, khen thưởng {link}</a></h3>' for link in links)
    return f"<html><head><title>Danh sách</title></head><body><div>{anchors}</div></body></html>"


@dataclass
class Server:
    """Serves in a thread of its own; `hosts` may be filled at any time. `ports` are those of http and https."""

    hosts: dict[str, Plays] = field(default_factory=dict)
    certificate: ssl.SSLContext | None = None
    log: list[Hit] = field(default_factory=list)
    ports: dict[str, int] = field(default_factory=dict)
    _loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)
    _thread: threading.Thread | None = None
    _listeners: list[asyncio.Server] = field(default_factory=list)

    def __enter__(self) -> Self:
        started = threading.Event()
        self._thread = threading.Thread(target=self._serve, args=(started,), daemon=True)
        self._thread.start()
        assert started.wait(10), "the server begins"
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        assert self._thread is not None
        self._thread.join(10)

    @property
    def resolve(self) -> dict[str, str]:
        """The setting that leads every host here."""
        both = {f"{host}:80": f"127.0.0.1:{self.ports['http']}" for host in self.hosts}
        if "https" in self.ports:
            both |= {f"{host}:443": f"127.0.0.1:{self.ports['https']}" for host in self.hosts}
        return both

    def hits(self, host: str) -> list[Hit]:
        """The requests to one host, in order."""
        return [hit for hit in self.log if hit.host == host]

    def paths(self, host: str) -> list[str]:
        """The paths asked of one host, in order."""
        return [hit.path for hit in self.hits(host)]

    def _serve(self, started: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.set_exception_handler(lambda *_: None)
        self._loop.run_until_complete(self._listen())
        started.set()
        self._loop.run_forever()
        self._loop.run_until_complete(self._close())
        self._loop.close()

    async def _close(self) -> None:
        for listener in self._listeners:
            listener.close()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._loop.shutdown_asyncgens()
        await asyncio.sleep(0.05)  # transports close on the next turns of the loop

    async def _listen(self) -> None:
        plain = await asyncio.start_server(self._connection, "127.0.0.1", 0)
        self._listeners.append(plain)
        self.ports["http"] = plain.sockets[0].getsockname()[1]
        if self.certificate is not None:
            secure = await asyncio.start_server(self._connection, "127.0.0.1", 0, ssl=self.certificate)
            self._listeners.append(secure)
            self.ports["https"] = secure.sockets[0].getsockname()[1]

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, TimeoutError):
                while await self._exchange(reader, writer):
                    pass
        finally:
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request and its answer; false where the connection is to be closed."""
        hit = _parsed(await reader.readuntil(b"\r\n\r\n"))
        self.log.append(hit)
        plays = self.hosts.get(hit.host, {})
        play = plays.get(hit.path) or plays.get("*") or (lambda _: answer("", 404))
        played = play(hit)
        given: Answer = await played if isinstance(played, Awaitable) else played
        if isinstance(given, bytes):
            writer.write(given)
            await writer.drain()
            return True
        async for piece in given:
            writer.write(piece)
            await writer.drain()
        return False


def _parsed(head: bytes) -> Hit:
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}
    return Hit(headers.get("host", ""), first.split(" ")[1], time.monotonic(), headers)
