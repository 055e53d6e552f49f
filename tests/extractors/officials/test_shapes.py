"""The shapes in which people and offices stand together (`shapes.txt`)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractors.officials.find import find_officials
from tests.articles import reading_of

_SHAPES = (Path(__file__).parent / "shapes.txt").read_text("utf-8")
_PERSON = re.compile(r"  (?P<name>[^:]+): (?P<offices>.+)")


def shapes() -> list[tuple[str, dict[str, list[str]]]]:
    """Each sentence with its people and their offices; "/" in the file stands for a new line."""
    read: list[tuple[str, dict[str, list[str]]]] = []
    for line in filter(None, _SHAPES.splitlines()):
        if person := _PERSON.fullmatch(line):
            read[-1][1][person["name"]] = person["offices"].split(" | ")
        elif not line.startswith("#"):
            read.append((line[2:].replace(" / ", "\n"), {}))
    return read


@pytest.mark.parametrize(("text", "people"), shapes())
def test_each_person_has_the_offices_of_the_shape(text: str, people: dict[str, list[str]]) -> None:
    found = find_officials(reading_of(text))
    assert {official.name: [title.text for title in official.titles] for official in found} == people


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Đồng chí Phí Thị Hằng, Chủ tịch Hội Làm vườn tỉnh dự lễ. Đồng chí đề nghị chăm lo.", "Phí Thị Hằng", "speak"),
        ("Ông Đinh Trọng Nam, Chánh án TAND tỉnh dự. Chánh án TAND tỉnh yêu cầu.", "Đinh Trọng Nam", "speak"),
        ("Đồng chí Tạ Thị Yên, Trưởng ban Thi đua - Khen thưởng phát biểu chỉ đạo", "Tạ Thị Yên", "speak"),
        ("Đ\nồng chí Hứa Văn Khang, Phó Chủ tịch Hội Nông dân trao Giấy khen", "Hứa Văn Khang", "present_award"),
    ],
)
def test_what_is_said_later_and_under_pictures_is_of_the_same_person(text: str, name: str, role: str) -> None:
    (official,) = find_officials(reading_of(text))
    assert official.name == name
    assert role in {claim.role for claim in official.roles}


@pytest.mark.parametrize(
    ("text", "provinces"),
    [
        ("Về phía tỉnh Hà Tĩnh có đồng chí Trà Quốc Việt, Phó Chủ tịch UBND tỉnh.", ["Hà Tĩnh"]),
        ("Tại điểm cầu tỉnh Gia Lai có bà Rơ Châm H'Yéo, Phó Chủ tịch UBND tỉnh dự.", ["Gia Lai"]),
    ],
)
def test_a_bare_province_is_the_one_of_the_side(text: str, provinces: list[str]) -> None:
    found = find_officials(reading_of(text))
    assert [title.province for official in found for title in official.titles] == provinces
