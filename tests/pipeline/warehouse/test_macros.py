"""Vietnamese keys in SQL agree with those of the extractors."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.text import phrase_key, search_key
from pipeline.warehouse.dictionary import empty_warehouse
from tests.strategies import pieces

_CON = empty_warehouse()
_WORDS = """
hoà hòa thuỷ thủy quý quí quỷ qui lí lý kỉ kĩ kỹ sỹ sĩ tỉ tỷ mĩ hi khoẻ khỏe Đắk ĐẮK Ðảng đường Ủy ỦY ơn ưu
"""
_SYLLABLES = _WORDS.split()
_NOISE = st.text("oòaàưđĐqyỹ\u0300\u0301\u00a0\u200b\t –-“”'’.,;:()/0123456789_", max_size=6)
_running = st.lists(st.one_of(pieces, pieces, _NOISE), max_size=30).map(" ".join)


def _keys(texts: list[str]) -> list[tuple[str, str]]:
    """vn_name and vn_key of each text, in one query."""
    return _CON.execute(
        "SELECT vn_name(text), vn_key(text) FROM (SELECT unnest($texts) AS text)", {"texts": texts}
    ).fetchall()


def _many(texts: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(texts, min_size=20, max_size=80)


@settings(max_examples=10)
@given(_many(st.lists(st.sampled_from(_SYLLABLES), max_size=12).map(" ".join)))
def test_syllables_of_every_spelling(texts: list[str]) -> None:
    assert _keys(texts) == [(phrase_key(text), search_key(text)) for text in texts]


@settings(max_examples=10)
@given(_many(_running))
def test_running_text(texts: list[str]) -> None:
    assert _keys(texts) == [(phrase_key(text), search_key(text)) for text in texts]


@pytest.mark.parametrize(
    ("text", "key"),
    [("Đắk Lắk", "dak lak"), ("Cả nước chung sức", "ca nuoc chung suc"), ("Thừa Thiên – Huế", "thua thien - hue")],
)
def test_keys_are_what_people_type(text: str, key: str) -> None:
    assert _keys([text])[0][1] == key


def test_a_slug_has_letters_digits_and_hyphens_only() -> None:
    slug = _CON.execute("SELECT vn_slug('  “Mỗi khóm, một việc” - 2023! ')").fetchone()
    assert slug == ("moi-khom-mot-viec-2023",)
