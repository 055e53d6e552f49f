"""Reads the data files of this package, so that a mistake in one is told with its file and line."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

HOME = Path(__file__).parent
Row = TypeVar("Row", bound="RegisterRow")


class RegisterError(ValueError):
    """A register, rule table or source declaration that cannot be used; the message names file and line."""


class RegisterRow(BaseModel):
    """Base of every row of a register: immutable, and an unknown key is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


@dataclass(frozen=True, slots=True)
class Raw:
    """A row as read, with the line it begins on."""

    line: int
    values: dict[str, object]


def read_toml(path: Path, table: str) -> list[Raw]:
    """The `[[table]]` entries of a TOML file, in order."""
    text = _text(path)
    try:
        entries = tomllib.loads(text).get(table, [])
    except tomllib.TOMLDecodeError as error:
        raise RegisterError(f"{path.name}: not valid TOML ({error}); mend the file") from error
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.split("#")[0].strip() == f"[[{table}]]"]
    if not isinstance(entries, list) or len(lines) != len(entries):
        raise RegisterError(f"{path.name}: write each entry as [[{table}]] on a line of its own")
    return [Raw(line, values) for line, values in zip(lines, entries, strict=True)]


def read_csv(path: Path) -> list[Raw]:
    """The rows of a CSV file with a header, an empty cell being absent."""
    reader = csv.DictReader(StringIO(_text(path), newline=""), strict=True)
    try:
        return [Raw(reader.line_num, {k: v for k, v in row.items() if v}) for row in reader]
    except csv.Error as error:
        raise RegisterError(f"{path.name}:{reader.reader.line_num}: {error}; mend the line") from error


def _text(path: Path) -> str:
    content = path.read_bytes()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RegisterError(f"{path.name}:{line}: not UTF-8; save the file as UTF-8") from error


def checked(path: Path, rows: Iterable[Raw], model: type[Row]) -> Iterator[tuple[int, Row]]:
    """Each row as a `model` with its line; raises `RegisterError` naming file, line, key and what is wrong."""
    for raw in rows:
        try:
            yield raw.line, model.model_validate(raw.values)
        except ValidationError as error:
            raise RegisterError(f"{path.name}:{raw.line}: {mistake_in(error, 'row')}; mend the row") from error


def mistake_in(error: ValidationError, whole: str = "") -> str:
    """The first mistake that was found: the key, or the name of the whole, and what is wrong with it."""
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"]) or whole
    return ": ".join(filter(None, (where, first["msg"].lower())))


def unique(path: Path, keyed: Iterable[tuple[int, str]], what: str) -> None:
    """Raise `RegisterError` at the first key that stands twice."""
    seen: dict[str, int] = {}
    for line, key in keyed:
        if key in seen:
            raise RegisterError(f"{path.name}:{line}: {what} {key!r} stands already at line {seen[key]}; keep one")
        seen[key] = line
