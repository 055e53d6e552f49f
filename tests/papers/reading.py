"""A paper as reading gives it, without a file between: paragraphs and rows as blocks, cells with their places."""

from __future__ import annotations

from itertools import groupby

from extractors.model import Article, Block, Cell, Table
from tests.papers.paper import Grid, Paper
from tests.papers.source import _cells, foot_left, foot_right, head_left, head_right

BETWEEN = " | "


def article_of(paper: Paper) -> Article:
    """The article of a paper, left columns before right ones."""
    sheet = _Sheet([], [], [], 0)
    frame = paper.frame
    if frame:
        titles = (frame.kind, frame.abstract) if frame.kind else ()
        left = head_left(frame) if frame.kind else (*head_left(frame), frame.abstract)
        to = ("Kính gửi:", *(f"- {to};" for to in frame.to)) if frame.to else ()
        for text in (*left, *head_right(frame), *titles, *to):
            sheet.line(text)
    for pieces in (paper.body, None, paper.annex):
        if pieces is None:
            for text in (*foot_left(frame), *foot_right(frame)) if frame else ():
                sheet.line(text)
            continue
        for piece in pieces:
            if isinstance(piece, Grid):
                sheet.table(piece)
            else:
                sheet.line(piece.text.replace("^", ""))
    return Article(paper.name, "".join(sheet.text), tuple(sheet.blocks), tables=tuple(sheet.tables))


class _Sheet:
    def __init__(self, text: list[str], blocks: list[Block], tables: list[Table], size: int) -> None:
        self.text, self.blocks, self.tables, self.size = text, blocks, tables, size

    def line(self, text: str) -> None:
        self._break()
        start = self._add(text)
        self.blocks.append(Block(start, self.size, "body"))

    def table(self, grid: Grid) -> None:
        cells: list[Cell] = []
        told = [cell for cell in _cells(grid) if cell["text"]]
        for _, row in groupby(told, key=lambda cell: cell["row"]):
            self._break()
            first = self.size
            for n, cell in enumerate(row):
                if n:
                    self._add(BETWEEN)
                start = self._add(cell["text"])
                cells.append(Cell(start, self.size, cell["row"], cell["column"], cell["rows"], cell["columns"]))
            self.blocks.append(Block(first, self.size, "row"))
        self.tables.append(Table(tuple(cells)))

    def _break(self) -> None:
        if self.size:
            self._add("\n")

    def _add(self, text: str) -> int:
        start = self.size
        self.text.append(text)
        self.size += len(text)
        return start
