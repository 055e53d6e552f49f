"""The markup of a page as a tree, with bounds on what a hostile page can cost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from extractors.plain.squeeze import squeeze
from extractors.text import clean, match_key

TAG_LIMIT = 20_000
_LONG_ATTRIBUTE = re.compile(r"=\s{0,9}(?:\"[^\"<>]{20000,}\"|'[^'<>]{20000,}')")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNSEEN = frozenset(("script", "style", "noscript", "template", "svg", "iframe", "html"))


@dataclass(frozen=True, slots=True)
class Seen:
    """An element that a reader sees, with its class, id and item property as one string."""

    element: HtmlElement
    tag: str
    label: str

    @property
    def words(self) -> str:
        """The words in the element, spaces squeezed."""
        return words_of(self.element)


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed page: its root, what its `meta` elements say by lower-case name, and the elements in order."""

    root: HtmlElement
    metas: dict[str, list[str]]
    seen: tuple[Seen, ...]

    def meta(self, *names: str) -> Iterator[str]:
        """The contents of the `meta` elements of these names, in the order of the names."""
        for name in names:
            yield from self.metas.get(name, ())


def tree_of(raw: str) -> Tree | None:
    """The page as a tree; `None` where there is no markup to speak of, or more of it than an article has."""
    if raw.count("<") > TAG_LIMIT:
        return None
    safe = _NOT_XML.sub("", _LONG_ATTRIBUTE.sub('=""', raw))
    try:
        root = document_fromstring(safe.encode("utf-8"), parser=HTMLParser(encoding="utf-8", huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return Tree(root, _metas(root), tuple(_seen(root))) if isinstance(root, HtmlElement) else None


def words_of(element: HtmlElement) -> str:
    """The words in an element, spaces squeezed."""
    return " ".join("".join(element.itertext()).split())


def letters_of(words: str) -> str:
    """The letters and digits of words from markup, for telling whether two places say the same."""
    return squeeze(match_key(clean(words).text))


def _metas(root: HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                metas.setdefault(name, []).append(content)
    return metas


def _seen(root: HtmlElement) -> Iterator[Seen]:
    body = root.find("body")
    for element in (root if body is None else body).iter():
        tag = element.tag
        if isinstance(tag, str) and tag not in _UNSEEN:
            label = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("itemprop"))))
            yield Seen(element, tag, label)
