"""The foot of a page and the boxes in it: lists of other news, comments, signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from extractors.plain.head import first_paragraph, title_at
from extractors.plain.items import Item, is_name

_TEASER_CHARS = 320
_TEASER_END = re.compile(r"\s(?:…|\.\.\.)$|\[(?:…|\.\.\.)\]$")
_FULL_STOP = re.compile(r"[.!?][\"”’)\]/.]*$")
_PARAGRAPH_CHARS = 110
_LONG_PARAGRAPH_CHARS = 250
_FOOT_SHARE = 0.5
_MOST_SIGNATURES = 2
_SIGNED_AFTER_SHARE = 0.6
_MORE = re.compile(r"more(?=[\W\d]|[^\x00-\x7f]|[A-Z])")


def without_foot(items: Sequence[Item]) -> list[Item]:
    """Take out comments, footers and lists of other headlines."""
    made = list(items)
    first, title = first_paragraph(items), title_at(items)
    read = [0, *accumulate(len(item.line.words) if item.kind == "prose" else 0 for item in items)]
    i = first if title is None else title
    while i < len(items):
        end = i + 1
        if items[i].kind == "list":
            end = _list_end(items, end)
        elif items[i].kind == "end" and i > first and read[-1] - read[i] <= _FOOT_SHARE * read[i]:
            end = len(items)
        if end > i + 1:
            made[i:end] = [_taken(item, items[i].rule) for item in items[i:end]]
        i = end
    return made


def without_teasers(items: Sequence[Item]) -> list[Item]:
    """Take out boxes with the headline and the cut-off beginning of another article."""
    made = list(items)
    for i in range(1, len(items)):
        head, text = items[i - 1], items[i]
        cut_off = text.kept and len(text.line.words) <= _TEASER_CHARS and _TEASER_END.search(text.line.words)
        if cut_off and head.kind in ("short", "caption") and not head.role and not text.line.gap:
            made[i - 1 : i + 1] = [head.taken_by("furniture.teaser"), text.taken_by("furniture.teaser")]
    return made


def without_signature(items: Sequence[Item]) -> list[Item]:
    """Take the author's name from under the text, where captions may still follow it."""
    made = list(items)
    sizes = [len(item.line.words) if item.kind == "prose" and item.role != "lead" else 0 for item in items]
    read = list(accumulate(sizes))
    late = [i for i in range(len(items)) if sum(sizes) and read[i] >= _SIGNED_AFTER_SHARE * read[-1]]
    names = [i for i in late if items[i].kind == "short" and not items[i].role and is_name(items[i].line.words)]
    for i in names if len(names) <= _MOST_SIGNATURES else ():
        made[i] = Item(items[i].line, "byline", "furniture.byline.name", author=items[i].line.words)
    return made


def with_lead_first(items: Sequence[Item]) -> list[Item]:
    """Put an excerpt that the site prints under the text (glued to the mark "more") where a reader meets it."""
    made: list[Item] = []
    leads: list[Item] = []
    for item in items:
        if item.kept and not item.role and _MORE.match(item.line.words) and made:
            made.append(replace(item, line=item.line.cut(0, 4), kind="furniture", rule="furniture.mark.more"))
            leads.append(replace(item, line=item.line.cut(4, len(item.line.words)), role="lead"))
        else:
            made.append(item)
    at = title_at(made)
    at = 0 if at is None else at + 1
    return [*made[:at], *leads, *made[at:]]


def _taken(item: Item, rule: str) -> Item:
    labelled = any(stamp.rule in ("published.line.labelled", "published.line.updated") for stamp in item.stamps)
    return item.taken_by(rule) if item.kept or (item.kind == "date" and not labelled) else item


def _list_end(items: Sequence[Item], start: int) -> int:
    return next((i for i in range(start, len(items)) if items[i].kind == "end" or _is_paragraph(items[i])), len(items))


def _is_paragraph(item: Item) -> bool:
    words = item.line.words
    whole = (len(words) >= _PARAGRAPH_CHARS or ". " in words) and bool(_FULL_STOP.search(words))
    return item.kind == "prose" and (whole or len(words) >= _LONG_PARAGRAPH_CHARS)
