"""The head of a page: menus, the title, and what stands between it and the first paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.furniture import Known, known
from extractors.plain.items import Item, is_name
from extractors.plain.lines import Line
from extractors.plain.squeeze import squeeze

_HEAD_LINES = 150
_PAGE_LINES = 500
_MENU_LINES = 3
_MENU_ENTRY_CHARS = 34
_KICKER_CHARS = 36
_TITLE_CHARS = 140
_ROW_NUMBER = re.compile(r"\d{1,3}")


def without_menus(items: Sequence[Item]) -> list[Item]:
    """Take out runs of short lines above the first paragraph, and lists of provinces anywhere."""
    made = list(items)
    text = min(first_paragraph(items), _HEAD_LINES, len(items) - 1)
    for start, end in _runs(items):
        run = items[start:end]
        listed = known("head.provinces", " ".join(item.line.key for item in run))
        above = end <= text and len(run) >= _MENU_LINES and not _is_table(run)
        if listed or above:
            rule = listed.rule if listed else "furniture.menu"
            made[start:end] = [item.taken_by(rule) for item in run]
    return made


def _is_table(run: Sequence[Item]) -> bool:
    """Whether the lines are the cells of a table: its rows are numbered."""
    numbers = [int(item.line.words) for item in run if _ROW_NUMBER.fullmatch(item.line.words)]
    return any(after == before + 1 for before, after in pairwise(numbers))


def first_paragraph(items: Sequence[Item]) -> int:
    """Where the running text begins."""
    return next((i for i, item in enumerate(items) if item.kind == "prose"), len(items))


def with_title(items: Sequence[Item]) -> list[Item]:
    """Find the title, and take out what stands above it."""
    made = list(items)
    first = min(first_paragraph(items), _HEAD_LINES)
    at = _title_at(items[:first], items[:_PAGE_LINES])
    for i in range(first):
        if made[i].kept and i != at:
            made[i] = _beside_title(made, i, at)
    if at is not None:
        made[at] = made[at].with_role("title")
    return made


def title_at(items: Sequence[Item]) -> int | None:
    """Where the title stands, once it has been found."""
    return next((i for i, item in enumerate(items) if item.role == "title"), None)


def _beside_title(items: Sequence[Item], i: int, title: int | None) -> Item:
    item = items[i]
    if item.role or (title is None and item.kind == "caption"):
        return item
    if title is not None and i < title and squeeze(item.line.key).endswith(squeeze(items[title].line.key)):
        return item.taken_by("furniture.copy.title")
    label = _label(item)
    if label:
        return item.taken_by(label.rule)
    if title is not None and i < title:
        return item.taken_by("furniture.menu" if "   " in item.line.words else "furniture.kicker")
    if title is not None and i > title and is_name(item.line.words) and _beside_date(items, i):
        return Item(item.line, "byline", "furniture.byline.name", author=item.line.words)
    return item


def _label(item: Item) -> Known | None:
    """What knows a line above the text as a name of the site, a section or a breadcrumb trail."""
    return known("head", item.line.key) or known("trail", item.line.words)


def _beside_date(items: Sequence[Item], i: int) -> bool:
    return any(0 <= j < len(items) and items[j].kind == "date" for j in (i - 1, i + 1))


def _title_at(head: Sequence[Item], items: Sequence[Item]) -> int | None:
    named = next((i for i, item in enumerate(items) if item.role == "title"), None)
    if named is not None:
        return named
    kept = [i for i, item in enumerate(head) if item.kept]
    kept = [i for i in kept if head[i].rule not in ("furniture.caption.credit", "furniture.caption.place")]
    labels = {i: found.rule for i in kept if (found := _label(head[i]))}
    open_to_it = [i for i in kept if i not in labels] or [i for i in kept if labels[i] == "furniture.trail.body"]
    if not open_to_it:
        return None
    return max(open_to_it, key=lambda i: (_title_score(i, open_to_it, items), -i))


def _title_score(i: int, candidates: Sequence[int], items: Sequence[Item]) -> int:
    line = items[i].line
    score = 2 if i == candidates[0] else 0
    score += 1 if len(line.words) >= 25 else 0
    score -= 3 if len(line.words.split()) <= 3 else 0
    score -= 1 if items[i].kind == "caption" else 0
    score -= 1 if "   " in line.words else 0
    score -= 3 if _is_kicker(i, candidates, items) else 0
    score += 2 if _beside_date(items, i) else 0
    return score + _echo_score(line, i, items)


def _is_kicker(i: int, candidates: Sequence[int], items: Sequence[Item]) -> bool:
    """Whether a line is short for a title and the next one is a title: longer, and no whole sentence, as a lead is."""
    if i + 1 not in candidates or items[i + 1].line.gap or len(items[i].line.words) > _KICKER_CHARS:
        return False
    after = items[i + 1].line.words
    is_lead = len(after) > _TITLE_CHARS or after.endswith(".")
    return len(after) >= 1.5 * len(items[i].line.words) and not is_lead


def _echo_score(line: Line, i: int, items: Sequence[Item]) -> int:
    """A title is often printed twice: whole, cut short with an ellipsis, or at the end of the breadcrumb trail."""
    own = squeeze(line.key)
    if line.words.endswith(("…", "...")):
        longer = any(
            squeeze(o.line.key).startswith(own) for j, o in enumerate(items) if j != i and len(o.line.words) < 400
        )
        return -9 if longer else 0
    others = (squeeze(o.line.key) for j, o in enumerate(items) if j != i and o.kind != "prose")
    return 3 if len(own) >= 15 and any(other.endswith(own) for other in others) else 0


def _runs(items: Sequence[Item]) -> list[tuple[int, int]]:
    """Stretches of lines that could each be an entry of a menu, without a blank line between."""
    runs: list[tuple[int, int]] = []
    start = None
    for i, item in enumerate(items):
        entry = _is_entry(item)
        if start is not None and (not entry or item.line.gap):
            runs.append((start, i))
            start = None
        if entry and start is None:
            start = i
    return runs if start is None else [*runs, (start, len(items))]


def _is_entry(item: Item) -> bool:
    plain = item.kind in ("short", "furniture", "list", "byline") and not item.role
    return plain and len(item.line.words) <= _MENU_ENTRY_CHARS and not item.line.stopped
