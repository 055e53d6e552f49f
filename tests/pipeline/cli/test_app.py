"""The command line as a whole: light to start, helpful, and honest in its exit status."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from corpus.files import RegisterError
from pipeline.cli.app import app
from pipeline.errors import BusyError, ExitStatus, ThiduaError
from pipeline.lock import exclusive
from pipeline.nightly.books import UnbalancedError

Thidua = Callable[..., Result]
HEAVY = ("duckdb", "numpy", "pyarrow", "rich.progress", "spacy", "trafilatura", "underthesea", "lxml")
COMMANDS = [command.callback.__name__ for command in app.registered_commands if command.callback]


def test_starting_imports_nothing_heavy() -> None:
    probe = f"import sys, pipeline.cli; print([name for name in {HEAVY} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_says_what_it_does_with_an_example(thidua: Thidua, command: str) -> None:
    run = thidua(command, "--help")
    assert run.exit_code == 0
    assert f"Example: thidua {command} " in " ".join(run.output.split())


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["ingest"], ["ingest", "x", "--workers", "0"], ["extract", "--form"]]
)
def test_wrong_usage_has_its_own_status(thidua: Thidua, arguments: list[str]) -> None:
    assert thidua(*arguments).exit_code == ExitStatus.USAGE


@pytest.mark.parametrize(
    ("error", "status", "line"),
    [
        (ThiduaError("x", "is broken", "mend it"), ExitStatus.NOTHING_DONE, "thidua: x: is broken; mend it\n"),
        (BusyError("x", "has a writer", "wait"), ExitStatus.BUSY, "thidua: x: has a writer; wait\n"),
        (UnbalancedError("x", "1 is not 2", "tell us"), ExitStatus.UNBALANCED, "thidua: x: 1 is not 2; tell us\n"),
        (RegisterError("a.toml:1: no; mend it"), ExitStatus.NOTHING_DONE, "thidua: a.toml:1: no; mend it\n"),
        (
            OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "data/shards"),
            ExitStatus.NOTHING_DONE,
            "thidua: data/shards: No space left on device; mend it and run again\n",
        ),
        (KeyboardInterrupt(), ExitStatus.INTERRUPTED, "thidua: stopped; what was stored stays, run again to go on\n"),
    ],
)
def test_an_expected_error_is_one_line(
    thidua: Thidua, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: ExitStatus, line: str, tmp_path: Path
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("pipeline.store.survey", fail)
    run = thidua("status", "--data-dir", tmp_path)
    assert (run.exit_code, run.stderr, run.stdout) == (status, line, "")


@pytest.mark.parametrize("command", ["build", "rebuild"])
def test_while_another_process_writes_each_command_says_so_by_its_status(
    thidua: Thidua, command: str, tmp_path: Path
) -> None:
    with exclusive(tmp_path):
        run = thidua(command, "--data-dir", tmp_path)
    assert run.exit_code == ExitStatus.BUSY
    assert "is writing to it; wait for it to end" in run.stderr


def test_the_data_directory_comes_from_the_environment(
    thidua: Thidua, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("THIDUA_DATA", str(tmp_path / "elsewhere"))
    assert f"{tmp_path}/elsewhere: no such data directory" in thidua("status").stderr
