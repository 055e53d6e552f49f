"""The running text of a page of HTML: trafilatura's main text, with captions kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.html import Element, HtmlElement

from extractors.html.tree import Seen, Tree, letters_of, words_of
from extractors.model import BlockRole
from extractors.plain.lines import Line, line

_CAPTION = re.compile(r"caption|image-?desc|img-?desc|chu-?thich-?anh", re.IGNORECASE)
_CAPTION_CHARS = (8, 500)
_MOST_ROWS_OF_COLUMNS = 3
Told = tuple[str, BlockRole | None, tuple[str, ...]]
"""Words, what the markup calls them, and the cells that they are where they are a row of a table."""


def body_lines(tree: Tree) -> list[Line]:
    """The paragraphs, headings, list items, table rows and captions of the article, in order; empty for none.

    Captions are moved within `tree`, which is not to be read afterwards for where they stand.
    """
    captions = {letters_of(words) for words in _captions_as_paragraphs(tree.seen)}
    body = _main_text(tree.root)
    if body is None:
        return []
    return [
        line(words, hint="caption" if letters_of(words) in captions else hint, cells=cells)
        for words, hint, cells in _blocks(body)
        if words.strip()
    ]


def _main_text(root: HtmlElement) -> HtmlElement | None:
    """What trafilatura takes for the article; `None` where it finds none or stumbles over a broken tree."""
    from trafilatura import bare_extraction

    etree.strip_attributes(root, "rowspan", "colspan")  # it fills what they span with empty cells, without end
    try:
        document = bare_extraction(root, include_comments=False, include_tables=True, with_metadata=False)
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError, etree.LxmlError):
        return None
    return getattr(document, "body", None)


def _blocks(body: HtmlElement) -> Iterator[Told]:
    above = True
    for element in body:
        if element.tag == "list":
            yield from ((words, None, ()) for item in element.iter("item") for words in _lines_in(item))
        elif element.tag == "table":
            yield from _rows(element, above=above)
        elif element.tag == "head":
            yield from ((words, "heading", ()) for words in _lines_in(element))
        else:
            lines = _lines_in(element)
            above = above and not any(line(words).is_prose for words in lines)
            yield from ((words, None, ()) for words in lines)


def _lines_in(element: HtmlElement) -> list[str]:
    parts: list[str] = []
    for part in element.iter():
        parts += ["\n" if part.tag in ("lb", "p", "quote") and part is not element else "", _on_one_line(part.text)]
        if part is not element:
            parts.append(_on_one_line(part.tail))
    return "".join(parts).split("\n")


def _on_one_line(words: str | None) -> str:
    return (words or "").replace("\n", " ").replace("\r", " ")


def _rows(table: HtmlElement, *, above: bool) -> Iterator[Told]:
    """The rows of a table; one that only puts paragraphs side by side, as heads of documents do, is paragraphs."""
    rows = list(table.iter("row"))
    for row in rows:
        columns = [[words for words in _lines_in(cell) if words.strip()] for cell in row.iter("cell")]
        if len(rows) <= _MOST_ROWS_OF_COLUMNS and sum(len(column) > 1 for column in columns) > 1:
            yield from ((words.strip(), "body", ()) for column in columns for words in column)
        else:
            yield _row(row, above=above)


def _row(row: HtmlElement, *, above: bool) -> Told:
    """A row of a table: text as any other where it is one cell, columns of a menu above the text, else the body's."""
    cells = [words for cell in row.iter("cell") if (words := " ".join(" ".join(_lines_in(cell)).split()))]
    if len(cells) < 2 or (above and not any(map(str.isdigit, "".join(cells)))):
        return " | ".join(cells), None, tuple(cells)
    return " ".join(cells), "body", tuple(cells)


def _captions_as_paragraphs(seen: Sequence[Seen]) -> list[str]:
    """Turn each caption into a paragraph behind its picture, where the main text keeps it; give back their words."""
    found: list[str] = []
    shortest, longest = _CAPTION_CHARS
    captions = [s.element for s in seen if s.tag == "figcaption" or (s.label and _CAPTION.search(s.label))]
    for element in captions:
        words = words_of(element)
        inner = any(child in captions for child in element.iterdescendants())
        if inner or not shortest <= len(words) <= longest or element.getparent() is None:
            continue
        paragraph = Element("p")
        paragraph.text = words
        picture = _picture_around(element, words)
        if picture.getparent() is not None:
            picture.addnext(paragraph)
            picture.drop_tree()
            found.append(words)
    return found


def _picture_around(element: HtmlElement, words: str) -> HtmlElement:
    """The figure or table that holds the picture with its caption, unless it holds text besides."""
    around = next(element.iterancestors("figure", "table"), None)
    return element if around is None or len(words_of(around)) > 3 * len(words) + 40 else around
