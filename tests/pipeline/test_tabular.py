"""Answers in three forms; nothing in a cell is obeyed by a spreadsheet or a terminal."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tabular import ROWS_FOR_EYES, Answer, Format, write


def _written(form: Format, columns: tuple[str, ...], *rows: tuple[object, ...]) -> str:
    out = io.StringIO()
    write(Answer(columns, iter(rows)), form, out)
    return out.getvalue()


_ROW = ("Cờ thi đua", 38, None, date(2022, 12, 22), Decimal("1.50"), ["chair", "speak"], {"empty": 2}, True)
_NAMES = tuple("abcdefgh")


def test_csv() -> None:
    told = _written(Format.CSV, _NAMES, _ROW)
    assert list(csv.reader(io.StringIO(told))) == [
        list(_NAMES), ["Cờ thi đua", "38", "", "2022-12-22", "1.5", '["chair", "speak"]', '{"empty": 2}', "True"],
    ]  # fmt: skip


def test_json() -> None:
    told = json.loads(_written(Format.JSON, _NAMES, _ROW, _ROW))
    assert told[1] == dict(
        zip(_NAMES, ("Cờ thi đua", 38, None, "2022-12-22", 1.5, ["chair", "speak"], {"empty": 2}, True), strict=True)
    )


@pytest.mark.parametrize(
    ("value", "told"),
    [(float("nan"), None), (b"x", "b'x'"), (datetime(2022, 1, 2, 3, tzinfo=UTC), "2022-01-02T03:00:00+00:00")],
)
def test_json_holds_what_json_has(value: object, told: object) -> None:
    assert json.loads(_written(Format.JSON, ("a",), (value,))) == [{"a": told}]


def test_json_keeps_columns_of_one_name_apart() -> None:
    assert json.loads(_written(Format.JSON, ("a", "a", "a_1"), (1, 2, 3))) == [{"a": 1, "a_2": 2, "a_1": 3}]


def test_no_rows() -> None:
    assert json.loads(_written(Format.JSON, ("a",))) == []
    assert _written(Format.CSV, ("a",)) == "a\n"
    assert "no rows" in _written(Format.TABLE, ("a",))


@pytest.mark.parametrize("cell", ["=1+1", "+84", "-5+cmd", "@SUM(A1)", "\tx", "\rx"])
def test_no_cell_is_a_formula(cell: str) -> None:
    told = _written(Format.CSV, (cell, "n"), (cell, -5))
    assert [row[0][0] for row in csv.reader(io.StringIO(told))] == ["'", "'"]
    assert [row[1] for row in csv.reader(io.StringIO(told))] == ["n", "-5"]


@given(st.text())
def test_nothing_in_a_table_is_obeyed_by_a_terminal(text: str) -> None:
    told = _written(Format.TABLE, ("a",), (text,))
    assert all(c.isprintable() or c == "\n" for c in told)


def test_markup_in_a_cell_is_text() -> None:
    assert "[bold]x[/bold]" in _written(Format.TABLE, ("a",), ("[bold]x[/bold]",))


def test_a_long_answer_says_what_it_leaves_out() -> None:
    told = _written(Format.TABLE, ("n",), *((n,) for n in range(ROWS_FOR_EYES + 7)))
    assert "7 more rows" in told
    assert (
        len(_written(Format.CSV, ("n",), *((n,) for n in range(ROWS_FOR_EYES + 7))).splitlines()) == ROWS_FOR_EYES + 8
    )
