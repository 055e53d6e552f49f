"""Tables without ruled lines: at least three columns that keep their places over several lines."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from extractors.documents.parts import Grid, GridCell
from extractors.documents.pdf.grids import cell_pieces
from extractors.documents.pdf.sheet import Item, PlacedGrid, Segment, box_around
from extractors.text import match_key

_LEAST_COLUMNS = 3
_LEAST_ROWS = 3
_STRIP = 0.5
_FULL = 0.9
_PROSE_SHARE, _PROSE_WIDTH = 0.6, 130.0
_UNEVEN = 1.4
_FRAME = re.compile(r"nơi nhận\s?:|(?:tm|kt|tl|tuq)\.\s|độc lập\s?-\s?tự do|cộng h[òo]a xã hội chủ nghĩa")
Strip = tuple[float, float]


def aligned_grid(bands: Sequence[Sequence[Item]], page: int) -> tuple[PlacedGrid, int] | None:
    """The table that begins at the first of the bands and how many of them it takes, `None` where none does."""
    first = _segments(bands[0])
    if first is None or len(first) < _LEAST_COLUMNS:
        return None
    strips, taken = _columns(bands, first)
    rows = [list(segments) for band in bands[:taken] if (segments := _segments(band)) is not None]
    columns = len(strips) + 1
    full = sum(len(_filled(row, strips)) >= _LEAST_COLUMNS for row in rows)
    if columns < _LEAST_COLUMNS or full < _LEAST_ROWS or _is_frame(rows) or _is_prose(rows, strips):
        return None
    while rows and len(_filled(rows[-1], strips)) == 1 and _filled(rows[-1], strips) == {0}:
        rows.pop()
    box = box_around(s.box for row in rows for s in row)
    edges = (box[0], *((a + b) / 2 for a, b in strips), box[2])
    return PlacedGrid(_grid(_whole_rows(rows, strips), strips, page), box, edges), len(rows)


def _segments(band: Sequence[Item]) -> list[Segment] | None:
    """The segments of a band, `None` where something else stands in it."""
    segments = [item for item in band if isinstance(item, Segment)]
    return segments if len(segments) == len(band) else None


def _columns(bands: Sequence[Sequence[Item]], first: Sequence[Segment]) -> tuple[list[Strip], int]:
    """The strips that stay clear over as many bands as leave three columns."""
    strips = _clear(first)
    taken = 1
    for band in bands[1:]:
        segments = _segments(band)
        if segments is None:
            break
        size = max(s.size for s in segments)
        left = [cut for strip in strips if (cut := _without(strip, segments)) and cut[1] - cut[0] >= _STRIP * size]
        if len(left) + 1 < _LEAST_COLUMNS:
            break
        strips, taken = left, taken + 1
    return strips, taken


def _clear(segments: Sequence[Segment]) -> list[Strip]:
    strips: list[Strip] = []
    reached: float | None = None
    for left, _, right, _ in sorted(s.box for s in segments):
        if reached is not None and left > reached:
            strips.append((reached, left))
        reached = right if reached is None else max(reached, right)
    return strips


def _without(strip: Strip, segments: Sequence[Segment]) -> Strip | None:
    """The widest part of a strip that no segment touches."""
    parts = [strip]
    for left, _, right, _ in (s.box for s in segments):
        parts = [p for a, b in parts for p in ((a, min(b, left)), (max(a, right), b)) if p[1] > p[0]]
    return max(parts, key=lambda p: p[1] - p[0], default=None)


def _column_of(segment: Segment, strips: Sequence[Strip]) -> int:
    middle = (segment.box[0] + segment.box[2]) / 2
    return sum(1 for strip in strips if middle >= strip[1])


def _filled(row: Sequence[Segment], strips: Sequence[Strip]) -> set[int]:
    return {_column_of(segment, strips) for segment in row}


def _is_frame(rows: Sequence[Sequence[Segment]]) -> bool:
    """Whether the head or foot of an official document stands among them: its blocks lie side by side, in no table."""
    return any(_FRAME.match(match_key(segment.text)) for row in rows for segment in row)


def _is_prose(rows: Sequence[Sequence[Segment]], strips: Sequence[Strip]) -> bool:
    """Whether a wide column is full from edge to edge in most of its lines, as running text in columns is."""
    widths: dict[int, list[float]] = {}
    for segment in (segment for row in rows for segment in row):
        widths.setdefault(_column_of(segment, strips), []).append(segment.box[2] - segment.box[0])
    return any(_runs_on(each) for each in widths.values())


def _runs_on(widths: Sequence[float]) -> bool:
    full = sum(width >= _FULL * max(widths) for width in widths)
    return len(widths) >= _LEAST_ROWS and max(widths) > _PROSE_WIDTH and full >= _PROSE_SHARE * len(widths)


def _whole_rows(bands: Sequence[list[Segment]], strips: Sequence[Strip]) -> list[list[Segment]]:
    """Bands to rows: by the wider distances where there are two kinds, else a row begins where its first cell does."""
    pitches = [box_around(s.box for s in b)[1] - box_around(s.box for s in a)[3] for a, b in _pairs(bands)]
    uneven = bool(pitches) and max(pitches) - min(pitches) > 3.0 and max(pitches) > _UNEVEN * max(min(pitches), 1.0)
    limit = (max(pitches) + min(pitches)) / 2 if uneven else 0.0
    rows: list[list[Segment]] = []
    for i, band in enumerate(bands):
        begins = pitches[i - 1] > limit if i and uneven else 0 in _filled(band, strips)
        if rows and not begins:
            rows[-1] += band
        else:
            rows.append(list(band))
    return rows


def _pairs(bands: Sequence[list[Segment]]) -> list[tuple[list[Segment], list[Segment]]]:
    return list(itertools.pairwise(bands))


def _grid(rows: Sequence[Sequence[Segment]], strips: Sequence[Strip], page: int) -> Grid:
    cells: list[GridCell] = []
    for number, row in enumerate(rows):
        for column in range(len(strips) + 1):
            inside = [segment for segment in row if _column_of(segment, strips) == column]
            cells.append(GridCell(cell_pieces(inside, page, None), number, column))
    return Grid(tuple(cells))
