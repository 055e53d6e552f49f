"""The paragraphs of a paper in the order of reading: what its text must come to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.papers.paper import Frame, Grid, Paper, Para

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"


def head_left(frame: Frame) -> tuple[str, ...]:
    """The left column of the head but for a letter's abstract: who issues, and the number."""
    return (*([frame.parent] if frame.parent else []), frame.issuer, f"Số: {frame.number}")


def head_right(frame: Frame) -> tuple[str, ...]:
    """The right column of the head: nation, motto, place and date."""
    return (NATION, MOTTO, frame.dateline)


def foot_left(frame: Frame) -> tuple[str, ...]:
    """The left column of the foot: who gets a copy."""
    ends = [";"] * (len(frame.copies) - 1) + ["."]
    return ("Nơi nhận:", *(f"- {copy}{end}" for copy, end in zip(frame.copies, ends, strict=True)))


def foot_right(frame: Frame) -> tuple[str, ...]:
    """The right column of the foot: on whose behalf, the office, the name."""
    return (*frame.behalf, frame.office, frame.signer)


def paragraphs(paper: Paper) -> list[dict[str, Any]]:
    """Every paragraph with where it stands: head, body, foot, table (a row's cells), annex, footnote.

    The two columns of head and foot may be read in either order; all else in the order given.
    """
    return [{"part": part, "text": text} for part, text in _paragraphs(paper)]


def _paragraphs(paper: Paper) -> Iterator[tuple[str, str]]:
    frame = paper.frame
    if frame:
        titles = [frame.kind, frame.abstract] if frame.kind else []
        left = head_left(frame) if frame.kind else (*head_left(frame), frame.abstract)
        to = ["Kính gửi:", *(f"- {to};" for to in frame.to)] if frame.to else []
        yield from (("head", text) for text in (*left, *head_right(frame), *titles, *to))
    for part, pieces in (("body", paper.body), ("foot", ()), ("annex", paper.annex)):
        if part == "foot" and frame:
            yield from (("foot", text) for text in (*foot_left(frame), *foot_right(frame)))
        for piece in pieces:
            if isinstance(piece, Grid):
                yield from (("table", "\t".join(row)) for row in piece.rows)
            else:
                yield part, piece.text.replace("^", "")
    yield from (("footnote", note) for piece in paper.pieces if isinstance(piece, Para) for note in piece.notes)


def tables(paper: Paper) -> list[list[dict[str, Any]]]:
    """The cells of each table that are not covered by a merge, with the rows and columns that each covers."""
    return [_cells(piece) for piece in paper.pieces if isinstance(piece, Grid)]


def _cells(grid: Grid) -> list[dict[str, Any]]:
    covers = {(row, column): (rows, columns) for row, column, rows, columns in grid.merges}
    covered = {
        (row + r, column + c)
        for row, column, rows, columns in grid.merges
        for r in range(rows)
        for c in range(columns)
        if r or c
    }
    cells = []
    for row, texts in enumerate(grid.rows):
        for column, text in enumerate(texts):
            if (row, column) not in covered:
                rows, columns = covers.get((row, column), (1, 1))
                cells.append({"row": row, "column": column, "rows": rows, "columns": columns, "text": text})
    return cells
