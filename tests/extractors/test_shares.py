"""Percentages of the awards themselves."""

from __future__ import annotations

import pytest
from hypothesis import given

from extractors.shares import find_shares
from tests.articles import reading_of
from tests.strategies import news


def percents(text: str) -> list[float]:
    return [share.percent for share in find_shares(reading_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Khen thưởng thường xuyên chiếm 20,5%, khen thưởng đột xuất 3%, các danh hiệu thi đua 1,25%.",
            [20.5, 3.0, 1.25],
        ),
        ("Tỷ lệ khen thưởng cho nông dân chiếm 12,5%, tăng 3,1% so với năm trước.", [12.5]),
        ("Nông dân chỉ chiếm 4,5% tổng số cá nhân được khen.", [4.5]),
        ("Số cá nhân được khen là công nhân chiếm 67,5% (chỉ tiêu là 60%).", [67.5]),
        ("Khen thưởng cán bộ lãnh đạo là 20,5%; người lao động là 79,5%.", [20.5, 79.5]),
        ("Có trên 68 phần trăm là khen thưởng cho tập thể nhỏ.", [68.0]),
        ("Trong tổng số 91 cá nhân được khen thưởng, tỷ lệ người lao động trực tiếp chiếm 79%.", [79.0]),
    ],
)
def test_shares_of_awards_are_found(text: str, expected: list[float]) -> None:
    assert percents(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Thu ngân sách đạt 92,4% dự toán, chiếm 34,3% tổng thu của cả nước.",
        "Làm tốt công tác thi đua, khen thưởng, tỷ lệ hộ nghèo của huyện chiếm 5,2%.",
        "Phấn đấu tỷ lệ khen thưởng cho công nhân chiếm 70%.",
        "Tỷ lệ khen thưởng cho nông dân chiếm 250%.",
        "Có 94,2% hộ đạt gia đình văn hóa.",
        "Người bị thương tật từ 61% trở lên sẽ được tặng Huân chương Dũng cảm.",
    ],
)
def test_other_percentages_are_not(text: str) -> None:
    assert percents(text) == []


def test_a_share_told_twice_is_one() -> None:
    told = "Khen đột xuất chiếm 6,3%."
    assert percents(f"{told}\n{told}") == [6.3]


def test_the_words_tell_what_it_is_a_share_of() -> None:
    share = find_shares(reading_of("Trong đó, tỷ lệ khen thưởng cho người lao động trực tiếp chiếm 79%."))[0]
    assert share.of == "khen thưởng cho người lao động trực tiếp"
    assert share.span.quote.endswith("79%")


@given(news)
def test_any_text_gives_exact_quotes(text: str) -> None:
    reading = reading_of(text)
    for share in find_shares(reading):
        assert reading.text[share.span.start : share.span.end] == share.span.quote
        assert share.of == share.of.strip()
