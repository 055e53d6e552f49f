"""The nouns of the archive: one request with its answer, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

ATTACHED_TO = "Thidua-Attached-To"
"""The field of a WARC record that names the article of a document; readers that do not know it pass over it."""
Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer; `body` is as sent, still compressed, with the chunks of the transfer put together.

    `attached_to` is, for a document, the address of the article that led to it.
    """

    url: str
    fetched_at: datetime
    request_headers: Headers
    status: int
    headers: Headers
    body: bytes
    ip_address: str | None = None
    attached_to: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer stands: the file's name, and the bytes that its record takes in it."""

    file: str
    offset: int
    length: int

    @property
    def end(self) -> int:
        """The first byte after the record."""
        return self.offset + self.length
