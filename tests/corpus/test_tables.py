"""The register of table headings: what it knows, and how it tells a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.files import RegisterError
from corpus.tables import load_tables


def test_the_register_knows_columns_and_labels() -> None:
    register = load_tables()
    columns = {name: row.means for row in register.columns for name in row.names}
    assert columns["họ và tên"] == "name" and columns["stt"] == "ordinal" and columns["số tập thể"] == "count"
    assert {row.means for row in register.labels} >= {"collective", "individual", "household", "total", "ditto"}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[[column]]\nmeans = "colour"\nnames = ["màu"]\n', "tables.toml:1: means"),
        (
            '[[column]]\nmeans = "note"\nnames = ["a"]\n[[column]]\nmeans = "year"\nnames = ["a"]\n',
            "tables.toml:4: heading 'a'",
        ),
        ('[[label]]\nmeans = "total"\nwords = ["cộng", "cộng"]\n', "tables.toml:1: label 'cộng'"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "tables.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(RegisterError, match=complaint):
        load_tables(path)
