"""Sample documents and their variants, from the file to the facts: frame exact, F1 of the facts at 0.95 or more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from corpus.files import HOME
from extractors.article import read_page
from extractors.guide import as_guide
from extractors.language import extract
from extractors.model import MediaType, Page
from pipeline.evaluate.verdicts import judged
from tests.papers.contents import PAPERS
from tests.papers.fonts import needs_fonts
from tests.papers.make import gold, made, write_variants
from tests.papers.paper import Grid, Paper, Para
from tests.papers.people import people
from tests.papers.reading import article_of

DOCUMENTS = HOME / "samples" / "documents"
OFFICE = "application/vnd.openxmlformats-officedocument."
TYPES: dict[str, MediaType] = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
READABLE = [paper for paper in PAPERS if "ban-quet" not in paper.name]
SEEDS = range(40, 42)
EACH = pytest.mark.parametrize("paper", READABLE, ids=lambda paper: paper.name)


def found_in(path: Path) -> dict[str, Any]:
    article = read_page(Page(path.read_bytes(), path.name, TYPES[path.suffix]))
    return as_guide(article, extract(article), path.stem)


def f1(pairs: list[tuple[dict[str, Any], dict[str, Any]]]) -> float:
    verdicts = [verdict for wanted, found in pairs for verdict in judged(wanted, found)]
    right, off = sum(v.right for v in verdicts), sum(v.wrong + v.missed for v in verdicts)
    return 2 * right / (2 * right + off)


def frame_of(facts: dict[str, Any], like: dict[str, Any] | None) -> dict[str, Any] | None:
    """The fields of a frame that gold has."""
    document = facts["document"]
    if like is None or document is None:
        return document
    signer = {key: document["signer"][key] for key in like["signer"]} if document["signer"] else None
    return {key: document[key] if key != "signer" else signer for key in like}


def recipients(facts: dict[str, Any]) -> list[list[str]]:
    return sorted(award["recipients"] for award in facts["awards"] if award["recipients"])


@EACH
def test_a_sample_gives_its_frame_its_facts_and_what_does_not_agree(paper: Paper) -> None:
    wanted, found = gold(paper), found_in(DOCUMENTS / paper.name)
    assert frame_of(found, wanted["document"]) == wanted["document"]
    assert f1([(wanted, found)]) >= 0.95
    assert recipients(found) == recipients(wanted)
    told = [{name: one[name] for name in ("code", "stated", "found")} for one in found["discrepancies"]]
    assert told == wanted["discrepancies"]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_the_words_of_a_paper_give_its_facts_whatever_the_file(paper: Paper) -> None:
    wanted, article = gold(paper), article_of(paper)
    found = as_guide(article, extract(article), "x")
    assert frame_of(found, wanted["document"]) == wanted["document"]
    assert f1([(wanted, found)]) >= 0.95


@needs_fonts
def test_no_change_of_layout_changes_frame_or_facts(tmp_path: Path) -> None:
    pairs = [(gold(paper), found_in(path)) for path, paper in write_variants(tmp_path, SEEDS)]
    assert f1(pairs) >= 0.95
    differ = [wanted["id"] for wanted, found in pairs if frame_of(found, wanted["document"]) != wanted["document"]]
    assert differ == []


@pytest.mark.slow
@needs_fonts
def test_many_layouts_change_nothing(tmp_path: Path) -> None:
    pairs = [(gold(paper), found_in(path)) for path, paper in write_variants(tmp_path, range(100, 120))]
    assert f1(pairs) >= 0.98
    assert [w["id"] for w, found in pairs if frame_of(found, w["document"]) != w["document"]] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["danh-sach-5000.xlsx", "danh-sach-5000.docx"])
def test_a_list_of_five_thousand_is_read_whole(name: str, tmp_path: Path) -> None:
    names = (*people(5, 2500), *people(6, 2500))
    rows = tuple((str(n), person, "Giáo viên") for n, person in enumerate(names, 1))
    listed = Grid((("STT", "Họ và tên", "Chức vụ"), *rows), (1, 4, 3))
    paper = Paper(name, None, (Para("Danh sách tặng Giấy khen của Giám đốc Sở Giáo dục và Đào tạo"), listed))
    (tmp_path / name).write_bytes(made(paper))
    (award,) = found_in(tmp_path / name)["awards"]
    assert (award["award"], award["count"], len(award["recipients"])) == ("giay-khen", 5000, 5000)
