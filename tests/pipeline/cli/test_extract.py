"""`thidua extract`: facts on the screen, in the order given, nothing stored."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from extractors.model import Article, Block, CampaignMention, Facts, Span
from pipeline.cli.printed import print_marked

Thidua = Callable[..., Result]


def test_one_json_object_a_page_in_the_order_given(thidua: Thidua, site: Path, tmp_path: Path) -> None:
    run = thidua("extract", site / "mot.txt", site / "ba.txt", site / "hai.txt")
    assert run.exit_code == 0
    documents = [json.loads(line) for line in run.stdout.splitlines()]
    assert [document["id"] for document in documents] == ["mot", "ba", "hai"]
    assert documents[1]["file"] == "ba.txt"
    assert documents[0]["campaigns"][0]["name"] == "Cả nước chung sức xây dựng nông thôn mới"
    assert documents[0]["campaigns"][0]["quote"] in (site / "mot.txt").read_text()
    assert "Bản Ba" in run.stdout, "Vietnamese stays readable"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_marked_text_names_facts_by_label(thidua: Thidua, site: Path) -> None:
    run = thidua("extract", site / "mot.txt", "--format", "text")
    assert run.exit_code == 0
    assert "page: mot.txt\n" in run.stdout
    assert "Cả nước chung sức xây dựng nông thôn mới]" in run.stdout
    assert "\nCampaigns\n  C1 " in run.stdout


def test_bad_pages_are_named_on_stderr_and_the_rest_is_printed(thidua: Thidua, site: Path) -> None:
    run = thidua("extract", site / "rong.txt", site / "none.txt", site / "hai.txt")
    assert run.exit_code == 1
    assert [json.loads(line)["id"] for line in run.stdout.splitlines()] == ["hai"]
    assert [line.split(":")[1].strip() for line in run.stderr.splitlines()] == [str(site / "none.txt"), "rong.txt"]


def test_a_name_cannot_command_the_terminal(thidua: Thidua, tmp_path: Path) -> None:
    (tmp_path / "tin\x1b[2J\n.html").write_bytes(b"")
    run = thidua("extract", tmp_path)
    assert run.stderr.startswith("thidua: tin\\x1b[2J\\n.html: quarantined (empty): ")
    assert run.stderr.count("\n") == 1


@pytest.mark.parametrize("paths", [["none.html"], ["."]])
def test_where_nothing_could_be_printed_the_status_says_so(
    thidua: Thidua, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    run = thidua("extract", *paths)
    assert (run.exit_code, run.stdout) == (3, "")
    assert run.stderr.count("\n") == 1


def test_output_is_utf8_whatever_the_terminal_says(site: Path) -> None:
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", "extract", str(site / "mot.txt")]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    run = subprocess.run(command, env=environment, capture_output=True, check=True, timeout=100)
    assert json.loads(run.stdout.decode("utf-8"))["title"] == "Xã Bản Một phát động thi đua"


class Terminal(io.StringIO):
    """A screen."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_colours_and_obeys_nothing_in_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Phong trào “Xóa nhà tạm”\x9b31m"
    article = Article("a\x1b[2J.html", text, (Block(0, len(text), "body"),), published_reason="no date")
    facts = Facts(campaigns=(CampaignMention(Span(12, 23, "Xóa nhà tạm"), None, "Xóa nhà tạm", "c.r", 0.7),))
    monkeypatch.setattr(sys, "stdout", screen := Terminal())
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    print_marked(article, facts)
    shown = screen.getvalue()
    assert "\x1b[1;33mXóa nhà tạm\x1b[0m" in shown
    assert "\x1b[2J" not in shown
    assert "\x9b" not in shown
