"""What a document is made of, whatever its format: paragraphs and tables, in reading order, with their places."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.encodings import Encoding
from extractors.model import BlockRole, Removed

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the top left of the page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one place on paper: a line of a PDF, a paragraph of a DOCX.

    `encoding` is the old one that some of it was converted from.
    """

    text: str
    page: int | None = None
    box: Box | None = None
    confidence: float | None = None
    encoding: Encoding | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set; `size` is in points, 0 where unknown."""

    size: float = 0.0
    bold: bool = False
    centred: bool = False
    heading: bool = False


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; its pieces are read with a space between."""

    pieces: tuple[Piece, ...]
    look: Look = PLAIN
    role: BlockRole | None = None

    @property
    def text(self) -> str:
        """The words, lines put together."""
        return " ".join(" ".join(piece.text for piece in self.pieces).split())


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table with the rows and columns it covers, counted from 0."""

    pieces: tuple[Piece, ...]
    row: int
    column: int
    rows: int = 1
    columns: int = 1

    @property
    def text(self) -> str:
        """The words, lines put together."""
        return " ".join(" ".join(piece.text for piece in self.pieces).split())


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its cells in order of row and column."""

    cells: tuple[GridCell, ...]


Part = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class Parts:
    """A whole document in reading order, and what was set aside."""

    parts: tuple[Part, ...]
    removed: tuple[Removed, ...] = ()
