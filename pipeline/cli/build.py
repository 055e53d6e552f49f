"""`thidua build`: the warehouse anew from what is stored."""

from __future__ import annotations

import typer

from pipeline.cli.options import DEFAULT_DATA_DIR, DataDir, settings_of


def build(data_dir: DataDir = DEFAULT_DATA_DIR) -> None:
    """Build and publish the DuckDB file from what is stored.

    Example: thidua build --data-dir data
    """
    from pipeline.cli.balance import published
    from pipeline.warehouse.build import build as build_warehouse

    typer.echo(published(build_warehouse(settings_of(data_dir))))
