"""A PDF to the parts of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.documents.parts import Parts
from extractors.documents.pdf.arrange import arranged
from extractors.documents.pdf.glyphs import Frame, Glyphs, frame_of, glyphs_of
from extractors.documents.pdf.recognised import sheets_of_words, unread_pages
from extractors.documents.pdf.segments import segments_of
from extractors.documents.pdf.sheet import Sheet, Stroke
from extractors.documents.pdf.strokes import strokes_of
from extractors.documents.sniffing import sniffed
from extractors.encodings.fonts import spellings_of
from extractors.errors import Unreadable
from extractors.model import Page, Removed

MOST_PAGES = 2_000
_MOST_GLYPHS = 8_000_000
_LEAST_GLYPHS_A_PAGE = 8
_LEAST_GLYPHS = 40
_UNMAPPED_SHARE = 0.02
_LOCKED = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)


@dataclass(frozen=True, slots=True)
class _Written:
    """What stands on a page."""

    frame: Frame
    glyphs: Glyphs
    strokes: list[Stroke]


def read_pdf(page: Page) -> Parts:
    """The parts of a PDF; raises `Unreadable` where it is damaged, locked, too long, or has no text that can be read.

    A scan is read from `page.recognised`, the words that were recognised on its pages.
    """
    with opened(page.content) as document:
        scripts = pdfium.FPDFDoc_GetJavaScriptActionCount(document.raw)
        written = list(_pages(document))
    if _is_scan(sum(len(each.glyphs.written) for each in written), len(written)):
        parts = arranged(sheets_of_words(page.recognised, [each.frame.seen for each in written]))
        unread = unread_pages(page.recognised, len(written))
    else:
        parts, unread = arranged(_sheets(written)), ()
    turned = (Removed("".join(each.glyphs.turned), "document.turned_text") for each in written if each.glyphs.turned)
    noted = (Removed(f"{scripts} scripts", "document.scripts"),) if scripts > 0 else ()
    return Parts(parts.parts, (*parts.removed, *unread, *turned, *noted))


def looks_scanned(content: bytes) -> bool:
    """Whether a PDF has so few characters that its text must be in pictures; raises `Unreadable` as reading does."""
    if sniffed(content) != "application/pdf":
        return False
    with opened(content) as document:
        glyphs = 0
        for index in range(len(document)):
            glyphs += _glyphs_on(document, index)
            if not _is_scan(glyphs, len(document)):
                return False
        return True


def _glyphs_on(document: Any, index: int) -> int:
    with _page(document, index) as page, closing(page.get_textpage()) as text:
        return int(pdfium.FPDFText_CountChars(text.raw))


@contextmanager
def _page(document: Any, index: int) -> Iterator[Any]:
    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        raise Unreadable("damaged", f"page {index + 1} of the PDF is broken; fetch the file again") from error
    with closing(page):
        yield page


def _is_scan(glyphs: int, pages: int) -> bool:
    return glyphs < max(_LEAST_GLYPHS, _LEAST_GLYPHS_A_PAGE * pages)


@contextmanager
def opened(content: bytes) -> Iterator[Any]:
    """The document of these bytes, for as long as it is needed; raises `Unreadable` where it cannot be opened."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        # PDFium keeps its last error until the next one: that of another document does not make this one locked.
        if pdfium.FPDF_GetLastError() in _LOCKED and b"/Encrypt" in content:
            raise Unreadable("encrypted", "the PDF is locked with a password; ask for an open copy") from error
        raise Unreadable("damaged", "the PDF is cut short, broken or without pages; fetch the file again") from error
    try:
        _must_be_bearable(len(document))
        yield document
    finally:
        document.close()


def _must_be_bearable(pages: int) -> None:
    if pages > MOST_PAGES:
        raise Unreadable("too_large", f"{pages:,} pages, more than {MOST_PAGES:,}: no report; split the file")


def _pages(document: Any) -> Iterator[_Written]:
    glyphs = 0
    for index in range(len(document)):
        with _page(document, index) as page:
            frame = frame_of(page)
            written = _Written(frame, glyphs_of(page, frame), strokes_of(page, frame))
        glyphs += len(written.glyphs.written)
        if glyphs > _MOST_GLYPHS:
            raise Unreadable("too_large", f"more than {_MOST_GLYPHS:,} characters: no report; split the file")
        yield written


def _sheets(written: Sequence[_Written]) -> list[Sheet]:
    texts: dict[str, list[str]] = {}
    unmapped = sum(each.glyphs.unmapped for each in written)
    total = 0
    for glyph in (glyph for each in written for glyph in each.glyphs.written):
        texts.setdefault(glyph.font.name if glyph else "", []).append(glyph.text if glyph else " ")
        total += 1
    if unmapped > _UNMAPPED_SHARE * total:
        reason = f"{unmapped} of {total} characters have no meaning in their fonts; ask for a copy with text or a scan"
        raise Unreadable("garbled", reason)
    spellings = spellings_of({name: "".join(parts) for name, parts in texts.items() if name})
    return [
        Sheet(number, *each.frame.seen, segments_of(each.glyphs.written, each.strokes, spellings), each.strokes)
        for number, each in enumerate(written, 1)
    ]
