"""Variants of a DOCX: the page, and how the same text is laid down in runs, boxes and controls."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from random import Random
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from tests.papers.layout import A4, LEGAL, LETTER
from tests.papers.paper import Paper
from tests.papers.variants.words import noted, with_empty_rows
from tests.papers.word import as_docx

_FONTS = ("Times New Roman", "Arial", "Calibri", "Tahoma", "Cambria")
_GONE = ("bỏ đoạn này", "05 tập thể", "theo dự thảo cũ", "xem lại")
_RUNNING = ("Công báo/Số 05", "Dự thảo lần 2", "Lưu hành nội bộ")
_SHORTEST_CUT, _FEWEST_WORDS = 4, 5
_W = nsdecls("w")


def word_variant(paper: Paper, seed: int) -> tuple[Paper, bytes]:
    """What a seed makes of a paper: what it says then, and the DOCX."""
    draw = Random(seed)
    if draw.random() < 0.5:
        paper = noted(paper, draw)
    if draw.random() < 0.5:
        paper = with_empty_rows(paper, draw)
    document = docx.Document(BytesIO(as_docx(paper)))
    _set_page(document, draw)
    _align_copies(document)
    for change in CHANGES:
        if draw.random() < 0.5:
            change(document, draw)
    document.add_paragraph()
    out = BytesIO()
    document.save(out)
    return paper, out.getvalue()


def _set_page(document: Document, draw: Random) -> None:
    normal = document.styles["Normal"].font
    normal.name, normal.size = draw.choice(_FONTS), Pt(draw.choice((11, 12, 13, 14)))
    for section in document.sections:
        width, height = draw.choice((A4, LETTER, LEGAL))
        if draw.random() < 0.2:
            section.orientation, width, height = WD_ORIENT.LANDSCAPE, height, width
        section.page_width, section.page_height = Pt(width), Pt(height)
        for side in ("left", "right", "top", "bottom"):
            setattr(section, f"{side}_margin", Pt(draw.uniform(30, 90)))
        columns = OxmlElement("w:cols")
        columns.set(qn("w:num"), str(draw.choice((1, 1, 2))))
        section._sectPr.append(columns)


def _align_copies(document: Document) -> None:
    """Set "Nơi nhận" and what stands under it to the left, as offices do."""
    for paragraph in (p for table in document.tables for cell in table._cells for p in cell.paragraphs):
        if paragraph.text.startswith(("Nơi nhận", "- ")):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT


def _texts(document: Document) -> list[Any]:
    return [text for text in document.element.body.iter(qn("w:t")) if text.text]


def cut_runs(document: Document, draw: Random) -> None:
    """Cut runs anywhere, as spelling checks and revisions leave them, marks of both between."""
    for text in _texts(document):
        if len(text.text) < _SHORTEST_CUT or draw.random() < 0.5:
            continue
        at = draw.randrange(1, len(text.text))
        run = text.getparent()
        rest = deepcopy(run)
        for child in [c for c in rest if c.tag != qn("w:rPr")][: list(_contents(run)).index(text)]:
            rest.remove(child)
        for child in list(_contents(run))[list(_contents(run)).index(text) + 1 :]:
            run.remove(child)
        _say(text, text.text[:at])
        first = next(iter(_contents(rest)))
        _say(first, first.text[at:])
        run.addnext(rest)
        run.addnext(parse_xml(draw.choice((f'<w:proofErr {_W} w:type="spellStart"/>', _bookmark(draw)))))


def _contents(run: Any) -> list[Any]:
    return [child for child in run if child.tag != qn("w:rPr")]


def _say(text: Any, said: str) -> None:
    text.text = said
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _bookmark(draw: Random) -> str:
    return f'<w:bookmarkStart {_W} w:id="{draw.randrange(10_000)}" w:name="a{draw.randrange(10_000)}"/>'


def break_lines(document: Document, draw: Random) -> None:
    """Break lines by hand: a break stands where a space stood, but in no name."""
    for text in _texts(document):
        words = text.text.split(" ")
        if len(words) < _FEWEST_WORDS or draw.random() < 0.6:
            continue
        at = draw.randrange(2, len(words) - 1)
        if "" in words[at - 1 : at + 1]:
            continue
        after = deepcopy(text)
        _say(text, " ".join(words[:at]))
        _say(after, " ".join(words[at:]))
        text.addnext(after)
        text.addnext(OxmlElement("w:br"))


def track_changes(document: Document, draw: Random) -> None:
    """Track changes: runs that were inserted, words that were deleted between."""
    for text in _texts(document):
        run = text.getparent()
        if run.getparent().tag != qn("w:p") or draw.random() < 0.8:
            continue
        gone = f'<w:r><w:delText xml:space="preserve">{draw.choice(_GONE)} </w:delText></w:r>'
        run.addprevious(parse_xml(f'<w:del {_W} w:id="1" w:author="Văn thư">{gone}</w:del>'))
        inserted = parse_xml(f'<w:ins {_W} w:id="2" w:author="Văn thư"/>')
        run.addprevious(inserted)
        inserted.append(run)


def hide_words(document: Document, draw: Random) -> None:
    """Add hidden words to paragraphs."""
    for paragraph in document.paragraphs:
        if draw.random() < 0.1 and paragraph.text:
            paragraph.add_run(f" {draw.choice(_GONE)}").font.hidden = True


def link_words(document: Document, draw: Random) -> None:
    """Make links of runs."""
    for text in _texts(document):
        run = text.getparent()
        if run.getparent().tag == qn("w:p") and draw.random() < 0.1:
            link = parse_xml(f'<w:hyperlink {_W} w:anchor="muc"/>')
            run.addprevious(link)
            link.append(run)


def control_content(document: Document, draw: Random) -> None:
    """Put paragraphs and tables of the body into content controls."""
    for element in list(document.element.body):
        if element.tag in (qn("w:p"), qn("w:tbl")) and draw.random() < 0.15:
            control = parse_xml(f'<w:sdt {_W}><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent/></w:sdt>')
            element.addprevious(control)
            control[1].append(element)


def box_paragraphs(document: Document, draw: Random) -> None:
    """Put a paragraph into a text box, written twice as Word does: a drawing, and a picture for old programs."""
    plain = [p for p in document.paragraphs if p.text and p._p.getparent().tag == qn("w:body")]
    inner = [p for p in plain if not p._p.xpath(".//w:footnoteReference | .//w:txbxContent | .//w:br")]
    if not inner:
        return
    element = draw.choice(inner)._p
    spaces = nsdecls("w") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = "<w:pict><w:txbxContent/></w:pict>"
    both = f'<mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>'
    holder = parse_xml(f"<w:p {spaces}><w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r></w:p>")
    element.addprevious(holder)
    first, second = holder.iter(qn("w:txbxContent"))
    second.append(deepcopy(element))
    first.append(element)


def repeat_headings(document: Document, draw: Random) -> None:
    """Mark the first rows of tables as headings of every page, and let no row break over pages."""
    for table in document.tables:
        for row in table.rows[: draw.randrange(1, 3)]:
            marks = row._tr.get_or_add_trPr()
            marks.append(OxmlElement("w:cantSplit"))
            marks.append(OxmlElement("w:tblHeader"))


def end_pages(document: Document, draw: Random) -> None:
    """Leave marks of where pages ended."""
    for text in _texts(document):
        if draw.random() < 0.05:
            text.addprevious(OxmlElement("w:lastRenderedPageBreak"))


def run_heads(document: Document, draw: Random) -> None:
    """Write a running head and foot."""
    for section in document.sections:
        section.header.paragraphs[0].text = draw.choice(_RUNNING)
        section.footer.paragraphs[0].text = str(draw.randrange(1, 9))


def space_out(document: Document, draw: Random) -> None:
    """Put empty paragraphs between, and spaces that do not break into words' places."""
    for paragraph in document.paragraphs:
        if draw.random() < 0.2:
            paragraph.insert_paragraph_before("")
    for text in _texts(document):
        if " " in text.text and draw.random() < 0.2:
            _say(text, text.text.replace(" ", "\u00a0", 1))


def set_apart(document: Document, draw: Random) -> None:
    """Say fonts and sizes in every run, styles left alone."""
    font, size = draw.choice(_FONTS), Pt(draw.choice((12, 13, 14)))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.font.name, run.font.size = font, size


CHANGES: tuple[Callable[[Document, Random], None], ...] = (
    set_apart, cut_runs, break_lines, end_pages, link_words, track_changes, hide_words, repeat_headings, run_heads,
    space_out, box_paragraphs, control_content,
)  # fmt: skip
