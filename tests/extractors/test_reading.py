"""A reading gives exact spans, sentences that stay in their block, and the role of a place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from extractors.lexicon import words_of
from extractors.model import Article, Block
from extractors.reading import Reading
from tests.articles import reading_of
from tests.strategies import news


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


def test_the_words_of_a_stretch_keep_their_places() -> None:
    reading = reading_of("Dự họp. Hội nghị bế mạc")
    assert [(w.start, w.key) for w in reading.words_in(8, 16)] == [(8, "hội"), (12, "nghị")]
    assert reading.words_in(0, len(reading.key)) == words_of(reading.key)


def test_where_a_word_stands_with_one_that_follows_it() -> None:
    reading = reading_of("Phó Chủ tịch, Thủ tướng, thủ đô, Bộ trưởng")
    followers = {"chủ": frozenset({"tịch"}), "thủ": frozenset({"tướng"}), "trưởng": frozenset({""})}
    assert [reading.key[start:][:5] for start in reading.starts_of_pairs(followers)] == ["chủ t", "thủ t", "trưởn"]


@given(news)
def test_a_pattern_begun_at_its_first_words_finds_what_a_search_finds(text: str) -> None:
    reading = reading_of(text)
    begun = reading.matches(re.compile(r"(?:thi đua|thi|chủ tịch)(?!\w)"), ["thi", "chủ"])
    sought = re.finditer(r"(?<!\w)(?:thi đua|thi|chủ tịch)(?!\w)", reading.key)
    assert [m.span() for m in begun] == [m.span() for m in sought]


@given(news)
def test_no_match_goes_over_the_end_of_its_block(text: str) -> None:
    reading = reading_of(text)
    pattern = re.compile(r"thi(?:\s+đua)?(?!\w)")
    sought = [
        m.span() for block in reading.article.blocks for m in pattern.finditer(reading.key, block.start, block.end)
    ]
    alone = [(start, end) for start, end in sought if not reading.key[max(0, start - 1) : start].isalnum()]
    assert [m.span() for m in reading.block_matches(pattern, ["thi"])] == alone


def test_a_name_that_a_line_cuts_in_two_is_none() -> None:
    reading = reading_of("Phong trào thi\nđua yêu nước; thi  đua")
    assert [m[0] for m in reading.block_matches(re.compile(r"thi\s+đua"), ["thi"])] == ["thi  đua"]
