"""`thidua diff`: which counts changed between two snapshots, and why."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.formats import AnswerFormat
from pipeline.tabular import Format

_HEADS = {cause: f"{cause}_articles" for cause in ("removed", "changed", "new")}
_Old = Annotated[Path, typer.Argument(metavar="OLD", help="A published DuckDB file kept from before.")]
_New = Annotated[Path, typer.Argument(metavar="NEW", help="A later one, such as data/published/thidua.duckdb.")]


def diff(old: _Old, new: _New, output: AnswerFormat = Format.TABLE) -> None:
    """Say which counts changed between two published files, each difference put down to its causes.

    Example: thidua diff last-month.duckdb data/published/thidua.duckdb --format csv
    """
    from pipeline.difference.find import CAUSES, difference
    from pipeline.tabular import Answer, write

    found = difference(old, new)
    columns = ("count", "of", "measure", "old", "new", "change", *(_HEADS.get(cause, cause) for cause in CAUSES))
    rows = [(*c.cell, c.old, c.new, c.new - c.old, *c.by_cause) for c in found.changes]
    write(Answer(columns, rows), output, sys.stdout)
    if output is Format.TABLE:
        told = (f"{m.content_hash[:12]} of {m.built_at}" for m in (found.old, found.new))
        typer.echo(f"\nfrom snapshot {' to '.join(told)}; every difference is accounted for")
