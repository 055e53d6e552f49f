"""The markup of a page as discovery looks at it: bounded, menus known, links with their words."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from extractors.decoding import decoded
from extractors.discovery.words import title_of
from extractors.errors import Unreadable

_TEXTS_LIMIT = 200
_TAG = re.compile("<")
_TAG_LIMIT = 100_000
MENU_TAGS = frozenset(("nav", "footer", "script", "style", "noscript", "template", "select", "form"))
MENU_LABELS = frozenset((
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
