"""The rows of a sheet that belong together: blocks between empty rows, a table put together again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.encodings import Encoding
from extractors.documents.parts import Piece

_ORDINAL = re.compile(r"(?:\d{1,6}|[IVXLC]{1,6}|[A-HĐ])[.)]?")


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell that holds something, with the rows and columns it covers, hidden ones not counted: none is unseen."""

    text: str
    row: int
    column: int
    rows: int
    columns: int
    bold: bool
    encoding: Encoding | None

    def piece(self, page: int) -> Piece:
        """Its text with its place."""
        return Piece(self.text, page, encoding=self.encoding)


Row = list[Filled]


def joined_blocks(rows: Iterator[tuple[int, Row]]) -> list[list[Row]]:
    """Blocks, one that goes on with the rows of the table before put together with it, and with a line between."""
    made: list[list[Row]] = []
    for block in _blocks(rows):
        between = made.pop() if len(made) > 1 and len(made[-1]) == len(made[-1][0]) == 1 else []
        if made and _goes_on(made[-1], block):
            made[-1] += [*between, *block]
        else:
            made += [between, list(block)] if between else [list(block)]
    return made


def _blocks(rows: Iterator[tuple[int, Row]]) -> list[list[Row]]:
    """Rows in blocks with empty rows between."""
    blocks: list[list[Row]] = []
    last = -1
    for number, row in rows:
        if blocks and number <= last + 1:
            blocks[-1].append(row)
        else:
            blocks.append([row])
        last = max(last, number, *(cell.row + cell.rows - 1 for cell in row))
    return blocks


def _goes_on(table: Sequence[Row], block: Sequence[Row]) -> bool:
    """Whether the first full row of a block is numbered, in the column in which the full rows of a table begin.

    What stands over it, each line in one cell, names a group. A table of its own begins with a heading.
    """
    first = next((row for row in block if len(row) > 1), None)
    last = next((row for row in reversed(table) if len(row) > 1), None)
    if first is None or last is None:
        return False
    return first[0].column == last[0].column and _ORDINAL.fullmatch(first[0].text.strip()) is not None
