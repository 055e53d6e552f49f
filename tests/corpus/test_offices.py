"""The registers of offices, abbreviations and names: what they hold, and how a mistake in them is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corpus.files import HOME, RegisterError
from corpus.offices import load_names, load_offices

REGISTERS = HOME / "registers"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name in ("offices.toml", "abbreviations.toml"):
        shutil.copy(REGISTERS / name, tmp_path / name)
    return tmp_path


def test_every_abbreviation_of_an_office_or_a_body_stands_for_one_that_is_known() -> None:
    register = load_offices()
    known = {name.casefold() for row in (*register.heads, *register.bodies) for name in row.names}
    for row in register.abbreviations:
        if row.kind == "body":
            words = row.long.casefold().split()
            assert any(" ".join(words[:n]) in known for n in range(len(words), 0, -1)), row.long


def test_a_part_ranks_below_the_whole() -> None:
    rank = {name: body.rank for body in load_offices().bodies for name in body.names}
    assert rank["Đội"] < rank["Phòng"] < rank["Chi cục"] < rank["Cục"] < rank["Tổng cục"] < rank["Bộ"]


def test_common_family_names_are_known() -> None:
    common = {name for family in load_names().families if family.common for name in family.names}
    assert {"Nguyễn", "Trần", "Lê"} <= common


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ('\n[[head]]\nnames = ["Bí thư"]\ntakes = "name"\n', r"offices.toml:\d+: head 'Bí thư' stands already"),
        ('\n[[head]]\nnames = ["Quan lớn"]\ntakes = "gì"\n', r"offices.toml:\d+: takes"),
        ('\n[[body]]\nnames = ["Viện mới"]\ntakes = "name"\nrank = 99\n', r"offices.toml:\d+: rank"),
        ('\n[[body]]\nnames = ["Viện mới"]\ntakes = "name"\nrank = 9\nsố = 1\n', r"offices.toml: not valid TOML"),
        ('\n[[head]]\nnames = ["Giám quan"]\ntakes = "name"\nsecond = true\n', r"offices.toml:\d+: second"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(home: Path, row: str, told: str) -> None:
    path = home / "offices.toml"
    path.write_text(path.read_text("utf-8") + row, "utf-8")
    with pytest.raises(RegisterError, match=told):
        load_offices(home)


def test_a_short_form_stands_for_one_thing(home: Path) -> None:
    path = home / "abbreviations.toml"
    row = '\n[[abbreviation]]\nshort = ["UBND"]\nlong = "Ủy ban nhân dân"\nkind = "body"\n'
    path.write_text(path.read_text("utf-8") + row, "utf-8")
    with pytest.raises(RegisterError, match=r"abbreviations.toml:\d+: abbreviation 'UBND' stands already"):
        load_offices(home)


def test_a_family_name_stands_once(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text('[[family]]\npeople = "x"\nnames = ["Lê", "Lê"]\n', "utf-8")
    with pytest.raises(RegisterError, match=r"names\.toml:1: family name 'Lê' stands already"):
        load_names(path)
