"""The coverage page: gaps are gaps, alarms stand on top with what to do, and nothing in it runs or is fetched."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from xml.etree.ElementTree import Element

import duckdb
import pytest
from defusedxml.ElementTree import fromstring

from pipeline.coverage.alarms import alarms_of, last_run
from pipeline.coverage.model import Coverage
from pipeline.coverage.page import page
from pipeline.coverage.rules import load_rules
from pipeline.coverage.watch import look_over, write_page
from pipeline.report.language import Lang
from pipeline.settings import Settings
from tests.pipeline.coverage.histories import TODAY, Row, history, watched_of
from tests.pipeline.coverage.nights import night

HARM = "\"><script>alert(1)</script><svg onload=alert(2)>&quot;'\u202eđảo\u202c{{ 7*7 }}"
WELL = {"usual": {"got": 12}, "nights": [{"got": 12}]}
MIXED = {
    "usual": {"got": 8},
    "nights": [{"state": "not_run", "times": 3}, {"got": 9}, {"got": 0}, {"state": "unanswered", "times": 2}],
}


def coverage_of(*rows: Row) -> Coverage:
    sources = watched_of(rows)
    return Coverage(TODAY, last_run(sources), sources, alarms_of(sources, TODAY, load_rules()))


def tree_of(text: str) -> Element:
    tree: Element = fromstring(text.removeprefix("<!DOCTYPE html>\n"))
    return tree


def section(tree: Element, name: str) -> Element:
    (found,) = [element for element in tree.iter() if element.get("id") == name]
    return found


def inks(tree: Element, name: str) -> list[str]:
    return [rect.get("class", "") for rect in section(tree, name).iter("rect")]


@pytest.fixture(scope="module")
def mixed() -> Element:
    return tree_of(page(coverage_of(*history("bao-0", MIXED)), Lang.EN))


@pytest.mark.parametrize("name", ["got", "published"])
def test_white_stands_in_the_legend(mixed: Element, name: str) -> None:
    keys = ["".join(key.itertext()) for key in section(mixed, name).iter("span") if key.get("class") == "key"]
    assert "before the source's first night" in keys


def test_gaps_are_gaps_and_zeros_are_zeros(mixed: Element) -> None:
    drawn = inks(mixed, "got")
    assert drawn[-6:] == ["fill-heat-4", "fill-gap", "fill-heat-4", "fill-zero", "shut", "shut"]
    titles = [title.text or "" for title in section(mixed, "got").iter("title")]
    assert titles[-6:] == [
        "2026-11-13: 8, expected 8",
        "2026-11-14: not looked at … 2026-11-16: not looked at",
        "2026-11-17: 9, expected 8",
        "2026-11-18: 0, expected 8",
        "2026-11-19: no answer",
        "2026-11-20: no answer",
    ]


def test_the_days_stand_where_they_belong(mixed: Element) -> None:
    rects = list(section(mixed, "got").iter("rect"))
    ends = [int(rect.get("x", "")) + int(rect.get("width", "")) for rect in rects]
    assert ends[-1] == 559 and int(rects[0].get("x", "")) == 0
    assert all(int(after.get("x", "")) == end + 1 for end, after in zip(ends, rects[1:], strict=False))


def test_an_alarm_says_what_to_look_at_next_and_why(mixed: Element) -> None:
    (item,) = section(mixed, "alarms").iter("li")
    said = "".join(item.itertext())
    assert "bao-0" in said and "2 nights, since 2026-11-19" in said
    assert "open the site in a browser" in said and "second night in a row" in said


def test_sources_with_alarms_come_first() -> None:
    rows = [*history("a-tot", WELL), *history("b-te", MIXED), *history("c-tot", WELL)]
    tree = tree_of(page(coverage_of(*rows), Lang.VI))
    names = [bdi.text for bdi in section(tree, "got").iter("bdi")]
    assert names == ["b-te", "a-tot", "c-tot"]


def test_without_alarms_it_says_so_in_the_language_asked_for() -> None:
    well = coverage_of(*history("bao-0", WELL))
    assert "Không có cảnh báo." in page(well, Lang.VI) and 'lang="vi"' in page(well, Lang.VI)
    assert "No alarm." in page(well, Lang.EN)


def test_it_opens_without_a_run() -> None:
    assert "chưa chạy" in page(Coverage(TODAY, None, (), ()), Lang.VI)


def test_nothing_runs_whatever_a_source_is_called() -> None:
    told = coverage_of(*history(HARM, MIXED))
    text = page(replace(told, sources=tuple(replace(one, name=HARM) for one in told.sources)), Lang.VI)
    tree = tree_of(text)
    assert not {"script", "iframe", "object", "img", "link", "form"} & {element.tag for element in tree.iter()}
    for element in tree.iter():
        assert not [name for name in element.attrib if name.startswith("on") or name in ("src", "style")]
        assert element.get("href", "#").startswith("#")
    assert "<script>alert(1)</script>" in "".join(tree.itertext()) and "\u202e" not in text


def test_the_policy_lets_in_the_one_style_sheet_only(mixed: Element) -> None:
    (style,) = mixed.iter("style")
    digest = base64.b64encode(hashlib.sha256((style.text or "").encode()).digest()).decode()
    (policy,) = [meta.get("content", "") for meta in mixed.iter("meta") if meta.get("http-equiv")]
    assert policy.startswith("default-src 'none'; script-src 'none'; ") and f"'sha256-{digest}'" in policy
    assert set(re.findall(r"url\(([^)]*)\)", style.text or "")) == {"#hatch"}


def test_the_same_coverage_gives_the_same_bytes(tmp_path: Path) -> None:
    told = coverage_of(*history("bao-0", MIXED), *history("bao-1", WELL))
    for name in ("a.html", "b.html"):
        write_page(told, tmp_path / "sâu" / name, Lang.VI)
    assert (tmp_path / "sâu" / "a.html").read_bytes() == (tmp_path / "sâu" / "b.html").read_bytes()


def test_a_look_over_writes_the_page_and_returns_the_alarms(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    for back in range(35, 1, -1):
        began = (TODAY - timedelta(days=back)).isoformat() + "T02:00"
        night(settings.ledger_path, "mau-bao-song-xanh", began, got=[f"{back}.{n}".encode() for n in range(8)])
    night(settings.ledger_path, "mau-bao-song-xanh", f"{TODAY}T02:00")
    told = look_over(settings, TODAY)
    assert [alarm.rule for alarm in told.alarms] == ["silent"]
    assert "Báo Sông Xanh (mau-bao-song-xanh): im lặng 1 đêm" in (tmp_path / "coverage" / "index.html").read_text()
    question = f"SELECT state, sum(got), count(*) FROM '{tmp_path}/coverage/days.parquet' GROUP BY ALL ORDER BY ALL"
    assert duckdb.sql(question).fetchall() == [("looked", 272, 35), ("not_run", None, 1)]


def test_a_night_that_is_already_tomorrow_in_viet_nam_is_part_of_it(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    night(settings.ledger_path, "mau-bao-song-xanh", "2026-11-20T18:00", got=[b"a"])
    told = look_over(settings, TODAY)
    assert told.last_run == date(2026, 11, 21) and told.sources[0].days[-1].got == 1


def test_commands_look_like_commands() -> None:
    text = page(coverage_of(*history("bao-0", {"usual": {"got": 12}, "nights": [{"got": 0}]})), Lang.EN)
    (command,) = section(tree_of(text), "alarms").iter("code")
    assert command.text == "thidua sources probe bao-0"
