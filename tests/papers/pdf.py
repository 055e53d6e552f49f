"""A paper as a PDF with a text layer."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)
from reportlab.platypus.doctemplate import FrameBreak

from tests.papers import paper
from tests.papers.fonts import SOFT_HYPHEN, STAND_IN, font, in_tcvn3
from tests.papers.layout import Layout
from tests.papers.source import foot_left, foot_right, head_left, head_right

_HEAD_HEIGHT, _GAP = 190, 22
_STAND_IN, _SOFT_HYPHEN = (f"<{ord(letter):04X}>".encode() for letter in (STAND_IN, SOFT_HYPHEN))


def as_pdf(sheet: paper.Paper, layout: Layout, *, code: str = "unicode") -> bytes:
    """The file, the same for the same layout; `code="tcvn3"` sets it in the old fonts."""
    rl_config.invariant = 1
    out = BytesIO()
    setter = _Setter(layout, code)
    document = BaseDocTemplate(
        out, pagesize=layout.page, title=sheet.name, author="thidua samples", pageCompression=int(code == "unicode")
    )
    document.addPageTemplates(_templates(layout, code))
    document.build(setter.story(sheet))
    return out.getvalue().replace(_STAND_IN, _SOFT_HYPHEN)


def _templates(layout: Layout, code: str) -> list[PageTemplate]:
    width, height = layout.page
    inner = width - layout.left - layout.right
    tall = height - layout.top - layout.bottom
    frame = partial(Frame, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    whole = frame(layout.left, layout.bottom, inner, tall, id="whole")
    if layout.columns == 1:
        return [PageTemplate("body", [whole], onPage=partial(_furniture, layout, code)), _annex(layout, code, whole)]
    column = (inner - _GAP) / 2
    lefts = (layout.left, layout.left + column + _GAP)
    low = [frame(left, layout.bottom, column, tall - _HEAD_HEIGHT, id=f"low{n}") for n, left in enumerate(lefts)]
    full = [frame(left, layout.bottom, column, tall, id=f"full{n}") for n, left in enumerate(lefts)]
    top = frame(layout.left, layout.bottom + tall - _HEAD_HEIGHT, inner, _HEAD_HEIGHT, id="head")
    drawn = partial(_furniture, layout, code)
    return [
        PageTemplate("first", [top, *low], onPage=drawn, autoNextPageTemplate="next"),
        PageTemplate("next", full, onPage=drawn),
        _annex(layout, code, whole),
    ]


def _annex(layout: Layout, code: str, whole: Frame) -> PageTemplate:
    return PageTemplate("annex", [whole], onPage=partial(_furniture, layout, code))


def _furniture(layout: Layout, code: str, canvas: Canvas, document: BaseDocTemplate) -> None:
    """The number of every page but the first, and the running head."""
    width, height = layout.page
    runs = [(font(layout.family), str(document.page))] if code == "unicode" else in_tcvn3(str(document.page))
    canvas.setFont(runs[0][0], 11)
    if document.page > 1:
        at = height - layout.top / 2 if layout.page_number == "top" else layout.bottom / 2
        canvas.drawCentredString(width / 2, at, runs[0][1])
    if layout.running and document.page > 1:
        canvas.setFont(font(layout.family, "i"), 9)
        canvas.drawString(layout.left, height - layout.top / 2 + 8, layout.running)


class _Setter:
    """Sets the pieces of a paper in one layout."""

    def __init__(self, layout: Layout, code: str) -> None:
        self.layout, self.code = layout, code
        self.inner = layout.page[0] - layout.left - layout.right
        self.column = self.inner if layout.columns == 1 else (self.inner - _GAP) / 2

    def story(self, sheet: paper.Paper) -> list[Flowable]:
        """Everything in order."""
        flow: list[Flowable] = []
        if sheet.frame:
            flow += self._head(sheet.frame)
        if self.layout.columns > 1:
            flow += [FrameBreak()]
        flow += [made for piece in sheet.body for made in self._piece(piece, self.column)]
        if sheet.frame:
            flow += self._foot(sheet.frame)
        if sheet.annex:
            flow += [NextPageTemplate("annex"), PageBreak()]
            flow += [made for piece in sheet.annex for made in self._piece(piece, self.inner)]
        return flow

    def _head(self, frame: paper.Frame) -> list[Flowable]:
        left = [
            self._line(text, "b" if n < len(head_left(frame)) - 1 else "") for n, text in enumerate(head_left(frame))
        ]
        right = [self._line(text, "b" if n < 2 else "i") for n, text in enumerate(head_right(frame))]
        if frame.kind is None:
            left.append(self._line(frame.abstract, ""))
        table = Table([[left, right]], colWidths=[self.inner * 0.42, self.inner * 0.58])
        table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]))
        flow: list[Flowable] = [table, Spacer(1, 12)]
        if frame.kind:
            flow += [self._line(frame.kind, "b"), self._line(frame.abstract, "b"), Spacer(1, 8)]
        if frame.to:
            flow += [
                self._line("Kính gửi:", ""),
                *(self._paragraph(f"- {to};", "list") for to in frame.to),
                Spacer(1, 6),
            ]
        return flow

    def _foot(self, frame: paper.Frame) -> list[Flowable]:
        left = [self._small(text, "i" if n == 0 else "") for n, text in enumerate(foot_left(frame))]
        right = [self._line(text, "b") for text in foot_right(frame)]
        right.insert(-1, Spacer(1, 44))
        table = Table([[left, right]], colWidths=[self.column / 2, self.column / 2])
        table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]))
        return [Spacer(1, 10), table]

    def _piece(self, piece: paper.Piece, width: float) -> list[Flowable]:
        if isinstance(piece, paper.Grid):
            return [self._grid(piece, width), Spacer(1, 8)]
        style = piece.style if isinstance(piece, paper.Para) else "body"
        if style == "centre":
            return [self._line(piece.text, "b")]
        return [self._paragraph(piece.text, style)]

    def _grid(self, grid: paper.Grid, width: float) -> Table:
        narrow = width < self.inner
        size = min(self.layout.size, 7.5 if narrow else 12)
        unit = width / sum(grid.widths)
        cells = [
            [self._set(text, self._style(size, "b" if n < grid.head else "")) for text in row]
            for n, row in enumerate(grid.rows)
        ]
        table = Table(cells, colWidths=[unit * w for w in grid.widths], repeatRows=grid.head)
        spans = [("SPAN", (c, r), (c + columns - 1, r + rows - 1)) for r, c, rows, columns in grid.merges]
        table.setStyle(
            TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *spans])
        )
        if narrow:
            table.setStyle(TableStyle([(f"{side}PADDING", (0, 0), (-1, -1), 2) for side in ("LEFT", "RIGHT")]))
        return table

    def _line(self, text: str, style: str) -> Paragraph:
        return self._set(text, self._style(self.layout.size, style, centred=True))

    def _small(self, text: str, style: str) -> Paragraph:
        return self._set(text, self._style(self.layout.size - 2, style))

    def _paragraph(self, text: str, style: str) -> Paragraph:
        made = self._style(self.layout.size, "b" if style == "section" else "")
        made.alignment, made.spaceAfter = TA_JUSTIFY, 5
        made.firstLineIndent = 0 if style == "section" else 28
        return self._set(text, made)

    def _style(self, size: float, style: str, *, centred: bool = False) -> ParagraphStyle:
        face = font(self.layout.family, style)
        made = ParagraphStyle("set", fontName=face, fontSize=size, leading=size * 1.3)
        if centred:
            made.alignment = TA_CENTER
        return made

    def _set(self, text: str, style: ParagraphStyle) -> Paragraph:
        if self.code == "unicode":
            return Paragraph(escape(text), style)
        return Paragraph("".join(f'<font name="{name}">{escape(run)}</font>' for name, run in in_tcvn3(text)), style)
