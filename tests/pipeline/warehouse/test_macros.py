"""Vietnamese keys in SQL agree with those of the extractors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text import phrase_key, search_key
from pipeline.warehouse.dictionary import empty_warehouse
from tests.strategies import news

_CON = empty_warehouse()
_SYLLABLES = "hoà hòa thuỷ thủy quý quí quỷ qui lí lý kỉ kĩ kỹ sỹ sĩ tỉ tỷ mĩ hi khoẻ khỏe Đắk ĐẮK Ðảng đường Ủy ỦY ơn ưu".split()


def _keys(text: str) -> tuple[str, str]:
    found = _CON.execute("SELECT vn_name($text), vn_key($text)", {"text": text}).fetchone()
    assert found is not None
    return found


@given(st.lists(st.sampled_from(_SYLLABLES), max_size=12).map(" ".join))
def test_syllables_of_every_spelling(text: str) -> None:
    assert _keys(text) == (phrase_key(text), search_key(text))


@given(news.filter(lambda text: all(c.isascii() or c.isalpha() or c in "“”–\u00a0\u200b" for c in text)))
def test_running_text(text: str) -> None:
    assert _keys(text) == (phrase_key(text), search_key(text))


@pytest.mark.parametrize(
    ("text", "key"),
    [("Đắk Lắk", "dak lak"), ("Cả nước chung sức", "ca nuoc chung suc"), ("Thừa Thiên – Huế", "thua thien - hue")],
)
def test_keys_are_what_people_type(text: str, key: str) -> None:
    assert _keys(text)[1] == key


def test_a_slug_has_letters_digits_and_hyphens_only() -> None:
    slug = _CON.execute("SELECT vn_slug('  “Mỗi khóm, một việc” - 2023! ')").fetchone()
    assert slug == ("moi-khom-mot-viec-2023",)
