"""Draws frames on pages of a PDF; runs in a worker process, as all reading of files does."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from contextlib import closing
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from extractors.documents.parts import Box
from extractors.documents.pdf.glyphs import frame_of, glyphs_of
from extractors.documents.pdf.read import opened
from extractors.documents.pdf.sheet import box_around
from extractors.errors import Unreadable
from extractors.model import Page
from pipeline.pictures.frame import Frame
from pipeline.pictures.letters import box_of, edges_of
from pipeline.rows import page_id

Colour = tuple[int, int, int]
DOTS_PER_INCH = 120
POINTS_PER_INCH = 72
MOST_BYTES = 150_000
MOST_DOTS_WIDE = 1_100
_MOST_TALL, _LEAST_WIDE = 420.0, 280.0
_BESIDE, _ABOVE = 26.0, 36.0
_PAD = (2.5, 2.5)
_MARK_PAD = (0.8, 1.5)
_LINE_DOTS = 2
_SMALLER = 0.8
_GREYS, _BITS_A_DOT = 7, 4
_TINT: Colour = (255, 222, 110)
_INK: Colour = (178, 34, 34)
_FRAME_COLOUR = 2 * _GREYS
Dots = NDArray[Any]


def pictures_on(frames: Mapping[str, tuple[Frame, ...]], page: Page) -> tuple[bytes, ...]:
    """A PNG for each frame of a file; `frames` are told by the file's id. Raises `Unreadable`."""
    with opened(page.content) as document:
        return tuple(_picture(document, frame) for frame in frames[page_id(page.content)])


def _picture(document: Any, frame: Frame) -> bytes:
    if not 0 < frame.page <= len(document):
        raise Unreadable("damaged", f"the PDF has no page {frame.page}; fetch the file again")
    with closing(document[frame.page - 1]) as paper:
        framed, marked = _boxes(paper, frame)
        cut = _cut(paper.get_size(), framed, marked)
        scale = min(DOTS_PER_INCH / POINTS_PER_INCH, MOST_DOTS_WIDE / (cut[2] - cut[0]))
        while len(made := _drawn(paper, cut, scale, framed, marked)) > MOST_BYTES:
            scale *= _SMALLER
    return made


def _boxes(paper: Any, frame: Frame) -> tuple[list[Box], list[Box]]:
    """The boxes of what is framed and of what is marked."""
    glyphs = [glyph for glyph in glyphs_of(paper, frame_of(paper)).written if glyph]
    framed: list[Box] = []
    marked: list[Box] = []
    for line in frame.lines:
        edges = edges_of(line, glyphs)
        framed.append(box_of(line, line.framed, edges))
        marked += [box_of(line, mark, edges) for mark in line.marked]
    return framed, marked


def _cut(size: tuple[float, float], framed: Iterable[Box], marked: Iterable[Box]) -> Box:
    """The part of the page that is shown: what is framed and some of what stands around it."""
    left, top, right, bottom = box_around(framed)
    if not all(map(math.isfinite, (left, top, right, bottom))) or left >= size[0] or top >= size[1]:
        raise Unreadable("damaged", "the words stand outside the page; look at the file itself")
    if bottom - top > _MOST_TALL:
        top = max(top, min((box[1] for box in marked), default=top) - _MOST_TALL / 4)
        bottom = min(bottom, top + _MOST_TALL)
    beside = max(_BESIDE, (_LEAST_WIDE - (right - left)) / 2)
    return (
        max(0.0, left - beside),
        max(0.0, top - _ABOVE),
        min(size[0], right + beside),
        min(size[1], bottom + _ABOVE),
    )


def _drawn(paper: Any, cut: Box, scale: float, framed: Iterable[Box], marked: Iterable[Box]) -> bytes:
    grey = _rendered(paper, cut, scale)
    origin = (math.ceil(cut[0] * scale), math.ceil(cut[1] * scale))
    dots = (grey.astype(np.uint16) * (_GREYS - 1) + 127) // 255
    dots[_covered(dots, marked, origin, scale, _MARK_PAD)] += _GREYS
    dots[_edge(_covered(dots, framed, origin, scale, _PAD))] = _FRAME_COLOUR
    return png_of(dots.astype(np.uint8), _palette())


def png_of(dots: Dots, palette: list[Colour]) -> bytes:
    """A PNG whose dots are numbers of a palette of at most sixteen colours: rows from the top, dots from the left."""
    picture = Image.fromarray(dots)
    picture.putpalette([value for colour in palette for value in colour])
    out = BytesIO()
    picture.save(out, "PNG", bits=_BITS_A_DOT, compress_level=9)
    return out.getvalue()


def _rendered(paper: Any, cut: Box, scale: float) -> Dots:
    width, height = paper.get_size()
    crop = (cut[0], height - cut[3], width - cut[2], cut[1])
    bitmap = paper.render(scale=scale, crop=crop, grayscale=True, may_draw_forms=False)
    try:
        return np.array(bitmap.to_numpy()).reshape(bitmap.height, bitmap.width)
    finally:
        bitmap.close()


def _covered(dots: Dots, boxes: Iterable[Box], origin: tuple[int, int], scale: float, pad: tuple[float, float]) -> Dots:
    """Which dots lie in one of the boxes, each a little wider and taller than it is."""
    inside = np.zeros(dots.shape, bool)
    for left, top, right, bottom in boxes:
        x0, x1 = ((x * scale - origin[0]) for x in (left - pad[0], right + pad[0]))
        y0, y1 = ((y * scale - origin[1]) for y in (top - pad[1], bottom + pad[1]))
        inside[max(0, round(y0)) : max(0, round(y1)), max(0, round(x0)) : max(0, round(x1))] = True
    return inside


def _edge(inside: Dots) -> Dots:
    """The dots just around what is inside."""
    height, width = inside.shape
    around = np.zeros((height + 2 * _LINE_DOTS, width + 2 * _LINE_DOTS), bool)
    for down in range(2 * _LINE_DOTS + 1):
        for along in range(2 * _LINE_DOTS + 1):
            around[down : down + height, along : along + width] |= inside
    return around[_LINE_DOTS:-_LINE_DOTS, _LINE_DOTS:-_LINE_DOTS] & ~inside


def _palette() -> list[Colour]:
    """Shades of grey, the same shades of the mark's yellow, and the colour of the frame."""
    shades = [step / (_GREYS - 1) for step in range(_GREYS)]
    greys = [(round(255 * s), round(255 * s), round(255 * s)) for s in shades]
    yellows = [(round(_TINT[0] * s), round(_TINT[1] * s), round(_TINT[2] * s)) for s in shades]
    return [*greys, *yellows, _INK]
