"""`python -m pipeline.bench_warehouse [--articles N] [--scratch DIR]`: the warehouse at size."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from pipeline.bench_warehouse.measures import NIGHT, Figure, figures
from pipeline.bench_warehouse.synthetic import MENTIONS_PER_ARTICLE


def bench(
    articles: Annotated[int, typer.Option(min=100, help="How many articles; ten times as many mentions.")] = 1_000_000,
    night: Annotated[int, typer.Option(min=1, help="How many articles a night brings.")] = NIGHT,
    scratch: Annotated[
        Path | None, typer.Option(help="Folder to work in; what is made there is removed at the end.")
    ] = None,
) -> None:
    """Make a synthetic store, build it, and say how long everything took."""
    typer.echo(f"{articles:,} articles, {articles * MENTIONS_PER_ARTICLE:,} mentions of campaigns")
    with tempfile.TemporaryDirectory(dir=scratch) as home:
        _tell(figures(Path(home), articles, night))


def _tell(measured: Iterator[Figure]) -> None:
    """One line each, as soon as it is known."""
    for figure in measured:
        verdict = f"  {figure.target}: {'yes' if figure.well else 'NO'}" if figure.target else ""
        typer.echo(f"{figure.name:44}{figure.reached}{verdict}")


if __name__ == "__main__":
    typer.run(bench)
