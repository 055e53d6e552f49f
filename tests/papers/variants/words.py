"""What a variant adds to a paper that stands in its gold too: notes, empty rows."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.papers.paper import Grid, Paper, Para, Piece

_NOTES = (
    "Số liệu chốt theo báo cáo của các đơn vị gửi về trước ngày họp.",
    "Hồ sơ lưu tại bộ phận văn thư, có thể xem khi cần.",
    "Nội dung này đã lấy ý kiến của các phòng chuyên môn.",
)


def noted(paper: Paper, draw: Random) -> Paper:
    """The paper with a footnote at the end of a paragraph."""
    places = [n for n, piece in enumerate(paper.body) if isinstance(piece, Para) and piece.style == "body"]
    at = draw.choice(places)
    para = paper.body[at]
    assert isinstance(para, Para)
    more = replace(para, text=f"{para.text}^", notes=(*para.notes, draw.choice(_NOTES)))
    return replace(paper, body=(*paper.body[:at], more, *paper.body[at + 1 :]))


def with_empty_rows(paper: Paper, draw: Random) -> Paper:
    """The paper with up to two empty rows in each of its tables."""
    body, annex = (tuple(_loosened(piece, draw) for piece in pieces) for pieces in (paper.body, paper.annex))
    return replace(paper, body=body, annex=annex)


def _loosened(piece: Piece, draw: Random) -> Piece:
    if not isinstance(piece, Grid):
        return piece
    for _ in range(draw.randrange(3)):
        piece = _with_empty_row(piece, draw.randrange(piece.head + 1, len(piece.rows) + 1))
    return piece


def _with_empty_row(grid: Grid, at: int) -> Grid:
    """An empty row before row `at`; a merge that reaches over it grows by it."""
    empty = ("",) * len(grid.rows[0])
    merges = tuple(
        (row + (row >= at), column, rows + (row < at < row + rows), columns)
        for row, column, rows, columns in grid.merges
    )
    return replace(grid, rows=(*grid.rows[:at], empty, *grid.rows[at:]), merges=merges)
