"""`python -m pipeline.bench_crawl [--pages N] [--known N]`: the crawl and the night at size, against a local farm."""

from __future__ import annotations

import tempfile
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from pipeline.bench_crawl.measures import of_fetching, of_nothing_new


def bench(
    pages: Annotated[int, typer.Option(min=10, help="How many pages are fetched.")] = 3_000,
    known: Annotated[int, typer.Option(min=10, help="How many addresses are known.")] = 100_000,
    scratch: Annotated[
        Path | None, typer.Option(help="Folder to work in; what is made there is removed at the end.")
    ] = None,
) -> None:
    """Fetch from a local farm with all guards on, and run a night that finds nothing new."""
    with tempfile.TemporaryDirectory(dir=scratch) as one, tempfile.TemporaryDirectory(dir=scratch) as other:
        for figure in chain(of_fetching(Path(one), pages), of_nothing_new(Path(other), known)):
            verdict = f"  {figure.target}: {'yes' if figure.well else 'NO'}"
            typer.echo(f"{figure.name:46}{figure.reached}{verdict}")


if __name__ == "__main__":
    typer.run(bench)
