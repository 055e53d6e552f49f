"""One writer at a time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.errors import BusyError
from pipeline.lock import exclusive

HOLD = "import sys, time; from pathlib import Path; from pipeline.lock import exclusive\n"
HOLD += "with exclusive(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"


def test_the_second_writer_is_told_who_the_first_is(tmp_path: Path) -> None:
    with exclusive(tmp_path), pytest.raises(BusyError, match=f"process {os.getpid()} is writing"), exclusive(tmp_path):
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
            assert (tmp_path / ".lock").read_text() == f"{os.getpid()}\n"
