"""The year of a Tết, by number and by name."""

from __future__ import annotations

import pytest

from extractors.dates.model import PartialDate
from extractors.dates.new_year import year_of_new_year


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gặp mặt mừng đảng, mừng xuân kỷ hợi", 2019),
        ("chúc tết nguyên đán canh tý", 2020),
        ("chúc tết cổ truyền giáp thìn", 2024),
        ("quà tết quý tị cho hộ nghèo", 2013),
        ("xuân giáp tỵ", None),
        ("tết canh tý khác tết tân sửu", None),
        ("năm kỷ hợi", None),
    ],
)
def test_the_name_of_a_new_year_tells_its_number(text: str, expected: int | None) -> None:
    assert year_of_new_year(text, PartialDate(12, 2)) == expected


def test_it_speaks_of_days_in_spring_only() -> None:
    assert year_of_new_year("mừng xuân kỷ hợi", PartialDate(12, 9)) is None
