"""A copy of the published file that grew, beside the file made anew: both of what is stored now."""

from __future__ import annotations

import duckdb
import pytest

from pipeline.settings import Settings
from pipeline.warehouse import build as building
from pipeline.warehouse import loading
from pipeline.warehouse.build import BuildReport, Start, build
from pipeline.warehouse.hash import OUTSIDE

_WHEN = {"snapshot", "runs", "page_stamps"}


def grown_and_anew(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> tuple[BuildReport, BuildReport]:
    """Both; the grown one is proved to be one, and to have the same counts."""
    grown = grown_only(settings, monkeypatch)
    told = _derived(grown)
    anew = build(settings, Start.NOTHING)
    assert told == _derived(anew)
    return grown, anew


def grown_only(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> BuildReport:
    """The published file grown, however much came; making it anew is an error."""
    with monkeypatch.context() as patched:
        patched.setattr(loading, "MOST_ADDED", 100.0)
        patched.setattr(building, "_made_anew", None)
        return build(settings)


def _derived(report: BuildReport) -> dict[str, list[tuple[object, ...]]]:
    """The rows of the tables that the content hash leaves out because they are made of the others."""
    with duckdb.connect(str(report.path), read_only=True) as con:
        return {name: con.execute(f"FROM {name} ORDER BY ALL").fetchall() for name in sorted(OUTSIDE - _WHEN)}
