"""The nouns of a PDF page: glyphs, strokes, segments and lines, in points from the top left of the page as seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.encodings import Encoding
from extractors.documents.parts import Box, Grid


@dataclass(frozen=True, slots=True)
class Font:
    """How glyphs are set; the size is that on paper."""

    name: str
    size: float
    bold: bool


@dataclass(slots=True)
class Glyph:
    """One character; `right` is where the next one would begin, `base` the height it stands on."""

    text: str
    left: float
    right: float
    base: float
    font: Font


@dataclass(frozen=True, slots=True)
class Stroke:
    """A ruled line, level or upright: `at` is its fixed coordinate, from `start` to `end` the other."""

    at: float
    start: float
    end: float
    upright: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """Words on one line without a wide gap between them, already in Unicode.

    `first_word` is the width of the first word; `confidence` is set where the words were recognised from a picture,
    `encoding` where some of them were converted from it.
    """

    text: str
    box: Box
    base: float
    size: float
    bold: bool
    first_word: float
    confidence: float | None = None
    encoding: Encoding | None = None


@dataclass(frozen=True, slots=True)
class PlacedGrid:
    """A table on a page, with the places of its columns' edges."""

    grid: Grid
    box: Box
    edges: tuple[float, ...]


Item = Segment | PlacedGrid


@dataclass(slots=True)
class Sheet:
    """A page: its number from 1, its size, what is written and what is ruled on it."""

    number: int
    width: float
    height: float
    segments: list[Segment]
    strokes: list[Stroke]


def box_around(boxes: Iterable[Box]) -> Box:
    """The smallest box around several."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
