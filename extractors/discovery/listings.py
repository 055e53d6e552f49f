"""Links of a listing page: the articles it leads to, and its next pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from corpus.sources import Source
from extractors.discovery.addresses import absolute, canonical
from extractors.discovery.markup import MENU_LABELS, MENU_TAGS, label_of, marks_of, root_of
from extractors.discovery.model import ADDRESS_LIMIT, LINK_LIMIT, Anchor, Link, Listing
from extractors.discovery.paging import next_pages
from extractors.discovery.shapes import is_article

_ANCHOR_LIMIT = 20_000


def listing_links(content: bytes, url: str, source: Source | None = None) -> Listing:
    """The articles that a listing page leads to, each address once, and the next pages of the same listing.

    Menus, other domains and what does not look like an article are left out (see `is_article`). Never raises: what is
    no page of HTML leads nowhere. At most 20,000 anchors are looked at and `LINK_LIMIT` articles taken.
    """
    here = canonical(url)
    anchors = [a for a in _anchors(content, url) if a.url != here and (source is None or source.covers(a.url))]
    titles: dict[str, str] = {}
    for anchor in anchors:
        if anchor.url in titles or (len(titles) < LINK_LIMIT and is_article(anchor.url, source)):
            titles[anchor.url] = max(titles.get(anchor.url, ""), anchor.label, key=len)
    further = [a for a in anchors if a.url not in titles]
    articles = tuple(Link(address, title) for address, title in titles.items())
    return Listing(articles, next_pages(here, further, source))


def _anchors(content: bytes, url: str) -> Iterator[Anchor]:
    root = root_of(content)
    if root is None:
        return
    base = next((absolute(url, href) for href in root.xpath("//base/@href")[:1]), None) or url
    for element in islice(_outside_menus(root), _ANCHOR_LIMIT):
        href = (element.get("href") or "").strip()
        address = absolute(base, href) if href and not href.startswith("#") else None
        if address and len(address) <= ADDRESS_LIMIT:
            yield Anchor(address, label_of(element), "next" in (element.get("rel") or "").lower().split())


def _outside_menus(root: HtmlElement) -> Iterator[HtmlElement]:
    """The links of a page in order, without those in its menus."""
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element.tag in ("a", "link"):
            yield element
        elif element.tag in MENU_TAGS or MENU_LABELS.intersection(marks_of(element)):
            walk.skip_subtree()
