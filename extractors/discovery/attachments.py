"""Documents that an article's page gives to take home: linked in its body, or in its list of attachments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from urllib.parse import parse_qsl, unquote, urlsplit

from lxml.html import HtmlElement

from extractors.discovery.addresses import canonical
from extractors.discovery.markup import base_of, elements_outside, is_menu, label_of, marks_of, root_of, target_of
from extractors.discovery.model import Link
from extractors.text import phrase_key

ATTACHMENT_LIMIT = 500
"""Documents taken from one page."""
_ELEMENT_LIMIT = 50_000
_TEXT_LIMIT = 120
_LISTS = 20
_PARTS = 60
_AFTER_HEADING = 20
_BODY_CHARS = 80
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|xlsx?)$", re.IGNORECASE)
_NAMED = re.compile(r"\.(?:pdf|docx?|xlsx?)\b", re.IGNORECASE)
_DELIVERY = re.compile(
    r"download|tai-?ve|tai-?xuong|attach|dinh-?kem|get-?file|view-?file|file-?id|file-?handler|/documents?/",
    re.IGNORECASE,
)
_SPEAKS_OF_FILES = re.compile(
    rb"\.(?:pdf|docx?|xlsx?)\b|application/(?:pdf|msword|vnd\.(?:openxml|ms-excel))|" + _DELIVERY.pattern.encode(),
    re.IGNORECASE,
)
"""What a page has to say somewhere to be worth a tree: most say none of it."""
_LIST_MARK = re.compile(r"attach|dinh-?kem|kem-?theo|tai-?lieu|file-?list|field-(?:file|tep|tai-lieu)")
_LIST_HEADING = re.compile(
    r"\b(?:tài liệu|tệp|tập tin|file|văn bản|phụ lục|danh sách|các tệp)(?: tin| văn bản)?(?: đính kèm| kèm theo| kèm)"
    r"|\bđính kèm\b|\battachments?\b|\battached files?\b"
)
_ASIDE = re.compile(r"sidebar|related|lien-?quan|widget|col-right|cot-phai|right-?col|comment|tin-khac|xemthem")
_INLINE = frozenset((
    "a", "abbr", "b", "big", "em", "font", "i", "img", "label", "mark", "s", "small", "span", "strong", "sub", "sup",
    "u",
))  # fmt: skip
_PARAGRAPHS = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "dd", "dt"))


def attachment_links(content: bytes, url: str) -> tuple[Link, ...]:
    """The documents (PDF, Word, Excel) that the article on a page is given with, in its order, each address once.

    Taken are links whose address, file name or declared type says that they lead to a document, in the article's body
    or in a list of attachments; there also links that only say that they deliver a file. Menus, side columns, related
    articles and footers are left out. Never raises: what is no page of HTML has none.
    """
    root = root_of(content) if _SPEAKS_OF_FILES.search(content) else None
    if root is None:
        return ()
    here = canonical(url)
    base = base_of(root, url)
    elements = list(islice(elements_outside(root, _is_aside), _ELEMENT_LIMIT))
    listed = dict.fromkeys(chain.from_iterable(map(_anchors, _lists(elements))))
    body = _body(elements)
    anchors = dict.fromkeys((*(() if body is None else _anchors(body)), *listed))
    found: dict[str, Link] = {}
    for anchor in anchors:
        address = target_of(anchor, base)
        if not address or address == here:
            continue
        if _is_document(anchor, address) or (anchor in listed and _DELIVERY.search(address)):
            found.setdefault(address, Link(address, label_of(anchor)))
    return tuple(islice(found.values(), ATTACHMENT_LIMIT))


def names_document(address: str) -> bool:
    """Whether an address names a document, in its path or in its query.

    >>> names_document("https://bao.example/documents/20182/QD+812.pdf/5d1a?t=17")
    True
    >>> names_document("https://bao.example/tai-ve?id=12&ten=danh%20sach.xlsx"), names_document("https://bao.example/tin/")
    (True, False)
    """
    parts = urlsplit(address)
    segments = unquote(parts.path).split("/")[-3:]
    values = (value for _, value in parse_qsl(parts.query, max_num_fields=None)[:50])
    return any(_DOCUMENT.search(name.strip()) for name in (*segments, *values))


def _is_document(anchor: HtmlElement, address: str) -> bool:
    """Whether a link says, by its address, its declared type or its words, that it leads to a document."""
    if names_document(address):
        return True
    said = (anchor.get("download") or "", anchor.get("title") or "", label_of(anchor))
    declared = (anchor.get("type") or "").lower()
    is_typed = (
        declared in ("application/pdf", "application/msword", "application/vnd.ms-excel")
        or "officedocument" in declared
    )
    return is_typed or (bool(_DELIVERY.search(address)) and any(_NAMED.search(words) for words in said))


def _is_aside(element: HtmlElement) -> bool:
    return element.tag == "aside" or is_menu(element) or any(_ASIDE.search(mark) for mark in marks_of(element))


def _anchors(place: HtmlElement) -> Iterator[HtmlElement]:
    return (element for element in islice(elements_outside(place, _is_aside), _ELEMENT_LIMIT) if element.tag == "a")


def _body(elements: Iterable[HtmlElement]) -> HtmlElement | None:
    """The element whose paragraphs hold the most words: a paragraph counts for its parent, half for the next above."""
    letters: Counter[HtmlElement] = Counter()
    for element in elements:
        if element.tag == "a" or element.tag in ("html", "body", "head", "title", "meta"):
            continue
        length = _own_letters(element)
        holder = _holder(element) if length else None
        if holder is not None:
            letters[holder] += 2 * length
            above = holder.getparent()
            if above is not None and above.tag not in ("html", "body"):
                letters[above] += length
    best = max(letters, key=lambda element: letters[element], default=None)
    return best if best is not None and letters[best] >= 2 * _BODY_CHARS else None


def _own_letters(element: HtmlElement) -> int:
    """The letters that stand in an element itself, not in what it holds."""
    return sum(len((text or "").strip()) for text in (element.text, *(child.tail for child in element)))


def _holder(element: HtmlElement) -> HtmlElement | None:
    """What holds the paragraph that an element belongs to."""
    block: HtmlElement | None = element
    while block is not None and block.tag in _INLINE:
        block = block.getparent()
    return block.getparent() if block is not None and block.tag in _PARAGRAPHS else block


def _lists(elements: Iterable[HtmlElement]) -> Iterator[HtmlElement]:
    """The parts of the page that are lists of attachments, by their marks or by the words above them."""
    marked = (element for element in elements if any(_LIST_MARK.search(mark) for mark in marks_of(element)))
    headings = (element for element in elements if _is_heading(element))
    return islice(chain(islice(marked, _LISTS), chain.from_iterable(map(_under, islice(headings, _LISTS)))), _PARTS)


def _is_heading(element: HtmlElement) -> bool:
    words = " ".join((element.text or "").split())
    return 0 < len(words) <= _TEXT_LIMIT and bool(_LIST_HEADING.search(phrase_key(words)))


def _under(heading: HtmlElement) -> Iterator[HtmlElement]:
    """The block that a heading stands in, and what follows it for as long as it holds links."""
    block: HtmlElement | None = heading
    while block is not None and (block.tag in _INLINE or (block.getnext() is None and not _has_link(block))):
        block = block.getparent()
    if block is None or block.tag in ("html", "body"):
        return
    yield block
    for following in islice(block.itersiblings(), _AFTER_HEADING):
        if not isinstance(following, HtmlElement) or _is_aside(following) or not _has_link(following):
            return
        yield following


def _has_link(element: HtmlElement) -> bool:
    return next(element.iter("a"), None) is not None
