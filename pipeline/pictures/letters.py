"""How far along its line a run of characters stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.documents.parts import Box
from extractors.documents.pdf.sheet import Glyph
from pipeline.pictures.frame import FramedLine, Range

_NEAR = 1.0


def box_of(line: FramedLine, range_: Range, edges: Sequence[tuple[float, float]]) -> Box:
    """The box of part of a line; `edges` are those of its characters."""
    told = [edges[i] for i in range(*range_) if not line.text[i].isspace()] or [edges[range_[0]]]
    return told[0][0], line.box[1], told[-1][1], line.box[3]


def edges_of(line: FramedLine, glyphs: Iterable[Glyph]) -> list[tuple[float, float]]:
    """Left and right edge of each character of a line.

    They are those of the page's glyphs where these are as many as the line has letters; else, as on a scan, all
    characters are taken for equally wide.
    """
    left, top, right, bottom = line.box
    own = sorted(
        (g.left, g.right)
        for g in glyphs
        if top < g.base < bottom and left - _NEAR < (g.left + g.right) / 2 < right + _NEAR and not g.text.isspace()
    )
    told = [i for i, character in enumerate(line.text) if not character.isspace()]
    wide = (right - left) / max(len(line.text), 1)
    edges = [(left + i * wide, left + (i + 1) * wide) for i in range(len(line.text))]
    if len(own) == len(told):
        for i, edge in zip(told, own, strict=True):
            edges[i] = edge
    return edges
