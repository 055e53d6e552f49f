"""The demo: what a newcomer sees first must work from an empty folder, twice, and open a number to its sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.demo import CAMPAIGN, SAMPLES, DemoError, demo, first_fact

COMMANDS = ("ingest", "audit campaigns", f"audit campaigns --by province --campaign {CAMPAIGN}", "query", "show")


@pytest.fixture
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THIDUA_DATA", "unused")
    monkeypatch.setenv("COLUMNS", "160")
    return tmp_path / "build" / "demo"


def test_it_shows_the_way_from_pages_to_a_sentence(data_dir: Path, capfd: pytest.CaptureFixture[str]) -> None:
    demo(data_dir)
    told = capfd.readouterr().out
    typed = [line.removeprefix("$ thidua ") for line in told.splitlines() if line.startswith("$ thidua ")]
    assert [line.startswith(command) for line, command in zip(typed, COMMANDS, strict=True)] == [True] * len(COMMANDS)
    assert f"{len(list(SAMPLES.iterdir()))} inputs = 24 parsed + 4 quarantined" in told
    assert "Cả nước chung sức xây dựng nông thôn mới" in told
    assert [province for province in ("Bến Tre", "Vĩnh Long", "Cao Bằng") if province not in told] == []
    assert "[22 tập thể" in told or "22" in told.split("$ thidua show")[1]
    assert told.splitlines()[-2].endswith(str(data_dir / "thidua.duckdb"))
    assert (data_dir / "thidua.duckdb").is_file()


def test_it_starts_afresh_each_time(data_dir: Path, capfd: pytest.CaptureFixture[str]) -> None:
    demo(data_dir)
    (data_dir / "shards" / "left-over.txt").write_text("from the last demo")
    demo(data_dir)
    assert "0 known" in capfd.readouterr().out.rsplit("$ thidua ingest", 1)[1]
    assert not (data_dir / "shards" / "left-over.txt").exists()


def test_it_removes_nothing_that_is_not_its_own(data_dir: Path) -> None:
    data_dir.mkdir(parents=True)
    (data_dir / "thesis.docx").write_text("three years of work")
    with pytest.raises(DemoError, match="move it away"):
        demo(data_dir)
    assert (data_dir / "thesis.docx").exists()


def test_it_says_what_it_did_not_find(data_dir: Path, capfd: pytest.CaptureFixture[str]) -> None:
    demo(data_dir)
    capfd.readouterr()
    with pytest.raises(DemoError, match="none of the demo's facts"):
        first_fact(data_dir, "SELECT award_id FROM awards WHERE count < 0")
