"""What each line of a page is by itself, before the page as a whole is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from extractors.furniture import known
from extractors.model import BlockRole, Removed
from extractors.plain.lines import Line
from extractors.plain.stamps import Stamp, stamps_of

Kind = Literal["prose", "short", "caption", "image", "furniture", "date", "list", "end", "byline"]

_IMAGES = ("furniture.line.image-name", "furniture.line.image-mark", "furniture.text.alt")
_FAMILIES: tuple[tuple[Kind, str], ...] = (
    ("list", "list"), ("end", "end"), ("furniture", "line"), ("furniture", "text"),
)  # fmt: skip
_FULL_STOP = re.compile(r"[.!?][\"”’)\]]*$")
_SPEAKS_AT = re.compile(r"phát biểu [^,.;]{0,40}(?:tại|ở) [^,.;]{3,60}\.?$")
_COLUMN = r"[^\s|](?:\s?[^\s|]){0,44}"
_COLUMNS = re.compile(rf"{_COLUMN}(?:(?:\s{{2,}}|\s?\|\s?){_COLUMN}){{2,80}}")
_COLUMN_ENTRY = re.compile(r"\S \S|\|")
_NAME_NOTE = re.compile(r"\s?\([^)]{2,40}\)$")
_NAME_JOINT = re.compile(r"\s?[-–,&/+]\s?|\svà\s")
_NAME_PART = re.compile(r"[\w.'’]{1,16}")
_HONORIFIC = re.compile(r"(?:ông|bà|anh|chị|em|đồng chí|chú|bác)\s|[IVX]{1,4}\.", re.IGNORECASE)
_MOST_SHOUTED_PARTS = 3
_LONGEST_NAME_CHARS = 70
_LONGEST_RULED_LINE_CHARS = 700
_SHORT_CAPTION_CHARS = 90
BULLET = re.compile(r"[-+*•–»>]|\d{1,2}[.)]\s|[a-zđ]\)")


@dataclass(frozen=True, slots=True)
class Item:
    """A line with what it is so far: `rule` knew it, `stamps` are its dates, `author` its signature."""

    line: Line
    kind: Kind
    rule: str = ""
    stamps: tuple[Stamp, ...] = ()
    author: str | None = None
    role: BlockRole | None = None

    @property
    def kept(self) -> bool:
        """Whether it still belongs to the article."""
        return self.kind in ("prose", "short", "caption")

    def taken_by(self, rule: str) -> Item:
        """The item set aside as furniture."""
        return replace(self, kind="furniture", rule=rule, role=None)

    def with_role(self, role: BlockRole) -> Item:
        """The item with a role in the article."""
        return replace(self, role=role, kind="caption" if role == "caption" else self.kind)


def item_of(line: Line) -> Item:
    """What a line is by itself."""
    if line.hint and not (line.hint == "heading" and _is_mark(line)):
        return Item(line, "prose" if line.is_prose else "short").with_role(line.hint)
    if len(line.words) > _LONGEST_RULED_LINE_CHARS:
        return Item(line, "prose")
    stamps = stamps_of(line.words, line.key)
    if stamps:
        return Item(line, "date", "furniture.date", stamps)
    for kind, family in _FAMILIES:
        found = known(family, line.words if family == "text" else line.key)
        if found:
            return Item(line, "image" if found.rule in _IMAGES else kind, found.rule)
    return _byline(line) or _caption(line) or _plain(line)


def _is_mark(line: Line) -> bool:
    """Whether a heading of the markup is a mark of what is not the article, as "other news" or "comments" are."""
    return any(known(family, line.key) for kind, family in _FAMILIES if kind in ("list", "end"))


def is_name(words: str) -> bool:
    """Whether words can sign an article: names or initials, each with a capital.

    >>> is_name("Đông Bắc - Tuấn Bách"), is_name("N.Linh (ghi)"), is_name("Xin cảm ơn ông!")
    (True, True, False)
    """
    bare = _NAME_NOTE.sub("", words).rstrip(".")
    names = [name.split() for name in _NAME_JOINT.split(bare) if name]
    parts = [part for name in names for part in name]
    fits = 2 <= len(bare) <= _LONGEST_NAME_CHARS and 1 <= len(names) <= 4 and all(len(name) <= 5 for name in names)
    shouted = bare.isupper() and any(len(name) > _MOST_SHOUTED_PARTS for name in names)
    capital = all(_NAME_PART.fullmatch(part) and part[0].isupper() for part in parts)
    return fits and capital and not shouted and not _HONORIFIC.match(bare)


def set_aside(items: Iterable[Item]) -> tuple[Removed, ...]:
    """What was left out, with the rule that knew it."""
    return tuple(Removed(item.line.words, item.rule) for item in items if not item.kept)


def _byline(line: Line) -> Item | None:
    found = known("byline", line.key) if len(line.words) <= 2 * _LONGEST_NAME_CHARS else None
    if found is None:
        return None
    if found.name is None:
        return Item(line, "byline", found.rule, author=line.words.strip("(). "))
    name = line.words[slice(*found.name)].strip(" .;,")
    if found.rule == "furniture.byline.agency":
        return Item(line, "byline", found.rule) if is_name(name) else None
    return Item(line, "byline", found.rule, author=name) if is_name(name) else None


def _caption(line: Line) -> Item | None:
    found = known("caption", line.key)
    if found is None or BULLET.match(line.words):
        return None
    full_stop = _FULL_STOP.search(line.words) and not _SPEAKS_AT.search(line.key)
    if full_stop and found.rule == "furniture.caption.act":
        return None
    if full_stop and found.rule == "furniture.caption.scene" and len(line.words) > _SHORT_CAPTION_CHARS:
        return None
    return Item(line, "caption", found.rule)


def _plain(line: Line) -> Item:
    if not line.stopped and _COLUMN_ENTRY.search(line.words) and _COLUMNS.fullmatch(line.words):
        return Item(line, "furniture", "furniture.menu")
    return Item(line, "prose" if line.is_prose else "short")
