"""A page of plain text to what an article is made of."""

from __future__ import annotations

from extractors.errors import Unreadable
from extractors.model import Block
from extractors.plain.layout import Layout, laid_out
from extractors.plain.lines import lines_of, page_text, squeezed
from extractors.plain.mending import mended
from extractors.text import Mapped, joined

TEXT_LIMIT_CHARS = 1_000_000
LINE_LIMIT = 20_000


def read_plain(raw: str, url: str | None = None) -> Layout:
    """Lay out the text of a page; raises `Unreadable` where it is longer than any article."""
    if len(raw) > TEXT_LIMIT_CHARS or raw.count("\n") > 4 * LINE_LIMIT:
        raise Unreadable(
            "too_large", f"{len(raw)} characters in {raw.count(chr(10))} lines: not an article; split the file"
        )
    lines = mended(lines_of(page_text(raw)))
    if len(lines) > LINE_LIMIT:
        raise Unreadable("too_large", f"{len(lines)} lines, more than {LINE_LIMIT}: not an article; split the file")
    return laid_out(lines, url=url)


def composed(layout: Layout) -> tuple[Mapped, tuple[Block, ...]]:
    """The lines that stay as one text, and where each of them stands in it."""
    texts = [squeezed(line.text) for line, _ in layout.kept]
    blocks: list[Block] = []
    at = 0
    for text, (_, role) in zip(texts, layout.kept, strict=True):
        blocks.append(Block(at, at + len(text.text), role))
        at += len(text.text) + 1
    return joined(texts, "\n"), tuple(blocks)
