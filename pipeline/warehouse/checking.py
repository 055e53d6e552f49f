"""Proves a new warehouse before it is published."""

from __future__ import annotations

import duckdb

from pipeline.errors import WarehouseError
from pipeline.warehouse.evidence import prove
from pipeline.warehouse.registers import lend
from pipeline.warehouse.scripts import Check, checks

_SHOWN = 60
"""Characters of a value that a message shows."""


def check_all(con: duckdb.DuckDBPyConnection, first_new: int = 0) -> None:
    """Run every check; raises `WarehouseError` naming the first that fails and the first row that breaks it.

    The evidence is proved in bulk, of the articles from that row on (those before it were proved when they were
    loaded); its query only names what breaks it. The other checks of positions take the sizes found on the way.
    """
    proof = prove(con, first_new)
    lend(con, {"fresh_texts": proof.sizes})
    for check in checks():
        if check.name != "evidence" or not proof.stands:
            _check(con, check)


def _check(con: duckdb.DuckDBPyConnection, check: Check) -> None:
    result = con.execute(check.query)
    columns = [str(column[0]) for column in result.description or ()]
    rows = result.fetchall()
    if rows:
        first = ", ".join(f"{name} {_short(value)}" for name, value in zip(columns, min(rows, key=repr), strict=True))
        why = f"{check.meaning} ({len(rows):,} rows; {first})"
        raise WarehouseError(
            f"check {check.name}", why, "what was published before stays; ingest the page again, or report this line"
        )


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
