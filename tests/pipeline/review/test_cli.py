"""The commands `thidua review` and `thidua campaigns`, from page to corrected count."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline.cli import app
from pipeline.errors import ExitStatus
from pipeline.review.verdict import log_path
from pipeline.settings import Settings
from tests.pipeline.review.village import news, village, written

Thidua = Callable[..., Result]
_KINDS = ("award", "meeting", "official")
GARDEN = "Mỗi xóm một vườn thuốc nam"


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    rows = [news(n) for n in range(4)] + [news(n, GARDEN, campaign=None) for n in range(4, 6)]
    return village(tmp_path_factory.mktemp("village"), rows)


@pytest.fixture
def data_dir(planted: Settings, tmp_path: Path) -> Path:
    return shutil.copytree(planted.data_dir, tmp_path / "data")


@pytest.fixture
def thidua(data_dir: Path) -> Thidua:
    def run(*arguments: object) -> Result:
        told = [str(argument) for argument in arguments]
        return CliRunner().invoke(app, [*told, "--data-dir", str(data_dir)], env={"THIDUA_REVIEWER": "Cô Mẫu"})

    return run


def test_from_sample_to_precision(thidua: Thidua, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    drawn = thidua("review", "sample", "--campaign", "nong-thon-moi", "--n", 4, "--seed", 7, "--out", sheet)
    assert (drawn.exit_code, drawn.stdout) == (0, f"{sheet}: 4 of 4 facts, seed 7\n")
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row, verdict in zip(rows, ("right", "right", "wrong", "nonsense"), strict=True):
        row.update(verdict=verdict, reviewer="Cô Mẫu")
    written(sheet, rows)
    taken = thidua("review", "import", sheet)
    assert taken.exit_code == ExitStatus.SOME_QUARANTINED
    assert "3 taken, 0 known already, 0 open, 1 refused" in taken.stdout
    assert "line 5 refused: no verdict 'nonsense'" in taken.stderr
    assert "3 verdicts came in since: run `thidua build`" in thidua("review", "precision").stdout
    assert thidua("build").exit_code == 0
    *kinds, told = json.loads(thidua("review", "precision", "--format", "json").stdout)
    assert (told["campaign_id"], told["facts"], told["reviewed"], told["right"]) == ("nong-thon-moi", 4, 3, 2)
    assert {kind["kind"]: kind["reason_code"] for kind in kinds} == dict.fromkeys(_KINDS, "none_found")
    assert "came in since" not in thidua("review", "precision").stdout


def test_a_sheet_is_printed_where_no_file_is_named(thidua: Thidua) -> None:
    rows = list(csv.DictReader(io.StringIO(thidua("review", "sample", "--n", 3).stdout)))
    assert len(rows) == 3
    assert all(row["verdict"] == "" and row["link"].startswith("https://xom") for row in rows)


def test_candidates_in_each_format(thidua: Thidua) -> None:
    assert GARDEN in thidua("campaigns", "candidates").stdout
    (row,) = csv.DictReader(io.StringIO(thidua("campaigns", "candidates", "--format", "csv").stdout))
    assert (row["name"], row["articles"]) == (GARDEN, "2")
    (told,) = json.loads(thidua("campaigns", "candidates", "--min", 2, "--format", "json").stdout)
    assert told["provinces"] == ["Lạng Sơn", "Đồng Tháp"]
    assert len(told["examples"]) == 2


def test_accept_prints_the_row_and_undo_takes_it_back(thidua: Thidua) -> None:
    done = thidua("campaigns", "accept", "moi xom mot vuon thuoc nam", "--id", "vuon-thuoc", "--kind", "drive")
    assert done.exit_code == 0
    assert f"“{GARDEN}” accepted as vuon-thuoc" in done.stdout
    assert '[[campaign]]\nid = "vuon-thuoc"' in done.stdout
    again = thidua("campaigns", "accept", GARDEN, "--id", "vuon-thuoc", "--kind", "drive")
    assert "(decided so before)" in again.stdout
    assert "a candidate again" in thidua("campaigns", "accept", GARDEN, "--undo").stdout
    assert "merged into nong-thon-moi" in thidua("campaigns", "merge", GARDEN, "--into", "nong-thon-moi").stdout
    assert "rejected" in thidua("campaigns", "reject", GARDEN, "--because", "a garden").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("review", "sample", "--campaign", "khong-co"),
        ("review", "sample", "--kind", "shares"),
        ("review", "sample", "--kind", "awards", "--campaign", "nong-thon-moi"),
        ("review", "sample", "--kind", "awards"),
        ("review", "sample", "--n", "0"),
        ("review", "import", "/nonexistent.csv"),
        ("review", "import", __file__),
        ("campaigns", "accept", GARDEN),
        ("campaigns", "accept", GARDEN, "--id", "Not An Id"),
        ("campaigns", "accept", "Không có", "--id", "x-y"),
        ("campaigns", "merge", GARDEN, "--into", "khong-co"),
        ("campaigns", "reject", GARDEN, "--because", " "),
        ("campaigns", "reject", GARDEN, "--undo"),
        ("campaigns", "candidates", "--min", "0"),
    ],
)
def test_a_mistake_is_wrong_usage_and_keeps_nothing(thidua: Thidua, data_dir: Path, arguments: tuple[str, ...]) -> None:
    done = thidua(*arguments)
    assert (done.exit_code, done.stdout) == (ExitStatus.USAGE, ""), done.stderr
    assert not log_path(Settings(data_dir=data_dir).reviews_dir).exists()


@pytest.mark.parametrize("command", [("review", "sample"), ("review", "precision"), ("campaigns", "candidates")])
def test_nothing_published_is_one_line(thidua: Thidua, data_dir: Path, command: tuple[str, ...]) -> None:
    shutil.rmtree(data_dir)
    done = thidua(*command)
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (ExitStatus.NOTHING_DONE, "", 1)
