"""A DOCX to the parts of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import groupby
from typing import Any

import docx
from docx.exceptions import PythonDocxError
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from corpus.encodings import Encoding
from extractors.documents.docx.names import ALTERNATE, CHOICE, value, w, whole
from extractors.documents.docx.old_fonts import spellings_in
from extractors.documents.docx.runs import Run, running
from extractors.documents.docx.styles import Styles, draws
from extractors.documents.packages import BROKEN, checked_package, has_macros
from extractors.documents.parts import Grid, GridCell, Look, Paragraph, Part, Parts, Piece
from extractors.documents.roles import with_roles
from extractors.encodings.fonts import Spelling
from extractors.errors import Unreadable
from extractors.model import Page, Removed

_WRAPPERS = frozenset(map(w, ("sdt", "sdtContent", "customXml", "ins", "moveTo")))
_DEEPEST = 8
_LAYOUT_COLUMNS, _LAYOUT_ROWS = 2, 4
_NO_NOTE = ("separator", "continuationSeparator", "continuationNotice")


def read_docx(page: Page) -> Parts:
    """The parts of a DOCX; raises `Unreadable` where it is damaged, locked, too large or unsafe."""
    package = checked_package(page.content)
    try:
        document = docx.Document(BytesIO(page.content))
        body = list(document.element.body)
        styles, notes = Styles(document.styles.element), _notes(document.part)
    except (*BROKEN, PythonDocxError) as error:
        if has_macros(package):
            raise Unreadable("unsafe", "a Word file made for macros; ask for it as plain DOCX or PDF") from error
        raise Unreadable("damaged", "no Word document in the package; fetch the file again") from error
    reader = _Reader(styles, notes, spellings_in([*body, *notes.values()], styles))
    parts = [*reader.blocks(body, 0), *reader.called_notes()]
    made = with_roles(parts)
    macros = (Removed("vbaProject.bin", "document.macros"),) if has_macros(package) else ()
    return Parts(made.parts, (*reader.removed, *made.removed, *macros))


def _notes(part: Any) -> dict[str, Any]:
    """Footnotes and endnotes by kind and number."""
    notes: dict[str, Any] = {}
    for kind, name in (("footnote", RELATIONSHIP_TYPE.FOOTNOTES), ("endnote", RELATIONSHIP_TYPE.ENDNOTES)):
        for related in (rel.target_part for rel in part.rels.values() if rel.reltype == name and not rel.is_external):
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            for note in etree.fromstring(related.blob, parser).iter(w(kind)):
                if note.get(w("type")) not in _NO_NOTE:
                    notes[kind + note.get(w("id"), "")] = note
    return notes


@dataclass(slots=True)
class _Reader:
    """Walks a document; the page is counted by the marks that Word left where its pages ended."""

    styles: Styles
    notes: Mapping[str, Any]
    spellings: Mapping[str, Spelling]
    removed: list[Removed] = field(default_factory=list)
    page: int = 1
    called: list[str] = field(default_factory=list)

    def called_notes(self) -> Iterator[Part]:
        """The notes that the text read so far refers to, each once."""
        for note in dict.fromkeys(self.called):
            yield from self.blocks(self.notes.get(note, ()), 0)

    def blocks(self, parent: Any, depth: int) -> Iterator[Part]:
        """The paragraphs and tables below an element, in order."""
        for child in parent if depth <= _DEEPEST else ():
            if child.tag == w("p"):
                yield from self._paragraph(child, depth)
            elif child.tag == w("tbl"):
                yield from self._table(child, depth)
            elif child.tag in _WRAPPERS:
                yield from self.blocks(child, depth)
            elif child.tag == ALTERNATE and child.find(CHOICE) is not None:
                yield from self.blocks(child.find(CHOICE), depth)

    def _paragraph(self, element: Any, depth: int) -> Iterator[Part]:
        marks = element.find(w("pPr"))
        style = self.styles.of_paragraph(marks)
        found = running(element, style, self.styles)
        self.removed += [Removed(text, "document.deleted") for text in found.deleted if text.strip()]
        self.removed += [Removed(text, "document.hidden") for text in found.hidden if text.strip()]
        page = self.page + found.breaks_before_text
        self.page += found.page_breaks
        shown = [run for run in found.runs if run.text.strip()]
        size = max((run.style.size or 0.0 for run in shown), default=style.size or 0.0)
        bold = bool(shown) and all(run.style.bold for run in shown)
        look = Look(size, bold, bool(style.centred), style.heading)
        lines = _lines(found.runs) if look.centred else [found.runs]
        for runs in lines:
            text = "".join(self._spelt(run) for run in runs)
            if text.strip():
                yield Paragraph((Piece(text, page, encoding=self._encoding(runs)),), look)
        for box in found.boxes:
            yield from self.blocks(box, depth + 1)
        self.called += found.notes

    def _spelt(self, run: Run) -> str:
        spelling = self.spellings.get(run.style.font or "")
        return spelling(run.text) if spelling else run.text

    def _encoding(self, runs: Sequence[Run]) -> Encoding | None:
        return next((s.encoding for run in runs if (s := self.spellings.get(run.style.font or ""))), None)

    def _table(self, table: Any, depth: int) -> Iterator[Part]:
        cells = [(cell, list(self.blocks(cell.element, depth + 1))) for cell in cells_of(table)]
        if self._is_layout(table, [cell for cell, _ in cells]):
            for _, parts in sorted(cells, key=lambda pair: (pair[0].column, pair[0].row)):
                yield from (_beside(part) for part in parts)
            return
        yield Grid(
            tuple(
                GridCell(tuple(_pieces(parts)), cell.row, cell.column, cell.rows, cell.columns) for cell, parts in cells
            )
        )

    def _is_layout(self, table: Any, cells: Sequence[Placed]) -> bool:
        """Whether a table only sets texts side by side: two columns, few rows and no lines."""
        columns = max((c.column + c.columns for c in cells), default=0)
        rows = max((c.row + c.rows for c in cells), default=0)
        marks = table.find(w("tblPr"))
        own = marks.find(w("tblBorders")) if marks is not None else None
        ruled = draws(own) if own is not None else self.styles.named(value(marks, "tblStyle")).bordered
        ruled = ruled or any(draws(borders) for borders in table.iter(w("tcBorders")))
        return columns <= _LAYOUT_COLUMNS and rows <= _LAYOUT_ROWS and not ruled


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell of a DOCX table with what it covers."""

    element: Any
    row: int
    column: int
    rows: int
    columns: int


