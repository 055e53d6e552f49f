"""What review says stands on the page: as published, with the sentences behind it, and a dash where nobody reviewed."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from pipeline.report.language import NOTHING, Lang, language
from pipeline.report.limits import Limits
from pipeline.report.write import write_report
from pipeline.settings import Settings
from pipeline.warehouse.build import build
from tests.pipeline.report.conftest import HARM, Made
from tests.pipeline.report.test_hostile import ALLOWED, FETCHING
from tests.pipeline.report.test_page import answer, classed, rows_of, section_of, words
from tests.pipeline.review.village import feast, reviewed, verdict, village


def written(settings: Settings, out: Path, lang: Lang = Lang.VI, **limits: int) -> Made:
    """Another page of what is published."""
    write_report(settings.warehouse_path, out, lang, Limits(**limits))
    return Made(settings, out)


def tables(page: Made) -> list[list[list[str]]]:
    """The rows of what review says, then of how far reviewers agree."""
    return [list(rows_of(table)) for table in page.by_id("review").iter("table")]


def opened(page: Made, line: int) -> Element:
    """What the reviewed number of a row opens."""
    rows = [row for row in page.by_id("review").iter("tr") if (row.get("id") or "").endswith("-r")]
    return page.by_id(classed(rows[line], "opens")[0].get("href", "")[1:])


@pytest.mark.parametrize("lang", Lang)
def test_each_row_says_what_is_published(judged: Made, tmp_path: Path, lang: Lang) -> None:
    query = """SELECT facts, reviewed, "right", disputed, precision, low, high, corrected_facts
               FROM kind_precision WHERE kind = 'award'"""
    ((*counts, precision, low, high, corrected),) = answer(judged, query)
    told = language(lang)
    shown = tables(written(judged.settings, tmp_path / "page.html", lang))[0][0]
    assert shown[0] == told.texts["review_kinds"]["award"]
    assert shown[1:5] == [told.number(count) for count in counts] == ["10", "9", "7", "1"]
    interval = f"{told.percent(100 * low)} – {told.percent(100 * high)}"
    assert shown[5:] == [told.percent(100 * precision), interval, told.decimal(corrected)]


def test_campaigns_follow_and_say_what_was_added(judged: Made) -> None:
    mine, other = tables(judged)[0][3:]
    assert mine[:5] == ["Cả nước chung sức xây dựng nông thôn mới", "10", "10", "9", "0"]
    assert mine[7] == "9"
    assert other[1:] == ["0", "0", "0", "0", NOTHING, "không tìm thấy gì", "1 +"]
    (added,) = judged.by_id("review").iter("abbr")
    assert added.get("title") == "cộng 1 lượt nhắc chuyển sang từ phong trào khác và 0 lượt bị bỏ sót"


def test_what_nobody_reviewed_is_a_dash_with_the_reason(judged: Made) -> None:
    officials, meetings = tables(judged)[0][1:3]
    assert officials[1:] == ["10", "0", "0", "0", NOTHING, "chưa kiểm", NOTHING]
    assert meetings[1:] == ["0", "0", "0", "0", NOTHING, "không tìm thấy gì", NOTHING]


def test_where_there_was_no_review_the_page_claims_nothing(sample: Made) -> None:
    (kinds,) = tables(sample)
    assert [line[5] for line in kinds] == [NOTHING] * 3
    assert {line[6] for line in kinds if line[1] != "0"} == {"chưa kiểm"}
    assert "2 trong 2 phong trào được nhắc chưa có ai kiểm" in words(sample.by_id("review"))
    for section in (section_of(sample, "nong-thon-moi"), sample.by_id("awards")):
        assert not classed(section, "reviewed")
        assert "Kiểm lại : – chưa kiểm" in words(section)


def test_disputed_all_over_is_said_to_be_so(tmp_path: Path) -> None:
    settings = village(tmp_path, [feast(0)])
    reviewed(settings, verdict("right"), "Cô Mẫu", kind="award")
    reviewed(settings, verdict("wrong"), "Thầy Mẫu", kind="award")
    build(settings)
    page = written(settings, tmp_path / "page.html")
    kinds, agreement = tables(page)
    assert kinds[0][1:] == ["1", "0", "0", "1", NOTHING, "người kiểm bất đồng", NOTHING]
    assert "Kiểm lại : – người kiểm bất đồng" in words(page.by_id("awards"))
    assert agreement == [["Cô Mẫu", "Thầy Mẫu", "1", "0,0%", "0,00"]]


def test_it_stands_beside_the_totals_of_honours(judged: Made) -> None:
    (line,) = classed(judged.by_id("awards"), "reviewed")
    assert words(line).startswith("Kiểm lại : đã kiểm 9 số liệu khen thưởng, đúng 7: 77,8% (khoảng tin cậy 95%: ")
    assert words(line).endswith("Tìm thấy 10, ước tính sau khi kiểm: 7,8.")


def test_a_reviewed_number_opens_its_sentences(judged: Made) -> None:
    sheet = opened(judged, 0)
    verdicts = [{words(item).split(" · ")[0] for item in listed} for listed in classed(sheet, "verdicts")]
    assert verdicts == [{"đúng", "sai"}, {"sai"}, {"sai"}, {"đúng"}]
    assert {words(mark) for mark in sheet.iter("mark")} == {"2 bằng khen"}
    assert "Còn 6 chỗ nữa" in words(sheet)
    link = classed(sheet, "evidence")[0].find("a")
    assert link is not None
    assert judged.by_id(link.get("href", "")[1:]).tag == "article"


def test_the_sql_of_a_reviewed_number_gives_every_verdict(judged: Made) -> None:
    (rest,) = classed(opened(judged, 0), "rest")
    told = answer(judged, "".join(rest.itertext()))
    assert len({(fact, reviewer) for fact, _, _, _, reviewer, *_ in told}) == 20
    assert sum(is_right for *_, is_right, _, _ in told) == 15


def test_what_it_should_be_stands_with_the_verdict(judged: Made) -> None:
    first, *_ = classed(opened(judged, 3), "verdicts")
    assert words(first) == "sai , phải là vi-nguoi-ngheo · Cô Mẫu"


def test_the_page_says_what_it_leaves_out(judged: Made, tmp_path: Path) -> None:
    page = written(judged.settings, tmp_path / "page.html", reviewed=1)
    assert len(tables(page)[0]) == 4
    assert "Còn 1 phong trào nữa đã có người kiểm" in words(page.by_id("review"))
    few = written(judged.settings, tmp_path / "few.html", reviewed=0)
    assert "đã kiểm 10 lượt nhắc" in words(section_of(few, "nong-thon-moi"))


def test_every_sql_of_it_can_be_asked(judged: Made) -> None:
    shown = {"".join(pre.itertext()) for pre in judged.by_id("review").iter("pre")}
    assert len(shown) == 4
    for sql in shown:
        assert answer(judged, sql)


def test_a_reviewer_s_name_and_note_are_words(judged: Made) -> None:
    section = judged.by_id("review")
    for element in section.iter():
        assert element.tag in ALLOWED
        assert not {name for name in element.attrib if name.startswith("on") or name in FETCHING}
    told = HARM.replace("\u202e", " ").replace("\u202c", " ")
    notes = [words(item).split(" · ") for listed in classed(section, "verdicts") for item in listed]
    assert {part for note in notes for part in note[1:]} == {"Cô Mẫu", " ".join(told.split())}
    assert "\u202e" not in judged.text
    assert "<script" not in judged.text
    assert len(tables(judged)[1]) == 1
