"""Shared by all tests: no network but loopback, and the gold texts where they stand beside the checkout."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None, max_examples=60)
settings.register_profile("long", deadline=None, max_examples=2000)
settings.load_profile("repeatable")

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
OFFLINE = str(ROOT / "tests" / "offline")
"""Where Python finds, before anything else runs, what refuses the network."""


SLOW = tuple(
    ROOT / "tests" / "pipeline" / name
    for name in (
        "report",
        "review",
        "test_bench_warehouse.py",
        "test_readers.py",
        "test_rebuild.py",
    )
)
"""Tests that build many warehouses or wait for servers; `make test` leaves them to `make test-all`."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow."""
    for item in items:
        if any(item.path.is_relative_to(place) for place in SLOW):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(autouse=True, scope="session")
def no_network() -> None:
    """Refuse what leaves this machine, here and in every Python process that is started from here."""
    path = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    if OFFLINE not in path:
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (OFFLINE, *path)))
        import_module("tests.offline.sitecustomize")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts; tests that need it are skipped in a checkout without it."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared folder beside this checkout")
    return SHARED
