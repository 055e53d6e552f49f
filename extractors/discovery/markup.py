"""The markup of a page as discovery looks at it: bounded, menus known, links with their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from extractors.decoding import decoded
from extractors.discovery.addresses import absolute
from extractors.discovery.model import ADDRESS_LIMIT
from extractors.discovery.words import title_of
from extractors.errors import Unreadable

_TEXTS_LIMIT = 200
_TAG = re.compile("<")
_TAG_LIMIT = 100_000
_MENU_TAGS = frozenset(("nav", "footer", "script", "style", "noscript", "template", "select", "form"))
_MENU_LABELS = frozenset((
    "menu", "main-menu", "mainmenu", "nav", "navbar", "navigation", "footer", "breadcrumb", "breadcrumbs", "megamenu",
    "top-menu", "topmenu", "sub-menu", "submenu", "site-footer", "lang", "language", "social",
))  # fmt: skip
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def root_of(content: bytes) -> HtmlElement | None:
    """The tree of a page, cut where it has more tags than any page of news; `None` for what is no HTML."""
    try:
        text = _NOT_XML.sub("", _bounded(decoded(content)))
        root = document_fromstring(text.encode("utf-8"), parser=HTMLParser(encoding="utf-8", huge_tree=False))
    except (Unreadable, etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return root if isinstance(root, HtmlElement) else None


def base_of(root: HtmlElement, url: str) -> str:
    """The address that the links of a page at `url` start from: the one that the page declares, else its own."""
    return next((absolute(url, href) for href in root.xpath("//base/@href")[:1]), None) or url


def target_of(link: HtmlElement, base: str) -> str | None:
    """The address that a link leads to; `None` for a place on the same page, and for what is no address of a page."""
    href = (link.get("href") or "").strip()
    address = absolute(base, href) if href and not href.startswith("#") else None
    return address if address and len(address) <= ADDRESS_LIMIT else None


def elements_outside(root: HtmlElement, is_aside: Callable[[HtmlElement], bool]) -> Iterator[HtmlElement]:
    """The elements of a page in order, without those parts of it that stand aside."""
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if is_aside(element):
            walk.skip_subtree()
        elif isinstance(element, HtmlElement):
            yield element


def is_menu(element: HtmlElement) -> bool:
    """Whether an element is a menu, a footer or a script, by its tag or its marks."""
    return element.tag in _MENU_TAGS or not _MENU_LABELS.isdisjoint(marks_of(element))


def marks_of(element: HtmlElement) -> list[str]:
    """The classes and the id of an element, in lower case."""
    if not isinstance(element.tag, str):
        return []
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()


def label_of(element: HtmlElement) -> str:
    """The headline of a link: of the heading in it if there is one, else its words, its title or its picture's."""
    heading = next(element.iter("h1", "h2", "h3", "h4", "h5"), None)
    said = islice((element if heading is None else heading).itertext(), _TEXTS_LIMIT)
    words = title_of(" ".join("".join(said).split()))
    if words and heading is not None:
        return words
    pictures = (picture.get("alt") or "" for picture in islice(element.iter("img"), _TEXTS_LIMIT))
    return max((words, title_of(element.get("title") or ""), *map(title_of, pictures)), key=len)


def _bounded(text: str) -> str:
    """The page cut where it has more tags than any listing."""
    too_many = next(islice(_TAG.finditer(text), _TAG_LIMIT, None), None)
    return text[: too_many.start()] if too_many else text
