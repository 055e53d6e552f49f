"""Options that several commands share, defined once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_DATA_DIR = Path("data")

DataDir = Annotated[
    Path, typer.Option("--data-dir", envvar="THIDUA_DATA", help="Where shards, runs and the DuckDB file stand.")
]
Workers = Annotated[int | None, typer.Option("--workers", min=1, max=256, help="Worker processes; default: one a core.")]
Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Saved pages: files, folders or globs.")]
