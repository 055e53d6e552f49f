"""`docs/review.md`: every command in it runs as it is written, in order, and prints what it shows."""

from __future__ import annotations

import csv
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus.files import HOME
from pipeline.cli import app
from tests.pipeline.review.village import written

_GUIDE = (HOME.parent / "docs" / "review.md").read_text("utf-8")
_EXAMPLE = _GUIDE[_GUIDE.index("## An example") :]
_BLOCK = re.compile(r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that looks like the repository to the commands, with no data yet."""
    (tmp_path / "corpus").symlink_to(HOME)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("THIDUA_DATA", "data")
    monkeypatch.setenv("THIDUA_REVIEWER", "Cô Mẫu")
    return tmp_path


def run(command: str) -> str:
    """What a command prints; it may find pages to quarantine, and no fault of its own."""
    _, *arguments = shlex.split(command)
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code in ((0, 1) if arguments[0] == "ingest" else (0,)), (command, done.output)
    return done.stdout


def judge(sheet: Path) -> None:
    """What the example says of its sheet: all right but the second."""
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows):
        row["verdict"] = "wrong" if number == 1 else "right"
    written(sheet, rows)


def test_the_example_prints_what_it_shows(here: Path) -> None:
    shown = ""
    for block in _BLOCK.finditer(_EXAMPLE[: _EXAMPLE.index("\n## What is kept")]):
        if block["kind"] == "text":
            told = [line.split() for line in shown.splitlines()]
            assert all(line.split() in told for line in block["text"].splitlines())
            return
        for command in block["text"].splitlines():
            if command.startswith("thidua review import"):
                judge(here / "meetings.csv")
            shown = run(command)
    pytest.fail("the example shows no answer")


@pytest.mark.usefixtures("here")
def test_every_other_command_runs() -> None:
    run("thidua ingest corpus/samples/site")
    others = _GUIDE.replace(_EXAMPLE[: _EXAMPLE.index("\n## What is kept")], "")
    commands = [line for block in _BLOCK.finditer(others) for line in block["text"].splitlines()]
    assert len(commands) == 7
    for command in commands:
        run(command)
