"""The grammar of offices: where one ends in running text, and how a string of them is parted."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.officials.line import line_from
from extractors.officials.offices import read_office

STRINGS = [
    line.split("|")
    for line in (Path(__file__).parent / "office_strings.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("offices", STRINGS, ids=lambda offices: offices[0][:30])
@pytest.mark.parametrize("separator", [", ", "; "])
def test_each_office_in_a_string_of_them_is_read_to_its_end(offices: list[str], separator: str) -> None:
    line = line_from(separator.join(offices))
    at = 0
    for written in offices:
        office = read_office(line, line.starts.index(at))
        assert office is not None and line.text[office.start : office.end] == written
        at += len(written) + len(separator)


def test_two_offices_in_one_person_are_two() -> None:
    line = line_from("Phó Chủ tịch kiêm Tổng Thư ký Hiệp hội Chè")
    first, second = read_office(line, 0), read_office(line, 4)
    assert first is not None and line.text[first.start : first.end] == "Phó Chủ tịch"
    assert second is not None and line.text[second.start : second.end] == "Tổng Thư ký Hiệp hội Chè"


def test_a_rank_behind_an_office_does_not_belong_to_it() -> None:
    office = read_office(line_from("Phó Bí thư Đảng ủy, Đại tá, Giám đốc Công an tỉnh"), 0)
    assert office is not None and office.end == len("Phó Bí thư Đảng ủy")


# An office ends where something else begins.
ENDS = [
    ("Giám đốc Sở Nội vụ Châu Văn Tám trình bày", "Giám đốc Sở Nội vụ"),
    ("Giám đốc Sở Y tế phát biểu", "Giám đốc Sở Y tế"),
    ("Chủ tịch UBND huyện Tân Sơn Lò Thị Bền nói", "Chủ tịch UBND huyện Tân Sơn"),
    ("Chủ tịch UBND tỉnh A Bền nói", "Chủ tịch UBND tỉnh"),
    ("Chủ tịch UBND tỉnh Bắc Ninh Lê Văn Bền nói", "Chủ tịch UBND tỉnh Bắc Ninh"),
    ("Bí thư Thành ủy TP. HCM Lê Văn Bền", "Bí thư Thành ủy TP. HCM"),
    ("Chủ tịch UBND phường Lê Lợi Trần Thị Mận", "Chủ tịch UBND phường Lê Lợi"),
    ("Hiệu trưởng Trường THPT Lê Lợi Trần Thị Mận", "Hiệu trưởng Trường THPT Lê Lợi"),
    ("Giám đốc Sở Văn hóa, Thể thao và Du lịch; ông", "Giám đốc Sở Văn hóa, Thể thao và Du lịch"),
    ("Giám đốc Sở Y tế, ông Bền", "Giám đốc Sở Y tế"),
    ("Phó Trưởng phòng Tổng hợp, Cục Thuế tỉnh, bà", "Phó Trưởng phòng Tổng hợp, Cục Thuế tỉnh"),
    ("Trưởng phòng Thanh tra (Cục Thuế tỉnh) cho biết", "Trưởng phòng Thanh tra (Cục Thuế tỉnh)"),
    ("Giám đốc Sở Y tế (thứ hai từ trái)", "Giám đốc Sở Y tế"),
    (
        "Viện trưởng Viện Cây trồng - Viện Hàn lâm Nông nghiệp; bà",
        "Viện trưởng Viện Cây trồng - Viện Hàn lâm Nông nghiệp",
    ),
    ("Phó Chủ tịch UBND xã Hòa Bình 1 dự", "Phó Chủ tịch UBND xã Hòa Bình 1"),
    ("Bộ trưởng Y tế Lê Thị Bền", "Bộ trưởng Y tế"),
    ("Đại sứ Italia Antonio Rossi", "Đại sứ Italia"),
    ("nguyên Bí thư Tỉnh ủy Lạng Sơn; ông", "nguyên Bí thư Tỉnh ủy Lạng Sơn"),
    ("tân Bộ trưởng Bộ Y tế nói", "Bộ trưởng Bộ Y tế"),
    ("CT UBND huyện Tân Sơn dự", "CT UBND huyện Tân Sơn"),
    ("Chủ tịch HĐND tỉnh khóa XIV dự", "Chủ tịch HĐND tỉnh khóa XIV"),
    ("Phó Chủ tịch Thường trực Hội đồng TĐKT tỉnh dự", "Phó Chủ tịch Thường trực Hội đồng TĐKT tỉnh"),
    ("Bí thư Tỉnh đoàn Hà Nam tự hào nói", "Bí thư Tỉnh đoàn Hà Nam"),
    ("Chính ủy Bộ CHQS tỉnh đồng chủ trì", "Chính ủy Bộ CHQS tỉnh"),
    ("Tư lệnh Quân chủng Hải quân Nga khỏi vị trí", "Tư lệnh Quân chủng Hải quân Nga"),
    ("Trưởng phòng Nội vụ, UBND huyện đã giao", "Trưởng phòng Nội vụ"),
    ("Chủ tịch Hội Làm vườn xã, UBND xã Tân Lập;", "Chủ tịch Hội Làm vườn xã"),
    ("Bộ trưởng Tài chính Mỹ Anna Berg nói", "Bộ trưởng Tài chính Mỹ"),
    ("Bộ trưởng Tài chính Anh Tuấn nói", "Bộ trưởng Tài chính"),
    ("Thị trưởng New York Anna Berg nói", "Thị trưởng New York"),
    ("Giám đốc Công ty TNHH Sao Hà Ngô Văn Bền nói", "Giám đốc Công ty TNHH Sao Hà"),
    ("Giám đốc Tập đoàn Sao Mai Lê Hà Bền nói", "Giám đốc Tập đoàn Sao Mai"),
    ("Giám đốc Công ty TNHH Sao Khuê Hà Văn Bền nói", "Giám đốc Công ty TNHH Sao Khuê"),
]
# An office takes all of its body.
WHOLE = [
    ("Trưởng Ban đại diện Hội Người cao tuổi huyện nói", "Trưởng Ban đại diện Hội Người cao tuổi huyện"),
    ("Trưởng Ban Chỉ huy phòng thủ dân sự huyện dự", "Trưởng Ban Chỉ huy phòng thủ dân sự huyện"),
    ("Đại sứ Việt Nam tại Lào Trần Văn An", "Đại sứ Việt Nam tại Lào"),
    ("Cục trưởng Cục Cảnh sát hình sự (bộ Công an) nói", "Cục trưởng Cục Cảnh sát hình sự (bộ Công an)"),
    ("Trưởng Ban Thi đua trực thuộc Sở Nội vụ dự", "Trưởng Ban Thi đua trực thuộc Sở Nội vụ"),
    ("Phó Vụ trưởng Vụ 1A, Ủy ban Kiểm tra T.Ư dự", "Phó Vụ trưởng Vụ 1A, Ủy ban Kiểm tra T.Ư"),
    ("Chủ tịch UBND Q. 11, cho biết", "Chủ tịch UBND Q. 11"),
    ("thủ trưởng cơ quan CSĐT Công an tỉnh dự", "thủ trưởng cơ quan CSĐT Công an tỉnh"),
    ("trụ trì chùa Phúc Lâm nói", "trụ trì chùa Phúc Lâm"),
    ("Cục trưởng Cục CSĐT tội phạm về ma tuý kể", "Cục trưởng Cục CSĐT tội phạm về ma tuý"),
    ("Vụ trưởng Vụ thị trường châu Á – châu Phi dự", "Vụ trưởng Vụ thị trường châu Á – châu Phi"),
    (
        "Phó ban Chỉ đạo chống buôn lậu, gian lận thương mại và hàng giả tỉnh dự",
        "Phó ban Chỉ đạo chống buôn lậu, gian lận thương mại và hàng giả tỉnh",
    ),
    ("Trưởng BCĐ 35 Quân khu 8 dự", "Trưởng BCĐ 35 Quân khu 8"),
    ("Ủy viên BCĐ 389 quốc gia dự", "Ủy viên BCĐ 389 quốc gia"),
    ("Trưởng phòng Nội vụ, UBND huyện Tân Lập;", "Trưởng phòng Nội vụ, UBND huyện Tân Lập"),
    ("Trưởng phòng Y tế, UBND huyện Tân Lập Lê Thị Mận nói", "Trưởng phòng Y tế, UBND huyện Tân Lập"),
    ("Trưởng phòng Tài chính - Kế toán; bà", "Trưởng phòng Tài chính - Kế toán"),
    (
        "trưởng Ban đại diện cha mẹ học sinh Trường Tân Lập nói",
        "trưởng Ban đại diện cha mẹ học sinh Trường Tân Lập",
    ),
    ("Giám đốc tổng công ty Hà Sơn; bà", "Giám đốc tổng công ty Hà Sơn"),
    ("TGĐ Công ty Đầu tư Phát triển Hà Sơn; bà", "TGĐ Công ty Đầu tư Phát triển Hà Sơn"),
]


@pytest.mark.parametrize(("text", "office"), [*ENDS, *WHOLE])
def test_an_office_is_read_to_its_end_and_no_further(text: str, office: str) -> None:
    read = read_office(line_from(text), 0)
    assert read is not None
    assert text[read.start : read.end] == office


@pytest.mark.parametrize(
    "text", ["CT cổ phần", "hội nghị", "ct ubnd", "Trưởng thành", "Bền", "Đại sứ quán Lào", "đại sứ văn hóa đọc"]
)
def test_what_is_no_office(text: str) -> None:
    assert read_office(line_from(text), 0) is None


def test_behind_a_name_a_place_may_be_called_after_somebody() -> None:
    line = line_from("Chủ tịch UBND phường Lê Hồng Phong")
    before, after = read_office(line, 0), read_office(line, 0, after_name=True)
    assert before is not None and after is not None
    assert (before.past, after.past) == (4, 7)


@given(st.lists(st.sampled_from([word for offices in STRINGS for o in offices for word in o.split()]), max_size=30))
def test_any_words_are_read_to_an_end(words: list[str]) -> None:
    line = line_from(" ".join(words))
    for index in range(len(line)):
        office = read_office(line, index)
        assert office is None or index < office.past <= len(line)
