"""Lines of a page, each still mapped to the text it came from."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.model import BlockRole
from extractors.text import Mapped, clean, joined, match_key

_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,9});")
_LINE = re.compile(r"[^\n]+")
_INNER_SPACE = re.compile(r"[^\S\n]{2,}")
_STOPS = ".!?;:…"
_CLOSERS = "\"”’')]»/ "


@dataclass(frozen=True, slots=True)
class Line:
    """One line, trimmed: its text, its match key, whether a blank line stands before, and what the markup calls it.

    `cells` are the words of each cell where it is a row of a table.
    """

    text: Mapped
    key: str
    gap: bool = False
    hint: BlockRole | None = None
    cells: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The text, without its map."""
        return self.text.text

    @property
    def stopped(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.words.rstrip(_CLOSERS).endswith(tuple(_STOPS))

    @property
    def is_prose(self) -> bool:
        """Whether it is a paragraph of running text: long, or a whole sentence of some length."""
        size = len(self.words)
        ended = self.words.rstrip(_CLOSERS)[-1:]
        whole = (ended in {".", ";", ":"} and not self.words.endswith("...")) or ". " in self.words
        return size >= 250 or (size >= 160 and self.stopped) or (size >= 70 and whole)

    def cut(self, start: int, end: int) -> Line:
        """The stretch `[start, end)` as a line of its own, trimmed."""
        start, end = _trim(self.words, start, end)
        return replace(self, text=self.text.cut(start, end), key=self.key[start:end])


def together(lines: Sequence[Line], separator: str) -> Line:
    """Several lines as one."""
    if len(lines) == 1:
        return lines[0]
    text = joined([one.text for one in lines], separator)
    return replace(lines[0], text=text, key=separator.join(one.key for one in lines))


def line(text: str, *, hint: BlockRole | None = None, gap: bool = True, cells: tuple[str, ...] = ()) -> Line:
    """A line put together from markup: cleaned, with spaces squeezed."""
    words = " ".join(clean(text).text.split())
    return Line(Mapped(words, tuple(range(len(words)))), match_key(words), gap=gap, hint=hint, cells=cells)


def page_text(raw: str) -> Mapped:
    """The decoded page with entities resolved and cleaned, mapped to the page as decoded.

    >>> page_text("Lễ &quot;Tuyên dương&quot;").text
    'Lễ "Tuyên dương"'
    """
    if not _ENTITY.search(raw):
        return clean(raw)
    plain = Mapped(raw, tuple(range(len(raw)))).replace(_ENTITY, lambda m: html.unescape(m[0]))
    cleaned = clean(plain.text)
    return Mapped(cleaned.text, tuple(plain.origin[at] for at in cleaned.origin))


def lines_of(page: Mapped) -> Iterator[Line]:
    """The lines of a page that hold anything, trimmed."""
    key = match_key(page.text)
    last = 0
    for found in _LINE.finditer(page.text):
        start, end = _trim(page.text, found.start(), found.end())
        if start < end:
            yield Line(page.cut(start, end), key[start:end], gap=page.text.count("\n", last, start) > 1)
            last = end


def squeezed(text: Mapped) -> Mapped:
    """The text with each run of spaces as one; columns are no longer seen."""
    return text.replace(_INNER_SPACE, " ")


def _trim(words: str, start: int, end: int) -> tuple[int, int]:
    """Without space around, and without the bars that tables leave."""
    while start < end and (words[start].isspace() or words[start] == "|"):
        start += 1
    while end > start and (words[end - 1].isspace() or words[end - 1] == "|"):
        end -= 1
    return start, end
