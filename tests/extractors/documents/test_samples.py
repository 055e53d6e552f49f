"""The sample documents and variants of their layout: the text comes back whole and every cell is right."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest

from extractors.documents.sniffing import DOCX, XLSX
from extractors.model import Article, MediaType
from tests.extractors.documents.makers import PDF, read
from tests.papers.contents import PAPERS
from tests.papers.layout import variant
from tests.papers.make import LAYOUTS, gold, made

SAMPLES = Path(__file__).parents[3] / "corpus" / "samples" / "documents"
KINDS: dict[str, MediaType] = {".pdf": PDF, ".docx": DOCX, ".xlsx": XLSX}
FILES = sorted(path for path in SAMPLES.iterdir() if path.suffix in KINDS and "ban-quet" not in path.name)
LAID_OUT = [paper for paper in PAPERS if paper.name in LAYOUTS]
LEAST_SHARE = 0.995


def text_share(article: Article, wanted: list[dict[str, Any]]) -> float:
    """The share of the characters that stand in both texts, in order, with spaces folded."""
    got = article.text.replace(" | ", " ").split()
    want = " ".join(each["text"] for each in wanted).split()
    same = SequenceMatcher(None, want, got, autojunk=False).get_matching_blocks()
    found = sum(len(word) for block in same for word in want[block.a : block.a + block.size])
    return found / max(sum(map(len, want)), sum(map(len, got)))


def wrong_cells(article: Article, tables: list[list[dict[str, Any]]]) -> list[object]:
    """Every cell that is not as it should be, or not there, or too many."""
    wanted = {
        (n, c["row"], c["column"], c["rows"], c["columns"], c["text"])
        for n, t in enumerate(tables)
        for c in t
        if c["text"]
    }
    got = {
        (n, c.row, c.column, c.rows, c.columns, article.text[c.start : c.end])
        for n, table in enumerate(article.tables)
        for c in table.cells
    }
    return sorted(wanted ^ got)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_sample_comes_back_whole(path: Path) -> None:
    told = json.loads(path.with_suffix(".json").read_text("utf-8"))
    article = read(path.read_bytes(), KINDS[path.suffix])
    assert wrong_cells(article, told["tables"]) == []
    assert text_share(article, told["paragraphs"]) >= LEAST_SHARE


@pytest.mark.parametrize("paper", LAID_OUT, ids=lambda paper: paper.name)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_variant_comes_back_whole(paper: Any, seed: int) -> None:
    layout = variant(seed, LAYOUTS[paper.name])
    told = gold(paper)
    article = read(made(paper, layout))
    assert wrong_cells(article, told["tables"]) == []
    assert text_share(article, told["paragraphs"]) >= LEAST_SHARE


@pytest.mark.parametrize(
    ("name", "seed"), [("bao-cao-tong-ket.pdf", 1001), ("quyet-dinh-bang-khen.pdf", 1015)], ids=["narrow", "signature"]
)
def test_a_word_broken_in_its_cell_and_a_signature_beside_text_come_back_whole(name: str, seed: int) -> None:
    test_a_variant_comes_back_whole(next(paper for paper in LAID_OUT if paper.name == name), seed)


def test_regions_lie_on_their_pages() -> None:
    for path in FILES:
        article = read(path.read_bytes(), KINDS[path.suffix])
        at = 0
        for region in article.regions:
            assert at <= region.start < region.end <= len(article.text)
            at = region.end
            if region.box:
                left, top, right, bottom = region.box
                assert 0 <= left < right <= 1100
                assert 0 <= top < bottom <= 1100
