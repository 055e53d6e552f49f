"""WARC in, pages out: our own archive and anybody else's, Common Crawl's news files included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from io import BytesIO
from pathlib import Path
from typing import IO

from warcio.bufferedreaders import ChunkedDataReader
from warcio.recordloader import ArcWarcRecord

from corpus.sources import source_of
from extractors.model import Page
from pipeline.archive.decoding import DecodingError, decoded, encodings_of
from pipeline.archive.exchange import ATTACHED_TO, Place
from pipeline.archive.kinds import DOCUMENTS, HTML, UNSAID, kind_of
from pipeline.archive.records import Damaged, Record, record_in, records_of
from pipeline.captures import seconds_in
from pipeline.errors import ThiduaError
from pipeline.settings import LARGEST_PAGE_MEGABYTES

PAGE_BYTES = LARGEST_PAGE_MEGABYTES * 2**20
"""The largest page that is taken out of an archive, decoded."""


class ArchiveError(ThiduaError):
    """What the ledger says is in the archive is not there."""


@dataclass(frozen=True, slots=True)
class Passed:
    """An answer that is no page, and why: its status or its media type."""

    why: str


def contents_of(path: Path, at_most: int = PAGE_BYTES) -> Iterator[Page | Passed | Damaged]:
    """The pages of HTML and the documents that were answered with 200, in order; between them other answers and damage.

    `at_most` bytes of a page, decoded, are read; a larger one is a damage. Requests and other records that hold no
    answer are left out. Raises `OSError` where the file cannot be opened.
    """
    for item in records_of(path, 2 * at_most):
        if isinstance(item, Damaged):
            yield item
        elif item.record.rec_type == "response":
            why = _no_page(item.record)
            yield Passed(why) if why else _page_or_not(path, item, at_most)


def pages_of(path: Path, at_most: int = PAGE_BYTES) -> Iterator[Page | Damaged]:
    """What `contents_of` gives, without the answers that are no pages."""
    return (item for item in contents_of(path, at_most) if not isinstance(item, Passed))


def _page_or_not(path: Path, item: Record, at_most: int) -> Page | Passed | Damaged:
    media_type = _content_type(item.record)[0]
    try:
        return _page(item.record, at_most) or Passed(media_type)
    except (DecodingError, ValueError) as error:
        return Passed(media_type) if media_type in UNSAID else Damaged(path, item.offset, str(error))


def page_at(directory: Path, place: Place, at_most: int = PAGE_BYTES) -> Page:
    """The page that stands there; raises `ArchiveError` where there is none."""
    path = directory / place.file
    try:
        page = _page(_record_at(path, place), at_most)
        if page is None:
            raise ValueError("what stands there is no page")
    except (OSError, DecodingError, ValueError) as error:
        why = f"no whole record at byte {place.offset} ({error})"
        raise ArchiveError(path, why, "restore the file from a copy") from error
    return page


def _record_at(path: Path, place: Place) -> ArcWarcRecord:
    with path.open("rb") as file:
        file.seek(place.offset)
        member = file.read(place.length)
    return record_in(decoded(member, ["gzip"], 2 * PAGE_BYTES))


def _no_page(record: ArcWarcRecord) -> str | None:
    """Why an answer is no page, `None` where it is one."""
    if record.http_headers is None:
        return "no answer over HTTP"
    status = record.http_headers.get_statuscode()
    if status != "200":
        return f"status {status}"
    media_type = _content_type(record)[0]
    return None if media_type in HTML or media_type in DOCUMENTS or media_type in UNSAID else media_type


def _page(record: ArcWarcRecord, at_most: int) -> Page | None:
    """The page in a record; `None` where its bytes are none, although its media type allows for one."""
    url = record.rec_headers.get_header("WARC-Target-URI").strip("<>")
    attached_to = record.rec_headers.get_header(ATTACHED_TO)
    source = source_of(attached_to or url)
    media_type, charset = _content_type(record)
    body = _body(record, at_most)
    kind = kind_of(body, media_type)
    if kind is None:
        return None
    return Page(
        content=body,
        name=url,
        media_type=kind,
        charset=charset,
        attached_to=attached_to,
        url=url,
        source=source.id if source else None,
        province=source.province if source else None,
        captured_at=seconds_in(record.rec_headers.get_header("WARC-Date")),
    )


def _body(record: ArcWarcRecord, at_most: int) -> bytes:
    headers = record.http_headers
    body = _read_all(record.raw_stream)
    if len(body) < record.payload_length:
        raise ValueError("the record is shorter than it says")
    if "chunked" in (headers.get_header("Transfer-Encoding") or "").lower():
        body = _read_all(ChunkedDataReader(BytesIO(body)))
    encodings = encodings_of(headers.get_header("Content-Encoding"))
    try:
        return decoded(body, encodings, at_most)
    except DecodingError:
        if encodings and body.lstrip()[:1] == b"<":
            return body  # many archives keep the header of a body that they have decoded
        raise


def _read_all(stream: IO[bytes]) -> bytes:
    """The whole stream; warcio's readers give one block at a time, whatever they are asked for."""
    return b"".join(iter(lambda: stream.read(1 << 16), b""))


def _content_type(record: ArcWarcRecord) -> tuple[str, str | None]:
    """The media type and the charset that the server named; HTML where it named none."""
    message = Message()
    message["Content-Type"] = record.http_headers.get_header("Content-Type") or "text/html"
    return message.get_content_type(), message.get_content_charset()
