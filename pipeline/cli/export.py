"""`thidua export`: the published tables as files."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import DEFAULT_DATA_DIR, DataDir, settings_of


class _Form(StrEnum):
    parquet = "parquet"
    csv = "csv"


def export(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder, an empty one, or an earlier export.")],
    form: Annotated[_Form, typer.Option("--format", help="Kind of files.")] = _Form.parquet,
    data_dir: DataDir = DEFAULT_DATA_DIR,
) -> None:
    """Write the published tables into a folder, by year of publication.

    Example: thidua export --format csv export/
    """
    from pipeline.cli.balance import table_counts
    from pipeline.export import ExportFormat
    from pipeline.export import export as write_files

    exported = write_files(settings_of(data_dir).warehouse_path, directory, ExportFormat(form.value))
    typer.echo(f"{table_counts(exported.rows)}\nexported to {exported.directory}")
