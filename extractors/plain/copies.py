"""What a page prints twice: the title, the sapo, captions. One copy stays, so that nothing counts twice."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.plain.items import Item
from extractors.plain.squeeze import squeeze, told

_ELLIPSES = ("…", "...")
_LEAST_LETTERS = 30
_LEAST_CAPTION_LETTERS = 12
_OPENING_ITEMS = 4
_MOST_CUT_SHORT = 40


def without_copies(items: Sequence[Item]) -> list[Item]:
    """Take out every second copy; of a sapo and the paragraph it repeats, the paragraph stays."""
    made = list(items)
    _drop_title_copies(made)
    _drop_lead_copies(made)
    _drop_later_copies(made)
    return made


def _drop_title_copies(items: list[Item]) -> None:
    title = next((squeeze(item.line.key) for item in items if item.role == "title"), None)
    for i, item in enumerate(items):
        if not item.kept or item.role == "title" or not title:
            continue
        own = squeeze(item.line.key)
        cut_short = item.line.words.endswith(_ELLIPSES) and len(own) >= 12 and title.startswith(own)
        if own == title or cut_short:
            items[i] = item.taken_by("furniture.copy.title")


def _drop_later_copies(items: list[Item]) -> None:
    seen: set[str] = set()
    for i, item in enumerate(items):
        own = told(item.line.key) if item.kept and item.role != "title" else ""
        if not (item.kind == "prose" or (item.role == "caption" and len(own) >= _LEAST_CAPTION_LETTERS)):
            continue
        if own in seen:
            items[i] = item.taken_by("furniture.copy.caption" if item.role == "caption" else "furniture.copy.paragraph")
        seen.add(own)


def _drop_lead_copies(items: list[Item]) -> None:
    kept = [i for i, item in enumerate(items) if item.kept and item.role not in ("title", "caption")]
    tellings = [told(items[i].line.key) for i in kept]
    cut_short_left = _MOST_CUT_SHORT
    for at, i in enumerate(kept):
        cut_short = cut_short_left > 0 and items[i].line.words.rstrip("]) ").endswith(_ELLIPSES)
        if len(tellings[at]) < _LEAST_LETTERS or not (cut_short or at < _OPENING_ITEMS):
            continue
        cut_short_left -= cut_short
        others = range(len(kept)) if cut_short else range(at + 1, len(kept))
        if any(_repeats(tellings, at, other) for other in others if other != at):
            items[i] = items[i].taken_by("furniture.copy.lead")
            tellings[at] = ""


def _repeats(tellings: Sequence[str], at: int, other: int) -> bool:
    """Whether one telling is the beginning of another, which may run over several paragraphs."""
    own = tellings[at]
    text = tellings[other]
    for further in tellings[other + 1 : other + 4]:
        if len(text) >= len(own):
            break
        text += further
    return bool(tellings[other]) and own.startswith(text[: len(own)]) and len(text) >= len(own)
