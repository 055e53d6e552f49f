"""The ruled lines of a PDF page: drawn lines, edges of drawn boxes, and boxes too thin to be anything else."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from extractors.documents.pdf.glyphs import Frame
from extractors.documents.pdf.sheet import Stroke

_THIN = 3.0
_SLANT = 1.0
_LEAST_LENGTH = 4.0
_MOST_STROKES = 6_000
_DEEPEST = 4
Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
_AS_IS: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def strokes_of(page: Any, frame: Frame) -> list[Stroke]:
    """Every level or upright line drawn on a page, at most 6,000."""
    made: list[Stroke] = []
    for path, matrix in _paths(_objects(page.raw), _AS_IS, 0):
        made += _strokes_in(path, matrix, frame)
        if len(made) >= _MOST_STROKES:
            break
    return made


def _objects(page: Any) -> Iterator[Any]:
    for i in range(pdfium.FPDFPage_CountObjects(page)):
        yield pdfium.FPDFPage_GetObject(page, i)


def _paths(objects: Iterator[Any], matrix: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
    for thing in objects:
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield thing, _times(_matrix(thing), matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = (
                pdfium.FPDFFormObj_GetObject(thing, i) for i in range(max(0, pdfium.FPDFFormObj_CountObjects(thing)))
            )
            yield from _paths(inner, _times(_matrix(thing), matrix), depth + 1)


def _matrix(thing: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, found):
        return _AS_IS
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    ta, tb, tc, td, te, tf = then
    return (
        a * ta + b * tc, a * tb + b * td,
        c * ta + d * tc, c * tb + d * td,
        e * ta + f * tc + te, e * tb + f * td + tf,
    )  # fmt: skip


def _strokes_in(path: Any, matrix: Matrix, frame: Frame) -> Iterator[Stroke]:
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, mode, stroked)
    for figure in _figures(path, matrix, frame):
        lefts, tops = [x for x, _ in figure], [y for _, y in figure]
        wide, tall = max(lefts) - min(lefts), max(tops) - min(tops)
        if stroked.value and len(figure) > 1:
            for begin, end in itertools.pairwise(figure):
                yield from _stroke(begin, end)
        elif mode.value and len(figure) > 2 and min(wide, tall) <= _THIN:
            x, y = (max(lefts) + min(lefts)) / 2, (max(tops) + min(tops)) / 2
            level = wide > tall
            yield from _stroke(
                (min(lefts), y) if level else (x, min(tops)), (max(lefts), y) if level else (x, max(tops))
            )


def _figures(path: Any, matrix: Matrix, frame: Frame) -> Iterator[list[Point]]:
    """The connected parts of a path as points, closed ones ending where they begin."""
    a, b, c, d, e, f = matrix
    figure: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, i)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = frame.point(a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if figure:
                yield figure
            figure = []
        figure.append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            figure.append(figure[0])
    if figure:
        yield figure


def _stroke(begin: Point, end: Point) -> Iterator[Stroke]:
    wide, tall = abs(begin[0] - end[0]), abs(begin[1] - end[1])
    if tall <= _SLANT and wide >= _LEAST_LENGTH:
        yield Stroke((begin[1] + end[1]) / 2, min(begin[0], end[0]), max(begin[0], end[0]), upright=False)
    elif wide <= _SLANT and tall >= _LEAST_LENGTH:
        yield Stroke((begin[0] + end[0]) / 2, min(begin[1], end[1]), max(begin[1], end[1]), upright=True)
