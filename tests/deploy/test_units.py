"""What stands in deploy/: units that systemd accepts, hardened, and that speak of commands and statuses that exist."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli.app import app
from pipeline.errors import ExitStatus
from tests.conftest import ROOT

DEPLOY = ROOT / "deploy"
UNITS = ("thidua-nightly.service", "thidua-nightly.timer")
ANALYZE = shutil.which("systemd-analyze")


def unit(name: str) -> ConfigParser:
    parser = ConfigParser(interpolation=None, comment_prefixes=("#",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string((DEPLOY / name).read_text("utf-8"))
    return parser


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """The units as on a machine where the program stands: systemd wants to see what a unit starts."""
    for name in UNITS:
        text = (DEPLOY / name).read_text("utf-8").replace("/opt/thidua/.venv/bin/thidua", sys.executable)
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.mark.skipif(ANALYZE is None, reason="no systemd-analyze on this machine")
@pytest.mark.parametrize("name", UNITS)
def test_systemd_accepts_the_units(installed: Path, name: str) -> None:
    done = subprocess.run(
        [str(ANALYZE), "verify", "--man=no", str(installed / name)], capture_output=True, text=True, check=False
    )
    own = [line for line in done.stderr.splitlines() if str(installed) in line or name in line]
    assert own == []


@pytest.mark.skipif(ANALYZE is None, reason="no systemd-analyze on this machine")
def test_little_is_left_exposed(installed: Path) -> None:
    done = subprocess.run(
        [str(ANALYZE), "security", "--offline=true", "--no-pager", str(installed / UNITS[0])],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    found = re.search(r"Overall exposure level for \S+: ([\d.]+)", done.stdout)
    assert found is not None, done.stderr
    assert float(found[1]) < 2.5


def test_the_service_calls_a_command_that_exists_with_statuses_that_exist() -> None:
    service = unit(UNITS[0])["Service"]
    _, *words = service["ExecStart"].split()
    assert CliRunner().invoke(app, [*words, "--help"]).exit_code == 0
    statuses = {int(status) for status in service["SuccessExitStatus"].split()}
    assert statuses == {ExitStatus.SOME_QUARANTINED, ExitStatus.BUSY}
    assert service["Environment"] == f"THIDUA_DATA=/var/lib/{service['StateDirectory']}"


def test_a_missed_night_is_made_up_for() -> None:
    timer = unit(UNITS[1])["Timer"]
    assert timer["Persistent"] == "true" and timer["OnCalendar"].endswith("Asia/Ho_Chi_Minh")


def test_the_readme_names_the_files_that_are_there() -> None:
    readme = (DEPLOY / "README.md").read_text("utf-8")
    assert {path.name for path in DEPLOY.iterdir()} - {"README.md"} == set(re.findall(r"deploy/([\w.-]+)", readme))
