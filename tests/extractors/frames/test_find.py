"""What is a document and what is none; what its frame adds to the facts."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.rules import Rule, load_rules
from extractors.article import read_page
from extractors.errors import Unreadable
from extractors.frames.find import find_document
from extractors.model import Page
from extractors.reading import Reading
from tests.articles import article_of
from tests.extractors.frames.framed import document, facts
from tests.extractors.frames.test_frames import CASES, COLUMNS
from tests.papers.source import MOTTO, NATION

RULES = [pytest.param(rule, id=rule.id) for rule in load_rules("documents").rules]


def fired(text: str) -> set[str]:
    found = facts(text)
    rules = {claim.rule for official in found.officials for claim in official.roles}
    if found.document:
        rules |= {found.document.rule} | ({found.document.issued.rule} if found.document.issued else set())
    return rules


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_its_example_and_leaves_its_counterexample(rule: Rule) -> None:
    assert rule.id in fired(rule.example)
    assert rule.id not in fired(rule.counterexample)


@pytest.mark.parametrize(
    "text",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐƠN XIN NGHỈ PHÉP\nTôi tên là Lê Văn Bền.",
        "Tỉnh trao Bằng khen\nTheo Quyết định số 12/QĐ-UBND, UBND tỉnh tặng Bằng khen.\nNơi nhận: Văn phòng.",
        "Số: 12\nBáo cáo\nHội nghị tổng kết năm 2020 đã tặng Bằng khen cho 3 tập thể.",
    ],
    ids=["petition", "news", "a page of a magazine"],
)
def test_what_only_looks_like_a_document_is_none(text: str) -> None:
    assert document(text) is None


@pytest.mark.parametrize("every", [pytest.param(1, marks=pytest.mark.slow, id="all"), pytest.param(8, id="every 8th")])
def test_no_news_is_a_document(shared: Path, every: int) -> None:
    texts = [path.read_text("utf-8") for path in sorted((shared / "gold" / "dev").glob("*.txt"))]
    for path in sorted((shared / "texts").glob("*.jsonl")):
        texts += [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    assert len(texts) > 600
    for text in texts[::every]:
        try:
            article = read_page(Page(text.encode(), "tin.txt", "text/plain"))
        except Unreadable:
            continue
        assert find_document(Reading(article)) is None, article.text[:80]


def test_the_day_of_issue_is_not_that_of_a_meeting() -> None:
    told = COLUMNS.replace(
        "Điều 1. Tặng",
        "Sáng 02/6/2018, Ủy ban nhân dân tỉnh tổ chức Hội nghị tổng kết phong trào thi đua năm 2017.\nĐiều 1. Tặng",
    )
    found = facts(told)
    assert [meeting.date for meeting in found.meetings] == ["2018-06-02"]
    assert found.document and found.document.issued and found.document.issued.role == "issued"
    undated = COLUMNS.replace(
        "Điều 1. Tặng", "Ủy ban nhân dân tỉnh đã tổ chức Hội nghị tổng kết phong trào thi đua.\nĐiều 1. Tặng"
    )
    assert [meeting.date for meeting in facts(undated).meetings] == [None]


def test_the_signer_is_an_official_once() -> None:
    signers = [one for one in facts(COLUMNS).officials if one.name == "Huỳnh Thị Quế"]
    assert [[claim.role for claim in one.roles] for one in signers] == [["sign"]]
    title = signers[0].titles[0]
    assert (title.text, title.canonical) == ("PHÓ CHỦ TỊCH", "Phó Chủ tịch Ủy ban nhân dân tỉnh Bình Phước")
    assert (title.level, title.province) == ("province", "Bình Phước")


def test_a_signer_whom_the_text_names_too_stays_one_person() -> None:
    named = COLUMNS.replace("Điều 1. Tặng", "Bà Huỳnh Thị Quế, Phó Chủ tịch UBND tỉnh chủ trì hội nghị.\nĐiều 1. Tặng")
    signers = [one for one in facts(named).officials if one.name == "Huỳnh Thị Quế"]
    assert [{claim.role for claim in one.roles} for one in signers] == [{"chair", "sign"}]


def test_a_decision_grants_at_the_level_of_who_issued_it() -> None:
    assert [(award.count, award.level) for award in facts(COLUMNS).awards] == [(12, "province")]


def test_a_page_that_repeats_a_decision_in_columns_is_one() -> None:
    """Portals paste decisions with the head as a table: two cells of several lines side by side."""
    paragraphs = "".join(f"<p>{line}</p>" for line in COLUMNS.strip().split("\n")[8:-7])
    left = "<td><p><b>ỦY BAN NHÂN DÂN<br>TỈNH BÌNH PHƯỚC</b></p><p>Số: 1034/QĐ-UBND</p></td>"
    right = f"<td><p>{NATION}<br>{MOTTO}</p><p><i>Bình Phước, ngày 5 tháng 6 năm 2018</i></p></td>"
    foot = "<td><p>Nơi nhận:<br>- Như Điều 2;<br>- Lưu: VT.</p></td><td><p>CHỦ TỊCH</p><p>Huỳnh Thị Quế</p></td>"
    tables = [f"<table><tr>{cells}</tr></table>" for cells in (left + right, foot)]
    body = f"<h1>Quyết định về việc tặng Bằng khen</h1>{tables[0]}{paragraphs}{tables[1]}"
    markup = f"<html><body><div class='content'>{body}</div></body></html>"
    found = find_document(Reading(read_page(Page(markup.encode(), "quyet-dinh.html"))))
    assert found and found.issuer and found.issuer.quote == "ỦY BAN NHÂN DÂN\nTỈNH BÌNH PHƯỚC"
    assert found.issued and found.issued.date == "2018-06-05"
    assert found.signer and (found.signer.name, found.signer.office) == ("Huỳnh Thị Quế", "CHỦ TỊCH")
    assert [span.quote for span in found.addressees] == ["Như Điều 2", "Lưu: VT"]


@given(
    st.sampled_from([text for text, _ in CASES]), st.lists(st.integers(0, 400), max_size=6), st.sampled_from("\n ;-.|")
)
def test_a_torn_document_still_has_true_spans(text: str, cuts: list[int], mark: str) -> None:
    for cut in cuts:
        text = text[:cut] + mark + text[cut + 1 :]
    article = article_of(text)
    found = find_document(Reading(article))
    if found:
        spans = [found.span, found.issuer, found.parent, found.number, found.place, found.abstract, *found.addressees]
        assert all(article.text[span.start : span.end] == span.quote for span in spans if span)


HOSTILE: dict[str, tuple[str, str, str]] = {
    "numbers": (f"{MOTTO}\n", "Số: 1/", ""),
    "copies": (f"{NATION}\nQUYẾT ĐỊNH\nNơi nhận:\n", "- A; ", ""),
    "offices on a line": (f"{MOTTO}\nBÁO CÁO\n", "CHỦ TỊCH ", "\nNơi nhận:\n"),
    "offices": (f"{MOTTO}\nBÁO CÁO\nNơi nhận:\n", "GIÁM ĐỐC\n", ""),
    "lists of copies": (f"{MOTTO}\nBÁO CÁO\n", "Nơi nhận:\n- A\nb\n", ""),
    "heads": (f"{MOTTO}\n", "CỘNG HÒA XÃ HỘI\n", "QUYẾT ĐỊNH\n"),
    "abstracts": (f"{MOTTO}\nQUYẾT ĐỊNH\n", "về việc và\n", ""),
}
"""What comes before, what comes very often, what comes after."""


def steps(text: str) -> int:
    """How many functions are called while a text is looked through for a document."""
    reading = Reading(article_of(text))
    called = 0

    def count(*_: object) -> None:
        nonlocal called
        called += 1

    sys.setprofile(count)
    try:
        find_document(reading)
    finally:
        sys.setprofile(None)
    return called


@pytest.mark.parametrize(("before", "often", "after"), HOSTILE.values(), ids=HOSTILE)
def test_four_times_the_hostile_input_takes_at_most_five_times_the_steps(before: str, often: str, after: str) -> None:
    few, many = (steps(f"{before}{often * times}{after}") for times in (400, 1_600))
    assert many <= 5 * few
