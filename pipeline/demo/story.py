"""What the demo shows, through the commands that a user types."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from importlib.resources import files
from pathlib import Path

import typer

from corpus.files import HOME
from pipeline.demo.server import serving
from pipeline.demo.site import answers, attachments, pages, sample_sources
from pipeline.errors import ExitStatus, ThiduaError
from pipeline.settings import Settings

DATA_DIR = Path("build/demo")
DOCUMENTS = HOME / "samples" / "documents"
CAMPAIGN = "nong-thon-moi"
_FIRST_NIGHT = (
    "The first night: every feed, sitemap and listing is read, and what they lead to is fetched, with the documents "
    "that an article is given with."
)
_SETTINGS = """\
# What `make demo` tells its nightly runs: one machine plays the hosts of these sources.
contact = "mailto:demo@vidu.example"
rehearse_at = "{machine}"
sources = [{sources}]

[crawl]
retries = 0
"""


class DemoError(ThiduaError):
    """The demo cannot go on."""


def demo(data_dir: Path = DATA_DIR) -> None:
    """Crawl the sample site twice, count its campaigns, and open one number down to its sentence.

    Raises `DemoError` where `data_dir` holds something else, or a command fails.
    """
    _clear(data_dir)
    os.environ["THIDUA_DATA"] = str(data_dir)
    with serving(answers()) as site:
        _write_settings(data_dir, site.machine)
        typer.echo(_greeting(data_dir, site.machine))
        _told(_FIRST_NIGHT, "nightly")
        fetched = len(site.asked)
        _told("The second night asks the same guides again, and fetches nothing new.", "nightly")
        typer.echo(
            f"(The site was asked {fetched} times on the first night, {len(site.asked) - fetched} on the second.)"
        )
    _show(data_dir)
    typer.echo(_farewell(data_dir))


def first_fact(data_dir: Path, question: str) -> str:
    """The id in the first row of the answer; raises `DemoError` where there is no row."""
    from pipeline.query import answering

    with answering(Settings(data_dir=data_dir).warehouse_path, question) as answer:
        row = next(iter(answer.rows), None)
    if row is None:
        raise DemoError(data_dir, "none of the demo's facts were found", "run `make eval` to see what is missing")
    return str(row[0])


def _show(data_dir: Path) -> None:
    by_province = ("--by", "province", "--campaign", CAMPAIGN)
    question = _asked("flags")
    _told("What was looked at. Nothing is expected of a source before four weeks.", "coverage")
    _told("How often was each campaign reported?", "audit", "campaigns")
    _told("One of them by province, before and after 1 July 2025.", "audit", "campaigns", *by_province)
    _told("Any question in SQL: emulation flags that were conferred.", "query", question)
    _told("And the sentence that the first of these numbers rests on.", "show", first_fact(data_dir, question))
    _told("Reports, decisions and lists, as PDF, DOCX, XLSX and a scan.", "ingest", _short(DOCUMENTS))
    _told("Who issued and signed them, and how many honours they tell.", "query", _asked("documents"))


def _asked(name: str) -> str:
    return files("pipeline.demo").joinpath(f"{name}.sql").read_text("utf-8").strip()


def _short(path: Path) -> str:
    """The path as seen from here, where it lies below."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def _clear(data_dir: Path) -> None:
    """Remove the data of the last demo, which are known by a mark, and nothing else."""
    mark = data_dir / ".demo"
    if data_dir.exists() and any(data_dir.iterdir()) and not mark.exists():
        raise DemoError(data_dir, "holds something that is no demo's data", "move it away")
    shutil.rmtree(data_dir, ignore_errors=True)
    data_dir.mkdir(parents=True)
    mark.touch()


def _write_settings(data_dir: Path, machine: str) -> None:
    names = ", ".join(f'"{source.id}"' for source in sample_sources())
    (data_dir / "nightly.toml").write_text(_SETTINGS.format(machine=machine, sources=names), "utf-8")


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


def _greeting(data_dir: Path, machine: str) -> str:
    hosts = len(sample_sources())
    served = f"{len(pages())} pages and {len(attachments())} documents"
    return (
        f"# {hosts} invented papers and portals with {served} are served\n"
        f"# on this machine ({machine}).\n"
        f"# {data_dir / 'nightly.toml'} names them; no other machine is asked anything.\n"
        f"$ export THIDUA_DATA={shlex.quote(str(data_dir))}"
    )


def _farewell(data_dir: Path) -> str:
    return (
        f"\nThe warehouse is one DuckDB file: {Settings(data_dir=data_dir).warehouse_path}\n"
        f"Every night writes a page that shows what was looked at: {data_dir / 'coverage' / 'index.html'}\n"
        "Next, your own pages:  .venv/bin/thidua ingest PATH... --data-dir data\n"
        "Or real sources, every night:  .venv/bin/thidua sources list   and docs/nightly.md"
    )
