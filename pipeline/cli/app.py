"""The commands of `thidua`, registered.

To add a command: write `pipeline/cli/NAME.py` with one function NAME (or a `typer.Typer` for a group) whose docstring
is one line and an example, take the data directory as `data_dir: DataDir = DEFAULT_DATA_DIR` (from
`pipeline.cli.options`), import it here and register it below. A command module imports only light things at the top
(typer, pathlib, `pipeline.settings`, `pipeline.errors`); duckdb, pyarrow, spacy, trafilatura, underthesea and whatever
imports them belong inside the function. Raise `pipeline.errors.ThiduaError` for what a user can mend: it becomes one
line on stderr and leads to the exit status that it names; `raise typer.Exit(code)` for any other status.
"""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from pipeline.cli.audit import audit
from pipeline.cli.build import build
from pipeline.cli.campaigns import campaigns
from pipeline.cli.coverage import coverage
from pipeline.cli.crawl import crawl
from pipeline.cli.diff import diff
from pipeline.cli.evaluate import evaluate
from pipeline.cli.export import export
from pipeline.cli.extract import extract
from pipeline.cli.ingest import ingest
from pipeline.cli.nightly import nightly
from pipeline.cli.pipes import end_if_nobody_reads
from pipeline.cli.query import query
from pipeline.cli.rebuild import rebuild
from pipeline.cli.report import report
from pipeline.cli.review import review
from pipeline.cli.schema import schema
from pipeline.cli.show import show
from pipeline.cli.sources import sources
from pipeline.cli.status import status
from pipeline.cli.watchers import EXPECTED, warn
from pipeline.errors import status_of


class _OneLineErrors(TyperGroup):
    """Runs a command so that an expected error is one line on stderr, with no traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            end_if_nobody_reads()
            raise
        except EXPECTED as error:
            warn(_told(error))
            raise typer.Exit(status_of(error)) from error


def _told(error: BaseException) -> str:
    match error:
        case OSError():
            return f"{error.filename or 'the data directory'}: {error.strerror}; mend it and run again"
        case KeyboardInterrupt():
            return "stopped; what was stored stays, run again to go on"
        case _:
            return str(error)


app = typer.Typer(
    cls=_OneLineErrors,
    name="thidua",
    help="Reads what Vietnamese portals publish about emulation and commendation, and counts it in DuckDB.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(ingest)
app.command()(nightly)
app.command()(crawl)
app.command()(extract)
app.command()(build)
app.add_typer(audit, name="audit")
app.add_typer(review, name="review")
app.add_typer(campaigns, name="campaigns")
app.add_typer(sources, name="sources")
app.command()(show)
app.command()(query)
app.command()(report)
app.command()(status)
app.command()(coverage)
app.command()(schema)
app.command()(export)
app.command()(diff)
app.command()(rebuild)
app.command()(evaluate)
