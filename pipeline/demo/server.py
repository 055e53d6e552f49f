"""Serves answers on loopback: one machine that plays every host, told apart by the Host header."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from extractors.discovery.addresses import canonical
from pipeline.demo.site import Answer

_NOWHERE = Answer(b"", "text/plain")


@dataclass(frozen=True, slots=True)
class Serving:
    """A server at work: where it listens, as `address:port`, and what it was asked so far."""

    machine: str
    asked: list[str] = field(default_factory=list)


@contextmanager
def serving(answers: Mapping[str, Answer]) -> Iterator[Serving]:
    """Serve the answers, by address, until the block ends; any other address is not found."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        """Answers one connection."""

        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            url = f"http://{self.headers.get('Host', '')}{self.path}"
            asked.append(url)
            answer = answers.get(canonical(url))
            if answer is None:
                self._send(HTTPStatus.NOT_FOUND, _NOWHERE)
            elif self.headers.get("If-None-Match") == answer.etag:
                self._send(HTTPStatus.NOT_MODIFIED, Answer(b"", answer.media_type), answer.etag)
            else:
                self._send(HTTPStatus.OK, answer, answer.etag)

        def _send(self, status: HTTPStatus, answer: Answer, etag: str | None = None) -> None:
            self.send_response(status)
            self.send_header("Content-Type", answer.media_type)
            self.send_header("Content-Length", str(len(answer.body)))
            if etag:
                self.send_header("ETag", etag)
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield Serving(f"127.0.0.1:{server.server_port}", asked)
        finally:
            server.shutdown()
            thread.join()
