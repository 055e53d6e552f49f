"""Programs that a worker runs are gone when the worker is, however it ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress

import pytest

from pipeline.children import bounded

WORKER = """
import subprocess, sys
from pipeline.children import bounded
print(subprocess.Popen(["sleep", "60"], preexec_fn=bounded(30)).pid, flush=True)
sys.stdin.read()
"""
LATEST_SECONDS = 10


def is_running(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as told:  # noqa: PTH123
            return told.read().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells a child of its parent's death")
def test_a_killed_worker_leaves_no_program_running() -> None:
    worker = subprocess.Popen([sys.executable, "-c", WORKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert worker.stdout is not None
    child = int(worker.stdout.readline())
    try:
        assert is_running(child)
        worker.kill()
        worker.communicate()
        end = time.monotonic() + LATEST_SECONDS
        while is_running(child) and time.monotonic() < end:
            time.sleep(0.02)
        assert not is_running(child)
    finally:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)


def test_a_program_has_its_own_bounds() -> None:
    done = subprocess.run(
        ["sh", "-c", "ulimit -t; ulimit -v"], preexec_fn=bounded(7, 2**30), capture_output=True, check=True
    )
    assert done.stdout.split() == [b"7", str(2**20).encode()]
