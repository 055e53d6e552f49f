"""Shared by all tests: no network but loopback, and the gold texts where they stand beside the checkout."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None, max_examples=60)
settings.register_profile("long", deadline=None, max_examples=2000)
settings.load_profile("repeatable")

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


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
    """Refuse every connection that leaves this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else "local"
        if host not in {"local", "127.0.0.1", "::1", "localhost"}:
            raise PermissionError(f"tests have no network: {address!r}")
        connect(self, address)  # type: ignore[arg-type]

    socket.socket.connect = guarded  # type: ignore[method-assign,assignment]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts; tests that need it are skipped in a checkout without it."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared folder beside this checkout")
    return SHARED
