"""The sample documents: made by our script, small, varied, with gold facts that stand in their words."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pypdfium2 as pdfium
import pytest

from corpus.campaigns import load_campaigns
from corpus.files import HOME
from extractors.text import phrase_key
from tests.papers.contents import PAPERS
from tests.papers.fonts import needs_fonts
from tests.papers.layout import Layout
from tests.papers.make import gold, made, write_samples
from tests.papers.paper import Change, Grid, Paper, Para, TextBox
from tests.papers.pdf import as_pdf

DOCUMENTS = HOME / "samples" / "documents"
EACH = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)


def bare(text: str) -> str:
    return " ".join(["", *re.findall(r"\w+", phrase_key(text)), ""])


def quoted(facts: dict[str, Any]) -> list[str]:
    """Everything in gold that is said to be in the document's words."""
    document = facts["document"] or {}
    names = ("issuer", "parent", "number", "abstract")
    said = [document[name] for name in names if document.get(name)] + list(document.get("addressees", ()))
    for official in facts["officials"]:
        said += [official["name"], *official["titles"]]
    said += [campaign["name"] for campaign in facts["campaigns"]]
    for award in facts["awards"]:
        said += [award["grantor"] or "", *award["recipients"]]
    return said


def unpacked(content: bytes) -> dict[str, object]:
    """What a file holds, however it was compressed: the parts of a package, the words and pictures of pages."""
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as package:
            return {name: package.read(name) for name in package.namelist()}
    pages = list(pdfium.PdfDocument(content))
    return {str(n): (page.get_size(), page.get_textpage().get_text_range()) for n, page in enumerate(pages)}


@EACH
@needs_fonts
def test_the_files_are_what_the_script_makes(paper: Paper) -> None:
    written = json.loads((DOCUMENTS / paper.name).with_suffix(".json").read_text("utf-8"))
    assert written == json.loads(json.dumps(gold(paper)))
    assert unpacked((DOCUMENTS / paper.name).read_bytes()) == unpacked(made(paper))


@needs_fonts
def test_nothing_else_stands_there_and_all_is_small(tmp_path: Path) -> None:
    write_samples(tmp_path)
    assert {path.name for path in DOCUMENTS.iterdir()} == {path.name for path in tmp_path.iterdir()}
    assert max(path.stat().st_size for path in DOCUMENTS.iterdir()) < 300_000


@EACH
def test_gold_speaks_the_words_of_the_document(paper: Paper) -> None:
    facts = gold(paper)
    said = bare(" ".join(paragraph["text"] for paragraph in facts["paragraphs"]))
    assert [text for text in quoted(facts) if text and bare(text) not in said] == []


@EACH
def test_gold_campaigns_are_registered_or_said_to_be_new(paper: Paper) -> None:
    registered = {campaign.id for campaign in load_campaigns().campaigns}
    named = {campaign["campaign"] for campaign in paper.facts["campaigns"]}
    assert named - {None} <= registered


@EACH
def test_listed_people_are_counted(paper: Paper) -> None:
    short = [
        award for award in paper.facts["awards"] if award["recipients"] and len(award["recipients"]) != award["count"]
    ]
    assert [(award["count"], len(award["recipients"])) for award in short] == [
        (differs["stated"], differs["found"]) for differs in paper.facts["discrepancies"]
    ]


def test_the_samples_are_varied() -> None:
    kinds = {document["kind"] for paper in PAPERS if (document := gold(paper)["document"])}
    assert kinds >= {"report", "decision", "plan", "notice", "submission", "letter"}
    assert {Path(paper.name).suffix for paper in PAPERS} == {".pdf", ".docx", ".xlsx"}
    assert {paper.frame.decree for paper in PAPERS if paper.frame} == {"30/2020", "01/2011"}
    pieces = [piece for paper in PAPERS for piece in paper.pieces]
    assert any(isinstance(piece, Change) for piece in pieces) and any(isinstance(piece, TextBox) for piece in pieces)
    assert any(isinstance(piece, Para) and piece.notes for piece in pieces)
    assert any(isinstance(piece, Grid) and len(piece.merges) > 4 for piece in pieces)


def test_the_long_list_runs_over_three_pages_and_the_scan_has_no_text() -> None:
    decision = pdfium.PdfDocument(DOCUMENTS / "quyet-dinh-bang-khen.pdf")
    with_rows = [page for page in decision if "Chức vụ, đơn vị công tác" in page.get_textpage().get_text_range()]
    assert len(with_rows) >= 3
    scan = pdfium.PdfDocument(DOCUMENTS / "thong-bao-ban-quet.pdf")
    assert [page.get_textpage().count_chars() for page in scan] == [0]


@needs_fonts
def test_a_layout_gives_the_same_file_every_time() -> None:
    paper = PAPERS[0]
    assert as_pdf(paper, Layout()) == as_pdf(paper, Layout())
    assert as_pdf(paper, Layout(size=10)) != as_pdf(paper, Layout())
