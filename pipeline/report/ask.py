"""Asks the warehouse the report's questions, and says each in SQL that can be copied."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import duckdb

from pipeline.warehouse.connect import quoted
from pipeline.warehouse.scripts import script

Row = dict[str, Any]
_PARAMETER = re.compile(r"\$([a-z_]+)")
HERE = "pipeline.report"


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer, and the SQL that gives it anew."""

    rows: tuple[Row, ...]
    sql: str


def ask(
    con: duckdb.DuckDBPyConnection, name: str, values: Mapping[str, Any] | None = None, *, package: str = HERE
) -> Asked:
    """Ask one question of `queries/`, of this package or of the one that is named."""
    result = con.execute(_query(name, package), dict(values or {}))
    columns = [str(column[0]) for column in result.description or ()]
    rows = tuple(dict(zip(columns, row, strict=True)) for row in result.fetchall())
    return Asked(rows, sql(name, values, package=package))


def sql(name: str, values: Mapping[str, Any] | None = None, *, package: str = HERE) -> str:
    """The question with its values written in, ready for `thidua query`."""
    given = values or {}
    return _PARAMETER.sub(lambda found: _literal(given[found[1]]), _query(name, package)).strip()


def _query(name: str, package: str) -> str:
    return script(f"queries/{name}", package)


def _literal(value: object) -> str:
    """The value as SQL; a list is not written out, it stands for what the page shows."""
    match value:
        case None:
            return "NULL"
        case int() | float():
            return str(value)
        case list():
            return "[" + ", ".join(map(_literal, value)) + "]"
        case _:
            return quoted(str(value))
