"""Offices told of a person without the name: by "ông", "bà", and line by line in a career."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from extractors.officials.find import find_officials
from extractors.officials.people import find_people
from extractors.reading import Reading
from tests.articles import article_of, reading_of
from tests.strategies import news


def held(text: str) -> dict[str, list[str]]:
    """Names with their offices."""
    return {person.name: [title.text for title in person.titles] for person in find_people(reading_of(text))}


BEGUN = "Ông Lê Văn Bền quê xã Tân Lập. "
TOLD = {
    "is": ("Năm 2006, ông là Chủ tịch UBND huyện Tân Lập.", ["Chủ tịch UBND huyện Tân Lập"]),
    "became": ("Năm 2006, ông trở thành Hiệu trưởng Trường THPT Tân Lập.", ["Hiệu trưởng Trường THPT Tân Lập"]),
    "one after the other": (
        "Từ năm 2010, ông giữ chức Phó Giám đốc Sở Nội vụ, rồi Giám đốc Sở Nội vụ đến năm 2015.",
        ["Phó Giám đốc Sở Nội vụ", "Giám đốc Sở Nội vụ"],
    ),
    "a list behind a colon": (
        "Ông từng giữ các chức vụ: Chánh Thanh tra tỉnh; Phó Bí thư Huyện ủy và làm Giám đốc Sở Y tế.",
        ["Chánh Thanh tra tỉnh", "Phó Bí thư Huyện ủy", "Giám đốc Sở Y tế"],
    ),
    "appointed by a body": (
        "Sau đó, ông được Quốc hội phê chuẩn bổ nhiệm làm Bộ trưởng Bộ Y tế.",
        ["Bộ trưởng Bộ Y tế"],
    ),
    "with other words between": (
        "Năm 2006, ông được điều động về tỉnh, giữ chức vụ Giám đốc Sở Y tế.",
        ["Giám đốc Sở Y tế"],
    ),
    "with the time of each": (
        "Ông từng là Phó Giám đốc Sở Y tế (2001 - 2005), Giám đốc Sở Nội vụ (2005 - 2010).",
        ["Phó Giám đốc Sở Y tế", "Giám đốc Sở Nội vụ"],
    ),
    "by the given name": ("Ông Bền được HĐND tỉnh bầu giữ chức Chủ tịch UBND tỉnh.", ["Chủ tịch UBND tỉnh"]),
}


@pytest.mark.parametrize(("text", "offices"), TOLD.values(), ids=TOLD)
def test_what_is_told_by_a_word_for_the_name(text: str, offices: list[str]) -> None:
    assert held(f"{BEGUN}Năm 1990, ông Lê Văn Bền là Bí thư Đoàn xã. {text}") == {
        "Lê Văn Bền": ["Bí thư Đoàn xã", *offices]
    }


NOT_TOLD = {
    "a relative": "Cha ông là Bí thư Đảng ủy xã.",
    "said of somebody": "Năm 2006, ông nói cấp trên là Chủ tịch UBND huyện Tân Lập.",
    "asked of somebody": "Năm 2006, ông đề nghị Chủ tịch UBND huyện Tân Lập xem xét.",
    "not a woman": "Bà là Chủ tịch UBND huyện Tân Lập.",
    "a chronicle": "\nTháng 5/2010: Giám đốc Sở Nội vụ nhận được 40 đơn thư.",
    "no time": "\nVề phần mình: Giám đốc Sở Nội vụ, Giám đốc Sở Y tế.",
}


@pytest.mark.parametrize("text", NOT_TOLD.values(), ids=NOT_TOLD)
def test_what_is_told_of_others(text: str) -> None:
    assert held(f"Ông Lê Văn Bền quê xã Tân Lập. {text}") == {}


def test_nobody_is_meant_where_two_are_named() -> None:
    assert held("Ông Lê Văn Bền và ông Vũ Văn Hồng quê xã Tân Lập. Năm 2006, ông là Chủ tịch UBND huyện.") == {}


def test_the_word_for_the_name_goes_past_whom_it_does_not_suit() -> None:
    text = "Ông Lê Văn Bền quê xã Tân Lập. Bà Trần Thị Mận quê xã Tân An. Năm 2006, ông là Chủ tịch UBND huyện."
    assert held(text) == {"Lê Văn Bền": ["Chủ tịch UBND huyện"]}


PASSING = {
    "beside": "Năm 2003, ông là một trong hai người (cùng Đại tá Vũ Văn Nguyên) được khen.",
    "with": "Năm 2003, ông về tỉnh cùng ông Vũ Văn Hồng.",
    "instead": "Quyết định này được ký thay ông Vũ Văn Hồng.",
    "when": "Việc này diễn ra sau khi ông Vũ Văn Hồng nghỉ hưu.",
}


@pytest.mark.parametrize("passing", PASSING.values(), ids=PASSING)
def test_who_is_named_in_passing_is_not_told_of(passing: str) -> None:
    text = f"{BEGUN}Năm 2001, ông là Chánh Thanh tra tỉnh. {passing} Năm 2006, ông là Chủ tịch UBND huyện."
    assert held(text) == {"Lê Văn Bền": ["Chánh Thanh tra tỉnh", "Chủ tịch UBND huyện"]}


@pytest.mark.parametrize("subject", ["Ông Vũ Văn Hồng quê xã Tân An.", "Năm 2005, Quốc hội bầu ông Vũ Văn Hồng."])
def test_a_new_subject_is_told_of(subject: str) -> None:
    text = f"{BEGUN}Năm 2001, ông là Chánh Thanh tra tỉnh. {subject} Năm 2006, ông là Chủ tịch UBND huyện."
    assert held(text) == {"Lê Văn Bền": ["Chánh Thanh tra tỉnh"], "Vũ Văn Hồng": ["Chủ tịch UBND huyện"]}


LINES = {
    "a colon": "- Từ tháng 5/2010 đến tháng 8/2015: {}",
    "a comma": "Từ 5-2010 đến 8-2015, {}",
    "no words": "+ 5/2010 - 8/2015: {}",
    "until now": "Tháng 5 năm 2010 đến nay: {}",
    "staff before": "5/2010 - 8/2015: Chuyên viên, {}",
    "brackets behind": "- {} (từ năm 2010 đến năm 2015)",
    "a colon behind": "- {}: 2010 - 2015",
    "nothing between": "- {} từ tháng 5/2010 đến tháng 8/2015.",
    "a line of its own": "Từ tháng 5/2010 đến tháng 8/2015\n{}",
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_a_line_of_a_career(line: str) -> None:
    text = f"{BEGUN}Quá trình công tác của ông được tóm tắt dưới đây.\n{line.format('Phó Giám đốc Sở Nội vụ')}"
    assert held(text) == {"Lê Văn Bền": ["Phó Giám đốc Sở Nội vụ"]}


def test_a_career_in_one_line_and_in_many() -> None:
    lines = [f"Từ 5-{year} đến 8-{year + 1}, Phó Giám đốc Sở {field}" for year, field in FIELDS.items()]
    expected = {"Lê Văn Bền": [f"Phó Giám đốc Sở {field}" for field in FIELDS.values()]}
    assert held(BEGUN + "\n" + "; ".join(lines)) == held(BEGUN + "\n" + "\n".join(lines)) == expected


FIELDS = {2001: "Nội vụ", 2003: "Tài chính", 2005: "Y tế", 2007: "Xây dựng"}


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


def test_a_past_office_that_is_complete_keeps_its_words() -> None:
    text = "Nguyên Chủ tịch nước Lê Văn Bền từ trần. Năm 2006, ông là Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam."
    assert held(text) == {"Lê Văn Bền": ["Nguyên Chủ tịch nước"]}


@given(news)
def test_any_news_with_careers_has_spans_that_quote_the_text(text: str) -> None:
    reading = reading_of(f"{text}\n{BEGUN}\n5/2010 - 8/2015: Giám đốc Sở Nội vụ.\nÔng là Bí thư Tỉnh ủy.\n{text}")
    for official in find_officials(reading):
        for span in (official.span, *official.mentions, *(title.span for title in official.titles)):
            assert reading.text[span.start : span.end] == span.quote
