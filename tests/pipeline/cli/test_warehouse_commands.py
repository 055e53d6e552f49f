"""`thidua schema`, `export`, `diff` and `rebuild` as a user types them."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from pipeline.warehouse.build import build
from tests.conftest import ROOT
from tests.pipeline.stored import sample_rows, store

Thidua = Callable[..., Result]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("data")
    build(store(home, sample_rows()))
    return home


def test_schema_prints_the_dictionary(thidua: Thidua) -> None:
    run = thidua("schema")
    assert (run.exit_code, run.stdout) == (0, (ROOT / "docs" / "schema.md").read_text("utf-8"))


def test_export_says_what_is_where(thidua: Thidua, data: Path, tmp_path: Path) -> None:
    run = thidua("export", "--format", "csv", tmp_path / "out", "--data-dir", data)
    assert run.exit_code == 0
    assert run.stdout.startswith("3 articles, 2 stories, ")
    assert run.stdout.endswith(f"exported to {tmp_path}/out\n")
    assert thidua("export", ROOT, "--data-dir", data).exit_code == 3
    assert thidua("export", "--format", "xlsx", tmp_path / "out", "--data-dir", data).exit_code == 2


def test_diff_puts_each_change_down_to_its_causes(thidua: Thidua, data: Path, tmp_path: Path) -> None:
    fewer = build(store(tmp_path, sample_rows()[:1])).path
    now = data / "published" / "thidua.duckdb"
    run = thidua("diff", fewer, now, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(run.stdout)))
    assert run.exit_code == 0
    (mentions,) = [r for r in rows if (r["of"], r["measure"]) == ("nong-thon-moi", "mentions")]
    assert [mentions[name] for name in ("old", "new", "change", "new_articles")] == ["2", "3", "1", "1"]
    assert thidua("diff", tmp_path / "none.duckdb", now).exit_code == 3


def test_diff_shows_the_causes_that_there_are_and_says_what_it_compares(
    thidua: Thidua, data: Path, tmp_path: Path
) -> None:
    fewer = build(store(tmp_path, sample_rows()[:1])).path
    run = thidua("diff", fewer, data / "published" / "thidua.duckdb")
    heads = ["count", "of", "measure", "old", "new", "change", "new_articles"]
    assert run.stdout.splitlines()[0].split() == heads
    assert "every difference is accounted for\ncompared: reports of each campaign as a whole (--by" in run.stdout


def test_rebuild_brings_back_what_was_deleted(thidua: Thidua, data: Path, tmp_path: Path) -> None:
    shutil.copytree(data / "shards", tmp_path / "shards")
    run = thidua("rebuild", "--data-dir", tmp_path)
    assert run.exit_code == 0
    assert run.stdout.startswith("archive: 0 pages read, 0 known, 0 damaged places\nin store: 4 pages parsed")
    assert (tmp_path / "published" / "thidua.duckdb").is_file()
