"""`thidua coverage`: a line a source for eyes, a line a source and day for programs, the page on request."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli.app import app
from pipeline.coverage.watch import today_in_viet_nam
from pipeline.settings import Settings
from tests.pipeline.coverage.nights import night

SOURCE = "mau-bao-song-xanh"


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    ledger = Settings(data_dir=tmp_path).ledger_path
    night(ledger, SOURCE, f"{today_in_viet_nam()}T00:00", got=[b"a", b"b"])
    night(ledger, "mau-bao-trung-du", f"{today_in_viet_nam()}T00:00", guide="failed")
    return tmp_path


def run(*words: str, data_dir: Path) -> str:
    done = CliRunner().invoke(app, ["coverage", *words, "--data-dir", str(data_dir)])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_a_line_a_source_and_the_alarms(data_dir: Path) -> None:
    shown = run(data_dir=data_dir)
    assert SOURCE in shown and "1/1" in shown and "0/1" in shown
    assert f"last run {today_in_viet_nam()}: 0 alarms" in shown


def test_csv_and_json_have_a_line_a_source_and_day(data_dir: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("--format", "csv", data_dir=data_dir))))
    assert [(row["source_id"], row["state"], row["got"]) for row in rows] == [
        (SOURCE, "looked", "2"),
        ("mau-bao-trung-du", "unanswered", ""),
    ]
    told = json.loads(run("--format", "json", data_dir=data_dir))
    assert [row["expected"] for row in told] == [None, None]


def test_the_page_goes_where_it_is_asked_to(data_dir: Path, tmp_path: Path) -> None:
    out = tmp_path / "trang" / "phu.html"
    assert "2 sources, 0 alarms" in run("--out", str(out), "--lang", "en", data_dir=data_dir)
    assert "Coverage of the sources" in out.read_text()


def test_before_the_first_night_it_says_what_to_do(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["coverage", "--data-dir", str(tmp_path)])
    assert done.exit_code == 3 and "run `thidua nightly` first" in done.stderr
