"""The peak of a child is its own: neither its parent's nor another child's."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Semaphore

import pytest

from pipeline.bench import memory

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the peak is read from /proc")

WAITS = "print('done', flush=True); input()"


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Semaphore:
    """Released whenever the children have been looked at."""
    looked, children = Semaphore(0), memory._children

    def counted(module: str) -> Iterator[Path]:
        yield from children(module)
        looked.release()

    monkeypatch.setattr(memory, "_children", counted)
    return looked


def peak_mib(module: str, statement: str, looks: Semaphore) -> float:
    """The peak that is told of children that run a module, while one runs `timeit` and waits to be looked at twice."""
    command = [sys.executable, "-m", "timeit", "-n1", "-r1", f"{statement}; {WAITS}"]
    with (
        memory.peak_of(module) as peak,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child,
    ):
        assert child.stdout and child.stdout.readline() == "done\n"
        while looks.acquire(blocking=False):
            pass
        assert all(looks.acquire(timeout=60) for _ in range(3))
        child.communicate("\n")
    return peak.mib


def test_the_peak_of_a_child_is_told_after_it_has_let_go(looks: Semaphore) -> None:
    assert 100 < peak_mib("timeit", "held = bytearray(100 << 20); del held", looks) < 200


def test_the_memory_of_its_parent_is_not_told(looks: Semaphore) -> None:
    held = bytearray(b"x") * (200 << 20)
    peak = peak_mib("timeit", "pass", looks)
    del held
    assert 0 < peak < 100


def test_another_program_is_not_looked_at(looks: Semaphore) -> None:
    assert peak_mib("no.such.module", "pass", looks) == 0
