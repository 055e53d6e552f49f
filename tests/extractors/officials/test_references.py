"""Later mentions by office, given name or honorific alone."""

from __future__ import annotations

import pytest
from hypothesis import given

from extractors.officials.people import find_people
from extractors.officials.references import find_references
from tests.articles import reading_of
from tests.strategies import news


def told(text: str) -> list[tuple[str, str]]:
    """The words that refer, and to whom."""
    reading = reading_of(text)
    people = find_people(reading)
    references = find_references(reading, people)
    return [(reading.text[one.start : one.end], people[one.person].name) for one in references]


AN = "Dự có ông Lê Văn Bền, Phó Chủ tịch nước."
BOTH = "Dự có đồng chí Lê Văn Bền, Bí thư Tỉnh ủy và đồng chí Trần Thị Mận, Phó Chủ tịch UBND tỉnh."


@pytest.mark.parametrize(
    ("text", "references"),
    [
        (f"{AN} Phó Chủ tịch nước nhấn mạnh ba việc.", [("Phó Chủ tịch nước", "Lê Văn Bền")]),
        (f"{AN} Ông đề nghị các tỉnh làm tốt.", [("Ông", "Lê Văn Bền")]),
        (f"{AN} Ông Bền cũng chúc mừng.", [("Ông Bền", "Lê Văn Bền")]),
        (f"{BOTH} Bí thư Tỉnh ủy yêu cầu các cấp vào cuộc.", [("Bí thư Tỉnh ủy", "Lê Văn Bền")]),
        (f"{BOTH} Bà Mận nêu ý kiến.", [("Bà Mận", "Trần Thị Mận")]),
        (
            "Ông Lê Văn Bền, Chủ tịch UBND tỉnh Lào Cai dự. Chủ tịch UBND tỉnh nhấn mạnh.",
            [("Chủ tịch UBND tỉnh", "Lê Văn Bền")],
        ),
        ("Bí thư Thành ủy Lê Văn Bền dự. Bí thư lưu ý ba việc.", [("Bí thư", "Lê Văn Bền")]),
        ("Đại sứ Italia Marco Rossi dự. Đại sứ Marco chia sẻ.", [("Đại sứ Marco", "Marco Rossi")]),
        (
            "Thứ trưởng Bộ Nội vụ Lê Văn Bền dự. Thứ trưởng nhấn mạnh.",
            [("Thứ trưởng", "Lê Văn Bền")],
        ),
    ],
)
def test_a_reference_to_the_one_who_fits(text: str, references: list[tuple[str, str]]) -> None:
    assert told(text) == references


@pytest.mark.parametrize(
    "text",
    [
        f"{BOTH} Đồng chí đề nghị các cấp vào cuộc.",
        f"{AN} Huân chương của Phó Chủ tịch nước được trao.",
        f"{AN} Bà nhấn mạnh.".replace("Lê Văn Bền", "Lê Văn Tám"),
        f"{AN} Ông Bền Hải nói.",
        f"Ông Bền nói. {AN}",
        "Dự có ông Lê Văn Bền, Bí thư; ông Trần Văn Bền, Chủ tịch. Ông Bền nói.",
        f"{AN} Các đồng chí đề nghị bổ sung.",
        f"{AN} Em Nguyễn Anh Bền hát.",
    ],
)
def test_no_reference_where_nobody_or_more_than_one_fits(text: str) -> None:
    assert told(text) == []


@given(news)
def test_any_text_gives_references_in_order_to_people_that_exist(text: str) -> None:
    reading = reading_of(text)
    people = find_people(reading)
    references = find_references(reading, people)
    assert list(references) == sorted(references, key=lambda one: one[:3])
    assert all(0 <= one.start < one.end <= len(reading.text) and one.person < len(people) for one in references)
