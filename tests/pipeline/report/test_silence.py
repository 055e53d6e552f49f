"""A campaign that has stopped and a source that fell silent are seen to: as zeros, and as gaps up to the last month."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest

from pipeline.report.language import NOTHING, Lang
from tests.pipeline.report.conftest import Made, stopped_rows
from tests.pipeline.report.test_page import answer, classed, number, rows_of, section_of, words
from tests.pipeline.stored import article, row


def cut_of(page: Made, heading: str) -> Element:
    tables = classed(section_of(page, "nong-thon-moi"), "cut-table")
    return next(table for table in tables if words(next(table.iter("h4"))) == heading)


def test_a_campaign_that_has_stopped_ends_in_zeros(stopped: Made) -> None:
    months = [words(line) for line in cut_of(stopped, "Theo tháng").iter("tr")][1:]
    assert [line for line in months if line.startswith(("0", "1"))] == [
        "05/2021 0 0 0 1 0,0%",
        "03/2021–04/2021 2 tháng không có bài nào được xem",
        "02/2021 0 0 0 1 0,0%",
        "04/2020–01/2021 10 tháng không có bài nào được xem",
        "03/2020 1 1 1 1 100,0%",
        "02/2020 không có bài nào được xem",
        "01/2020 1 1 1 1 100,0%",
    ]
    years = [row[0] for row in rows_of(cut_of(stopped, "Theo năm"))]
    assert years == ["2021", "2020"]


@pytest.mark.parametrize("heading", ["Theo tháng", "Theo năm"])
def test_a_table_says_what_the_sql_below_it_says(stopped: Made, heading: str) -> None:
    table = cut_of(stopped, heading)
    (sql,) = ("".join(pre.itertext()) for details in classed(table, "sql") for pre in details.iter("pre"))
    told = [list(map(number, row[1:5])) for row in answer(stopped, sql)]
    assert [row[1:5] for row in rows_of(table)] == told


def test_what_was_looked_at_before_the_first_report_is_left_to_the_picture(made: Callable[..., Made]) -> None:
    earlier = article("Tin xưa\nNgày ấy đê vỡ.", name="xua.html", source="bao-dong-thap", published="2018-05-05")
    page = made([*stopped_rows(), row(earlier)])
    assert [row[0] for row in rows_of(cut_of(page, "Theo năm"))] == ["2021", "2020"]
    (sql, *_) = ("".join(pre.itertext()) for pre in section_of(page, "nong-thon-moi").iter("pre"))
    assert answer(page, sql)[0][0] == "2018-05"


def test_a_silent_source_has_a_gap_up_to_the_last_month_of_all(stopped: Made) -> None:
    coverage = stopped.by_id("coverage")
    shown = {row[1]: row[3:] for table in coverage.iter("table") for row in rows_of(table)}
    assert shown["Lạng Sơn"] == ["01/2020", "03/2020", "2", "15", "14", "0"]
    assert shown["Đồng Tháp"] == ["02/2021", "05/2021", "2", "2", "0", "0"]
    assert len(classed(coverage, "fill-gap")) == 3
    assert "tính đến 05/2021" in words(coverage)


def test_white_in_the_coverage_stands_in_the_legend(stopped: Made) -> None:
    keys = [words(key) for key in classed(stopped.by_id("coverage"), "key")]
    assert "trước bài đầu tiên của nguồn" in keys


@pytest.mark.parametrize(("lang", "name"), [(Lang.VI, "không rõ nguồn"), (Lang.EN, "source not known")])
def test_a_source_without_a_month_is_told_below_the_picture(made: Callable[..., Made], lang: Lang, name: str) -> None:
    page = made(stopped_rows(), lang=lang)
    coverage = page.by_id("coverage")
    (undrawn,) = classed(next(coverage.iter("figure")), "hint")[:1]
    assert words(undrawn).endswith(f": {name} (1).")
    assert [row[1:] for table in coverage.iter("table") for row in rows_of(table) if row[0] == name] == [
        [NOTHING, "1", NOTHING, NOTHING, "0", NOTHING, NOTHING, "1"]
    ]
    assert "unknown" not in words(coverage)
