"""Pages to parts: furniture set aside, columns in reading order, paragraphs and tables whole over pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from extractors.documents.parts import Part, Parts
from extractors.documents.pdf.columns import flows_of
from extractors.documents.pdf.continued import goes_on_with, put_together
from extractors.documents.pdf.furniture import without_furniture
from extractors.documents.pdf.grids import ruled_grids
from extractors.documents.pdf.paragraphs import Line, goes_over, paragraph, paragraphs_of, runs_of, usual_pitch
from extractors.documents.pdf.sheet import PlacedGrid, Sheet
from extractors.documents.roles import with_roles

_EDGE_SHARE = 0.02
_LEAST_LINES, _MANY_SHARE = 4, 0.12
Run = list[Line] | PlacedGrid


def arranged(sheets: Sequence[Sheet]) -> Parts:
    """The parts of a document whose pages are given; takes what it places off the pages."""
    grids: dict[int, list[PlacedGrid]] = {}
    for sheet in sheets:
        grids[sheet.number], sheet.segments = ruled_grids(sheet)
    removed = without_furniture(sheets)
    edges = _edges(sheets)
    runs = [run for sheet in sheets for run in _runs(sheet, grids[sheet.number], edges)]
    parts = with_roles(_whole(runs))
    return Parts(parts.parts, (*removed, *parts.removed))


def _edges(sheets: Sequence[Sheet]) -> dict[float, tuple[float, float]]:
    """Where text begins and ends on pages of each width, but for a few lines that stick out."""
    found: dict[float, tuple[list[float], list[float]]] = {}
    for sheet in sheets:
        lefts, rights = found.setdefault(sheet.width, ([], []))
        for segment in sheet.segments:
            lefts.append(segment.box[0])
            rights.append(segment.box[2])
    return {
        width: (_left_edge(begins, ends), -_left_edge(_mirrored(ends), _mirrored(begins)))
        for width, (begins, ends) in found.items()
        if begins
    }


def _mirrored(places: Sequence[float]) -> list[float]:
    return [-place for place in places]


def _left_edge(begins: Sequence[float], ends: Sequence[float]) -> float:
    """The outermost place where many lines begin, else the outermost but for a few, as of a page of few lines.

    Of columns the one with more lines may hide the other: where many lines end before such a place it is none.
    """
    enough = max(_LEAST_LINES, _MANY_SHARE * len(begins))
    counts = Counter(round(place / 2) * 2.0 for place in begins)
    many = [place for place, n in counts.items() if n >= enough]
    if many and sum(end < min(many) for end in ends) < enough:
        return min(many)
    return sorted(begins)[0 if many else int(_EDGE_SHARE * len(begins))]


def _runs(sheet: Sheet, grids: Sequence[PlacedGrid], edges: dict[float, tuple[float, float]]) -> Iterator[Run]:
    left, right = edges.get(sheet.width, (0.0, sheet.width))
    for flow in flows_of([*sheet.segments, *grids], left, right, sheet.number):
        yield from runs_of(flow, sheet.number)


def _whole(runs: Sequence[Run]) -> list[Part]:
    """Paragraphs and tables, those that go on in the next run put together."""
    pitch = usual_pitch(run for run in runs if isinstance(run, list))
    made: list[Run] = []
    for run in chain.from_iterable([run] if isinstance(run, PlacedGrid) else _own(run, pitch) for run in runs):
        last = made[-1] if made else None
        if isinstance(run, PlacedGrid):
            if isinstance(last, PlacedGrid) and _stands_over(last, run) and goes_on_with(last, run):
                made[-1] = put_together(last, run)
            else:
                made.append(run)
        elif isinstance(last, list) and last[-1].flow is not run[0].flow and goes_over(last, run):
            last += run
        else:
            made.append(run)
    return [run.grid if isinstance(run, PlacedGrid) else paragraph(run) for run in made]


def _own(run: list[Line], pitch: float) -> list[Run]:
    return list(paragraphs_of(run, pitch))


def _stands_over(table: PlacedGrid, following: PlacedGrid) -> bool:
    """Whether a table stands on a later page, or in the next column."""
    pages = [[p.page for c in t.grid.cells for p in c.pieces if p.page] for t in (table, following)]
    if not (pages[0] and pages[1]):
        return False
    beside = max(pages[0]) == min(pages[1]) and following.box[0] >= table.box[2] - 1
    return max(pages[0]) < min(pages[1]) or beside
