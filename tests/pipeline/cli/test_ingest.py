"""`thidua ingest`, `build` and `status`, from pages to a published file."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from pipeline.inputs import ARCHIVES, MEDIA_TYPES
from pipeline.lock import exclusive
from pipeline.publish import published_manifest
from pipeline.settings import Settings

Thidua = Callable[..., Result]


def content(data: Path) -> str:
    manifest = published_manifest(Settings(data_dir=data).warehouse_path)
    assert manifest is not None
    return manifest.content_hash


def test_pages_become_a_published_file_and_the_balance_is_told(thidua: Thidua, site: Path, tmp_path: Path) -> None:
    run = thidua("ingest", site, "--data-dir", tmp_path / "data")
    assert run.exit_code == 1, "one page is empty"
    lines = run.stdout.splitlines()
    assert lines[:3] == [
        "4 inputs = 3 parsed + 1 quarantined + 0 known + 0 refused",
        "quarantined: 1 empty",
        "in store: 3 pages parsed = 3 articles + 0 duplicates",
    ]
    assert lines[-1].startswith(f"published {tmp_path}/data/published/thidua.duckdb (content ")
    assert run.stderr.startswith("thidua: rong.txt: quarantined (empty): ")


def test_a_second_run_changes_nothing(thidua: Thidua, site: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    thidua("ingest", site, "--data-dir", data)
    first, shards = content(data), sorted((data / "shards").iterdir())
    run = thidua("ingest", site, "--data-dir", data)
    assert run.stdout.startswith("4 inputs = 0 parsed + 0 quarantined + 4 known + 0 refused\n")
    assert run.exit_code == 0
    assert (content(data), sorted((data / "shards").iterdir())) == (first, shards)


def test_order_batches_and_workers_do_not_change_the_content(thidua: Thidua, site: Path, tmp_path: Path) -> None:
    files = sorted(site.iterdir())
    hashes = set()
    for seed, workers in ((1, 1), (2, 2)):
        data = tmp_path / f"data{seed}"
        shuffled = random.Random(seed).sample(files, len(files))
        thidua("ingest", *shuffled[:2], "--data-dir", data, "--workers", workers)
        thidua("ingest", *shuffled[2:], "--data-dir", data, "--workers", workers)
        hashes.add(content(data))
    thidua("ingest", site, "--data-dir", tmp_path / "data")
    assert hashes == {content(tmp_path / "data")}


def test_build_makes_the_same_file_from_the_store(thidua: Thidua, site: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    thidua("ingest", site, "--data-dir", data)
    first = content(data)
    (data / "published" / "thidua.duckdb").unlink()
    run = thidua("build", "--data-dir", data)
    assert (run.exit_code, content(data)) == (0, first)
    assert (data / "published" / "thidua.duckdb").is_file()


@pytest.mark.parametrize("command", ["build", "status"])
def test_commands_on_an_empty_place_say_what_to_do(thidua: Thidua, tmp_path: Path, command: str) -> None:
    run = thidua(command, "--data-dir", tmp_path / "none")
    assert run.exit_code == 3
    assert run.stderr.endswith("; run `thidua ingest PATH...` first\n")
    assert run.stderr.count("\n") == 1


def test_nothing_to_read_is_said_and_publishes_nothing(thidua: Thidua, tmp_path: Path) -> None:
    run = thidua("ingest", tmp_path, "--data-dir", tmp_path / "data")
    assert run.exit_code == 3
    assert f"{tmp_path}: nothing there that can be read; give files or folders of " in run.stderr
    assert all(suffix in run.stderr for suffix in (*MEDIA_TYPES, *ARCHIVES))
    assert not (tmp_path / "data" / "published" / "thidua.duckdb").exists()


def test_while_another_process_writes_the_second_leaves(thidua: Thidua, site: Path, tmp_path: Path) -> None:
    with exclusive(tmp_path / "data"):
        run = thidua("ingest", site, "--data-dir", tmp_path / "data")
    assert run.exit_code == 75
    assert "is writing to it; wait for it to end" in run.stderr


def test_status_tells_what_is_stored_published_and_quarantined(thidua: Thidua, site: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    thidua("ingest", site, "--data-dir", data)
    run = thidua("status", "--data-dir", data)
    assert run.exit_code == 0
    assert f"data       {data}" in run.stdout
    assert f"content {content(data)[:16]}" in run.stdout
    assert "stored     4 pages in 1 shards, 1 of them quarantined\n           1 empty\n" in run.stdout
    assert "finished: 4 inputs = 3 parsed, 1 quarantined, 0 known, 0 refused" in run.stdout


def test_a_damaged_shard_is_named_by_status_and_made_good_by_ingest(thidua: Thidua, site: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    thidua("ingest", site, "--data-dir", data)
    first = content(data)
    (shard,) = (data / "shards").iterdir()
    shard.write_bytes(shard.read_bytes()[:100])
    status, build = thidua("status", "--data-dir", data), thidua("build", "--data-dir", data)
    assert (status.exit_code, build.exit_code) == (1, 3)
    for told in (status.stdout, build.stderr):
        assert f"{shard}: damaged (its content does not fit its name); ingest its pages again" in told
    assert content(data) == first, "what was published stays"
    again = thidua("ingest", site, "--data-dir", data)
    assert again.exit_code == 1
    assert content(data) == first


def test_a_killed_run_is_finished_by_the_next(thidua: Thidua, site: Path, tmp_path: Path) -> None:
    thidua("ingest", site, "--data-dir", tmp_path / "whole")
    data = tmp_path / "data"
    command = [
        sys.executable,
        "-c",
        "from pipeline.cli import main; main()",
        "ingest",
        str(site),
        "--data-dir",
        str(data),
    ]
    for seconds in (0.3, 1.2):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(seconds)
            process.send_signal(signal.SIGKILL)
    run = thidua("ingest", site, "--data-dir", data)
    assert run.exit_code in {0, 1}
    assert content(data) == content(tmp_path / "whole")
    assert not [path for path in data.rglob("*") if path.name.endswith((".tmp", ".wal"))]
