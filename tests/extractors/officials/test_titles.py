"""Offices as facts: full form, body, level, province, status, and which of them are one office."""

from __future__ import annotations

import pytest

from extractors.model import Title
from extractors.officials.people import find_people
from extractors.officials.titles import distinct, one_holder, same_office
from tests.articles import reading_of


def title(text: str, **fields: object) -> Title:
    """The office as it is read behind a name, in an article of Sơn La."""
    (person,) = find_people(reading_of(f"Dự có đồng chí Lê Văn Bền, {text}.", **({"province": "Sơn La"} | fields)))
    (only,) = person.titles
    return only


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("UVTV Tỉnh ủy", "Ủy viên Ban Thường vụ Tỉnh ủy"),
        ("UV BTV Tỉnh uỷ", "Ủy viên Ban Thường vụ Tỉnh ủy"),
        ("Ủy viên BTV Tỉnh ủy", "Ủy viên Ban Thường vụ Tỉnh ủy"),
        ("UVTW Đảng", "Ủy viên Ban Chấp hành Trung ương Đảng"),
        ("Uỷ viên BCH T.Ư Ðảng", "Ủy viên Ban Chấp hành Trung ương Đảng"),
        ("TUV", "Tỉnh ủy viên"),
        ("PCT UBND tỉnh", "Phó Chủ tịch Ủy ban nhân dân tỉnh"),
        ("CTUBND huyện Tân Lập", "Chủ tịch Ủy ban nhân dân huyện Tân Lập"),
        ("PCTTT UBND tỉnh", "Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh"),
        ("P. Giám đốc Sở Y tế", "Phó Giám đốc Sở Y tế"),
        ("UVTWĐ", "Ủy viên Ban Chấp hành Trung ương Đảng"),
        ("Phó chủ tịch HĐND tỉnh", "Phó Chủ tịch Hội đồng nhân dân tỉnh"),
        ("Phó Bí thư TT Tỉnh ủy", "Phó Bí thư Thường trực Tỉnh ủy"),
        ("Chủ tịch UB MTTQVN tỉnh", "Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
        ("Chủ tịch Hội đồng TĐKT tỉnh", "Chủ tịch Hội đồng Thi đua - Khen thưởng tỉnh"),
        ("Giám đốc Sở GD&ĐT", "Giám đốc Sở Giáo dục và Đào tạo"),
        ("Trưởng đoàn ĐBQH tỉnh", "Trưởng đoàn ĐBQH tỉnh"),
        ("Chủ tịch UBND TX Tân An", "Chủ tịch Ủy ban nhân dân thị xã Tân An"),
        ("CTHĐQT", "Chủ tịch Hội đồng quản trị"),
    ],
)
def test_short_forms_are_written_out(written: str, full: str) -> None:
    found = title(written)
    assert (found.text, found.canonical) == (written.replace("Ð", "Đ"), full)


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("Ủy viên Bộ Chính trị", "central"),
        ("Phó Chủ tịch nước", "central"),
        ("Thủ tướng Chính phủ", "central"),
        ("Thứ trưởng Bộ Nội vụ", "ministry"),
        ("Vụ trưởng Vụ Pháp chế", "ministry"),
        ("Bí thư Tỉnh ủy", "province"),
        ("Giám đốc Sở Y tế", "province"),
        ("Tỉnh ủy viên", "province"),
        ("Chủ tịch UBND tỉnh Nam Định", "province"),
        ("Chủ tịch UBND thành phố Hải Phòng", "province"),
        ("Chủ tịch UBND thành phố Việt Trì", "district"),
        ("Bí thư Huyện ủy Tân Yên", "district"),
        ("Chủ tịch UBND huyện Tân Yên", "district"),
        ("Bí thư Đảng ủy phường Tân Lập", "commune"),
        ("Chủ tịch UBND đặc khu Phú Quý", "commune"),
        ("Hiệu trưởng Trường THPT Tân Lập", "unit"),
        ("Trưởng phòng Tổng hợp, Sở Nội vụ", "unit"),
        ("Trưởng thôn Tân Tiến", "unit"),
    ],
)
def test_the_level_of_an_office(written: str, level: str) -> None:
    assert title(written).level == level


@pytest.mark.parametrize(
    ("written", "province"),
    [
        ("Chủ tịch UBND tỉnh", "Sơn La"),
        ("Bí thư Tỉnh ủy", "Sơn La"),
        ("Chủ tịch UBND tỉnh Nam Định", "Nam Định"),
        ("Bí thư Thành ủy TP. HCM", "Hồ Chí Minh"),
        ("Chủ tịch UBND huyện Tân Yên", "Bắc Giang"),
        ("Bộ trưởng Bộ Nội vụ", None),
        ("Ủy viên Bộ Chính trị", None),
    ],
)
def test_the_province_of_an_office(written: str, province: str | None) -> None:
    assert title(written).province == province


def test_a_bare_province_is_that_of_the_part_of_the_text() -> None:
    text = "UBND tỉnh Sơn La tổ chức hội nghị.\nVề phía tỉnh Nam Định có ông Lê Văn Bền, Phó Chủ tịch UBND tỉnh."
    (person,) = find_people(reading_of(text))
    assert person.titles[0].province == "Nam Định"


@pytest.mark.parametrize(
    ("written", "status", "kept"),
    [
        ("nguyên Bí thư Tỉnh ủy", "former", "nguyên Bí thư Tỉnh ủy"),
        ("Quyền Giám đốc Sở Y tế", "acting", "Quyền Giám đốc Sở Y tế"),
        ("tân Giám đốc Sở Y tế", "current", "Giám đốc Sở Y tế"),
        ("Hàm Vụ trưởng Vụ Pháp chế", "current", "Hàm Vụ trưởng Vụ Pháp chế"),
    ],
)
def test_the_status_of_an_office(written: str, status: str, kept: str) -> None:
    found = title(written)
    assert (found.status, found.text) == (status, kept)


def test_the_body_is_what_the_office_belongs_to() -> None:
    assert title("PCT UBND tỉnh").body == "Ủy ban nhân dân tỉnh"
    assert title("Tỉnh ủy viên").body is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Thứ trưởng", "Thứ trưởng Bộ Nội vụ", True),
        ("Ủy viên Trung ương Đảng", "Ủy viên BCH Trung ương Đảng", True),
        ("Phó Chủ tịch UBND tỉnh", "Phó Chủ tịch Thường trực UBND tỉnh", True),
        ("nguyên Bí thư Tỉnh ủy", "Bí thư Tỉnh ủy", True),
        ("Chủ tịch UBND tỉnh", "Chủ tịch HĐND tỉnh", False),
        ("Bí thư Đảng ủy", "Bí thư Ban cán sự Đảng Ủy ban nhân dân tỉnh", False),
        ("Phó Chủ tịch HĐND tỉnh", "Chủ tịch HĐND tỉnh", False),
    ],
)
def test_which_titles_are_one_office(one: str, other: str, same: bool) -> None:
    first, second = title(one), title(other)
    assert same_office(first, second) == same_office(second, first) == same
    assert len(distinct((first, second))) == 2 - same


def test_an_office_of_many_is_no_sign_of_who_it_is() -> None:
    assert one_holder(title("Bí thư Tỉnh ủy"))
    assert one_holder(title("Phó Chủ tịch nước"))
    assert not one_holder(title("Phó Chủ tịch UBND tỉnh"))
    assert not one_holder(title("Ủy viên Bộ Chính trị"))
    assert not one_holder(title("nguyên Bí thư Tỉnh ủy"))
