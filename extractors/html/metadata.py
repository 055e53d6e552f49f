"""What the markup of a page says about it: title, lead, author, address, structured data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from extractors.furniture import known
from extractors.html.tree import Seen, Tree, letters_of, words_of
from extractors.plain.items import is_name
from extractors.text import clean, match_key

Record = Mapping[str, Any]

_LONGEST_JSON_CHARS = 200_000
_SEPARATOR = re.compile(r"\s+[|»·•–—-]\s+|\s*\|\s*")
_ELLIPSES = ("…", "...")
_LEAD = re.compile(
    r"sapo|chapeau|(?<!with-)summary|tom-?tat|short_?intro|head-?note|(?:^|[\s_-])(?:lead|description)(?:$|[\s_-])",
    re.IGNORECASE,
)
_AUTHOR = re.compile(r"(?:^|[\s_-])(?:author|tac-?gia|byline|pauthor)(?:$|[\s_-])", re.IGNORECASE)
_TITLE = re.compile(r"(?:^|[\s_-])(?:title|tieu-?de|headline)(?:$|[\s_-])", re.IGNORECASE)
_BY = re.compile(r"^(?:tác giả|theo|by|bởi)\s?:?\s", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5")
_LONGEST_TITLE_CHARS = 300
_LEAST_BEGUN_LETTERS = 12
_LONGEST_NAME_CHARS = 60
_OPENING_LETTERS = 30
_LEAD_CHARS = (40, 1500)
_LEAD_WITHIN_ELEMENTS = 80


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the markup says, as far as it says it."""

    title: str | None
    author: str | None
    url: str | None
    records: tuple[Record, ...]


def metadata_of(tree: Tree, page_url: str | None) -> Metadata:
    """Read the head of the page, its headline elements and its JSON-LD."""
    records = tuple(_records(tree))
    return Metadata(_title(tree, records), _author(tree, records), _url(tree, page_url), records)


def heading_above(tree: Tree, opening: str) -> str | None:
    """The headline nearest above the words the text opens with, for a page that states no title."""
    wanted = letters_of(opening)[:_OPENING_LETTERS]
    above: str | None = None
    for seen in tree.seen:
        if seen.tag in _HEADINGS or _TITLE.search(seen.label):
            words = seen.words
            above = words if _can_be_title(words) else above
        elif wanted and letters_of((seen.element.text or "")[:200]).startswith(wanted):
            return above
    return None


def lead_under(tree: Tree, title: str | None) -> str | None:
    """The sapo: what the page marks as one, not far under its title."""
    wanted = letters_of(title or "")
    at = next((i for i, seen in enumerate(tree.seen) if wanted and _says(seen, wanted)), 0)
    shortest, longest = _LEAD_CHARS
    for seen in tree.seen[at : at + _LEAD_WITHIN_ELEMENTS]:
        if seen.label and seen.tag not in ("a", "ul", "li", "img", "input") and _LEAD.search(seen.label):
            words = seen.words
            if shortest <= len(words) <= longest:
                return words
    return None


def _says(seen: Seen, wanted: str) -> bool:
    return seen.tag in ("h1", "h2", "h3", "div", "p", "span") and letters_of((seen.element.text or "")[:400]) == wanted


def _title(tree: Tree, records: Sequence[Record]) -> str | None:
    stated = [*tree.meta("og:title", "twitter:title"), *(str(r["headline"]) for r in records if r.get("headline"))]
    window = " ".join(str(tree.root.xpath("string(//head/title)")).split())
    site = next(tree.meta("og:site_name"), "")
    heading = _best_heading(tree, " ".join([*stated, window]))
    if heading and not heading.rstrip().endswith(_ELLIPSES):
        return heading
    others = [bare for words in [*stated, window] if _can_be_title(bare := _bare(words, site))]
    whole = (words for words in others if not words.rstrip().endswith(_ELLIPSES))
    return next(whole, None) or _completed(tree, heading or next(iter(others), None))


def _completed(tree: Tree, cut_short: str | None) -> str | None:
    """A title that ends in an ellipsis, as the page prints it whole somewhere."""
    begun = letters_of(cut_short or "")
    if len(begun) >= _LEAST_BEGUN_LETTERS:
        for seen in tree.seen:
            words = seen.words if seen.tag in _HEADINGS or _TITLE.search(seen.label) else ""
            if _can_be_title(words) and not words.endswith(_ELLIPSES) and letters_of(words).startswith(begun):
                return words
    return cut_short


def _can_be_title(words: str) -> bool:
    fits = 8 <= len(words) <= _LONGEST_TITLE_CHARS and len(words.split()) >= 3
    return fits and not known("head", match_key(clean(words).text))


def _best_heading(tree: Tree, stated: str) -> str | None:
    """The headline among several first-level headings: the one that the head of the page repeats, else the only one."""
    headings = [words for h1 in tree.root.iter("h1") if _can_be_title(words := words_of(h1))]
    said = letters_of(stated)
    repeated = [words for words in headings if letters_of(words) in said]
    if repeated:
        return max(repeated, key=len)
    return headings[0] if len(headings) == 1 else None


def _bare(words: str, site: str) -> str:
    """A window title without the name of the site at its end or its beginning."""
    words = " ".join(words.split())
    parts = _SEPARATOR.split(words)
    if len(parts) < 2:
        return words
    for part, rest in ((parts[-1], words[: words.rfind(parts[-1])]), (parts[0], words[len(parts[0]) :])):
        is_site = known("head", match_key(part)) or (site and letters_of(part) == letters_of(site))
        if is_site and len(rest.split()) >= 3:
            return rest.strip(" |»·•–—-")
    return words


def _author(tree: Tree, records: Sequence[Record]) -> str | None:
    site = letters_of(next(tree.meta("og:site_name"), ""))
    stated = [name for record in records for name in _names(record.get("author"))]
    shown = (seen.words for seen in tree.seen if seen.label and len(seen.element) <= 3 and _AUTHOR.search(seen.label))
    for name in [*stated, *shown, *tree.meta("author", "article:author", "dc.creator")]:
        bare = _BY.sub("", clean(name).text.strip())
        key = match_key(bare)
        if len(bare) <= _LONGEST_NAME_CHARS and is_name(bare) and letters_of(bare) != site and not known("head", key):
            return bare
    return None


def _names(stated: object) -> Iterator[str]:
    for one in stated if isinstance(stated, list) else [stated]:
        name = one.get("name") if isinstance(one, Mapping) else one
        if isinstance(name, str):
            yield name


def _url(tree: Tree, page_url: str | None) -> str | None:
    for stated in [*tree.root.xpath("//link[@rel='canonical']/@href"), *tree.meta("og:url")]:
        try:
            whole = urljoin(page_url or "", str(stated).strip())
            parts = urlsplit(whole)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.hostname:
            return whole
    return None


def _records(tree: Tree) -> Iterator[Record]:
    """The JSON-LD records of the page, graphs opened one level; what is not JSON is passed over."""
    for script in tree.root.xpath("//script[@type='application/ld+json']"):
        text = script.text or ""
        if len(text) > _LONGEST_JSON_CHARS:
            continue
        try:
            stated = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for record in stated if isinstance(stated, list) else [stated]:
            if isinstance(record, Mapping):
                graph = record.get("@graph")
                yield record
                yield from (inner for inner in (graph if isinstance(graph, list) else []) if isinstance(inner, Mapping))
