"""People and their offices, in every shape in which news texts put them together."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.officials.find import find_officials
from extractors.officials.people import find_people
from tests.articles import reading_of
from tests.extractors.officials.told import offices
from tests.strategies import news

SHAPES = {
    "after a comma": (
        "Dự có đồng chí Lê Văn Bền, Ủy viên Ban Thường vụ Tỉnh ủy, Giám đốc Sở Tài chính.",
        {"Lê Văn Bền": ["Ủy viên Ban Thường vụ Tỉnh ủy", "Giám đốc Sở Tài chính"]},
    ),
    "a list": (
        "Dự có các đồng chí: Lê Văn Bền, Bí thư Tỉnh ủy; Trần Thị Mận, Phó Chủ tịch UBND tỉnh; cùng các đại biểu.",
        {"Lê Văn Bền": ["Bí thư Tỉnh ủy"], "Trần Thị Mận": ["Phó Chủ tịch UBND tỉnh"]},
    ),
    "dashes": (
        "Đồng chí Lê Văn Bền - Phó Bí thư Tỉnh ủy - Chủ tịch UBND tỉnh; ông Phạm Văn Tám–TUV, PCT UBND tỉnh.",
        {"Lê Văn Bền": ["Phó Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh"], "Phạm Văn Tám": ["TUV", "PCT UBND tỉnh"]},
    ),
    "before the name": (
        "Phó Chủ tịch nước Trần Thị Mận và Bí thư Tỉnh ủy Lê Văn Bền trao quà.",
        {"Trần Thị Mận": ["Phó Chủ tịch nước"], "Lê Văn Bền": ["Bí thư Tỉnh ủy"]},
    ),
    "before and after": (
        "Bộ trưởng Bộ Nội vụ Lê Văn Bền, Trưởng Ban Chỉ đạo phát biểu.",
        {"Lê Văn Bền": ["Bộ trưởng Bộ Nội vụ", "Trưởng Ban Chỉ đạo"]},
    ),
    "all before": (
        "Ủy viên Bộ Chính trị, Thủ tướng Chính phủ Lê Văn Bền, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy Trần Thị Mận.",
        {
            "Lê Văn Bền": ["Ủy viên Bộ Chính trị", "Thủ tướng Chính phủ"],
            "Trần Thị Mận": ["Ủy viên Trung ương Đảng", "Bí thư Tỉnh ủy"],
        },
    ),
    "numbered": (
        "1. Ông Lê Văn Bền - Bí thư Huyện ủy; 2. Bà Trần Thị Mận - Chủ tịch UBND huyện.",
        {"Lê Văn Bền": ["Bí thư Huyện ủy"], "Trần Thị Mận": ["Chủ tịch UBND huyện"]},
    ),
    "a head for all": (
        "Dự có các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy: Lê Văn Bền, Giám đốc Công an tỉnh; Trần Thị Mận.",
        {
            "Lê Văn Bền": ["Ủy viên Ban Thường vụ Tỉnh ủy", "Giám đốc Công an tỉnh"],
            "Trần Thị Mận": ["Ủy viên Ban Thường vụ Tỉnh ủy"],
        },
    ),
    "an office behind several": (
        "Dự có ông Lê Văn Bền, ông Phạm Văn Tám - nguyên Bí thư Tỉnh ủy.",
        {"Lê Văn Bền": ["nguyên Bí thư Tỉnh ủy"], "Phạm Văn Tám": ["nguyên Bí thư Tỉnh ủy"]},
    ),
    "ranks and degrees": (
        """Thứ trưởng Bộ Công an, Trung tướng Lê Văn Bền; Đại tá, TS Phạm Văn Tám, Phó Giám đốc Học viện Hậu cần.
        GS.TS. Trần Thị Mận - Hiệu trưởng Trường Đại học Tân Sơn.""",
        {
            "Lê Văn Bền": ["Thứ trưởng Bộ Công an"],
            "Phạm Văn Tám": ["Phó Giám đốc Học viện Hậu cần"],
            "Trần Thị Mận": ["Hiệu trưởng Trường Đại học Tân Sơn"],
        },
    ),
    "former": (
        "Đồng chí Lê Văn Bền, nguyên Ủy viên Bộ Chính trị, nguyên Bí thư Trung ương Đảng.",
        {"Lê Văn Bền": ["nguyên Ủy viên Bộ Chính trị", "nguyên Bí thư Trung ương Đảng"]},
    ),
    "two in one person": (
        "Ông Lê Văn Bền, Phó Chủ tịch kiêm Tổng Thư ký Hiệp hội Chè dự.",
        {"Lê Văn Bền": ["Phó Chủ tịch", "Tổng Thư ký Hiệp hội Chè"]},
    ),
    "brackets": (
        "Ông Lê Văn Bền (Chủ tịch UBND xã Tân Lập) và bà Trần Thị Mận (giữa), Bí thư Đảng ủy xã dự.",
        {"Lê Văn Bền": ["Chủ tịch UBND xã Tân Lập"], "Trần Thị Mận": ["Bí thư Đảng ủy xã"]},
    ),
    "commas between people": (
        "Dự có ông Lê Văn Bền, Chánh Văn phòng, bà Trần Thị Mận, Giám đốc Sở Nội vụ, ông Phạm Văn Tám, Trưởng ban.",
        {"Lê Văn Bền": ["Chánh Văn phòng"], "Trần Thị Mận": ["Giám đốc Sở Nội vụ"], "Phạm Văn Tám": ["Trưởng ban"]},
    ),
    "is": ("Ông Lê Văn Bền hiện là Giám đốc Sở Tài chính.", {"Lê Văn Bền": ["Giám đốc Sở Tài chính"]}),
    "no comma": ("Đồng chí Lê Văn Bền Bí thư Tỉnh ủy chủ trì.", {"Lê Văn Bền": ["Bí thư Tỉnh ủy"]}),
    "a caption in capitals": (
        "ĐỒNG CHÍ LÊ VĂN BỀN, CHỦ TỊCH UBND TỈNH PHÁT BIỂU",
        {"Lê Văn Bền": ["CHỦ TỊCH UBND TỈNH"]},
    ),
    "names of many peoples": (
        """Dự có các đồng chí: Y Ben Niê, Bí thư Tỉnh ủy; Ksor H'Ben, Phó Bí thư; Giàng A Bền, Trưởng ban.
        Các đồng chí: Chau Sóc Ben, Chánh án; A Bền, Phó Trưởng ban; K'Ben, Chủ tịch HĐND huyện.""",
        {
            "Y Ben Niê": ["Bí thư Tỉnh ủy"],
            "Ksor H'Ben": ["Phó Bí thư"],
            "Giàng A Bền": ["Trưởng ban"],
            "Chau Sóc Ben": ["Chánh án"],
            "A Bền": ["Phó Trưởng ban"],
            "K'Ben": ["Chủ tịch HĐND huyện"],
        },
    ),
    "a table": (
        "Ông Lê Văn Bền\nPhó Chủ tịch UBND tỉnh, Trưởng ban\nBà Trần Thị Mận\nGiám đốc Sở Nội vụ",
        {"Lê Văn Bền": ["Phó Chủ tịch UBND tỉnh", "Trưởng ban"], "Trần Thị Mận": ["Giám đốc Sở Nội vụ"]},
    ),
    "guests from abroad": (
        "Dự lễ có Đại sứ Thái Lan Somsak Benja, Đại sứ Hàn Quốc Kim Ben Soo và Chủ tịch Quốc hội Lào Bounben Sisavat.",
        {
            "Somsak Benja": ["Đại sứ Thái Lan"],
            "Kim Ben Soo": ["Đại sứ Hàn Quốc"],
            "Bounben Sisavat": ["Chủ tịch Quốc hội Lào"],
        },
    ),
    "two offices with no comma": (
        "Ông Lê Văn Bền - Phó Chủ tịch UBND tỉnh Trưởng Ban Chỉ đạo 389 tỉnh phát biểu.",
        {"Lê Văn Bền": ["Phó Chủ tịch UBND tỉnh", "Trưởng Ban Chỉ đạo 389 tỉnh"]},
    ),
    "a paper and its online edition": (
        "Dự có bà Trần Thị Mận, Tổng Biên tập báo Sông Cầu, báo điện tử Sông Cầu Online, bà Vũ Thị Hồng, Chánh án.",
        {"Trần Thị Mận": ["Tổng Biên tập báo Sông Cầu, báo điện tử Sông Cầu Online"], "Vũ Thị Hồng": ["Chánh án"]},
    ),
    "members of the National Assembly": (
        "ĐBQH Lê Văn Bền, bà Trần Thị Mận (ĐB Quảng Ninh) và Đại biểu Quốc hội (ĐBQH) Vũ Thị Hồng nêu ý kiến.",
        {
            "Lê Văn Bền": ["ĐBQH"],
            "Trần Thị Mận": ["ĐB Quảng Ninh"],
            "Vũ Thị Hồng": ["Đại biểu Quốc hội (ĐBQH)"],
        },
    ),
    "one of several": (
        "Thượng tướng Lê Văn Bền là một trong các đồng chí Phó Chủ nhiệm Tổng cục Chính trị có nhiều đóng góp.",
        {"Lê Văn Bền": ["Phó Chủ nhiệm Tổng cục Chính trị"]},
    ),
    "at the same time": (
        "Nhạc sĩ Lê Văn Bền (hiện là Phó Giám đốc Trung tâm đồng thời kiêm Trưởng phòng Tài vụ) phát biểu.",
        {"Lê Văn Bền": ["Phó Giám đốc Trung tâm", "Trưởng phòng Tài vụ"]},
    ),
    "a dash before the name": (
        "Đoàn đến thăm nguyên Giám đốc Sở Nội vụ - thầy Lê Văn Bền, nhân dịp Tết.",
        {"Lê Văn Bền": ["nguyên Giám đốc Sở Nội vụ"]},
    ),
    "two behind a dash": (
        "Đoàn đến thăm nguyên Giám đốc Sở Nội vụ - thầy Lê Văn Bền và thầy Vũ Văn Hồng.",
        {"Lê Văn Bền": ["nguyên Giám đốc Sở Nội vụ"], "Vũ Văn Hồng": ["nguyên Giám đốc Sở Nội vụ"]},
    ),
    "only the first of two behind a dash": (
        "Dự có Chủ tịch UBND tỉnh - ông Lê Văn Bền và ông Vũ Văn Hồng.",
        {"Lê Văn Bền": ["Chủ tịch UBND tỉnh"]},
    ),
    "a dash alone": (
        "Ngày 30/4, Chủ tịch UBND tỉnh - Lê Văn Bền, đã ký văn bản.",
        {"Lê Văn Bền": ["Chủ tịch UBND tỉnh"]},
    ),
    "an office and those who hold it": (
        "Phó Chủ tịch Hội Nông dân tỉnh gồm các đồng chí: Lê Văn Bền, Trần Thị Mận.",
        {"Lê Văn Bền": ["Phó Chủ tịch Hội Nông dân tỉnh"], "Trần Thị Mận": ["Phó Chủ tịch Hội Nông dân tỉnh"]},
    ),
    "a comma behind an opening": (
        "Trong khi đó, Chủ tịch Liên đoàn bóng chuyền Việt Nam, ông Lê Văn Bền hy vọng.",
        {"Lê Văn Bền": ["Chủ tịch Liên đoàn bóng chuyền Việt Nam"]},
    ),
    "a member with the province in brackets": (
        "ĐB Lê Văn Bền (Nghệ An) và ĐB Trần Thị Mận (đoàn Cà Mau) đề nghị làm rõ; các ĐB Vũ Văn Hồng, Đỗ Văn Tám dự.",
        {"Lê Văn Bền": ["ĐB"], "Trần Thị Mận": ["ĐB"]},
    ),
    "what somebody is to be": (
        "Giám đốc Công ty Sao Mai Lê Văn Bền nói. Sau đó Hồng được bổ nhiệm làm Bí thư Đảng ủy, Giám đốc Sở Y tế.",
        {"Lê Văn Bền": ["Giám đốc Công ty Sao Mai"]},
    ),
    "in the word for an office": (
        "Ông Lê Văn Bền, chức vụ Phó Giám đốc Sở Y tế, dự.",
        {"Lê Văn Bền": ["Phó Giám đốc Sở Y tế"]},
    ),
    "a standing agency": (
        "Thay mặt cơ quan thường trực Ban Chỉ đạo 389 tỉnh, Giám đốc Sở Công Thương Lê Văn Bền nói.",
        {"Lê Văn Bền": ["Giám đốc Sở Công Thương"]},
    ),
    "in the role of an office": (
        "Trong vai trò Chủ tịch Hội Nông dân tỉnh, bà Trần Thị Mận dự.",
        {"Trần Thị Mận": ["Chủ tịch Hội Nông dân tỉnh"]},
    ),
    "who is quoted": ("Theo Lê Văn Bền, Bí thư Tỉnh đoàn, việc làm rất ý nghĩa.", {"Lê Văn Bền": ["Bí thư Tỉnh đoàn"]}),
    "the fullest spelling": (
        "Bộ trưởng Bộ GD&ĐT Lê Văn Bền dự. Bộ trưởng Bộ Giáo dục và Đào tạo Lê Văn Bền nói.",
        {"Lê Văn Bền": ["Bộ trưởng Bộ Giáo dục và Đào tạo"]},
    ),
}


