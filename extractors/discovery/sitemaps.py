"""Links of a sitemap, a news sitemap or a sitemap index, plain or gzipped."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import islice
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from extractors.discovery.addresses import absolute
from extractors.discovery.days import day_in_vietnam
from extractors.discovery.feeds import feed_links
from extractors.discovery.model import ADDRESS_LIMIT, SITEMAP_LIMIT, Link, Sitemap
from extractors.discovery.words import title_of

_BYTES_LIMIT = 50 * 2**20
"""What the protocol allows for a sitemap when unpacked."""
_DEPTH_LIMIT = 12
_EVENT_LIMIT = 1_500_000
_GZIP = b"\x1f\x8b"
_BOM = b"\xef\xbb\xbf"
_FEED_ROOTS = frozenset(("rss", "feed", "rdf"))
_MEDIA = re.compile("sitemap-(?:image|video)")
_ENTRIES = frozenset(("url", "sitemap"))


def sitemap_links(content: bytes, url: str) -> Sitemap:
    """The pages and further sitemaps that a sitemap names; `url` is where it was fetched.

    Takes XML, gzipped XML, a plain list of addresses, and a feed in a sitemap's place. Never raises: HTML and anything
    else names nothing; what breaks off, or uses entities of its own, has what stood before. At most `SITEMAP_LIMIT`
    entries are looked at.
    """
    document = _unpacked(content).removeprefix(_BOM).lstrip()
    if document.startswith((b"http://", b"https://")):
        return Sitemap(pages=_unique(_listed(document, url)))
    root, entries = _entries(document)
    if root in _FEED_ROOTS:
        return Sitemap(pages=feed_links(document, url))
    pages = _unique(_link(entry, url) for kind, entry in entries if kind == "url")
    return Sitemap(pages, _unique(_link(entry, url) for kind, entry in entries if kind == "sitemap"))


def _unpacked(content: bytes) -> bytes:
    if not content.startswith(_GZIP):
        return content[:_BYTES_LIMIT]
    try:
        return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(content, _BYTES_LIMIT)
    except zlib.error:
        return b""


def _entries(document: bytes) -> tuple[str, list[tuple[str, dict[str, str]]]]:
    """The name of the document's root, and of each entry its kind and its fields."""
    root = ""
    entries: list[tuple[str, dict[str, str]]] = []
    try:
        for name, element in _closed(document):
            root = root or name
            if name in _ENTRIES and root not in _ENTRIES:
                entries.append((name, _fields(element)))
            if root in _FEED_ROOTS or len(entries) == SITEMAP_LIMIT:
                break
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        pass
    return root, entries


def _closed(document: bytes) -> Iterator[tuple[str, Element]]:
    """The root when it opens, then each entry when it closes; what the root holds is forgotten as it closes."""
    opened: list[Element] = []
    for event, element in islice(iterparse(BytesIO(document), events=("start", "end")), _EVENT_LIMIT):
        if event == "start":
            opened.append(element)
            if len(opened) == 1:
                yield _name(element), element
            if len(opened) > _DEPTH_LIMIT:
                return
        else:
            opened.pop()
            if len(opened) == 1:
                yield _name(element), element
                opened[0].clear()


def _fields(entry: Element) -> dict[str, str]:
    """What an entry says of its page, and not of the pictures and films on it."""
    own = (field for field in entry.iter() if not _MEDIA.search(field.tag))
    return {_name(field): field.text or "" for field in own}


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2].lower()


def _link(fields: dict[str, str], base: str) -> Link | None:
    written = fields.get("loc", "").strip()
    address = absolute(base, written) if written else None
    if address is None or len(address) > ADDRESS_LIMIT:
        return None
    day = day_in_vietnam(fields.get("publication_date")) or day_in_vietnam(fields.get("lastmod"))
    return Link(address, title_of(fields.get("title", "")), day)


def _listed(document: bytes, base: str) -> Iterator[Link | None]:
    lines = islice(document.splitlines(), SITEMAP_LIMIT)
    return (_link({"loc": line.decode("utf-8", "replace")}, base) for line in lines)


def _unique(links: Iterable[Link | None]) -> tuple[Link, ...]:
    found: dict[str, Link] = {}
    for link in links:
        if link is not None:
            found.setdefault(link.url, link)
    return tuple(found.values())
