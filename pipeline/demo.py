"""`make demo`: takes the sample site in afresh and shows what came of it, through the commands that a user types."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from importlib.resources import files
from pathlib import Path

import typer

from corpus.files import HOME
from pipeline.errors import ExitStatus, ThiduaError

SAMPLES = HOME / "samples" / "site"
DATA_DIR = Path("build/demo")
CAMPAIGN = "nong-thon-moi"


class DemoError(ThiduaError):
    """The demo cannot go on."""


def demo(data_dir: Path = DATA_DIR) -> None:
    """Take the sample site in, count its campaigns, and open one number down to its sentence.

    Raises `DemoError` where `data_dir` holds something else, or a command fails.
    """
    _clear(data_dir)
    os.environ["THIDUA_DATA"] = str(data_dir)
    typer.echo(f"$ export THIDUA_DATA={shlex.quote(str(data_dir))}")
    by_province = ("--by", "province", "--campaign", CAMPAIGN)
    question = files("pipeline").joinpath("demo.sql").read_text("utf-8").strip()
    _told("Saved pages of a site of our own making; some are no articles.", "ingest", _short(SAMPLES))
    _told("How often was each campaign reported?", "audit", "campaigns")
    _told("One of them by province, before and after 1 July 2025.", "audit", "campaigns", *by_province)
    _told("Any question in SQL: emulation flags that were conferred.", "query", question)
    _told("And the sentence that the first of these numbers rests on.", "show", first_fact(data_dir, question))
    typer.echo(_farewell(data_dir))


def first_fact(data_dir: Path, question: str) -> str:
    """The id in the first row of the answer; raises `DemoError` where there is no row."""
    from pipeline.query import answering
    from pipeline.settings import Settings

    with answering(Settings(data_dir=data_dir).warehouse_path, question) as answer:
        row = next(iter(answer.rows), None)
    if row is None:
        raise DemoError(data_dir, "none of the demo's facts were found", "run `make eval` to see what is missing")
    return str(row[0])


def _clear(data_dir: Path) -> None:
    """Remove the data of the last demo, which are known by a mark, and nothing else."""
    mark = data_dir / ".demo"
    if data_dir.exists() and any(data_dir.iterdir()) and not mark.exists():
        raise DemoError(data_dir, "holds something that is no demo's data", "move it away")
    shutil.rmtree(data_dir, ignore_errors=True)
    data_dir.mkdir(parents=True)
    mark.touch()


def _told(why: str, *command: str) -> None:
    """Say what comes, echo the command line, and run it."""
    from pipeline.cli.app import app

    typer.echo(f"\n# {why}\n$ {' '.join(map(_typed, ('thidua', *command)))}")
    sys.stdout.flush()
    status = app(list(command), prog_name="thidua", standalone_mode=False) or ExitStatus.WELL
    if status not in (ExitStatus.WELL, ExitStatus.SOME_QUARANTINED):
        raise DemoError(f"thidua {command[0]}", f"ended with status {int(status)}", "see the line above")


def _typed(argument: str) -> str:
    """The argument as one would type it in a shell, SQL in double quotes."""
    return f'"{argument}"' if "'" in argument and not set(argument) & set('"$`\\!') else shlex.quote(argument)


def _farewell(data_dir: Path) -> str:
    from pipeline.settings import Settings

    warehouse = Settings(data_dir=data_dir).warehouse_path
    return (
        f"\nThe warehouse is one DuckDB file: {warehouse}\n"
        "Next, your own pages:  .venv/bin/thidua ingest PATH... --data-dir data"
    )


def _short(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def main() -> None:
    """Run the demo; an expected error is one line and exit status 3."""
    try:
        demo()
    except ThiduaError as error:
        typer.echo(f"thidua: {error}", err=True)
        raise SystemExit(ExitStatus.NOTHING_DONE) from error


if __name__ == "__main__":
    main()