@pytest.mark.parametrize(("text", "people"), SHAPES.values(), ids=SHAPES)
def test_a_shape(text: str, people: dict[str, list[str]]) -> None:
    assert offices(text) == people


NOBODY = {
    "a collective": "Dự có các đồng chí Ủy viên Ban Thường vụ, lãnh đạo các sở, ban, ngành, Chủ tịch UBND các xã.",
    "a photographer": "Ảnh: Lê Văn Bền. Tin: Trần Thị Mận.",
    "an author": "LÊ VĂN BỀN - TRẦN MẬN",
    "a winner": "Giấy khen được tặng ông Lê Văn Bền, nông dân sản xuất giỏi.",
    "a street": "Trụ sở ở đường Lê Lợi, Chủ tịch UBND phường dự.",
    "a school": "Hiệu trưởng Trường THPT Lê Quý Đôn dự.",
    "an example": "Bí thư Đảng ủy xã kêu gọi học và làm theo Lê Văn Bền, Bí thư chi bộ kiểu mẫu.",
    "a medal": "Chủ tịch nước tặng Huân chương Hồ Chí Minh.",
    "history": "Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc.",
    "a city": "Chủ tịch UBND TP Hồ Chí Minh tặng Bằng khen.",
    "a place": "Tại Hà Nội, Chủ tịch Quốc hội tiếp đoàn.",
    "an actor": "Nghệ sĩ Lê Văn Bền vào vai ông chủ tịch xã Vũ Văn Hồng, Trần Thị Mận đóng vai bí thư huyện ủy.",
    "a headline": "CÁC NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_nobody_holds_an_office_here(text: str) -> None:
    assert offices(text) == {}


def test_an_office_handed_over_is_not_the_bearers() -> None:
    (person,) = find_people(
        reading_of("Thừa ủy quyền của Chủ tịch nước, đồng chí Lê Văn Bền, Bí thư Tỉnh ủy trao Huân chương.")
    )
    assert [title.text for title in person.titles] == ["Bí thư Tỉnh ủy"]
    assert person.on_behalf_of == "Chủ tịch nước"


def test_an_office_that_another_holds_is_not_given_twice() -> None:
    text = (
        "Bí thư Tỉnh ủy Trần Thị Mận dự.\n"
        "Theo chỉ đạo của Bí thư Tỉnh ủy, Phó Chủ tịch UBND tỉnh Lê Văn Bền yêu cầu các sở làm nhanh."
    )
    assert offices(text) == {"Trần Thị Mận": ["Bí thư Tỉnh ủy"], "Lê Văn Bền": ["Phó Chủ tịch UBND tỉnh"]}


def test_one_person_in_caption_and_text_under_the_longest_titles() -> None:
    text = (
        "Thứ trưởng Lê Văn Bền phát biểu\n"
        "Ông Lê Văn Bền, Thứ trưởng Bộ Nội vụ dự. "
        "Uỷ viên Trung ương Đảng Lê Văn Bền, Ủy viên Ban Chấp hành Trung ương Đảng."
    )
    assert offices(text) == {
        "Lê Văn Bền": ["Thứ trưởng Bộ Nội vụ", "Ủy viên Ban Chấp hành Trung ương Đảng"],
    }


def test_a_name_with_a_letter_wrong_is_an_alias_where_the_office_is_the_same() -> None:
    (person,) = find_people(reading_of("Phó Chủ tịch nước Trần Thị Thịnh dự. Phó Chủ tịch nước Trần Thị Tịnh nói."))
    assert (person.name, person.aliases, len(person.mentions)) == ("Trần Thị Thịnh", ("Trần Thị Tịnh",), 2)


def test_two_people_whose_names_are_alike_stay_two() -> None:
    assert len(offices("Bí thư Tỉnh ủy Trần Văn Thịnh dự. Giám đốc Sở Y tế Trần Văn Tịnh nói.")) == 2


def test_what_is_said_of_a_given_name_is_said_of_the_one_who_bears_it() -> None:
    text = "Ông Lê Văn Bền, Bí thư Tỉnh ủy dự. Ông Bền cũng là Trưởng Ban Chỉ đạo."
    assert offices(text) == {"Lê Văn Bền": ["Bí thư Tỉnh ủy", "Trưởng Ban Chỉ đạo"]}


def test_an_office_of_the_short_name_is_of_the_one_who_was_named_in_full_without_any() -> None:
    text = "Ông Lê Văn Bền, máy trưởng, dự họp nhận nhiệm vụ. Hội nghị gửi lời cảm ơn Văn Bền, Giám đốc Sở Nội vụ."
    assert offices(text) == {"Lê Văn Bền": ["Giám đốc Sở Nội vụ"]}


def test_offices_without_a_name_belong_to_the_one_holder() -> None:
    text = "Bí thư Tỉnh ủy Lê Văn Bền dự.\nTại hội nghị, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh nhấn mạnh."
    assert offices(text) == {"Lê Văn Bền": ["Bí thư Tỉnh ủy", "Chủ tịch HĐND tỉnh"]}


def test_a_mention_covers_the_phrase_and_names_are_found_without_office_too() -> None:
    reading = reading_of("Dự có đồng chí Lê Văn Bền, Bí thư Tỉnh ủy. Đồng chí Lê Văn Bền nói.")
    (person,) = find_people(reading)
    phrases = [reading.text[m.start : m.end] for m in person.mentions]
    assert phrases == ["đồng chí Lê Văn Bền, Bí thư Tỉnh ủy", "Đồng chí Lê Văn Bền"]
    assert {m.span.quote for m in person.mentions} == {"Lê Văn Bền"}


def test_given_names_are_mentions_whatever_else_their_sentence_says() -> None:
    text = "Ông Lê Văn Bền, Bộ trưởng Bộ Nội vụ dự. Theo ông Bền, nhà dột. Ông Bền khuyên đơn vị tổ chức trồng cây."
    (official,) = find_officials(reading_of(text))
    assert [mention.quote for mention in official.mentions] == ["Lê Văn Bền", "Bền", "Bền"]


def test_a_given_name_that_begins_a_body_is_no_mention() -> None:
    (official,) = find_officials(reading_of("Bộ trưởng Lê Minh Chính dự. Thủ tướng Chính phủ trao cờ."))
    assert [mention.quote for mention in official.mentions] == ["Lê Minh Chính"]


def test_a_decomposed_text_gives_the_same_people() -> None:
    for text, _ in SHAPES.values():
        assert find_people(reading_of(unicodedata.normalize("NFD", text))) == find_people(reading_of(text))


PEOPLE = ["đồng chí", "các đồng chí", "ông", "Lê Văn Bền", "Trần Thị Mận", "Bền", "A", "H'", "Đại tá"]
OFFICES = ["Bí thư Tỉnh ủy", "Chủ tịch", "UBND tỉnh", "Sở Nội vụ", "nguyên", "TP."]
BETWEEN = [",", ";", ":", " - ", "(", ")", ".", "\n", "là", "kiêm", "và", "phát biểu"]
PIECES = st.sampled_from([*PEOPLE, *OFFICES, *BETWEEN])


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_row_of_names_and_offices_is_quoted_exactly(text: str) -> None:
    check(text)


@given(news)
def test_any_text_is_quoted_exactly(text: str) -> None:
    check(text)


def check(text: str) -> None:
    reading = reading_of(text)
    for person in find_people(reading):
        assert person.titles and person.mentions
        for mention in person.mentions:
            assert reading.text[mention.span.start : mention.span.end] == mention.span.quote
            assert mention.start <= mention.span.start < mention.span.end
        for title in person.titles:
            assert reading.text[title.span.start : title.span.end] == title.span.quote


def test_a_thousand_people_in_one_sentence_are_all_found() -> None:
    syllables = [f"{a}{b}{c}" for a in "BCDGHKLMNTV" for b in "aeiou" for c in ("", "n", "ng", "nh", "m", "t")]
    names = [f"Lê {syllables[i // 330]} {syllables[i % 330]}" for i in range(1000)]
    text = "Dự có: " + "; ".join(f"{name}, Phó Chủ tịch UBND huyện Tân Sơn" for name in names) + "."
    assert set(offices(text)) == set(names)


@pytest.mark.parametrize(
    "piece", ["chủ tịch ", "Trợ lý ", "Bí thư, ", "(", "Lê Văn Bền, Giám đốc, ", "ông ", "Bộ trưởng, Chủ nhiệm, "]
)
def test_a_long_page_of_one_piece_is_read_to_its_end(piece: str) -> None:
    find_people(reading_of(piece * 3000))
