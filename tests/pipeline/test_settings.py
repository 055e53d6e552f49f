"""What a run takes where nothing is said."""

from __future__ import annotations

import os

import pytest

from pipeline.settings import Settings


def test_there_are_as_many_workers_as_cores_that_may_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {3, 5, 7})
    assert Settings().workers == 3
