"""The headers of our requests, and reading those of answers."""

from __future__ import annotations

from importlib.metadata import version

from scrapy.http import Headers, Response

from pipeline.archive.decoding import ACCEPTED
from pipeline.archive.exchange import Headers as Pairs
from pipeline.crawl.robots import PRODUCT
from pipeline.ledger.rows import Visit


def request_headers(contact: str) -> dict[str, str]:
    """What every request says: who asks, where to complain, and what is understood."""
    return {
        "User-Agent": f"{PRODUCT}/{version('thidua')} (+{contact})",
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
        "Accept-Language": "vi,en;q=0.5",
        "Accept-Encoding": ACCEPTED,
    }


def conditions(visit: Visit) -> dict[str, str]:
    """The headers that ask for an answer only if it changed since the last one."""
    if visit.digest is None:
        return {}
    asked = {"If-None-Match": visit.etag, "If-Modified-Since": visit.last_modified}
    return {name: value for name, value in asked.items() if value}


def header_of(response: Response, name: str) -> str | None:
    """All values of a header as one, or None where it is missing."""
    values = response.headers.getlist(name)
    return ", ".join(_text(value) for value in values) if values else None


def pairs_of(headers: Headers | None) -> Pairs:
    """The headers one by one."""
    return tuple((_text(name), _text(value)) for name, values in (headers or {}).items() for value in values)


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
