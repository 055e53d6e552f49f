"""`thidua nightly` and `thidua crawl` where nothing can be done: the status, one line why, and who is told."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from pipeline.crawl.report import CrawlReport
from pipeline.lock import CRAWL, exclusive
from pipeline.nightly.record import nights

Thidua = Callable[..., Result]


def test_without_a_contact_nothing_is_asked_and_the_record_says_why(thidua: Thidua, tmp_path: Path) -> None:
    run = thidua("nightly", "--data-dir", tmp_path, "--source", "bao-ha-tinh")
    assert run.exit_code == 3
    assert run.stderr == (
        "thidua: contact: '' is no web or mail address; "
        "give the one that site owners may write to, as --contact, THIDUA_CONTACT or in nightly.toml\n"
    )
    (night,) = nights(tmp_path / "nights")
    assert (night.state, night.status) == ("failed", 3)
    assert str(night.trouble).startswith("contact: ")


def test_the_command_on_failure_is_told(thidua: Thidua, tmp_path: Path) -> None:
    told = tmp_path / "told"
    script = f"import sys; open({str(told)!r}, 'w').write(sys.stdin.read())"
    (tmp_path / "nightly.toml").write_text(f"on_failure = {json.dumps([sys.executable, '-c', script])}", "utf-8")
    assert thidua("nightly", "--data-dir", tmp_path, "--source", "bao-ha-tinh").exit_code == 3
    line = json.loads(told.read_text("utf-8"))
    assert line["status"] == 3
    assert line["trouble"].startswith("contact: ")
    assert line["data"] == str(tmp_path)


def test_a_defect_of_the_program_is_recorded_and_told(
    thidua: Thidua, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> CrawlReport:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("pipeline.nightly.steps.crawl", broken)
    (tmp_path / "nightly.toml").write_text('on_failure = ["false"]', "utf-8")
    run = thidua("nightly", "--data-dir", tmp_path, "--source", "bao-ha-tinh", "--contact", "mailto:a@b.vn")
    assert run.exit_code == 3
    assert "thidua: a defect of the program: by zero; report it" in run.stderr
    assert "on_failure: ended with status 1" in run.stderr
    assert [night.trouble for night in nights(tmp_path / "nights")] == ["by zero"]


def test_a_run_that_ends_well_tells_nobody(thidua: Thidua, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.nightly.steps.crawl", lambda *_, **__: CrawlReport(1, ()))
    monkeypatch.setattr("pipeline.nightly.run.alarms_of", lambda _: ())
    (tmp_path / "nightly.toml").write_text('on_failure = ["false"]', "utf-8")
    run = thidua("nightly", "--data-dir", tmp_path, "--source", "bao-ha-tinh", "--contact", "mailto:a@b.vn")
    assert run.exit_code == 0
    assert "on_failure" not in run.stderr
    assert "nothing new" in run.stderr
    heads, numbers = run.stdout.splitlines()
    assert heads.split()[:3] == ["discovered", "fetched", "not"]
    assert numbers.split() == ["all", *"0" * 13]


@pytest.mark.parametrize("command", [("nightly",), ("crawl", "https://baohatinh.vn/tin-post1.html")])
def test_while_a_run_is_at_work_the_second_leaves_with_status_75(
    thidua: Thidua, tmp_path: Path, command: tuple[str, ...]
) -> None:
    with exclusive(tmp_path, CRAWL):
        run = thidua(*command, "--data-dir", tmp_path, "--contact", "mailto:a@b.vn")
    assert run.exit_code == 75
    assert "is writing to it; wait for it to end" in run.stderr
    assert not (tmp_path / "nights").exists()


def test_settings_and_addresses_that_cannot_be_used_are_told(thidua: Thidua, tmp_path: Path) -> None:
    run = thidua("nightly", "--data-dir", tmp_path, "--config", tmp_path / "none.toml")
    assert (run.exit_code, run.stderr) == (3, f"thidua: {tmp_path}/none.toml: no such file; check the path\n")
    run = thidua("crawl", "https://khong-ai.example/", "--data-dir", tmp_path, "--contact", "mailto:a@b.vn")
    assert run.exit_code == 3
    assert "https://khong-ai.example/: is on no domain of a declared source" in run.stderr


def test_declarations_that_cannot_be_used_are_told_in_one_line(thidua: Thidua, tmp_path: Path) -> None:
    (tmp_path / "nightly.toml").write_text(f"declarations = ['{tmp_path}/own.toml']", "utf-8")
    (tmp_path / "own.toml").write_text("source = 3", "utf-8")
    for command in (("nightly",), ("crawl", "https://baohatinh.vn/tin-post1.html")):
        run = thidua(*command, "--data-dir", tmp_path, "--contact", "mailto:a@b.vn")
        assert (run.exit_code, run.stderr) == (
            3,
            "thidua: own.toml: write each entry as [[source]] on a line of its own\n",
        )


def test_every_exit_status_stands_in_the_help(thidua: Thidua) -> None:
    told = thidua("nightly", "--help").stdout
    assert all(f"\n    {status} " in told for status in (0, 1, 2, 3, 4, 5, 75, 130))
