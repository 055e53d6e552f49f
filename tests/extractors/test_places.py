"""Provinces in a text, and the province in scope."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given

from extractors.places import Scope, province_named
from tests.articles import reading_of
from tests.strategies import news

MENU = "An Giang Bắc Giang Bắc Kạn Bạc Liêu Bắc Ninh Bến Tre Bình Định Bình Dương Cà Mau Cao Bằng Đà Nẵng Đắk Lắk"


def named(text: str) -> list[str]:
    return [province.name for province in Scope(reading_of(text)).named]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("tỉnh Đắc Lắc", "Đắk Lắk"),
        ("TP.HCM", "Hồ Chí Minh"),
        ("TPHCM", "Hồ Chí Minh"),
        ("TP. Hồ Chí Minh", "Hồ Chí Minh"),
        ("tỉnh Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("BR-VT", "Bà Rịa - Vũng Tàu"),
        ("Thừa Thiên - Huế", "Thừa Thiên Huế"),
        ("tỉnh Khánh Hoà", "Khánh Hòa"),
    ],
)
def test_a_province_in_any_spelling(written: str, name: str) -> None:
    assert named(f"Đoàn công tác của {written} đã đến.") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Phạm Thái Bình phát biểu.",
        "Bà Hà Giang Linh phát biểu.",
        "Thời tiết hòa bình, cao bằng nhau.",
        "Diễn đàn châu Á - Thái Bình Dương khai mạc.",
        "Chủ tịch Hồ Chí Minh ra Lời kêu gọi.",
        f"Trang chủ {MENU}",
    ],
)
def test_what_is_no_mention_of_a_province(text: str) -> None:
    assert named(text) == []


def test_an_unknown_province_has_no_name_in_the_register() -> None:
    assert province_named("Sao Hỏa") is None


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("Sáng 3/2, UBND tỉnh Sơn La tổ chức hội nghị tổng kết.", "Sơn La"),
        ("(Web Hà Nam) Về phía các tỉnh có đại diện tỉnh Nam Định.", "Hà Nam"),
        ("UBND tỉnh khen thưởng doanh nghiệp của Lạng Sơn.", "Lạng Sơn"),
        ("Hội nghị diễn ra tại Hà Nội, có đại biểu tỉnh Thanh Hóa và tỉnh Nghệ An.", None),
        (f"{MENU}\nHội nghị khai mạc.", None),
    ],
)
def test_the_province_of_an_article_is_what_its_words_agree_on(text: str, province: str | None) -> None:
    assert Scope(reading_of(text)).article == province


def test_a_declared_province_is_believed() -> None:
    assert Scope(reading_of("UBND tỉnh Sơn La họp.", province="TP Hồ Chí Minh")).article == "Hồ Chí Minh"


def test_the_province_in_scope_is_that_of_the_part_of_the_text() -> None:
    text = (
        "Cụm thi đua do UBND tỉnh Hà Nam chủ trì. Về phía tỉnh Nam Định có ông An, Phó Chủ tịch UBND tỉnh; "
        "Về phía các tỉnh có ông Bình, Phó Chủ tịch UBND tỉnh.\nÔng Chi, Chủ tịch UBND tỉnh kết luận."
    )
    scope = Scope(reading_of(text))
    assert scope.at(text.index("An, Phó")) == "Nam Định"
    assert scope.at(text.index("Bình, Phó")) is None
    assert scope.at(text.index("Chi, Chủ")) == "Hà Nam"


@given(news)
def test_any_text_gives_provinces_apart_and_in_order(text: str) -> None:
    found = Scope(reading_of(text)).named
    assert all(one.start < one.end for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_a_decomposed_text_gives_the_same_provinces() -> None:
    text = "Đoàn của tỉnh Thừa Thiên Huế và tỉnh Đắk Lắk."
    assert named(unicodedata.normalize("NFD", text)) == named(text) == ["Thừa Thiên Huế", "Đắk Lắk"]
