"""The nouns of the archive: one request with its answer, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer; `body` is as sent, still compressed, with the chunks of the transfer put together."""

    url: str
    fetched_at: datetime
    request_headers: Headers
    status: int
    headers: Headers
    body: bytes
    ip_address: str | None = None


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
