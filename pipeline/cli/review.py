"""`thidua review`: a sheet for reviewers, their verdicts, and what these say about the counts."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.formats import AnswerFormat, mistakes
from pipeline.cli.options import DEFAULT_DATA_DIR, DataDir, settings_of
from pipeline.cli.watchers import warn
from pipeline.tabular import Format

review = typer.Typer(help="Review what was found. Example: thidua review sample --n 50", no_args_is_help=True)


class Kind(StrEnum):
    """What is reviewed."""

    campaigns = "campaigns"
    awards = "awards"
    officials = "officials"
    meetings = "meetings"


@review.callback()
def _group() -> None:
    """Review what was found."""


@review.command()
def sample(
    campaign: Annotated[
        str | None, typer.Option("--campaign", help="Mentions of one campaign: its id or name.")
    ] = None,
    kind: Annotated[Kind, typer.Option("--kind", help="What to review.")] = Kind.campaigns,
    size: Annotated[int, typer.Option("--n", min=1, max=100_000, help="How many facts.")] = 50,
    seed: Annotated[int, typer.Option("--seed", help="Another seed draws others; the same one the same.")] = 1,
    fresh: Annotated[bool, typer.Option("--fresh", help="Leave out what was reviewed.")] = False,
    out: Annotated[Path | None, typer.Option("--out", help="The sheet to write; else it is printed.")] = None,
    data_dir: DataDir = DEFAULT_DATA_DIR,
) -> None:
    """Draw a stratified sheet of facts to review, as CSV.

    Example: thidua review sample --campaign nong-thon-moi --n 50 --out sheet.csv
    """
    from pipeline.audit.campaigns import UnknownNameError
    from pipeline.review.sample import NothingToReviewError, Wish, draw
    from pipeline.review.sheet import SheetError, save_sheet, write_sheet

    if campaign and kind is not Kind.campaigns:
        raise typer.BadParameter("only campaigns have one", param_hint="--campaign")
    wish = Wish(kind.value.removesuffix("s"), campaign, size, seed, fresh)  # type: ignore[arg-type]
    with mistakes(UnknownNameError, NothingToReviewError):
        drawn = draw(settings_of(data_dir).warehouse_path, wish)
    if out is None:
        write_sheet(drawn.rows, sys.stdout)
    else:
        with mistakes(SheetError):
            save_sheet(drawn.rows, out)
        typer.echo(f"{out}: {len(drawn.rows):,} of {drawn.pool:,} facts, seed {seed}")


@review.command("import")
def import_(
    sheet: Annotated[
        Path, typer.Argument(metavar="FILE", help="A sheet that was filled in.", exists=True, dir_okay=False)
    ],
    reviewer: Annotated[
        str | None, typer.Option("--reviewer", help="Who it was, where the sheet does not say.")
    ] = None,
    data_dir: DataDir = DEFAULT_DATA_DIR,
) -> None:
    """Take the verdicts of a sheet in; what is wrong is refused by its line, the rest is kept for good.

    Example: thidua review import sheet.csv --reviewer "Lò Văn Mẫu"
    """
    from pipeline.review.intake import take_in
    from pipeline.review.sheet import SheetError

    with mistakes(SheetError):
        done = take_in(sheet, settings_of(data_dir), reviewer)
    for refusal in done.refused:
        warn(f"{sheet}: line {refusal.line} refused: {refusal.reason}")
    counts = f"{done.taken:,} taken, {done.known:,} known already, {done.open:,} open, {len(done.refused):,} refused"
    typer.echo(f"{sheet}: {counts}")
    if done.taken:
        typer.echo("run `thidua build` to publish them")
    raise typer.Exit(done.exit_status)


@review.command()
def precision(output: AnswerFormat = Format.TABLE, data_dir: DataDir = DEFAULT_DATA_DIR) -> None:
    """What review has found: precision with its 95 % interval, and the corrected count beside the raw one.

    Example: thidua review precision --format csv
    """
    from pipeline.review.found import found
    from pipeline.tabular import write

    told = found(settings_of(data_dir))
    write(told.answer, output, sys.stdout)
    if output is Format.TABLE:
        typer.echo("\n" + "\n".join(told.notes))
