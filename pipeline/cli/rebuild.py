"""`thidua rebuild`: everything anew from what is stored."""

from __future__ import annotations

import typer

from pipeline.cli.options import DEFAULT_DATA_DIR, DataDir, Workers, settings_of
from pipeline.cli.watchers import watching
from pipeline.errors import ExitStatus


def rebuild(data_dir: DataDir = DEFAULT_DATA_DIR, workers: Workers = None) -> None:
    """Read the archive again where needed, and build the warehouse anew from pages and reviews.

    Example: thidua rebuild --data-dir data
    """
    from pipeline.cli.balance import published
    from pipeline.rebuild import rebuild as recreate

    with watching() as watcher:
        rebuilt = recreate(settings_of(data_dir, workers), watcher)
    typer.echo(f"archive: {rebuilt.read:,} pages read, {rebuilt.known:,} known, {rebuilt.damaged:,} damaged places")
    typer.echo(published(rebuilt.built))
    raise typer.Exit(ExitStatus.SOME_QUARANTINED if rebuilt.damaged else ExitStatus.WELL)
