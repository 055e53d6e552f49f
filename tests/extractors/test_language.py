"""The pipeline as a whole: exact evidence, no surprise on any text, the same facts every time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.language import COMPONENTS, document, extract, pipeline
from extractors.model import Facts, Span
from tests.articles import article_of
from tests.strategies import news

YEAR_END = """Hội nghị tổng kết phong trào thi đua năm 2022
Ngày 10/3/2023, UBND tỉnh Hà Giang tổ chức Hội nghị tổng kết phong trào thi đua, công tác khen thưởng năm 2022. \
Dự hội nghị có đồng chí Lê Văn Bền, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh; đồng chí Vũ Thị Hồng, Giám đốc Sở Nội vụ.
Phong trào thi đua “Cả nước chung sức xây dựng nông thôn mới” được hưởng ứng rộng khắp.
Dịp này, 12 tập thể, 30 cá nhân được Chủ tịch UBND tỉnh tặng Bằng khen; khen thưởng người lao động chiếm 61,5%.
"""


def spans(facts: Facts) -> Iterator[Span]:
    for kind in (facts.meetings, facts.campaigns, facts.awards, facts.shares, facts.officials):
        yield from (fact.span for fact in kind)
    for meeting in facts.meetings:
        yield from filter(None, [meeting.date_span])
    for official in facts.officials:
        yield from official.mentions
        yield from (title.span for title in official.titles)
        yield from (claim.span for claim in official.roles)


def test_every_kind_of_fact_is_found() -> None:
    facts = extract(article_of(YEAR_END))
    assert {c.campaign for c in facts.campaigns} == {"thi-dua-yeu-nuoc", "nong-thon-moi"}
    assert [(m.kind, m.date) for m in facts.meetings] == [("review", "2023-03-10")]
    assert {o.name for o in facts.officials} == {"Lê Văn Bền", "Vũ Thị Hồng"}
    assert {(a.award, a.count, a.unit) for a in facts.awards} == {
        ("bang-khen", 12, "collective"),
        ("bang-khen", 30, "individual"),
    }
    assert [s.percent for s in facts.shares] == [61.5]
    assert all(o.meeting == 0 for o in facts.officials)


def test_the_pipeline_is_made_of_registered_components() -> None:
    assert tuple(pipeline().pipe_names) == COMPONENTS
    assert all(spacy.Language.has_factory(name) for name in COMPONENTS)


@settings(max_examples=150)
@given(st.one_of(news, st.text()))
def test_any_text_is_read_and_every_quote_is_exact(text: str) -> None:
    article = article_of(text)
    for span in spans(extract(article)):
        assert article.text[span.start : span.end] == span.quote
        assert span.quote


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(YEAR_END.replace("”", "") * 20, id="quotes never closed"),
        pytest.param("“" * 5_000 + YEAR_END, id="a thousand quotes opened"),
        pytest.param(unicodedata.normalize("NFD", YEAR_END) * 5, id="decomposed"),
        pytest.param(
            YEAR_END.replace("Đ", "Ð").replace("ư", "ƣ").replace("ơ", "o\u031b"), id="letters of other alphabets"
        ),
        pytest.param(re.sub(r"[.!?\n]", ",", YEAR_END) * 40, id="a sentence without an end"),
        pytest.param(
            "Dự có " + ", ".join(f"ông Lê Văn A{i}, Giám đốc Sở Y tế" for i in range(1000)), id="a thousand names"
        ),
        pytest.param("12 tập thể, 30 cá nhân, " * 800, id="nothing but counts"),
    ],
)
def test_a_text_made_to_hurt_is_read_and_every_quote_is_exact(text: str) -> None:
    article = article_of(text)
    assert all(article.text[span.start : span.end] == span.quote for span in spans(extract(article)))


@given(news)
def test_composed_and_decomposed_text_give_the_same_facts(text: str) -> None:
    composed, decomposed = (extract(article_of(unicodedata.normalize(form, text))) for form in ("NFC", "NFD"))
    assert composed == decomposed


@given(news)
def test_the_same_article_gives_the_same_facts(text: str) -> None:
    assert extract(article_of(text)) == extract(article_of(text))


@given(st.one_of(news, st.text()))
def test_the_document_keeps_text_and_sentences(text: str) -> None:
    article = article_of(text)
    doc = document(article)
    assert doc.text == article.text
    assert [sentence.text.strip() for sentence in doc.sents if sentence.text.strip()] == [
        article.text[start:end] for start, end in doc._.reading.sentences
    ]
