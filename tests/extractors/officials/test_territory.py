"""Where a place ends and a person's name begins."""

from __future__ import annotations

import pytest

from corpus.places import District, load_districts
from extractors.officials.people import find_people
from tests.articles import reading_of


def told(text: str) -> list[tuple[str, list[str]]]:
    return [(person.name, [title.text for title in person.titles]) for person in find_people(reading_of(text))]


@pytest.mark.parametrize("name", ["Nguyễn Văn Bền", "Lò Thị Bền", "Hà Bền Tám", "Giàng A Bền", "Triệu Đức Bền"])
def test_behind_any_district_the_name_of_its_chairman_is_found(name: str) -> None:
    def fails(district: District) -> bool:
        unit = "" if district.name.startswith("Quận ") else district.type + " "
        office = f"Chủ tịch UBND {unit}{district.name}"
        return told(f"{office} {name} nhấn mạnh.") != [(name, [office])]

    wrong = [district.name for district in load_districts() if fails(district)]
    assert len(wrong) <= 8, wrong


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("Bí thư Đảng ủy xã Tân Hòa", "Trần Thị Bền"),
        ("Bí thư Đảng ủy xã Hoàng Văn Thụ", "Trần Thị Bền"),
        ("Bí thư Đảng ủy phường Hai Bà Trưng", "Trần Thị Bền"),
        ("Bí thư Đảng ủy đặc khu Phú Quý", "Lê Bền Tám"),
        ("Chủ tịch UBND xã Ea H'leo", "Y Ben Niê"),
        ("Bí thư Tỉnh ủy Hà Giang", "Lò Thị Bền"),
        ("Trưởng Ban Dân vận Tỉnh ủy", "Thái Bình An"),
        ("Chủ tịch UBND tỉnh", "Hà Giang Linh"),
        ("Chủ tịch UBND xã", "Kim Thị Bền"),
    ],
)
def test_a_run_of_capitals_is_parted(office: str, name: str) -> None:
    assert told(f"{office} {name} nhấn mạnh.") == [(name, [office])]


@pytest.mark.parametrize("place", ["xã Lê Lợi", "phường Lê Hồng Phong", "phường Trần Hưng Đạo", "xã Hòa Bình 1"])
def test_behind_a_name_the_whole_run_is_the_place(place: str) -> None:
    assert told(f"Ông Lê Văn Bền, Chủ tịch UBND {place}.") == [("Lê Văn Bền", [f"Chủ tịch UBND {place}"])]
