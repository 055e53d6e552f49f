"""What other programs must do before a page can be read: convert an old Word or Excel file, recognise a scan."""

from __future__ import annotations

from extractors.model import Page


def prepared(page: Page) -> Page:
    """The page as it can be read; most are so as they come. Raises `Unreadable` where it cannot be made so."""
    if page.media_type == "application/msword":
        from pipeline.office.convert import as_docx

        return as_docx(page)
    if page.media_type == "application/vnd.ms-excel":
        from pipeline.office.convert import as_xlsx

        return as_xlsx(page)
    if page.media_type == "application/pdf":
        from pipeline.ocr.recognise import with_recognised_words

        return with_recognised_words(page)
    return page
