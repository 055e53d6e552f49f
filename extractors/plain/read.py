"""A page of plain text to what an article is made of."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.errors import Unreadable
from extractors.model import Block
from extractors.plain.layout import Layout, laid_out
from extractors.plain.lines import Line, lines_of, page_text, squeezed
from extractors.plain.mending import mended
from extractors.text import Mapped, joined

LINE_LIMIT = 20_000


def read_plain(raw: str) -> Layout:
    """Lay out the text of a page; raises `Unreadable` where it has too many lines."""
    lines = mended(lines_of(page_text(raw)))
    if len(lines) > LINE_LIMIT:
        raise Unreadable("too_large", f"{len(lines)} lines, more than {LINE_LIMIT}: not an article; split the file")
    return laid_out(lines)


def composed(layout: Layout) -> tuple[Mapped, tuple[Block, ...]]:
    """The lines that stay as one text, and where each of them stands in it."""
    texts = [squeezed(line.text) for line, _ in layout.kept]
    blocks: list[Block] = []
    at = 0
    for text, (_, role) in zip(texts, layout.kept, strict=True):
        blocks.append(Block(at, at + len(text.text), role))
        at += len(text.text) + 1
    return joined(texts, "\n"), tuple(blocks)


def prose_chars(lines: Sequence[Line]) -> int:
    """How much running text there is, in characters."""
    return sum(len(line.words) for line in lines if line.is_prose)
