"""A reading gives exact spans, sentences that stay in their block, and the role of a place."""

from __future__ import annotations

import pytest

from extractors.model import Article, Block
from extractors.reading import Reading
from tests.articles import reading_of


def test_a_span_slices_the_text() -> None:
    span = reading_of("Hội nghị tổng kết").span(9, 17)
    assert span.quote == "tổng kết"


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 2), (0, 99)])
def test_an_impossible_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        reading_of("Hội nghị").span(start, end)


def test_a_sentence_never_crosses_a_block() -> None:
    reading = reading_of("Tiêu đề không dấu chấm\nĐoạn một. Đoạn hai.")
    assert [reading.text[a:b] for a, b in reading.sentences] == ["Tiêu đề không dấu chấm", "Đoạn một.", "Đoạn hai."]
    assert reading.text[slice(*reading.sentence_at(35))] == "Đoạn hai."


def test_places_know_their_block() -> None:
    article = Article("t", "Tên\nChú thích", (Block(0, 3, "title"), Block(4, 13, "caption")))
    assert Reading(article).role_at(0) == "title"
    assert Reading(article).role_at(8) == "caption"


def test_an_empty_article_has_no_sentences() -> None:
    reading = Reading(Article("t", "", ()))
    assert reading.sentences == ()
    assert reading.sentence_at(0) == (0, 0)
