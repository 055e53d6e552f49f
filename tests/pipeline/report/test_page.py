"""The page: well-formed, complete in both languages, the same every time, and its numbers those of the views."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from typer.testing import CliRunner

from pipeline.cli.app import app
from pipeline.errors import ExitStatus
from pipeline.query import answering
from pipeline.report.language import NOTHING, Lang, language
from pipeline.report.limits import Limits
from pipeline.report.write import write_report
from pipeline.warehouse.build import build
from tests.pipeline.report.conftest import Made, many_rows
from tests.pipeline.review.village import Filled, news, reviewed, village
from tests.pipeline.stored import article, first_article, row, sample_rows


def words(element: Element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def classed(element: Element, name: str) -> list[Element]:
    return [found for found in element.iter() if name in (found.get("class") or "").split()]


def rows_of(table: Element) -> Iterator[list[str]]:
    for line in table.iter("tr"):
        if line.get("class") in (None, "zero", "apart") and line.find("td") is not None:
            yield [words(cell) for cell in line]


def answer(made: Made, sql: str) -> list[tuple[Any, ...]]:
    with answering(made.settings.warehouse_path, sql) as found:
        return [tuple(row) for row in found.rows]


def number(value: int | None) -> str:
    return language(Lang.VI).number(value)


def section_of(made: Made, campaign: str) -> Element:
    (found,) = [
        section
        for section in classed(made.by_id("campaigns"), "campaign")
        if campaign in {words(code) for code in section.iter("code")}
    ]
    return found


@pytest.mark.parametrize("which", ["sample", "hostile", "many", "judged"])
def test_is_well_formed_and_every_anchor_exists(which: str, request: pytest.FixtureRequest) -> None:
    page: Made = request.getfixturevalue(which)
    ids = [element.get("id") for element in page.tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for link in page.tree.iter("a"):
        if link.get("href", "").startswith("#"):
            assert link.get("href", "")[1:] in ids


def test_overview_says_what_campaign_audit_says(sample: Made) -> None:
    (table,) = classed(sample.by_id("overview"), "wide")
    shown = [row[2:6] for row in rows_of(table)]
    lang = language(Lang.VI)
    counted = answer(sample, "SELECT mentions, articles, stories, percent FROM campaign_audit()")
    assert sorted(shown) == sorted([*map(number, counts[:3]), lang.percent(counts[3])] for counts in counted)
    assert len(shown) == 2


@pytest.mark.parametrize("cut", ["month", "year", "province", "source"])
def test_each_cut_says_what_campaign_audit_says(many: Made, cut: str) -> None:
    tables = classed(section_of(many, "nong-thon-moi"), "cut-table")
    table = dict(zip(["month", "year", "province", "source"], tables, strict=True))[cut]
    asked = f"campaign_audit(\"by\" := '{cut}', campaign := 'nong-thon-moi')"
    counted = answer(many, f"SELECT mentions, articles, stories, looked_at FROM {asked}")
    shown = [row[1:5] for row in rows_of(table)]
    expected = [list(map(number, row)) for row in counted]
    assert shown == (expected[::-1][:12] if cut in {"month", "year"} else expected)


@pytest.mark.parametrize(
    ("number", "asked"),
    [
        ("l-articles", "FROM articles"),
        ("l-stories", "FROM stories"),
        ("s1", "FROM articles WHERE source_id = (SELECT min(source_id) FROM articles)"),
    ],
)
def test_what_was_looked_at_opens_its_articles(many: Made, number: str, asked: str) -> None:
    sheet = many.by_id(number)
    assert len(list(sheet.iter("li"))) == 3
    (rest,) = classed(sheet, "rest")
    assert len(answer(many, "".join(rest.itertext()))) == len(answer(many, asked)) == 40


def test_pictures_open_what_they_show(many: Made) -> None:
    years = classed(many.by_id("overview"), "drawing")[0]
    places = {link.get("href", "")[1:] for link in years.iter("a")}
    assert places == {f"c1-y{n}" for n in range(1, 5)}
    assert all(many.by_id(place).tag == "tr" for place in places)
    coverage = classed(many.by_id("coverage"), "drawing")[0]
    assert {link.get("href") for link in coverage.iter("a")} == {"#s1"}


def test_award_totals_are_those_of_the_view(sample: Made) -> None:
    shown = {tuple(row) for table in sample.by_id("awards").iter("table") for row in rows_of(table)}
    assert ("Cờ thi đua", "", "Tỉnh", "12", "2") in shown
    assert ("Bằng khen", "", "không rõ cấp", "38", "1") in shown
    assert answer(sample, "SELECT sum(total) FROM award_totals") == [(50,)]


def test_each_sql_on_the_page_can_be_asked(sample: Made) -> None:
    shown = {"".join(pre.itertext()) for pre in sample.tree.iter("pre") if pre.get("id") is None}
    assert len(shown) > 10
    for sql in shown:
        assert answer(sample, sql)


def test_the_sql_of_a_number_gives_its_articles(many: Made) -> None:
    section = section_of(many, "nong-thon-moi")
    (rest,) = classed(classed(section, "sheet")[0], "rest")
    assert len(answer(many, "".join(rest.itertext()))) == 40
    assert "Còn 37 bài nữa" in words(section)


def test_a_number_leads_to_articles_and_an_article_to_its_sentences(sample: Made) -> None:
    section = section_of(sample, "nong-thon-moi")
    opening = classed(section, "opens")[0].get("href", "")
    listed = sample.by_id(opening[1:])
    (first, _) = listed.iter("li")
    (link,) = first.iter("a")
    topic = sample.by_id(link.get("href", "")[1:])
    marks = [words(mark) for mark in topic.iter("mark")]
    assert "xây dựng nông thôn mới" in " ".join(marks)
    card = sample.by_id(link.get("href", "").split("-")[0][1:])
    assert "test.rule" in words(topic)
    assert "90,0%" in words(topic)
    assert "theo “ngày 2022-12-2" in words(card)
    (address,) = classed(card, "out")
    assert (address.get("href") or "").startswith("https://")


def test_gaps_are_drawn_as_gaps_and_zeros_as_zeros(many: Made) -> None:
    section = section_of(many, "nong-thon-moi")
    assert [words(row) for row in classed(section, "gap") if row.tag == "tr"] == [
        "04/2018–10/2018 7 tháng không có bài nào được xem"
    ]
    assert [rect.tag for rect in classed(section, "fill-gap")] == ["path"] * 4
    coverage = many.by_id("coverage")
    assert len(classed(coverage, "fill-gap")) == 1
    assert [row[6] for table in coverage.iter("table") for row in rows_of(table)] == ["7"]


def test_a_year_not_looked_at_is_a_gap_too(made: Callable[..., Made]) -> None:
    first, *_, last = many_rows(90)
    page = made([first, last])
    gaps = [words(row) for row in classed(section_of(page, "nong-thon-moi"), "gap") if row.tag == "tr"]
    assert gaps == [
        "02/2015–12/2022 95 tháng không có bài nào được xem",
        "2016–2022 84 tháng không có bài nào được xem",
    ]


def test_a_campaign_not_reported_in_a_month_looked_at_is_a_zero(sample: Made) -> None:
    years = classed(sample.by_id("overview"), "drawing")[0]
    texts = [words(text) for text in years.iter("text")]
    assert texts.count("0") == 2
    assert not classed(years, "fill-gap")


def test_undated_articles_stand_apart(made: Callable[..., Made]) -> None:
    page = made([row(*first_article(published=None))])
    section = section_of(page, "nong-thon-moi")
    assert not classed(section, "drawing")
    rows = [[words(cell) for cell in apart] for apart in classed(section, "apart")]
    assert rows == [[f"không rõ {cut}", NOTHING, "1", NOTHING, NOTHING, NOTHING] for cut in ("tháng", "năm")]


def test_the_same_warehouse_gives_the_same_bytes(sample: Made, tmp_path: Path) -> None:
    write_report(sample.settings.warehouse_path, tmp_path / "again.html", Lang.VI, Limits())
    assert (tmp_path / "again.html").read_bytes() == sample.page.read_bytes()


def test_languages_have_the_same_words_and_blanks() -> None:
    def blanks(texts: dict[str, dict[str, str]]) -> dict[tuple[str, str], set[str]]:
        return {
            (section, key): set(re.findall(r"{\w+}", text))
            for section, keys in texts.items()
            for key, text in keys.items()
        }

    assert blanks(language(Lang.VI).texts) == blanks(language(Lang.EN).texts)


def test_what_reviewers_found_stands_beside_the_count(tmp_path: Path) -> None:
    def wrong_once(number: int, sheet_row: Filled) -> None:
        sheet_row["verdict"] = "wrong" if number == 0 else "right"

    settings = village(tmp_path, [news(n, published="2022-03-02", source="s", province="P") for n in range(10)])
    reviewed(settings, wrong_once, size=5)
    build(settings)
    write_report(settings.warehouse_path, tmp_path / "page.html", Lang.VI, Limits())
    page = Made(settings, tmp_path / "page.html")
    ((low, high),) = answer(page, "SELECT low, high FROM campaign_precision")
    lang = language(Lang.VI)
    (told,) = classed(section_of(page, "nong-thon-moi"), "reviewed")
    interval = f"{lang.percent(100 * low)} đến {lang.percent(100 * high)}"
    assert words(told) == (
        f"Kiểm lại : đã kiểm 5 lượt nhắc, đúng 4: 80,0% (khoảng tin cậy 95%: {interval}). "
        "Tìm thấy 10, ước tính sau khi kiểm: 8."
    )


def test_english_page(made: Callable[..., Made]) -> None:
    page = made(sample_rows(), lang=Lang.EN)
    assert page.tree.get("lang") == "en"
    shown = words(page.tree.find("body") or page.tree)
    assert "Campaign by campaign" in shown
    for vietnamese in [*language(Lang.VI).texts["words"].values(), *language(Lang.VI).texts["about"].values()]:
        assert vietnamese.split("{")[0] not in shown or vietnamese.startswith(("SQL", "{"))


def test_an_empty_store_of_articles_still_makes_a_page(made: Callable[..., Made]) -> None:
    page = made([row(article("Tin khác\nHôm nay trời nắng."))])
    assert words(page.by_id("campaigns")) == "Từng phong trào"
    assert "Tin khác" in words(page.by_id("articles"))


def test_command(sample: Made, tmp_path: Path) -> None:
    out = tmp_path / "trang.html"
    asked = ["report", "--out", str(out), "--data-dir", str(sample.settings.data_dir), "--campaigns", "1"]
    done = CliRunner().invoke(app, asked)
    assert done.exit_code == ExitStatus.WELL
    assert "1 of 2 campaigns" in done.stdout
    assert "Trang này có 1 trong 2 phong trào" in out.read_text("utf-8")


def test_command_without_a_warehouse_or_with_a_false_earlier_report(sample: Made, tmp_path: Path) -> None:
    out = tmp_path / "trang.html"
    nothing = CliRunner().invoke(app, ["report", "--out", str(out), "--data-dir", str(tmp_path / "none")])
    assert (nothing.exit_code, nothing.stderr.count("\n")) == (ExitStatus.NOTHING_DONE, 1)
    (tmp_path / "old.html").write_text("<p>tin</p>")
    asked = ["report", "--out", str(out), "--data-dir", str(sample.settings.data_dir)]
    false = CliRunner().invoke(app, [*asked, "--since-report", str(tmp_path / "old.html")])
    assert false.exit_code == ExitStatus.NOTHING_DONE
    assert "holds no figures of a report" in false.stderr
    assert not out.exists()
