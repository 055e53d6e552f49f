"""Makes a scan readable: gives its page the words that stand on its pictures."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

from extractors.documents.pdf.read import looks_scanned, opened
from extractors.model import Page, PrintedWord
from pipeline.ocr.pictures import POINTS_PER_INCH, picture_of
from pipeline.ocr.tesseract import is_installed, words_on

MOST_PAGES = 60
MOST_SECONDS = 150.0
"""Wall-clock time after which no further page is begun, so that a document keeps within its own."""


def with_recognised_words(page: Page) -> Page:
    """The page with its words where it is a scan and Tesseract is installed, else as it is.

    Raises `Unreadable` for a PDF that cannot be opened. Of a long scan the first 60 pages are read, or as
    many as there is time for; reading the page notes the others.
    """
    if page.media_type != "application/pdf" or page.recognised is not None or not looks_scanned(page.content):
        return page
    return replace(page, recognised=tuple(_words(page.content))) if is_installed() else page


def _words(content: bytes) -> Iterator[PrintedWord]:
    lines = 0
    end = time.monotonic() + MOST_SECONDS
    with opened(content) as document:
        for index in range(min(len(document), MOST_PAGES)):
            if time.monotonic() > end:
                return
            paper = document[index]
            picture, scale = picture_of(paper)
            paper.close()
            found = words_on(picture, round(scale * POINTS_PER_INCH))
            for word in found:
                left, top, right, bottom = (dots / scale for dots in word.box)
                box = (left, top, right, bottom)
                yield PrintedWord(word.text, index + 1, lines + word.line, box, word.confidence)
            lines += max((word.line for word in found), default=-1) + 1
