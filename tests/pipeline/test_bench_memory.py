"""The peak of a child is its own: neither its parent's nor another child's."""

import subprocess
import sys

import pytest

from pipeline.bench.memory import peak_of

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the peak is read from /proc")


def _timed(statement: str) -> float:
    with peak_of("timeit") as peak:
        subprocess.run([sys.executable, "-m", "timeit", "-n1", "-r1", statement], check=True, capture_output=True)
    return peak.mib


def test_the_peak_of_a_child_is_told_after_it_has_let_go() -> None:
    assert 100 < _timed("held = bytearray(100 << 20); del held; import time; time.sleep(0.2)") < 200


def test_the_memory_of_its_parent_is_not_told() -> None:
    held = bytearray(b"x") * (200 << 20)
    peak = _timed("import time; time.sleep(0.2)")
    del held
    assert 0 < peak < 100


def test_another_program_is_not_looked_at() -> None:
    with peak_of("no.such.module") as peak:
        subprocess.run([sys.executable, "-c", "import time; time.sleep(0.1)"], check=True)
    assert peak.mib == 0
