"""Sentences end where a reader would say they do."""

from __future__ import annotations

import pytest
from hypothesis import given

from extractors.sentences import sentence_bounds
from tests.strategies import news


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in sentence_bounds(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hội nghị bế mạc. Năm nay có mưa.", ["Hội nghị bế mạc.", "Năm nay có mưa."]),
        ("Bế mạc hội nghị.Năm 2012 được mùa", ["Bế mạc hội nghị.", "Năm 2012 được mùa"]),
        ("Ủy viên BCH T.Ư Đảng dự", ["Ủy viên BCH T.Ư Đảng dự"]),
        ("Đại biểu TP. Hải Phòng dự", ["Đại biểu TP. Hải Phòng dự"]),
        ("GS.TS. Lê Bền nói. Hết.", ["GS.TS. Lê Bền nói.", "Hết."]),
        ("Có 2.091 tập thể, tăng 13,56%. Còn lại", ["Có 2.091 tập thể, tăng 13,56%.", "Còn lại"]),
        ("Ngày 3.10 khai mạc", ["Ngày 3.10 khai mạc"]),
        ("Ông nói: “Tốt lắm.” Mọi người vỗ tay", ["Ông nói: “Tốt lắm.”", "Mọi người vỗ tay"]),
        ("Dòng một\nDòng hai", ["Dòng một", "Dòng hai"]),
        ("Kết thúc./.", ["Kết thúc./."]),
        ("", []),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(news)
def test_nothing_but_space_is_lost_between_sentences(text: str) -> None:
    bounds = list(sentence_bounds(text, 0, len(text)))
    at = 0
    for start, end in bounds:
        assert start >= at
        assert end > start
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize("text", ["Hà Nội vs. ở quê", "Hội nghị (tại T.Ư). đạt kết quả"])
def test_a_small_accented_letter_begins_no_sentence(text: str) -> None:
    assert sentences(text) == [text]
