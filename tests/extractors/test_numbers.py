"""Numbers as Vietnamese writes them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.numbers import numbers_in
from extractors.text import clean, match_key
from tests.spelled import spelled

WHOLE = st.one_of(st.integers(1, 10**4), st.integers(1, 10**12 - 1))


def counts(text: str) -> list[tuple[int | None, str]]:
    return [(number.count, number.qualifier) for number in numbers_in(match_key(clean(text).text))]


def value(text: str) -> int | Fraction:
    """The value of a text that is one number and nothing else."""
    key = match_key(clean(text).text)
    [number] = numbers_in(key)
    assert (number.start, number.end) == (0, len(key))
    return number.value


@given(WHOLE)
def test_words_and_figures_say_the_same(whole: int) -> None:
    assert value(spelled(whole)) == whole


@given(WHOLE)
def test_grouped_figures_are_thousands(whole: int) -> None:
    assert value(f"{whole:,}".replace(",", ".")) == whole
    assert value(f"{whole:,}".replace(",", "\u00a0")) == whole


@given(st.integers(0, 999), st.integers(1, 99))
def test_a_comma_begins_decimals(whole: int, hundredths: int) -> None:
    assert value(f"{whole},{hundredths:02}") == whole + Fraction(hundredths, 100)


@given(st.text(max_size=60))
def test_any_text_gives_numbers_that_lie_in_it(text: str) -> None:
    key = match_key(clean(text).text)
    past = 0
    for number in numbers_in(key):
        assert past <= number.start <= number.number_start < number.end <= len(key)
        past = number.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hai nghìn không trăm chín mươi mốt", 2091), ("hai ngàn không trăm chín mươi mốt", 2091), ("mười lăm", 15),
        ("bốn mươi tư", 44), ("một trăm linh năm", 105), ("một trăm lẻ năm", 105), ("ba chục", 30), ("sáu", 6),
        ("hai triệu rưỡi", 2_500_000), ("ba trăm rưỡi", 350), ("1,2 triệu", 1_200_000), ("5 nghìn", 5000), ("06", 6),
        ("2 091", 2091), ("1.234.567", 1_234_567), ("32 vạn", 320_000), ("ba vạn hai nghìn", 32_000),
    ],
)  # fmt: skip
def test_spellings_of_one_number(text: str, expected: int) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "587/QĐ-TTg",
        "ngày 3.10",
        "19/7/2017",
        "4/10",
        "lúc 9h30",
        "20-10-2019",
        "1/23",
        "34-CT/TW",
        "13:45",
        "hàng trăm",
    ],
)
def test_what_is_written_like_a_number_and_counts_nothing(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("hơn 5 nghìn", "over"),
        ("trên 1.900", "over"),
        ("gần ba mươi", "under"),
        ("khoảng 200", "about"),
        ("200", "exact"),
    ],
)
def test_the_word_before_a_number_qualifies_it(text: str, qualifier: str) -> None:
    assert [q for _, q in counts(text)] == [qualifier]


def test_decomposed_letters_are_the_same_numbers() -> None:
    assert counts("năm mươi lăm hộ") == counts("na\u0306m mu\u031bo\u031bi la\u0306m hộ") == [(55, "exact")]


def test_a_fraction_counts_nothing() -> None:
    assert counts("đạt 13,56") == [(None, "exact")]
