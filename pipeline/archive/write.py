"""Appends exchanges to today's WARC file; what `sync` has returned for is on the disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import UTC
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import IO, Self
from urllib.parse import urlsplit

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.archive.exchange import ATTACHED_TO, Exchange, Headers, Place
from pipeline.archive.mend import Cut, mend, set_aside
from pipeline.atomic import sync_directory

_HOP_BY_HOP = frozenset({"transfer-encoding", "content-length", "connection", "keep-alive"})


class Archive:
    """The archive of one writer: one file per UTC day, `20261120-0.warc.gz`, records in order of arrival.

    Opening it cuts back what a dead run left at the end of this writer's files; `cuts` tells what. `promised` says how
    many bytes of each file are to stay; a file that it does not name only loses a torn record. `on_open` is told the
    name and length of a file before anything is added to it. Not for two processes with one `writer`.
    """

    def __init__(
        self,
        directory: Path,
        *,
        writer: str = "0",
        promised: Mapping[str, int] | None = None,
        on_open: Callable[[str, int], None] | None = None,
    ) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self.directory = directory
        self.cuts: tuple[Cut, ...] = _mended(directory, writer, promised or {})
        self._writer = writer
        self._on_open = on_open
        self._file: IO[bytes] | None = None
        self._name = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def append(self, exchange: Exchange) -> Place:
        """Write request and answer, each a gzip member of its own; not on the disk before `sync`."""
        file = self._open(f"{exchange.fetched_at.astimezone(UTC):%Y%m%d}-{self._writer}.warc.gz")
        warc = WARCWriter(file, gzip=True, warc_version="WARC/1.1")
        answer = _answer(warc, exchange)
        request = _request(warc, exchange)
        request.rec_headers.add_header("WARC-Concurrent-To", answer.rec_headers.get_header("WARC-Record-ID"))
        warc.write_record(request)
        offset = file.tell()
        warc.write_record(answer)
        return Place(self._name, offset, file.tell() - offset)

    def sync(self) -> None:
        """Return when everything appended is on the disk."""
        if self._file is not None:
            self._file.flush()
            os.fsync(self._file.fileno())

    def close(self) -> None:
        """Sync and let go of the file."""
        if self._file is not None:
            self.sync()
            self._file.close()
            self._file = None

    def _open(self, name: str) -> IO[bytes]:
        if self._file is None or name != self._name:
            self.close()
            self._file = (self.directory / name).open("ab")
            self._name = name
            sync_directory(self.directory)
            if self._on_open:
                self._on_open(name, self._file.tell())
        return self._file


def _mended(directory: Path, writer: str, promised: Mapping[str, int]) -> tuple[Cut, ...]:
    files = sorted(directory.glob(f"*-{writer}.warc.gz"))
    known = [set_aside(path, promised[path.name]) for path in files if path.name in promised]
    unknown = [mend(path) for path in files[-1:] if path.name not in promised]
    return tuple(cut for cut in (*known, *unknown) if cut)


def _answer(warc: WARCWriter, exchange: Exchange) -> ArcWarcRecord:
    kept = [(name, _one_line(value)) for name, value in exchange.headers if name.lower() not in _HOP_BY_HOP]
    headers = [*kept, ("Content-Length", str(len(exchange.body)))]
    status = StatusAndHeaders(_status_line(exchange.status), headers, protocol="HTTP/1.1")
    about = _about(exchange) | ({"WARC-IP-Address": exchange.ip_address} if exchange.ip_address else {})
    about |= {ATTACHED_TO: exchange.attached_to} if exchange.attached_to else {}
    return warc.create_warc_record(
        exchange.url,
        "response",
        payload=BytesIO(exchange.body),
        length=len(exchange.body),
        http_headers=status,
        warc_headers_dict=about,
    )


def _request(warc: WARCWriter, exchange: Exchange) -> ArcWarcRecord:
    parts = urlsplit(exchange.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers: Headers = (("Host", parts.netloc), *exchange.request_headers)
    line = StatusAndHeaders(f"GET {target} HTTP/1.1", list(headers), is_http_request=True)
    return warc.create_warc_record(exchange.url, "request", http_headers=line, warc_headers_dict=_about(exchange))


def _about(exchange: Exchange) -> dict[str, str]:
    return {"WARC-Date": exchange.fetched_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")}


def _status_line(status: int) -> str:
    phrases = {known.value: known.phrase for known in HTTPStatus}
    return f"{status} {phrases.get(status, 'Unknown')}"


def _one_line(value: str) -> str:
    return value.replace("\r", " ").replace("\n", " ")
