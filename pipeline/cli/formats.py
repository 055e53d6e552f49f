"""How the commands that answer questions print, and how they tell a mistake in the question."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from pipeline.cli.watchers import warn
from pipeline.errors import ExitStatus, ThiduaError
from pipeline.tabular import Format

AnswerFormat = Annotated[
    Format, typer.Option("--format", help="table: for eyes; csv: for a spreadsheet; json: for a program.")
]


@contextmanager
def mistakes(*kinds: type[ThiduaError]) -> Iterator[None]:
    """Turn an error in what was asked for into one line on stderr and the exit status of wrong usage."""
    try:
        yield
    except kinds as error:
        warn(str(error))
        raise typer.Exit(ExitStatus.USAGE) from error
