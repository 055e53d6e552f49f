"""`thidua rebuild`: everything anew from what is stored."""

from __future__ import annotations

import typer

from pipeline.cli.options import DEFAULT_DATA_DIR, DataDir, Workers, settings_of
from pipeline.cli.tellers import telling
from pipeline.errors import ExitStatus, printable


def rebuild(data_dir: DataDir = DEFAULT_DATA_DIR, workers: Workers = None) -> None:
    """Read the archive again where needed, and build the warehouse anew from pages and reviews.

    Example: thidua rebuild --data-dir data
    """
    from pipeline.cli.balance import published
    from pipeline.rebuild import rebuild as recreate

    with telling() as teller:
        rebuilt = recreate(settings_of(data_dir, workers), teller)
    typer.echo(f"archive: {rebuilt.read:,} pages read, {rebuilt.known:,} known, {rebuilt.damaged:,} damaged places")
    typer.echo(published(rebuilt.built))
    if rebuilt.lost:
        what = (
            f"{len(rebuilt.lost):,} pages of the last snapshot are stored nowhere any more, the first {rebuilt.lost[0]}"
        )
        typer.echo(printable(f"{what}: ingest their files again"), err=True)
    raise typer.Exit(ExitStatus.SOME_QUARANTINED if rebuilt.damaged or rebuilt.lost else ExitStatus.WELL)