def cells_of(table: Any) -> list[Placed]:
    """The cells of a `w:tbl` in order of row and column, those merged downwards as one."""
    made: list[Placed] = []
    open_at: dict[int, int] = {}
    for row, element in enumerate(_rows(table)):
        column = whole(element.find(w("trPr")), "gridBefore")
        for cell in _cells(element):
            marks = cell.find(w("tcPr"))
            columns = max(1, whole(marks, "gridSpan"))
            merged = value(marks, "vMerge")
            if merged is not None and merged != "restart" and column in open_at:
                above = made[open_at[column]]
                made[open_at[column]] = replace(above, rows=row - above.row + 1)
            else:
                open_at[column] = len(made)
                made.append(Placed(cell, row, column, 1, columns))
            column += columns
    return made


def _rows(table: Any) -> Iterator[Any]:
    """The rows that stand: not those that a tracked change deleted."""
    for child in table:
        if child.tag == w("tr"):
            marks = child.find(w("trPr"))
            if marks is None or marks.find(w("del")) is None:
                yield child
        elif child.tag in _WRAPPERS:
            yield from _rows(child)


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == w("tc"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _cells(child)


def _pieces(parts: Sequence[Part]) -> Iterator[Piece]:
    """What is written in a cell, tables within it included."""
    for part in parts:
        if isinstance(part, Paragraph):
            yield from part.pieces
        else:
            yield from (piece for cell in part.cells for piece in cell.pieces)


def _beside(part: Part) -> Part:
    """A paragraph that stands beside others is in the middle of its column, not of the page."""
    return replace(part, look=replace(part.look, centred=False)) if isinstance(part, Paragraph) else part


def _lines(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs cut at line breaks."""
    cut = [(piece, run.style) for run in runs for piece in _kept_breaks(run.text)]
    groups = groupby(cut, key=lambda pair: pair[0] == "\n")
    return [[Run(text, style) for text, style in group] for is_break, group in groups if not is_break]


def _kept_breaks(text: str) -> Iterator[str]:
    for i, piece in enumerate(text.split("\n")):
        if i:
            yield "\n"
        if piece:
            yield piece
