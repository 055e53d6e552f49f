"""Normalisation keeps its map, and the match key keeps its length."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text import Mapped, clean, joined, match_key, phrase_key, search_key
from tests.strategies import news


@given(st.one_of(news, st.text()))
def test_every_character_maps_into_the_original(raw: str) -> None:
    cleaned = clean(raw)
    assert len(cleaned.text) == len(cleaned.origin)
    assert list(cleaned.origin) == sorted(cleaned.origin)
    assert all(0 <= o < len(raw) for o in cleaned.origin)


@given(st.one_of(news, st.text()))
def test_the_key_has_the_length_of_the_text(raw: str) -> None:
    text = clean(raw).text
    assert len(match_key(text)) == len(text)


@given(news)
def test_composed_and_decomposed_text_read_the_same(raw: str) -> None:
    assert clean(unicodedata.normalize("NFD", raw)).text == clean(unicodedata.normalize("NFC", raw)).text


@given(news)
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    once = clean(raw).text
    assert clean(once).text == once


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Ðảng bộ", "Đảng bộ"),
        ("lƣợng", "lượng"),
        ("13,56\u00a0%", "13,56 %"),
        ("thi\u200b đua\ufeff", "thi đua"),
        ("một\r\nhai\rba", "một\nhai\nba"),
        ("tab\tvà\x07chuông", "tab vàchuông"),
    ],
)
def test_clean_mends_what_pages_break(raw: str, expected: str) -> None:
    assert clean(raw).text == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Hoà Bình", "Hòa Bình"),
        ("Uỷ ban", "Ủy ban"),
        ("Chiến sỹ", "chiến sĩ"),
        ("Kỉ niệm chương", "Kỷ niệm chương"),
        ("Thi đua – Khen thưởng", "Thi đua - Khen thưởng"),
        ("«Dân vận khéo»", "“Dân vận khéo”"),
    ],
)
def test_spellings_that_mean_the_same_share_a_key(a: str, b: str) -> None:
    assert phrase_key(a) == phrase_key(b)


@pytest.mark.parametrize("word", ["quý", "quỷ", "giá", "già", "thuở"])
def test_words_that_only_look_alike_keep_their_tones(word: str) -> None:
    assert match_key(word) == word


def test_the_search_key_folds_the_crossed_d() -> None:
    assert search_key("Đắk Lắk") == "dak lak"


def test_replace_and_join_keep_the_map() -> None:
    raw = "Đ\nồng chí"
    mended = clean(raw).replace(re.compile(r"\n"), "")
    assert mended.text == "Đồng chí"
    assert [raw[o] for o in mended.origin] == list("Đồng chí")
    both = joined([mended.cut(0, 4), mended.cut(5, 8)], "\n")
    assert both.text == "Đồng\nchí"
    assert [raw[o] for i, o in enumerate(both.origin) if i != 4] == list("Đồngchí")


def test_a_map_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="map of 1 positions"):
        Mapped("ab", (0,))
