"""Phrases are found longest first, over the punctuation that may stand inside them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from extractors.lexicon import Lexicon, cut, words_of
from extractors.text import match_key
from tests.strategies import news

NAMES = Lexicon([("Vì người nghèo", "fund"), ("Vì người nghèo - Không để ai bị bỏ lại phía sau", "campaign")])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("“Vì người nghèo, không để ai bị bỏ lại phía sau”", "campaign"),
        ("VÌ NGƯỜI NGHÈO – Không để ai bị bỏ lại phía sau", "campaign"),
        ("Quỹ Vì người nghèo. Không để ai thiếu Tết", "fund"),
    ],
)
def test_the_longest_phrase_wins(text: str, value: str) -> None:
    assert [hit.value for hit in NAMES.find(match_key(text))] == [value]


def test_a_phrase_does_not_begin_inside_a_word() -> None:
    assert not list(Lexicon([("an", 1)]).find("toàn dân"))


def test_match_at_wants_the_exact_place() -> None:
    key = match_key("Chủ tịch nước dự")
    assert Lexicon([("Chủ tịch nước", 1)]).match_at(key, 0)
    assert Lexicon([("Chủ tịch nước", 1)]).match_at(key, 4) is None


def test_a_phrase_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="without a word"):
        Lexicon([("--", 1)])


@given(news)
def test_hits_are_ordered_and_do_not_overlap(text: str) -> None:
    key = match_key(text)
    hits = list(Lexicon([("thi đua", 1), ("phong trào thi đua", 2), ("chủ tịch", 3)]).find(key))
    assert all(a.end <= b.start for a, b in pairwise(hits))
    assert all(key[hit.start : hit.end] in {"thi đua", "phong trào thi đua", "chủ tịch"} for hit in hits)


def test_words_know_their_place() -> None:
    assert [(w.start, w.end, w.key) for w in words_of("a, bc")] == [(0, 1, "a"), (3, 5, "bc")]


@given(news)
def test_a_cut_text_has_the_same_words(text: str) -> None:
    key = match_key(text)
    words, starts, gaps = cut(key)
    assert list(zip(words, starts, strict=True)) == [(word.key, word.start) for word in words_of(key)]
    assert key.startswith("".join(gap + word for gap, word in zip(gaps, words, strict=True)))


@pytest.mark.parametrize("key", ["", " ", "a", " a", "a.", "-- a, b --"])
def test_a_text_of_marks_has_no_empty_words(key: str) -> None:
    words, starts, _ = cut(key)
    assert list(zip(words, starts, strict=True)) == [(word.key, word.start) for word in words_of(key)]
