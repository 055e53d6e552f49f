"""Offices told of a person without the name: by "ông", "bà", and line by line in a career."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from extractors.officials.find import find_officials
from extractors.officials.people import find_people
from extractors.reading import Reading
from tests.articles import article_of, reading_of
from tests.extractors.officials.told import offices
from tests.strategies import news

BEN, HONG = "Lê Văn Bền", "Vũ Văn Hồng"
BEGUN = f"Ông {BEN} quê xã Tân Lập. "
NAMED = f"{BEGUN}Năm 1990, ông {BEN} là Bí thư Đoàn xã. "
MEANT = f"{BEGUN}Năm 2001, ông là Chánh Thanh tra tỉnh. "
CAREER = f"{BEGUN}Quá trình công tác của ông được tóm tắt dưới đây.\n"
THEN = "Năm 2006, ông là Chủ tịch UBND huyện."
BOTH = {BEN: ["Chánh Thanh tra tỉnh", "Chủ tịch UBND huyện"]}
DEPUTY = {BEN: ["Phó Giám đốc Sở Nội vụ"]}

# What has been said of Bền, how the article goes on, and who then holds which offices.
CAREERS = {
    # a word for the name
    "is": (
        NAMED,
        "Năm 2006, ông là Chủ tịch UBND huyện Tân Lập.",
        {BEN: ["Bí thư Đoàn xã", "Chủ tịch UBND huyện Tân Lập"]},
    ),
    "became": (
        NAMED,
        "Năm 2006, ông trở thành Hiệu trưởng Trường THPT Tân Lập.",
        {BEN: ["Bí thư Đoàn xã", "Hiệu trưởng Trường THPT Tân Lập"]},
    ),
    "one after the other": (
        NAMED,
        "Từ năm 2010, ông giữ chức Phó Giám đốc Sở Nội vụ, rồi Giám đốc Sở Nội vụ đến năm 2015.",
        {BEN: ["Bí thư Đoàn xã", "Phó Giám đốc Sở Nội vụ", "Giám đốc Sở Nội vụ"]},
    ),
    "a list behind a colon": (
        NAMED,
        "Ông từng giữ các chức vụ: Chánh Thanh tra tỉnh; Phó Bí thư Huyện ủy và làm Giám đốc Sở Y tế.",
        {BEN: ["Bí thư Đoàn xã", "Chánh Thanh tra tỉnh", "Phó Bí thư Huyện ủy", "Giám đốc Sở Y tế"]},
    ),
    "appointed by a body": (
        NAMED,
        "Sau đó, ông được Quốc hội phê chuẩn bổ nhiệm làm Bộ trưởng Bộ Y tế.",
        {BEN: ["Bí thư Đoàn xã", "Bộ trưởng Bộ Y tế"]},
    ),
    "with other words between": (
        NAMED,
        "Năm 2006, ông được điều động về tỉnh, giữ chức vụ Giám đốc Sở Y tế.",
        {BEN: ["Bí thư Đoàn xã", "Giám đốc Sở Y tế"]},
    ),
    "with the time of each": (
        NAMED,
        "Ông từng là Phó Giám đốc Sở Y tế (2001 - 2005), Giám đốc Sở Nội vụ (2005 - 2010).",
        {BEN: ["Bí thư Đoàn xã", "Phó Giám đốc Sở Y tế", "Giám đốc Sở Nội vụ"]},
    ),
    "by the given name": (
        NAMED,
        "Ông Bền được HĐND tỉnh bầu giữ chức Chủ tịch UBND tỉnh.",
        {BEN: ["Bí thư Đoàn xã", "Chủ tịch UBND tỉnh"]},
    ),
    # what is told of others
    "a relative": (BEGUN, "Cha ông là Bí thư Đảng ủy xã.", {}),
    "said of somebody": (BEGUN, "Năm 2006, ông nói cấp trên là Chủ tịch UBND huyện Tân Lập.", {}),
    "asked of somebody": (BEGUN, "Năm 2006, ông đề nghị Chủ tịch UBND huyện Tân Lập xem xét.", {}),
    "not a woman": (BEGUN, "Bà là Chủ tịch UBND huyện Tân Lập.", {}),
    "a chronicle": (BEGUN, "\nTháng 5/2010: Giám đốc Sở Nội vụ nhận được 40 đơn thư.", {}),
    "no time": (BEGUN, "\nVề phần mình: Giám đốc Sở Nội vụ, Giám đốc Sở Y tế.", {}),
    # who is meant
    "nobody where two are named": ("", f"Ông {BEN} và ông {HONG} quê xã Tân Lập. {THEN}", {}),
    "past whom the word does not suit": (
        BEGUN,
        f"Bà Trần Thị Mận quê xã Tân An. {THEN}",
        {BEN: ["Chủ tịch UBND huyện"]},
    ),
    "past one beside": (
        MEANT,
        f"Năm 2003, ông là một trong hai người (cùng Đại tá Vũ Văn Nguyên) được khen. {THEN}",
        BOTH,
    ),
    "past one with": (MEANT, f"Năm 2003, ông về tỉnh cùng ông {HONG}. {THEN}", BOTH),
    "past one instead": (MEANT, f"Quyết định này được ký thay ông {HONG}. {THEN}", BOTH),
    "past one when": (MEANT, f"Việc này diễn ra sau khi ông {HONG} nghỉ hưu. {THEN}", BOTH),
    "a new subject": (
        MEANT,
        f"Ông {HONG} quê xã Tân An. {THEN}",
        {BEN: ["Chánh Thanh tra tỉnh"], HONG: ["Chủ tịch UBND huyện"]},
    ),
    "a new object": (
        MEANT,
        f"Năm 2005, Quốc hội bầu ông {HONG}. {THEN}",
        {BEN: ["Chánh Thanh tra tỉnh"], HONG: ["Chủ tịch UBND huyện"]},
    ),
    # lines with a time
    "a colon": (CAREER, "- Từ tháng 5/2010 đến tháng 8/2015: Phó Giám đốc Sở Nội vụ", DEPUTY),
    "a comma": (CAREER, "Từ 5-2010 đến 8-2015, Phó Giám đốc Sở Nội vụ", DEPUTY),
    "no words": (CAREER, "+ 5/2010 - 8/2015: Phó Giám đốc Sở Nội vụ", DEPUTY),
    "until now": (CAREER, "Tháng 5 năm 2010 đến nay: Phó Giám đốc Sở Nội vụ", DEPUTY),
    "staff before": (CAREER, "5/2010 - 8/2015: Chuyên viên, Phó Giám đốc Sở Nội vụ", DEPUTY),
    "brackets behind": (CAREER, "- Phó Giám đốc Sở Nội vụ (từ năm 2010 đến năm 2015)", DEPUTY),
    "a colon behind": (CAREER, "- Phó Giám đốc Sở Nội vụ: 2010 - 2015", DEPUTY),
    "nothing between": (CAREER, "- Phó Giám đốc Sở Nội vụ từ tháng 5/2010 đến tháng 8/2015.", DEPUTY),
    "a line of its own": (CAREER, "Từ tháng 5/2010 đến tháng 8/2015\nPhó Giám đốc Sở Nội vụ", DEPUTY),
    # a past office
    "complete": (
        "",
        f"Nguyên Chủ tịch nước {BEN} từ trần. Năm 2006, ông là Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam.",
        {BEN: ["Nguyên Chủ tịch nước"]},
    ),
}


@pytest.mark.parametrize(("before", "text", "held"), CAREERS.values(), ids=CAREERS)
def test_who_holds_what_is_told_without_the_name(before: str, text: str, held: dict[str, list[str]]) -> None:
    assert offices(before + text) == held


FIELDS = {2001: "Nội vụ", 2003: "Tài chính", 2005: "Y tế", 2007: "Xây dựng"}


@pytest.mark.parametrize("between", ["; ", "\n"], ids=["in one line", "in many"])
def test_a_career_of_many_offices(between: str) -> None:
    told = between.join(f"Từ 5-{year} đến 8-{year + 1}, Phó Giám đốc Sở {field}" for year, field in FIELDS.items())
    assert offices(f"{BEGUN}\n{told}") == {BEN: [f"Phó Giám đốc Sở {field}" for field in FIELDS.values()]}


def test_of_several_before_a_career_it_is_the_one_in_the_title() -> None:
    text = (
        "Tiểu sử ông Lê Văn Bền\n"
        "Ông Lê Văn Bền được trao quyết định nghỉ hưu cùng ngày với ông Vũ Văn Hồng.\n"
        "Từ tháng 5/2010 đến tháng 8/2015: Giám đốc Sở Nội vụ."
    )
    article = article_of(text)
    title, *body = article.blocks
    titled = replace(article, blocks=(replace(title, role="title"), *body))
    assert [person.name for person in find_people(Reading(titled))] == ["Lê Văn Bền"]
    assert find_people(Reading(article)) == ()


def test_a_past_office_stays_past_under_its_fuller_name() -> None:
    (person,) = find_people(reading_of("Nguyên Bộ trưởng Lê Văn Bền từ trần. Năm 2006, ông là Bộ trưởng Bộ Xây dựng."))
    assert [(title.text, title.status) for title in person.titles] == [("Bộ trưởng Bộ Xây dựng", "former")]


@given(news)
def test_any_news_with_careers_has_spans_that_quote_the_text(text: str) -> None:
    reading = reading_of(f"{text}\n{BEGUN}\n5/2010 - 8/2015: Giám đốc Sở Nội vụ.\nÔng là Bí thư Tỉnh ủy.\n{text}")
    for official in find_officials(reading):
        for span in (official.span, *official.mentions, *(title.span for title in official.titles)):
            assert reading.text[span.start : span.end] == span.quote
