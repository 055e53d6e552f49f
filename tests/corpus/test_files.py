"""A mistake in a data file is told with the file, the line, the key and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.files import RegisterError, RegisterRow, checked, read_csv, read_toml, unique


class Colour(RegisterRow):
    id: str
    wave: int


def colours(path: Path) -> list[Colour]:
    return [row for _, row in checked(path, read_toml(path, "colour"), Colour)]


def test_rows_are_typed_and_know_their_line(tmp_path: Path) -> None:
    path = tmp_path / "colours.toml"
    path.write_text('# two\n[[colour]]\nid = "red"\nwave = 700\n\n[[colour]]\nid = "blue"\nwave = 450\n')
    assert [row.id for row in colours(path)] == ["red", "blue"]
    assert [raw.line for raw in read_toml(path, "colour")] == [2, 6]


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ('id = "red"', "colours.toml:1: wave: field required"),
        ('id = "red"\nwave = "long"', "colours.toml:1: wave: input should be a valid integer"),
        ('id = "red"\nwave = 1\nshade = "dark"', "colours.toml:1: shade: extra inputs are not permitted"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(tmp_path: Path, entry: str, says: str) -> None:
    path = tmp_path / "colours.toml"
    path.write_text(f"[[colour]]\n{entry}\n")
    with pytest.raises(RegisterError, match=says):
        colours(path)


def test_broken_toml_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "colours.toml"
    path.write_text("[[colour]\n")
    with pytest.raises(RegisterError, match=r"colours.toml: not valid TOML"):
        read_toml(path, "colour")


def test_toml_of_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "colours.toml"
    path.write_bytes(b"[[colour]]\n" + 'id = "đỏ"'.encode("utf-16"))
    with pytest.raises(RegisterError, match=r"colours.toml:2: not UTF-8; save the file as UTF-8"):
        read_toml(path, "colour")


@pytest.mark.parametrize("entries", ['[{id = "red", wave = 1}]', "3", '""', "{}", "{id = 1}", "[1]"])
def test_what_is_no_list_of_tables_is_refused_and_inline_tables_would_lose_their_line(
    tmp_path: Path, entries: str
) -> None:
    path = tmp_path / "colours.toml"
    path.write_text(f"colour = {entries}\n")
    with pytest.raises(RegisterError, match="line of its own"):
        read_toml(path, "colour")


def test_csv_rows_know_their_line_and_empty_cells_are_absent(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("id,wave\nred,700\nblue,\n")
    assert [(raw.line, raw.values) for raw in read_csv(path)] == [
        (2, {"id": "red", "wave": "700"}),
        (3, {"id": "blue"}),
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'id,wave\nred,1\n"blue,2\n', r"rows.csv:3: unexpected end of data; mend the line"),
        (b"id,wave\nred,1\n\xff,2\n", r"rows.csv:3: not UTF-8; save the file as UTF-8"),
    ],
)
def test_broken_csv_is_refused_with_its_line(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes(content)
    with pytest.raises(RegisterError, match=says):
        read_csv(path)


def test_a_key_may_stand_once() -> None:
    with pytest.raises(RegisterError, match=r"a.toml:9: alias 'x' stands already at line 4"):
        unique(Path("a.toml"), [(4, "x"), (9, "x")], "alias")
