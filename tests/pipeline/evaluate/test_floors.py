"""Floors hold, rise by themselves, and fall only with a reason that stays in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.evaluate.figures import Figure, figures
from pipeline.evaluate.floors import FloorError, Floors, as_toml, below, fingerprint, pinned, read_floors
from pipeline.evaluate.gold import score_folder
from tests.conftest import ROOT

PINNED = ROOT / "tests" / "floors"
GOOD, BAD = {"awards": Figure(95, 5, 5)}, {"awards": Figure(90, 10, 10)}


def test_a_figure_below_its_floor_is_named() -> None:
    assert below(Floors("g", {"awards": 0.95}), GOOD) == []
    assert below(Floors("g", {"awards": 0.95}), BAD) == ["awards 0.900 < 0.950"]
    assert below(Floors("g", {"awards": 0.95}), {}) == ["awards not measured"]


def test_pinning_raises_and_never_lowers(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(as_toml(pinned(path, "g", BAD)))
    path.write_text(as_toml(pinned(path, "g", GOOD)))
    assert read_floors(path).f1 == {"awards": 0.95}
    assert pinned(path, "g", BAD).f1 == {"awards": 0.95}
    assert pinned(path, "g", {}).f1 == {"awards": 0.95}


def test_lowering_needs_a_reason_that_stays(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(as_toml(pinned(path, "g", GOOD)))
    with pytest.raises(FloorError, match="other gold facts"):
        pinned(path, "h", BAD)
    path.write_text(as_toml(pinned(path, "h", BAD, lower_because='a "harder" set\n')))
    floors = read_floors(path)
    assert floors.f1 == {"awards": 0.9}
    assert floors.lowered == ('a "harder" set  (awards 0.900 < 0.950)',)


def test_floors_that_are_not_there_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(FloorError, match="no floors here"):
        read_floors(tmp_path / "none.toml")


@pytest.mark.parametrize("name", ["samples", "gold-dev"])
def test_extraction_reaches_its_floors(name: str, request: pytest.FixtureRequest) -> None:
    folder = ROOT / "corpus" / "samples" / "gold"
    if name == "gold-dev":
        folder = request.getfixturevalue("shared") / "gold" / "dev"
    floors = read_floors(PINNED / f"{name}.toml")
    assert fingerprint(folder) == floors.gold, "the gold facts changed: pin the floors anew"
    assert below(floors, figures(v for s in score_folder(folder) for v in s.verdicts)) == []
