"""Answers as a table for eyes, as CSV for a spreadsheet, as JSON for a program."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from itertools import count, islice
from typing import Any, TextIO

from pipeline.errors import printable
from pipeline.harmless import guarded

PIPED_WIDTH = 160
"""Columns of a table that does not go to a terminal."""
ROWS_FOR_EYES = 500
"""Rows that a table shows; CSV and JSON have all."""


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Answer:
    """Named columns and rows, which may be read only once."""

    columns: tuple[str, ...]
    rows: Iterable[Sequence[Any]]


def write(answer: Answer, form: Format, out: TextIO) -> None:
    """Print an answer in one of the formats."""
    {Format.TABLE: _write_table, Format.CSV: _write_csv, Format.JSON: _write_json}[form](answer, out)


def _write_csv(answer: Answer, out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_guarded(name) for name in answer.columns])
    writer.writerows([_csv_cell(value) for value in row] for row in answer.rows)


def _csv_cell(value: object) -> object:
    plain = _plain(value)
    if isinstance(plain, str):
        return _guarded(plain)
    return json.dumps(plain, ensure_ascii=False) if isinstance(plain, list | dict) else plain


def _guarded(text: str) -> str:
    return guarded(text).replace("\r", " ")


def _write_json(answer: Answer, out: TextIO) -> None:
    before = "[\n"
    names = told_apart(answer.columns)
    for row in answer.rows:
        told = {name: _plain(value) for name, value in zip(names, row, strict=True)}
        out.write(before + json.dumps(told, ensure_ascii=False))
        before = ",\n"
    out.write("[]\n" if before == "[\n" else "\n]\n")


def told_apart(names: Sequence[str]) -> list[str]:
    """The names, those that stand there again with a number that no other name has.

    >>> told_apart(["a", "a", "a_1", "a"])
    ['a', 'a_2', 'a_1', 'a_3']
    """
    taken = set(names)
    apart: list[str] = []
    for name in names:
        if name in apart:
            name = next(each for each in (f"{name}_{number}" for number in count(1)) if each not in taken)
            taken.add(name)
        apart.append(name)
    return apart


def _plain(value: object) -> Any:
    """The value in the types that JSON has; what JSON cannot hold becomes text or null."""
    match value:
        case None | bool() | int() | str():
            return value
        case float():
            return value if math.isfinite(value) else None
        case Decimal():
            return float(value)
        case date() | datetime() | time():
            return value.isoformat()
        case dict():
            return {str(key): _plain(item) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
        case _:
            return str(value)


def _write_table(answer: Answer, out: TextIO) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    rows = iter(answer.rows)
    shown = list(islice(rows, ROWS_FOR_EYES))
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name, is_number in zip(answer.columns, _numeric(shown, len(answer.columns)), strict=True):
        table.add_column(Text(printable(name)), justify="right" if is_number else "left", overflow="fold")
    for row in shown:
        table.add_row(*(Text(_cell(value)) for value in row))
    console = Console(file=out, highlight=False, width=None if out.isatty() else PIPED_WIDTH)
    with console.capture() as printed:  # rich would end the program itself where nobody reads
        console.print(table)
        for note in _notes(len(shown), rows):
            console.print(Text(note, style="dim"))
    out.write(printed.get())


def _numeric(rows: Sequence[Sequence[Any]], width: int) -> list[bool]:
    columns = [[row[at] for row in rows if row[at] is not None] for at in range(width)]
    return [
        bool(values) and all(isinstance(v, int | float | Decimal) and not isinstance(v, bool) for v in values)
        for values in columns
    ]


def _cell(value: object) -> str:
    plain = _plain(value)
    if plain is None:
        return ""
    return printable(plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False))


def _notes(shown: int, more: Iterator[Sequence[Any]]) -> list[str]:
    if shown == 0:
        return ["no rows"]
    left = sum(1 for _ in more)
    return [f"{left:,} more rows; --format csv has all"] if left else []
