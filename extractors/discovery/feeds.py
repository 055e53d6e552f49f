"""Links of an RSS or Atom feed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import Any

import feedparser

from extractors.discovery.addresses import absolute
from extractors.discovery.days import day_in_vietnam
from extractors.discovery.model import ADDRESS_LIMIT, LINK_LIMIT, Link
from extractors.discovery.words import title_of

_BYTES_LIMIT = 2 * 2**20
_MARKUP = re.compile(rb"[<&=]")
_MARKUP_LIMIT = 80_000
_ITEM = re.compile(rb"<(?:[A-Za-z]{1,9}:)?(?:item|entry)[\s>]", re.IGNORECASE)
_PAGE = re.compile(rb"\s{0,99}(?:<!--[^>]{0,999}-->\s{0,99})?<(?:!doctype\s{1,9}html|html|head|body)\b", re.IGNORECASE)
_BOM = b"\xef\xbb\xbf"


def feed_links(content: bytes, url: str) -> tuple[Link, ...]:
    """The items of a feed, in its order and each address once; `url` is where the feed was fetched.

    Never raises: a page of HTML or anything else that is no feed has no items, and what breaks off has those before the
    break. At most `LINK_LIMIT` items are looked at.
    """
    document = _bounded(content.removeprefix(_BOM))
    if _PAGE.match(document) or not _ITEM.search(document):
        return ()
    found: dict[str, Link] = {}
    for link in _links(_entries(document), url):
        found.setdefault(link.url, link)
    return tuple(found.values())


def _entries(document: bytes) -> Sequence[Any]:
    """What feedparser makes of a document; nothing where it fails, as it does in many ways on crossed elements."""
    try:
        parsed = feedparser.parse(BytesIO(document), sanitize_html=False, resolve_relative_uris=False)
    except Exception:
        return ()
    entries: Sequence[Any] = parsed.get("entries", ())
    return entries[:LINK_LIMIT]


def _bounded(content: bytes) -> bytes:
    """The document cut before the first item too many, and where it has more markup than feedparser can stomach."""
    document = content[:_BYTES_LIMIT]
    for pattern, limit in ((_ITEM, LINK_LIMIT), (_MARKUP, _MARKUP_LIMIT)):
        too_many = next(islice(pattern.finditer(document), limit, None), None)
        document = document[: too_many.start()] if too_many else document
    return document


def _links(entries: Iterable[Any], url: str) -> Iterator[Link]:
    for entry in entries:
        written = str(entry.get("link") or _permalink(entry))
        address = absolute(url, written) if written else None
        if address and len(address) <= ADDRESS_LIMIT:
            day = day_in_vietnam(entry.get("published")) or day_in_vietnam(dict.get(entry, "updated"))
            lead = title_of(str(entry.get("summary") or ""))
            yield Link(address, title_of(str(entry.get("title") or "")), day, lead)


def _permalink(entry: Any) -> str:
    """The item's identifier where it is an address: some feeds have no other link."""
    identifier = str(entry.get("id") or "")
    return identifier if identifier.startswith(("http://", "https://", "/")) else ""
