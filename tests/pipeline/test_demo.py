"""The demo: what a newcomer sees first must work from an empty folder, twice, and open a number to its sentence."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from pipeline.demo import CAMPAIGN, SAMPLES, DemoError, demo, first_fact

COMMANDS = ("ingest", "audit campaigns", f"audit campaigns --by province --campaign {CAMPAIGN}", "query", "show")


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("THIDUA_DATA", "unused")
        patched.setenv("COLUMNS", "160")
        yield tmp_path_factory.mktemp("demo") / "build" / "demo"


def shown_by_demo(data_dir: Path) -> str:
    with redirect_stdout(io.StringIO()) as out:
        demo(data_dir)
    return out.getvalue()


@pytest.fixture(scope="module")
def shown(data_dir: Path) -> str:
    return shown_by_demo(data_dir)


def typed(shown: str) -> list[str]:
    return [line.removeprefix("$ thidua ") for line in shown.splitlines() if line.startswith("$ thidua ")]


def test_it_echoes_each_command_before_it_runs(shown: str) -> None:
    assert [line[: len(command)] for line, command in zip(typed(shown), COMMANDS, strict=True)] == list(COMMANDS)


def test_the_books_balance_and_show_what_was_no_article(shown: str) -> None:
    balance = re.search(r"(\d+) inputs = (\d+) parsed \+ (\d+) quarantined \+ 0 known \+ 0 refused", shown)
    assert balance is not None
    given, parsed, quarantined = map(int, balance.groups())
    assert (given, parsed, quarantined) == (
        len(list(SAMPLES.iterdir())),
        len(list((SAMPLES.parent / "gold").iterdir())),
        4,
    )
    assert [code for code in ("empty", "listing", "not_vietnamese", "refused") if f"1 {code}" not in shown] == []


def test_campaigns_are_counted_by_name_and_by_province(shown: str) -> None:
    whole, by_province = re.findall(r"\$ thidua audit[^#]+", shown)
    assert "Cả nước chung sức xây dựng nông thôn mới" in whole and "looked at: " in whole
    assert [name for name in ("Bến Tre", "Vĩnh Long", "Cao Bằng", "Yên Bái") if name not in by_province] == []


def test_a_number_is_opened_to_its_sentence_and_its_reprint(shown: str) -> None:
    opened = shown.split("$ thidua show ")[1]
    assert re.search(r"\[[^\]]*22 tập thể[^\]]*\]|\[[^\]]*Cờ thi đua[^\]]*\]", opened)
    assert "thidua-caobang.example" in opened and "tintonghop.example" in opened


def test_it_ends_with_the_file_and_the_next_step(shown: str, data_dir: Path) -> None:
    *_, file, next_step = shown.splitlines()
    assert (
        file.endswith(str(data_dir / "published" / "thidua.duckdb"))
        and (data_dir / "published" / "thidua.duckdb").is_file()
    )
    assert "thidua ingest PATH" in next_step


def test_it_says_what_it_did_not_find(shown: str, data_dir: Path) -> None:
    assert shown
    with pytest.raises(DemoError, match="none of the demo's facts"):
        first_fact(data_dir, "SELECT award_id FROM awards WHERE count < 0")


def test_it_starts_afresh_each_time(shown: str, data_dir: Path) -> None:
    assert "0 known" in shown
    (data_dir / "published" / "thidua.duckdb").unlink()
    (data_dir / "shards" / "left-over.txt").write_text("from a demo that was stopped")
    assert "0 known" in shown_by_demo(data_dir)
    assert not (data_dir / "shards" / "left-over.txt").exists()


def test_it_removes_nothing_that_is_not_its_own(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("three years of work")
    with pytest.raises(DemoError, match="move it away"):
        demo(tmp_path)
    assert (tmp_path / "thesis.docx").exists()
