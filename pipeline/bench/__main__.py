"""`python -m pipeline.bench [DIR]`: the sample site, or any folder of saved pages."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import typer

from corpus.files import HOME
from extractors.model import Page
from pipeline.bench.long import long_articles
from pipeline.bench.others import beside_trafilatura, beside_underthesea, beside_word_tokenize
from pipeline.bench.report import HEADS, lines, rows
from pipeline.bench.stages import Run, run_stages
from pipeline.errors import ExitStatus, InputError
from pipeline.inputs import find_inputs, load
from pipeline.settings import Settings

SAMPLES = HOME / "samples" / "site"


def bench(pages: Path = typer.Argument(SAMPLES, help="A folder of saved pages.")) -> None:  # noqa: B008
    """Time each stage per page, beside trafilatura and underthesea on the same pages."""
    try:
        found = pages_in(pages)
    except InputError as error:
        typer.echo(f"thidua: {error}", err=True)
        raise typer.Exit(ExitStatus.NOTHING_DONE) from error
    run = run_stages(found)
    others = (
        beside_trafilatura(found),
        beside_underthesea(run.articles),
        beside_word_tokenize(long_articles(run.articles)),
    )
    show(run, lines(run, *others))


def pages_in(folder: Path) -> list[Page]:
    """The pages of a folder that can be loaded; raises `InputError` where there is none."""
    limit = Settings().page_bytes
    inputs = find_inputs([str(folder)])
    pages = [page for found in inputs.files if (page := load(found, limit).page)]
    if pages:
        return pages
    raise next(iter(inputs.refused), InputError(folder, "no saved page in it", "name a folder of .html or .txt files"))


def show(run: Run, below: Iterable[str]) -> None:
    """Print the table and what stands below it."""
    cells = list(rows(run))
    if sys.stdout.isatty():
        _table(cells)
    else:
        for row in (HEADS, *cells):
            typer.echo("  ".join([f"{row[0]:<14}", *(f"{cell:>11}" for cell in row[1:])]).rstrip())
    for line in below:
        typer.echo(line)


def _table(cells: Sequence[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(*HEADS, box=None, header_style="bold")
    for column in table.columns[1:]:
        column.justify = "right"
    for row in cells:
        table.add_row(*row)
    Console().print(table)


if __name__ == "__main__":
    typer.run(bench)
