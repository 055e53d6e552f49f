"""Totals over a period: each by itself under its period, province and source; nothing is added over them."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from pipeline.report.figures import read_earlier
from pipeline.report.limits import Limits
from tests.pipeline.report.conftest import Made, statistic_rows
from tests.pipeline.report.test_page import answer, classed, words


def table_of(page: Made) -> Element:
    tables = list(page.by_id("awards").iter("table"))
    return next(table for table in tables if classed(table, "group"))


def told(page: Made) -> list[str]:
    """The heads of the groups and the rows below each."""
    lines = (line for body in table_of(page).iter("tbody") for line in body)
    return [words(line) for line in lines if line.get("class") != "opened"]


def test_each_statistic_stands_by_itself_under_its_period_and_province(counted: Made) -> None:
    assert told(counted) == [
        "không nêu thời kỳ; bài năm 2024 · Đồng Tháp Đồng Tháp",
        "Bằng khen Tỉnh Tập thể 45",
        "2023 · Đồng Tháp Đồng Tháp",
        "Bằng khen Tỉnh Tập thể 186",
        "2023 · Lạng Sơn Lạng Sơn",
        "Bằng khen Tỉnh Tập thể 142",
        "2019–2023 · Lạng Sơn Lạng Sơn",
        "Bằng khen Tỉnh Tập thể gần 512",
    ]
    shown = "".join(counted.by_id("awards").itertext())
    for added in (142 + 186, 142 + 512, 142 + 186 + 512 + 45):
        assert str(added) not in shown
    view = answer(counted, "SELECT total FROM award_totals WHERE status = 'statistic' ORDER BY total")
    assert view == [(45,), (142,), (186,), (512,)]


def test_a_number_opens_its_sentences_with_the_count_marked(counted: Made) -> None:
    for opener in classed(table_of(counted), "opens"):
        sheet = counted.by_id(opener.get("href", "")[1:])
        marks = [words(mark) for mark in sheet.iter("mark")]
        assert marks
        assert all(mark.endswith(words(opener)) for mark in marks)
        for link in sheet.iter("a"):
            counted.by_id(link.get("href", "")[1:])
    assert len(list(sheet.iter("blockquote"))) == 2


def test_what_is_cut_can_be_asked_for(made: Callable[..., Made]) -> None:
    page = made(statistic_rows(), limits=Limits(statistics=2, articles=1))
    assert len(classed(table_of(page), "opens")) == 2
    assert "Còn 2 thống kê" in words(page.by_id("awards"))
    sqls = ["".join(pre.itertext()) for pre in page.by_id("awards").iter("pre")]
    (whole,) = (sql for sql in sqls if "each statistic by itself" in sql)
    assert [row[11] for row in answer(page, whole)] == [45, 186, 142, 512]
    all_of_it = made(statistic_rows(), limits=Limits(articles=1))
    (behind,) = ("".join(rest.itertext()) for rest in classed(table_of(all_of_it), "rest"))
    assert [row[-1] for row in answer(all_of_it, behind)] == ["năm năm ấy có gần 512", "giai đoạn 2019-2023 có 512"]


def test_statistics_are_no_part_of_the_figures_that_are_compared(counted: Made, made: Callable[..., Made]) -> None:
    assert read_earlier(counted.page).awards == {}
    earlier = counted.page.with_name("earlier.html")
    added = '"awards": {"statistic|bang-khen||province|collective": 885}'
    earlier.write_text(counted.text.replace("&#34;", '"').replace('"awards": {}', added), "utf-8")
    assert read_earlier(earlier).awards
    now = made(statistic_rows()[:2], since=earlier)
    assert "885" not in words(now.by_id("changes"))
