"""The door of documents: bytes of a known kind to the parts of an article.

The readers are imported when they are first needed: most runs meet no document, and the libraries are heavy.
"""

from __future__ import annotations

from extractors.documents.parts import Parts
from extractors.documents.sniffing import DOCX, XLSX, must_be
from extractors.errors import Unreadable
from extractors.model import Page


def read_document(page: Page) -> Parts:
    """The parts of a document; raises `Unreadable` with a code and one line of reason."""
    must_be(page.content, page.media_type)
    if page.media_type == "application/pdf":
        from extractors.documents.pdf.read import read_pdf

        return read_pdf(page)
    if page.media_type == DOCX:
        from extractors.documents.docx.read import read_docx

        return read_docx(page)
    if page.media_type == XLSX:
        from extractors.documents.xlsx.read import read_xlsx

        return read_xlsx(page)
    raise Unreadable("needs_office", "an old Office file: install LibreOffice (soffice), then run again")
