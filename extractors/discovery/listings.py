"""Links of a listing page: the articles it leads to, and its next pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from corpus.sources import Source
from extractors.decoding import decoded
from extractors.discovery.addresses import absolute, canonical
from extractors.discovery.model import ADDRESS_LIMIT, LINK_LIMIT, Anchor, Link, Listing
from extractors.discovery.paging import next_pages
from extractors.discovery.shapes import is_article
from extractors.discovery.words import title_of
from extractors.errors import Unreadable

_ANCHOR_LIMIT = 20_000
_TEXTS_LIMIT = 200
_TAG = re.compile("<")
_TAG_LIMIT = 100_000
_MENU_TAGS = frozenset(("nav", "footer", "script", "style", "noscript", "template", "select", "form"))
_MENU_LABELS = frozenset((
    "menu", "main-menu", "mainmenu", "nav", "navbar", "navigation", "footer", "breadcrumb", "breadcrumbs", "megamenu",
    "top-menu", "topmenu", "sub-menu", "submenu", "site-footer", "lang", "language", "social",
))  # fmt: skip
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


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
    root = _root(content)
    if root is None:
        return
    base = next((absolute(url, href) for href in root.xpath("//base/@href")[:1]), None) or url
    for element in islice(_outside_menus(root), _ANCHOR_LIMIT):
        href = (element.get("href") or "").strip()
        address = absolute(base, href) if href and not href.startswith("#") else None
        if address and len(address) <= ADDRESS_LIMIT:
            yield Anchor(address, _label(element), "next" in (element.get("rel") or "").lower().split())


def _root(content: bytes) -> HtmlElement | None:
    try:
        text = _NOT_XML.sub("", _bounded(decoded(content)))
        root = document_fromstring(text.encode("utf-8"), parser=HTMLParser(encoding="utf-8", huge_tree=False))
    except (Unreadable, etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return root if isinstance(root, HtmlElement) else None


def _bounded(text: str) -> str:
    """The page cut where it has more tags than any listing."""
    too_many = next(islice(_TAG.finditer(text), _TAG_LIMIT, None), None)
    return text[: too_many.start()] if too_many else text


def _outside_menus(root: HtmlElement) -> Iterator[HtmlElement]:
    """The links of a page in order, without those in its menus."""
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element.tag in ("a", "link"):
            yield element
        elif element.tag in _MENU_TAGS or _MENU_LABELS.intersection(_marks(element)):
            walk.skip_subtree()


def _marks(element: HtmlElement) -> list[str]:
    if not isinstance(element.tag, str):
        return []
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()


def _label(element: HtmlElement) -> str:
    """The headline of a link: of the heading in it if there is one, else its words, its title or its picture's."""
    heading = next(element.iter("h1", "h2", "h3", "h4", "h5"), None)
    said = islice((element if heading is None else heading).itertext(), _TEXTS_LIMIT)
    words = title_of(" ".join("".join(said).split()))
    if words and heading is not None:
        return words
    pictures = (picture.get("alt") or "" for picture in islice(element.iter("img"), _TEXTS_LIMIT))
    return max((words, title_of(element.get("title") or ""), *map(title_of, pictures)), key=len)
