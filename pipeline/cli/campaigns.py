"""`thidua campaigns`: names that the register does not know, and what is decided about them."""

from __future__ import annotations

import getpass
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.formats import AnswerFormat, mistakes
from pipeline.cli.options import DEFAULT_DATA_DIR, DataDir, settings_of
from pipeline.errors import ThiduaError, printable
from pipeline.tabular import Format

if TYPE_CHECKING:
    from pipeline.candidates.decide import Decided

campaigns = typer.Typer(help="Decide about new names. Example: thidua campaigns candidates", no_args_is_help=True)


class Kind(StrEnum):
    """What kind of campaign it is."""

    emulation = "emulation"
    mobilisation = "mobilisation"
    drive = "drive"
    party_study = "party_study"
    generic = "generic"


Name = Annotated[str, typer.Argument(metavar="NAME", help="A candidate: its name, diacritics or not, or its id.")]
Undo = Annotated[bool, typer.Option("--undo", help="Take back what is in force about NAME.")]
Reviewer = Annotated[str, typer.Option("--reviewer", envvar="THIDUA_REVIEWER", help="Who decides.")]


@campaigns.callback()
def _group() -> None:
    """Decide about new names."""


@campaigns.command()
def candidates(
    least: Annotated[int, typer.Option("--min", min=1, help="Only those that so many articles report.")] = 1,
    output: AnswerFormat = Format.TABLE,
    data_dir: DataDir = DEFAULT_DATA_DIR,
) -> None:
    """Names in the place of a campaign that the register does not know, the most reported first.

    Example: thidua campaigns candidates --min 3 --format csv
    """
    from pipeline.candidates.answer import as_answer, in_short
    from pipeline.candidates.listing import candidates as listed
    from pipeline.tabular import write

    found = listed(settings_of(data_dir).warehouse_path, least)
    write(in_short(found) if output is Format.TABLE else as_answer(found), output, sys.stdout)


@campaigns.command()
def accept(
    name: Name,
    campaign_id: Annotated[str | None, typer.Option("--id", help="The id that it shall have.")] = None,
    kind: Annotated[Kind, typer.Option("--kind", help="What kind of campaign it is.")] = Kind.emulation,
    owner: Annotated[str | None, typer.Option("--owner", help="Who runs it.")] = None,
    reviewer: Reviewer = "",
    undo: Undo = False,
    data_dir: DataDir = DEFAULT_DATA_DIR,
) -> None:
    """A candidate is a campaign of its own; prints the row for the register.

    Example: thidua campaigns accept "Mỗi xóm một vườn thuốc nam" --id moi-xom-mot-vuon-thuoc --kind drive
    """
    from pipeline.candidates import decide

    if undo:
        _undo(name, reviewer, data_dir)
        return
    chosen = _given(campaign_id, "--id")
    with mistakes(*_mistakes()):
        _tell(decide.accept(settings_of(data_dir), name, chosen, kind=kind.value, owner=owner, reviewer=_who(reviewer)))


@campaigns.command()
def merge(
    name: Name,
    into: Annotated[str | None, typer.Option("--into", help="The id of the campaign that it is.")] = None,
    reviewer: Reviewer = "",
    undo: Undo = False,
    data_dir: DataDir = DEFAULT_DATA_DIR,
) -> None:
    """A candidate is another name of a campaign that is known.

    Example: thidua campaigns merge "Chung tay dựng xây nông thôn" --into nong-thon-moi
    """
    from pipeline.candidates import decide

    if undo:
        _undo(name, reviewer, data_dir)
        return
    chosen = _given(into, "--into")
    with mistakes(*_mistakes()):
        _tell(decide.merge(settings_of(data_dir), name, chosen, reviewer=_who(reviewer)))


@campaigns.command()
def reject(
    name: Name,
    because: Annotated[str | None, typer.Option("--because", help="Why it is none.")] = None,
    reviewer: Reviewer = "",
    undo: Undo = False,
    data_dir: DataDir = DEFAULT_DATA_DIR,
) -> None:
    """A candidate is no campaign; its mentions do not count.

    Example: thidua campaigns reject "Hội thi tiếng hát làng quê" --because "a song contest"
    """
    from pipeline.candidates import decide

    if undo:
        _undo(name, reviewer, data_dir)
        return
    reason = _given(because, "--because")
    with mistakes(*_mistakes()):
        _tell(decide.reject(settings_of(data_dir), name, because=reason, reviewer=_who(reviewer)))


def _undo(name: str, reviewer: str, data_dir: DataDir) -> None:
    from pipeline.candidates import decide

    with mistakes(*_mistakes()):
        _tell(decide.undo(settings_of(data_dir), name, reviewer=_who(reviewer)))


def _tell(decided: Decided) -> None:
    told = decided.decision
    outcome = {"accept": "accepted as", "merge": "merged into", "reject": "rejected", "undo": "a candidate again"}
    known = "" if decided.is_new else " (decided so before)"
    typer.echo(
        " ".join(part for part in (f"“{printable(told.name)}”", outcome[told.decision], told.campaign_id) if part)
        + known
    )
    if len(told.candidates) > 1:
        typer.echo(f"spellings: {', '.join(told.candidates)}")
    if decided.row:
        typer.echo(f"\nfor corpus/registers/campaigns.toml:\n\n{decided.row}\n")
    if decided.is_new:
        typer.echo("run `thidua build` to publish it")


def _given(value: str | None, option: str) -> str:
    if not value or not value.strip():
        raise typer.BadParameter("is needed, unless --undo is given", param_hint=option)
    return value.strip()


def _who(reviewer: str) -> str:
    return reviewer.strip() or getpass.getuser()


def _mistakes() -> tuple[type[ThiduaError], ...]:
    from pipeline.candidates.decide import DecisionError
    from pipeline.candidates.listing import UnknownCandidateError

    return (DecisionError, UnknownCandidateError)
