"""The registers of provinces and districts: what they hold, and how a mistake in them is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.files import RegisterError
from corpus.places import load_districts, load_provinces

HEADER = "name,type,successor,valid_from,valid_to,variants\n"
DAY = date(2025, 6, 30)


def test_sixty_three_provinces_before_and_thirty_four_after_the_first_of_july_2025() -> None:
    def alive(on: date) -> list[str]:
        provinces = load_provinces()
        return [p.name for p in provinces if (p.valid_from or date.min) <= on and on <= (p.valid_to or date.max)]

    assert len(alive(DAY)) == 63
    assert len(alive(date(2025, 7, 1))) == 34
    assert "Huế" in alive(date(2025, 1, 1))
    assert "Thừa Thiên Huế" in alive(date(2024, 12, 31))


def test_every_successor_is_a_province_that_exists_now() -> None:
    ended = {p.name: p.successor for p in load_provinces() if p.successor}
    now = {p.name for p in load_provinces() if not p.successor}
    assert set(ended.values()) <= now
    assert ended["Hà Giang"] == "Tuyên Quang"
    assert ended["Bà Rịa - Vũng Tàu"] == "Hồ Chí Minh"


def test_agrees_with_the_address_data_of_underthesea() -> None:
    from underthesea import convert_address

    for province in load_provinces():
        if province.name == "Hà Tây":
            continue
        known_as = "Huế" if province.name == "Thừa Thiên Huế" else province.name
        result = convert_address(f"Phường Không Có, Quận Không Có, {known_as}")
        successor = province.successor or province.name
        assert result.converted.removeprefix("Tỉnh ").removeprefix("Thành phố ").strip() == successor.replace(
            "Thừa Thiên Huế", "Huế"
        )


def test_a_district_lies_in_a_province_of_its_last_day() -> None:
    names = {p.name for p in load_provinces()}
    districts = load_districts()
    assert len(districts) > 690
    assert {d.province for d in districts} <= names
    assert {d.province for d in districts if d.name == "Việt Yên"} == {"Bắc Giang"}


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("A,tỉnh,B,,2025-06-30,\n", "provinces.csv:2: successor 'B' is no province"),
        ("A,tỉnh,A,,,\n", "provinces.csv:2: a successor needs a valid_to"),
        ("A,bang,,,,\n", "provinces.csv:2: type"),
        ("A,tỉnh,,,,\nA,tỉnh,,,,\n", "provinces.csv:3: province 'A' stands already"),
        ("A,tỉnh,,hôm qua,,\n", "provinces.csv:2: valid_from"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path: Path, rows: str, told: str) -> None:
    path = tmp_path / "provinces.csv"
    path.write_text(HEADER + rows, "utf-8")
    with pytest.raises(RegisterError, match=told.replace("(", r"\(")):
        load_provinces(path)


def test_a_district_in_an_unknown_province_is_told(tmp_path: Path) -> None:
    path = tmp_path / "districts.csv"
    path.write_text("name,type,province\nTân Sơn,huyện,Sao Hỏa\n", "utf-8")
    with pytest.raises(RegisterError, match=r"districts.csv:2: 'Sao Hỏa' is no province"):
        load_districts(path)
