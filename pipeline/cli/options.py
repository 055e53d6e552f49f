"""Options that several commands share, defined once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.settings import Settings

DEFAULT_DATA_DIR = Path("data")

DataDir = Annotated[
    Path, typer.Option("--data-dir", envvar="THIDUA_DATA", help="Where shards, runs and the DuckDB file stand.")
]
Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Saved pages: files, folders or globs.")]
Workers = Annotated[
    int | None, typer.Option("--workers", min=1, max=256, help="Worker processes; default: one for each usable core.")
]


def settings_of(data_dir: Path = DEFAULT_DATA_DIR, workers: int | None = None) -> Settings:
    """The settings with what was given on the command line."""
    return Settings(data_dir=data_dir) if workers is None else Settings(data_dir=data_dir, workers=workers)
