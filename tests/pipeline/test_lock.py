"""One writer at a time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.errors import BusyError
from pipeline.lock import CRAWL, exclusive, patiently

HOLD = "import sys, time; from pathlib import Path; from pipeline.lock import exclusive\n"
HOLD += "with exclusive(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"


def test_the_second_writer_is_told_who_the_first_is(tmp_path: Path) -> None:
    with (
        exclusive(tmp_path),
        pytest.raises(BusyError, match=rf"process {os.getpid()} \(since .* UTC, 0 minutes\) is writing"),
        exclusive(tmp_path),
    ):
        pytest.fail("two writers")


def test_the_lock_is_free_again_afterwards(tmp_path: Path) -> None:
    for _ in range(2):
        with exclusive(tmp_path / "new"):
            assert (tmp_path / "new").is_dir()


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(BusyError, match=f"process {holder.pid} "), exclusive(tmp_path):
            pytest.fail("two writers")
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        with exclusive(tmp_path):
            assert (tmp_path / ".lock").read_text().startswith(f"{os.getpid()} ")


def test_the_crawl_and_the_store_are_held_apart(tmp_path: Path) -> None:
    with exclusive(tmp_path, CRAWL), exclusive(tmp_path), pytest.raises(BusyError), exclusive(tmp_path, CRAWL):
        pytest.fail("two runs")


def test_what_another_process_is_in_the_way_of_is_tried_again_for_a_while() -> None:
    tries: list[int] = []

    def attempt() -> str:
        tries.append(1)
        if len(tries) < 3:
            raise BusyError("data", "held", "wait")
        return "done"

    assert patiently(5.0, attempt) == "done"
    tries.clear()
    with pytest.raises(BusyError):
        patiently(0.0, attempt)
