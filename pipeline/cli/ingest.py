"""`thidua ingest`: pages in, a published warehouse out."""

from __future__ import annotations

import typer

from pipeline.cli.options import DEFAULT_DATA_DIR, DataDir, Paths, Workers, settings_of
from pipeline.cli.tellers import telling
from pipeline.cli.watchers import warn_of_nothing


def ingest(paths: Paths, data_dir: DataDir = DEFAULT_DATA_DIR, workers: Workers = None) -> None:
    """Read saved pages and publish a new warehouse.

    Example: thidua ingest pages/ --data-dir data
    """
    from pipeline.cli.balance import balance, published
    from pipeline.ingest import ingest as read_and_publish

    settings = settings_of(data_dir, workers)
    with telling() as teller:
        ingested = read_and_publish(paths, settings, teller)
    books = ingested.run.books
    if not books.given:
        warn_of_nothing(paths)
    typer.echo(balance(books))
    if ingested.built:
        typer.echo(published(ingested.built))
    raise typer.Exit(books.exit_status)
