"""Variants of the sample documents as DOCX and XLSX: the text whole, every cell right, frame exact, facts the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from extractors.documents.sniffing import DOCX, XLSX
from extractors.guide import as_guide
from extractors.language import extract
from extractors.model import Article, MediaType
from tests.extractors.documents.makers import read
from tests.extractors.documents.test_samples import LEAST_SHARE, text_share, wrong_cells
from tests.extractors.test_papers import f1, frame_of
from tests.papers.contents import PAPERS, decision, letter, merged, report, sheets
from tests.papers.make import gold
from tests.papers.paper import Paper
from tests.papers.variants.book import book_variant
from tests.papers.variants.word import word_variant

LEAST_F1 = 0.95
LISTS = [Paper(f"{paper.name}.xlsx", None, paper.annex) for paper in (decision.PAPER, merged.PAPER)]
FRAMED = [paper for paper in PAPERS if paper.frame]
MANY = range(3000, 3030)


@dataclass(frozen=True, slots=True)
class Read:
    """What a variant says, and what was read of it."""

    wanted: dict[str, Any]
    article: Article
    found: dict[str, Any]


def read_variant(said: Paper, content: bytes, media_type: MediaType) -> Read:
    article = read(content, media_type)
    return Read(gold(said), article, as_guide(article, extract(article), "x"))


def must_be_whole(one: Read) -> None:
    assert wrong_cells(one.article, one.wanted["tables"]) == []
    assert text_share(one.article, one.wanted["paragraphs"]) >= LEAST_SHARE
    assert frame_of(one.found, one.wanted["document"]) == one.wanted["document"]


@pytest.mark.parametrize(("paper", "seed"), [(letter.PAPER, 100), (merged.PAPER, 103), (report.PAPER, 153)])
def test_a_variant_of_a_word_file_says_the_same(paper: Paper, seed: int) -> None:
    one = read_variant(*word_variant(paper, seed), DOCX)
    must_be_whole(one)
    assert f1([(one.wanted, one.found)]) >= LEAST_F1


@pytest.mark.parametrize("seed", [3, 9, 11])
def test_a_variant_of_a_workbook_says_the_same(seed: int) -> None:
    one = read_variant(*book_variant(sheets.PAPER, seed), XLSX)
    must_be_whole(one)
    assert f1([(one.wanted, one.found)]) >= LEAST_F1


@pytest.mark.parametrize("paper", LISTS, ids=lambda paper: paper.name)
@pytest.mark.parametrize("seed", [3, 8])
def test_a_list_in_a_workbook_comes_back_whole(paper: Paper, seed: int) -> None:
    said, content = book_variant(paper, seed)
    article = read(content, XLSX)
    assert wrong_cells(article, gold(said)["tables"]) == []


@pytest.mark.slow
@pytest.mark.parametrize("paper", FRAMED, ids=lambda paper: paper.name)
def test_many_variants_of_word_files_say_the_same(paper: Paper) -> None:
    read_ones = [read_variant(*word_variant(paper, seed), DOCX) for seed in MANY]
    for one in read_ones:
        must_be_whole(one)
    assert f1([(one.wanted, one.found) for one in read_ones]) >= LEAST_F1


@pytest.mark.slow
def test_many_variants_of_workbooks_say_the_same() -> None:
    read_ones = [read_variant(*book_variant(sheets.PAPER, seed), XLSX) for seed in MANY]
    for one in read_ones:
        must_be_whole(one)
    assert f1([(one.wanted, one.found) for one in read_ones]) >= LEAST_F1
