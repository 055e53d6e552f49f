"""The targets of the Makefile that do something which cannot be undone."""

from __future__ import annotations

import subprocess

from tests.conftest import ROOT


def test_cleaning_leaves_the_data_directory_alone() -> None:
    asked = ["make", "-n", "--no-print-directory", "clean"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert told[:2] == ["rm", "-rf"]
    assert {".venv", "build", ".import_linter_cache"} <= set(told)
    assert "data" not in told
