"""Scans: read with Tesseract where it is installed, refused with what to install where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.article import read_page
from extractors.documents.pdf.read import opened
from extractors.errors import Unreadable
from extractors.model import Page, PrintedWord
from pipeline.extract import outcome_of
from pipeline.ocr import recognise, tesseract
from pipeline.ocr.pictures import DOTS_PER_INCH, picture_of
from pipeline.ocr.tesseract import Sighted
from pipeline.prepare import prepared
from tests.extractors.documents.makers import PDF, SENTENCES, Sheet, bare_pdf, blocks

SCAN = Path(__file__).parents[3] / "corpus" / "samples" / "documents" / "thong-bao-ban-quet.pdf"
needs_tesseract = pytest.mark.skipif(not tesseract.is_installed(), reason="tesseract with Vietnamese data is not here")


def scan() -> Page:
    return Page(SCAN.read_bytes(), SCAN.name, media_type=PDF)


def picture_of_a_line(words: str) -> bytes:
    """A line of writing as a picture in shades of grey."""
    sheet = Sheet(size=(330.0, 50.0))
    sheet.write(20, 30, words, 14)
    with opened(sheet.done()) as document:
        return picture_of(document[0])[0]


@needs_tesseract
def test_words_are_found_with_their_places() -> None:
    found = tesseract.words_on(picture_of_a_line("Tặng Bằng khen cho 45 tập thể"), DOTS_PER_INCH)
    assert [word.text for word in found] == ["Tặng", "Bằng", "khen", "cho", "45", "tập", "thể"]
    assert {word.line for word in found} == {0}
    assert all(word.confidence > 0.5 and word.box[0] < word.box[2] for word in found)


@pytest.mark.slow
@needs_tesseract
def test_a_scan_is_read_with_confidence() -> None:
    article = read_page(prepared(scan()))
    assert "tặng Bằng khen cho 45 tập thể và 120 cá nhân" in article.text
    assert "Nơi nhận:" in blocks(article)
    assert all(region.confidence is not None and region.box for region in article.regions)


def test_without_tesseract_a_scan_is_refused_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    tesseract.is_installed.cache_clear()
    row = outcome_of(scan())
    tesseract.is_installed.cache_clear()
    assert (row["outcome"], row["reason_code"]) == ("quarantined", "scan")
    assert "tesseract-ocr-vie" in row["reason"]


def test_a_pdf_with_text_is_not_recognised() -> None:
    sheet = Sheet()
    sheet.column(80, 100, SENTENCES)
    page = Page(sheet.done(), "mau.pdf", media_type=PDF)
    assert prepared(page) is page


@needs_tesseract
def test_what_there_is_no_time_for_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [Sighted(word, 0, (100 * n, 100, 100 * n + 90, 140), 0.9) for n, word in enumerate(SENTENCES[0].split())]
    monkeypatch.setattr(recognise, "MOST_PAGES", 2)
    monkeypatch.setattr(recognise, "words_on", lambda *_: words)
    article = read_page(prepared(Page(bare_pdf(7), "dai.pdf", media_type=PDF)))
    assert {region.page for region in article.regions} == {1, 2}
    assert ("no words recognised on pages 3-7 of 7", "document.unread_pages") in [
        (removed.quote, removed.rule) for removed in article.removed
    ]


def test_an_empty_picture_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        read_page(Page(bare_pdf(2), "trang.pdf", media_type=PDF, recognised=()))
    assert refused.value.code == "no_text"


def test_words_become_lines_with_their_confidence() -> None:
    words = [
        PrintedWord(text, 1, line, (80.0 + 60 * n, 100.0 + 16 * line, 130.0 + 60 * n, 112.0 + 16 * line), 0.9)
        for line, sentence in enumerate(SENTENCES)
        for n, text in enumerate(sentence.split())
    ]
    article = read_page(Page(bare_pdf(1), "trang.pdf", media_type=PDF, recognised=tuple(words)))
    assert " ".join(article.text.split()) == " ".join(SENTENCES)
    assert {round(region.confidence or 0, 3) for region in article.regions} == {0.9}


def test_specks_are_no_words() -> None:
    box = (80.0, 100.0, 90.0, 110.0)
    words = (PrintedWord("|", 1, 0, box, 0.9), PrintedWord(":", 1, 1, box, 0.1), PrintedWord("a", 1, 2, box, 0.01))
    with pytest.raises(Unreadable):
        read_page(Page(bare_pdf(1), "trang.pdf", media_type=PDF, recognised=words))
