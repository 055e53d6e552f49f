"""Where the article stands on a page: title, body and captions, and everything else set aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from extractors.model import BlockRole, Removed
from extractors.plain.copies import without_copies
from extractors.plain.head import title_at, with_title, without_menus
from extractors.plain.items import BULLET, Item, item_of, set_aside
from extractors.plain.lines import Line
from extractors.plain.pictures import with_captions
from extractors.plain.stamps import Place, Stamp, dateline_stamp
from extractors.plain.tail import with_lead_first, without_foot, without_signature, without_teasers
from extractors.published import Publication, publication

_OPENING_CHARS = 3000
_HEADING_CHARS = 120
_MOST_HEAD_DATES = 4
_MOST_FOOT_DATES = 2
_OPENING_ITEMS = 3
_AGENCY = re.compile(r"\([A-ZĐ][\w.& ]{1,24}\)|[A-ZĐ]{2,6}\s?[-–]\s")


@dataclass(frozen=True, slots=True)
class Layout:
    """A page laid out: the lines that stay, each with its role, and what was set aside."""

    kept: tuple[tuple[Line, BlockRole], ...]
    removed: tuple[Removed, ...]
    publication: Publication
    author: str | None


def laid_out(lines: Sequence[Line], declared: Sequence[Stamp] = (), url: str | None = None) -> Layout:
    """Say of each line of a page what it is; `declared` are dates that stand outside its text, the surest first."""
    items = [item_of(line) for line in lines if line.words]
    for step in _STEPS:
        items = step(items)
    items, stamps = _with_stamps(items)
    kept = [item for item in items if item.kept]
    opening = " ".join(item.line.key for item in kept)[:_OPENING_CHARS]
    author = next((item.author for item in items if item.author), None)
    roles = [_role(kept, i) for i in range(len(kept))]
    return Layout(
        tuple(zip((item.line for item in kept), roles, strict=True)),
        set_aside(items),
        publication([*declared, *stamps], opening, url),
        author,
    )


def _without_datelines(items: list[Item]) -> list[Item]:
    """Cut a date and time that stand between the paper's mark and the first words of the text."""
    for at, item in enumerate(items):
        found = dateline_stamp(item.line.words, item.line.key) if item.kind == "prose" else None
        if found:
            stamp, end = found
            cut = Item(item.line.cut(0, end), "date", "furniture.date", (stamp,))
            rest = item.line.cut(end, len(item.line.words))
            return [*items[:at], cut, *([replace(item, line=rest)] if rest.words else []), *items[at + 1 :]]
    return items


_STEPS: tuple[Callable[[list[Item]], list[Item]], ...] = (
    without_menus, with_title, without_foot, with_captions, with_lead_first, without_teasers, without_signature,
    _without_datelines, without_copies,
)  # fmt: skip


def _with_stamps(items: Sequence[Item]) -> tuple[list[Item], list[Stamp]]:
    """The dates the page prints about itself; a date line in the midst of the text is text."""
    made = list(items)
    stamps: list[Stamp] = []
    places = _date_places(items)
    for i, item in enumerate(items):
        if item.kind == "date" and i in places:
            stamps += [stamp.at(places[i]) for stamp in item.stamps]
        elif item.kind == "date":
            made[i] = replace(item, kind="short", rule="")
    return made, stamps


def _date_places(items: Sequence[Item]) -> dict[int, Place]:
    """Where each date line stands; one in the midst of the text, or one of a list, has no place."""
    prose = [i for i, item in enumerate(items) if item.kind == "prose"]
    dates = [i for i, item in enumerate(items) if item.kind == "date"]
    title = title_at(items)
    first, last = (prose[0], prose[-1]) if prose else (len(items), len(items))
    top = next((i for i, item in enumerate(items) if item.kept), len(items))
    above = [i for i in dates if i < first]
    below = [i for i in dates if i > first]
    places: dict[int, Place] = {}
    for i in above if len(above) <= _MOST_HEAD_DATES else ():
        places[i] = "top" if i < top and (title is None or i < title) else "head"
    for i in below if len(below) <= _MOST_FOOT_DATES else ():
        if i < first + _OPENING_ITEMS or (items[i].stamps[0].rule != "published.line.day" and i > last):
            places[i] = "foot"
    return places


def _role(kept: Sequence[Item], i: int) -> BlockRole:
    item = kept[i]
    if item.role:
        return item.role
    after = kept[i + 1] if i + 1 < len(kept) else None
    if item.kind == "prose":
        apart = after is not None and i <= 1 and bool(_AGENCY.match(after.line.words)) and after.kind == "prose"
        return "lead" if apart and not _AGENCY.match(item.line.words) else "body"
    words = item.line.words
    headed = after is not None and (after.kind == "prose" or bool(BULLET.match(after.line.words)))
    is_heading = headed and not item.line.stopped and len(words) <= _HEADING_CHARS and not words[0].islower()
    return "heading" if is_heading and not words.startswith(("-", "+", "•", "*", "–")) else "body"
