"""`thidua diff`: which counts changed between two snapshots, and why."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.audit.scope import By
from pipeline.cli.formats import AnswerFormat
from pipeline.tabular import Format

if TYPE_CHECKING:
    from pipeline.difference.find import Difference
    from pipeline.tabular import Answer

_HEADS = {cause: f"{cause}_articles" for cause in ("removed", "changed", "new")}
_Old = Annotated[Path, typer.Argument(metavar="OLD", help="A published DuckDB file kept from before.")]
_New = Annotated[Path, typer.Argument(metavar="NEW", help="A later one, such as data/published/thidua.duckdb.")]
_By = Annotated[By | None, typer.Option("--by", help="Compare the reports of campaigns by these cells as well.")]


def diff(old: _Old, new: _New, by: _By = None, output: AnswerFormat = Format.TABLE) -> None:
    """Say which counts changed between two published files, each difference put down to its causes.

    Example: thidua diff last-month.duckdb data/published/thidua.duckdb --by province
    """
    from pipeline.difference.find import difference
    from pipeline.tabular import write

    found = difference(old, new, by)
    write(_for_eyes(found) if output is Format.TABLE else _whole(found), output, sys.stdout)
    if output is Format.TABLE:
        told = (f"{m.content_hash[:12]} of {m.built_at}" for m in (found.old, found.new))
        typer.echo(f"\nfrom snapshot {' to '.join(told)}; every difference is accounted for")
        typer.echo(_compared(by))


def _whole(found: Difference) -> Answer:
    from pipeline.difference.steps import CAUSES
    from pipeline.tabular import Answer

    columns = ("count", "of", "measure", "old", "new", "change", *(_HEADS.get(cause, cause) for cause in CAUSES))
    return Answer(columns, [(*c.cell, c.old, c.new, c.new - c.old, *c.by_cause) for c in found.changes])


def _for_eyes(found: Difference) -> Answer:
    """Without the causes that have no part in anything, so that names stay on one line."""
    from pipeline.difference.steps import CAUSES
    from pipeline.tabular import Answer

    whole = _whole(found)
    rows = [tuple(row) for row in whole.rows]
    first = len(whole.columns) - len(CAUSES)
    shown = [at for at in range(len(whole.columns)) if at < first or any(row[at] for row in rows)]
    return Answer(tuple(whole.columns[at] for at in shown), [[row[at] for at in shown] for row in rows])


def _compared(by: By | None) -> str:
    cells = f"and by {by}" if by else "--by month|year|province|source: their cells as well"
    return (
        f"compared: reports of each campaign as a whole ({cells}), what review makes of\n"
        "them, honours by kind, status, unit and period, articles of each official, meetings by kind, articles by\n"
        "source, month and province"
    )
