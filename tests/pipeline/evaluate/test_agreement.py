"""Our figures agree with the guide's own scorer on the real gold texts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.evaluate.figures import figures
from pipeline.evaluate.gold import GoldError, score_folder


def test_agrees_with_the_scorer_of_the_guide(shared: Path, tmp_path: Path) -> None:
    scored = list(score_folder(shared / "gold" / "dev"))
    predictions = tmp_path / "predictions.jsonl"
    predictions.write_text("\n".join(json.dumps(s.found, ensure_ascii=False) for s in scored), "utf-8")
    command = [sys.executable, str(shared / "gold" / "score.py"), str(shared / "gold" / "dev"), str(predictions)]
    said = json.loads(subprocess.run([*command, "--json"], capture_output=True, text=True, check=True).stdout)
    ours = figures(v for s in scored for v in s.verdicts)
    assert {m: (f.gold, round(f.f1, 6)) for m, f in ours.items()} == {
        m: (v["n"], round(v["f1"], 6)) for m, v in said.items()
    }


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no gold files"):
        list(score_folder(tmp_path))


def test_a_missing_page_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"id": "a", "file": "a.html"}')
    with pytest.raises(GoldError, match=r"a\.json: its page a\.html is neither beside it"):
        list(score_folder(tmp_path))
