"""Captions: lines that belong to a picture and not to the running text."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.plain.items import BULLET, Item

_LONGEST_CAPTION_CHARS = 300


def with_captions(items: Sequence[Item]) -> list[Item]:
    """Call a caption what a rule knows as one, what follows a picture, and what a photographer's name follows."""
    made = [item.with_role("caption") if item.kind == "caption" and not item.role else item for item in items]
    for i, item in enumerate(items):
        after, before = i + 1, i - 1
        while item.kind == "image" and after < len(items) and _fits(made[after], gap=items[after].line.gap):
            made[after] = made[after].with_role("caption")
            after += 1
            if after < len(items) and (items[after].line.gap or items[after].kind != "short"):
                break
        if item.rule == "furniture.text.photo-credit" and before >= 0 and _fits(made[before], gap=item.line.gap):
            made[before] = made[before].with_role("caption")
    return made


def _fits(item: Item, *, gap: bool) -> bool:
    words = item.line.words
    if not item.kept or item.role or len(words) > _LONGEST_CAPTION_CHARS or BULLET.match(words):
        return False
    return words.count(". ") <= 1 and not (gap and item.kind == "prose")
