"""`thidua sources`: what is declared, as people ask for it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from typer.testing import Result

from corpus.source_checks import Findings
from corpus.sources import load_sources

Thidua = Callable[..., Result]


def test_all_sources_are_listed(thidua: Thidua) -> None:
    rows = json.loads(thidua("sources", "list", "--format", "json").stdout)
    assert [row["id"] for row in rows] == [source.id for source in load_sources()]
    mien_dong = next(row for row in rows if row["id"] == "bao-yen-bai")
    assert (mien_dong["province"], mien_dong["now"], mien_dong["verified"]) == ("Yên Bái", "Lào Cai", "yes")
    assert thidua("sources", "list").exit_code == 0


def test_our_declarations_pass(thidua: Thidua) -> None:
    result = thidua("sources", "check")
    assert result.exit_code == 0 and " sources, 0 mistakes, " in result.stdout


def test_mistakes_are_told_and_fail(thidua: Thidua, monkeypatch: pytest.MonkeyPatch) -> None:
    found = Findings(2, ("a.toml:3: sai",), ("a.toml:9: thiếu",))
    monkeypatch.setattr("corpus.source_checks.check_sources", lambda: found)
    result = thidua("sources", "check")
    assert result.exit_code == 1
    assert result.stdout.split("\n")[:3] == [
        "remark   a.toml:9: thiếu", "mistake  a.toml:3: sai", "2 sources, 1 mistakes, 1 remarks",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["bao-ha-tinh", "Báo Hà Tĩnh", "bao ha tinh", "baohatinh.vn"])
def test_a_source_is_shown_by_any_of_its_names(thidua: Thidua, name: str) -> None:
    result = thidua("sources", "show", name)
    assert result.exit_code == 0
    shown = {line.split(None, 1)[0]: line.split(None, 1)[1] for line in result.stdout.splitlines()}
    assert shown["id"] == "bao-ha-tinh" and shown["topic_filter"] == "on" and shown["valid_to"] == "-"
    assert shown["article_pattern"].startswith("-post") and shown["allow_private"] == "no"


def test_an_unknown_name_is_told_with_the_nearest(thidua: Thidua) -> None:
    result = thidua("sources", "show", "bao-ha-tin")
    assert result.exit_code == 2 and "bao-ha-tinh" in result.stderr
    assert "thidua sources list" in thidua("sources", "show", "qqq").stderr


def test_a_probe_needs_a_contact(thidua: Thidua) -> None:
    assert thidua("sources", "probe", "bao-ha-tinh").exit_code == 2
