"""Links of a listing page: the articles it leads to, and its next pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from corpus.sources import Source
from extractors.discovery.addresses import canonical
from extractors.discovery.markup import base_of, elements_outside, is_menu, label_of, root_of, target_of
from extractors.discovery.model import LINK_LIMIT, Anchor, Link, Listing
from extractors.discovery.paging import next_pages
from extractors.discovery.shapes import is_article

_ANCHOR_LIMIT = 20_000
_LINKS = ("a", "link")


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
    base = base_of(root, url)
    links = (element for element in elements_outside(root, _is_menu) if element.tag in _LINKS)
    for link in islice(links, _ANCHOR_LIMIT):
        address = target_of(link, base)
        if address:
            yield Anchor(address, label_of(link), "next" in (link.get("rel") or "").lower().split())


def _is_menu(element: HtmlElement) -> bool:
    return element.tag not in _LINKS and is_menu(element)
