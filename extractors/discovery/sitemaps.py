"""Links of a sitemap, a news sitemap or a sitemap index, plain or gzipped."""

from __future__ import annotations

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
_GZIP = b"\x1f\x8b"
_BOM = b"\xef\xbb\xbf"
_FEED_ROOTS = frozenset(("rss", "feed", "rdf"))
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
                entries.append((name, {_name(field): field.text or "" for field in element.iter()}))
            if root in _FEED_ROOTS or len(entries) == SITEMAP_LIMIT:
                break
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        pass
    return root, entries


def _closed(document: bytes) -> Iterator[tuple[str, Element]]:
    """The root when it opens, then each entry when it closes, after which it is forgotten."""
    opened: Element | None = None
    for event, element in iterparse(BytesIO(document), events=("start", "end")):
        if opened is None:
            opened = element
            yield _name(element), element
        elif event == "end" and _name(element) in _ENTRIES:
            yield _name(element), element
            opened.clear()


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
