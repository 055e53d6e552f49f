"""Headings of columns and labels of rows in tables of honours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from corpus.files import HOME, RegisterRow, checked, read_toml, unique

Meaning = Literal["ordinal", "name", "office", "workplace", "honour", "year", "count", "note"]
WhoseUnit = Literal["collective", "individual", "household", "both"]
Label = Literal[WhoseUnit, "total", "ditto"]


class ColumnWords(RegisterRow):
    """Phrases that the heading of a column begins with; `unit` is whom its names or numbers are about."""

    means: Meaning
    names: tuple[str, ...] = Field(min_length=1)
    unit: WhoseUnit | None = None


class LabelWords(RegisterRow):
    """Words that a row without an entry of its own begins with."""

    means: Label
    words: tuple[str, ...] = Field(min_length=1)


@dataclass(frozen=True)
class TableRegister:
    """All that `registers/tables.toml` says."""

    columns: tuple[ColumnWords, ...]
    labels: tuple[LabelWords, ...]


@cache
def load_tables(path: Path = HOME / "registers" / "tables.toml") -> TableRegister:
    """The register; raises `RegisterError` with file and line for an unknown key or a phrase standing twice."""
    columns = list(checked(path, read_toml(path, "column"), ColumnWords))
    labels = list(checked(path, read_toml(path, "label"), LabelWords))
    unique(path, ((line, name) for line, row in columns for name in row.names), "heading")
    unique(path, ((line, word) for line, row in labels for word in row.words), "label")
    return TableRegister(tuple(row for _, row in columns), tuple(row for _, row in labels))
