"""Teasers: the boxes of a page that announce other pages, each with its headline, and perhaps a date and a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from extractors.html.tree import Tree, letters_of, words_of

_LEAST_HEADLINE_CHARS = 20
_LEAST_HEADLINE_WORDS = 4
_MOST_LETTERS_BESIDE = 25
_MOST_LEVELS_UP = 7
_MOST_SUMMARY_CHARS = 600
_ADDRESS_OF_MANY = 3
_MOST_TEASERS = 400
_MENUS = ("nav", "header", "footer", "select")


@dataclass(frozen=True, slots=True)
class Headline:
    """A link that reads as a headline and stands alone in its element, with the page that it leads to."""

    element: HtmlElement
    words: str
    target: str


def teasers_of(tree: Tree) -> tuple[str, ...]:
    """The letters of each teaser, the longest first: the largest box around a headline that holds no other one."""
    headlines = _headlines(tree)
    held: dict[HtmlElement, set[str]] = {}
    for headline in headlines:
        for box in _boxes_around(headline.element):
            held.setdefault(box, set()).add(headline.target)
    boxes: dict[HtmlElement, Headline] = {}
    for headline in headlines:
        own = [box for box in _boxes_around(headline.element) if len(held[box]) == 1]
        if own:
            boxes.setdefault(own[-1], headline)
    told = [(words_of(box), headline) for box, headline in boxes.items()]
    whole = [words for words, headline in told if len(words) <= len(headline.words) + _MOST_SUMMARY_CHARS]
    return tuple(sorted(map(letters_of, whole), key=len, reverse=True))


def _headlines(tree: Tree) -> list[Headline]:
    """The headlines; where one address stands for many pages, as in a draft, the words tell them apart."""
    links = list(islice(_headline_links(tree), _MOST_TEASERS))
    addresses = Counter(address for address, _ in {(element.get("href"), words) for element, words in links})
    many = {address for address, times in addresses.items() if times >= _ADDRESS_OF_MANY}
    return [
        Headline(element, words, words if (address := element.get("href", "")) in many else address)
        for element, words in links
    ]


def _headline_links(tree: Tree) -> Iterator[tuple[HtmlElement, str]]:
    """The links outside menus that read as headlines and stand in no sentence."""
    alone: dict[HtmlElement | None, bool] = {}
    for seen in tree.seen:
        if seen.tag != "a" or not seen.element.get("href"):
            continue
        words, parent = seen.words, seen.element.getparent()
        if len(words) < _LEAST_HEADLINE_CHARS or len(words.split()) < _LEAST_HEADLINE_WORDS:
            continue
        if parent not in alone:
            alone[parent] = _holds_links_alone(parent)
        if alone[parent] and next(seen.element.iterancestors(*_MENUS), None) is None:
            yield seen.element, words


def _holds_links_alone(parent: HtmlElement | None) -> bool:
    beside = [] if parent is None else [parent.text, *(child.tail for child in parent)]
    return len(letters_of("".join(filter(None, beside)))) <= _MOST_LETTERS_BESIDE


def _boxes_around(element: HtmlElement) -> Iterator[HtmlElement]:
    """The element and what is around it, from the inside out."""
    box: HtmlElement | None = element
    for _ in range(_MOST_LEVELS_UP):
        if box is None or box.tag in ("body", "html"):
            return
        yield box
        box = box.getparent()
