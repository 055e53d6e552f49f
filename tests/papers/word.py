"""A paper as a DOCX: footnotes, a text box, tracked changes, merged cells."""

from __future__ import annotations

import re
from io import BytesIO
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from tests.papers import paper
from tests.papers.packing import repacked
from tests.papers.source import foot_left, foot_right, head_left, head_right

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_KEPT = 'xml:space="preserve"'
_V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_AUTHOR = 'w:author="Văn thư" w:date="2022-10-01T08:00:00Z"'


def as_docx(sheet: paper.Paper) -> bytes:
    """The file, the same every time."""
    document = Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(13)
    notes: list[str] = []
    if sheet.frame:
        _head(document, sheet.frame)
    for piece in sheet.body:
        _piece(document, piece, notes)
    if sheet.frame:
        _two_columns(document, foot_left(sheet.frame), foot_right(sheet.frame))
    if sheet.annex:
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    for piece in sheet.annex:
        _piece(document, piece, notes)
    if notes:
        _attach(document, notes)
    out = BytesIO()
    document.save(out)
    return repacked(out.getvalue())


def _head(document: WordDocument, frame: paper.Frame) -> None:
    left = head_left(frame) if frame.kind else (*head_left(frame), frame.abstract)
    _two_columns(document, left, head_right(frame))
    for text in filter(None, (frame.kind, frame.abstract if frame.kind else None)):
        _centred(document.add_paragraph(), text)
    if frame.to:
        document.add_paragraph("Kính gửi:")
        for to in frame.to:
            document.add_paragraph(f"- {to};")


def _two_columns(document: WordDocument, left: tuple[str, ...], right: tuple[str, ...]) -> None:
    """Head and foot stand in a table without lines, as in every office's template."""
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    for cell, lines in zip(cells, (left, right), strict=True):
        for n, text in enumerate(lines):
            _centred(cell.paragraphs[0] if n == 0 else cell.add_paragraph(), text)


def _centred(paragraph: Paragraph, text: str) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(text).bold = True


def _piece(document: WordDocument, piece: paper.Piece, notes: list[str]) -> None:
    if isinstance(piece, paper.Grid):
        _grid(document, piece)
    elif isinstance(piece, paper.Change):
        _change(document.add_paragraph(), piece)
    elif isinstance(piece, paper.TextBox):
        _box(document.add_paragraph(), piece.text)
    elif piece.style == "centre":
        _centred(document.add_paragraph(), piece.text)
    else:
        _noted(document.add_paragraph(), piece, notes)


def _grid(document: WordDocument, grid: paper.Grid) -> None:
    table = document.add_table(rows=len(grid.rows), cols=len(grid.rows[0]), style="Table Grid")
    for row, texts in zip(table.rows, grid.rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for row, column, rows, columns in grid.merges:
        merged = table.cell(row, column).merge(table.cell(row + rows - 1, column + columns - 1))
        _drop_empty(merged)


def _drop_empty(cell: _Cell) -> None:
    """Merging leaves an empty paragraph for every cell that was merged in."""
    for paragraph in cell.paragraphs[1:]:
        if not paragraph.text:
            paragraph._p.getparent().remove(paragraph._p)


def _noted(paragraph: Paragraph, piece: paper.Para, notes: list[str]) -> None:
    waiting = list(piece.notes)
    for part in re.split(r"(\^)", piece.text):
        if part != "^":
            paragraph.add_run(part)
            continue
        notes.append(waiting.pop(0))
        raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        paragraph._p.append(parse_xml(f'<w:r {_W}>{raised}<w:footnoteReference w:id="{len(notes)}"/></w:r>'))


def _change(paragraph: Paragraph, change: paper.Change) -> None:
    paragraph.add_run(change.before)
    gone = f"<w:r><w:delText {_KEPT}>{escape(change.deleted)}</w:delText></w:r>"
    paragraph._p.append(parse_xml(f'<w:del {_W} w:id="901" {_AUTHOR}>{gone}</w:del>'))
    if change.inserted:
        new = f"<w:r><w:t {_KEPT}>{escape(change.inserted)}</w:t></w:r>"
        paragraph._p.append(parse_xml(f'<w:ins {_W} w:id="902" {_AUTHOR}>{new}</w:ins>'))
    paragraph.add_run(change.after)


def _box(paragraph: Paragraph, text: str) -> None:
    content = f"<w:txbxContent><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:txbxContent>"
    shape = f'<v:shape style="width:300pt;height:40pt"><v:textbox>{content}</v:textbox></v:shape>'
    paragraph._p.append(parse_xml(f"<w:r {_W} {_V}><w:pict>{shape}</w:pict></w:r>"))


def _attach(document: WordDocument, notes: list[str]) -> None:
    """Add the part that holds the footnotes; python-docx knows none."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for kind, number, mark in (
            ("separator", -1, "separator"),
            ("continuationSeparator", 0, "continuationSeparator"),
        )
    )
    said = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>'
        f"<w:r><w:t {_KEPT}> {escape(note)}</w:t></w:r></w:p></w:footnote>"
        for number, note in enumerate(notes, 1)
    )
    blob = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {_W}>{separators}{said}</w:footnotes>'.encode()
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
