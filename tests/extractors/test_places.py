"""Places in a text, the province in scope, and provinces then and now."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given

from extractors.places import (
    article_province,
    find_places,
    province_in_scope,
    province_named,
    province_then_and_now,
)
from tests.articles import reading_of
from tests.strategies import news

MENU = "An Giang Bắc Giang Bắc Kạn Bạc Liêu Bắc Ninh Bến Tre Bình Định Bình Dương Cà Mau Cao Bằng Đà Nẵng Đắk Lắk"


def named(text: str, kind: str = "province") -> list[str]:
    return [place.name for place in find_places(reading_of(text)) if place.kind == kind]


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


def test_districts_and_communes_with_their_province_where_it_is_certain() -> None:
    places = find_places(reading_of("Xã Tân Hòa, huyện Việt Yên và huyện Châu Thành; quận nào thì không rõ."))
    assert [(p.name, p.kind, p.province) for p in places] == [
        ("Tân Hòa", "commune", None),
        ("Việt Yên", "district", "Bắc Giang"),
        ("Châu Thành", "district", None),
    ]


@pytest.mark.parametrize(
    ("name", "on", "then", "now"),
    [
        ("Hà Giang", "2023-05-01", "Hà Giang", "Tuyên Quang"),
        ("Hà Giang", "2025-07-01", "Tuyên Quang", "Tuyên Quang"),
        ("Huế", "2024-12-31", "Thừa Thiên Huế", "Huế"),
        ("Thừa Thiên Huế", "2025-01-01", "Huế", "Huế"),
        ("Hà Tây", date(2007, 1, 1), "Hà Tây", "Hà Nội"),
        ("TP.HCM", None, "Hồ Chí Minh", "Hồ Chí Minh"),
        ("Bình Dương", "2019", "Bình Dương", "Hồ Chí Minh"),
        ("Bình Dương", "2026-02", "Hồ Chí Minh", "Hồ Chí Minh"),
    ],
)
def test_then_and_now(name: str, on: date | str | None, then: str, now: str) -> None:
    result = province_then_and_now(name, on)
    assert (result.then, result.now) == (then, now)


def test_an_unknown_province_is_neither_then_nor_now() -> None:
    result = province_then_and_now("Sao Hỏa", "2020-01-01")
    assert (result.then, result.now) == (None, None)
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
    assert article_province(reading_of(text)) == province


def test_a_declared_province_is_believed() -> None:
    assert article_province(reading_of("UBND tỉnh Sơn La họp.", province="TP Hồ Chí Minh")) == "Hồ Chí Minh"


def test_the_province_in_scope_is_that_of_the_part_of_the_text() -> None:
    text = (
        "Cụm thi đua do UBND tỉnh Hà Nam chủ trì. Về phía tỉnh Nam Định có ông An, Phó Chủ tịch UBND tỉnh; "
        "Về phía các tỉnh có ông Bình, Phó Chủ tịch UBND tỉnh.\nÔng Chi, Chủ tịch UBND tỉnh kết luận."
    )
    reading = reading_of(text)
    assert province_in_scope(reading, text.index("An, Phó")) == "Nam Định"
    assert province_in_scope(reading, text.index("Bình, Phó")) is None
    assert province_in_scope(reading, text.index("Chi, Chủ")) == "Hà Nam"


@given(news)
def test_any_text_gives_places_that_quote_it(text: str) -> None:
    reading = reading_of(text)
    for place in find_places(reading):
        assert reading.text[place.span.start : place.span.end] == place.span.quote


def test_a_decomposed_text_gives_the_same_places() -> None:
    text = "Đoàn của tỉnh Thừa Thiên Huế, huyện Phú Vang và tỉnh Đắk Lắk."
    decomposed = unicodedata.normalize("NFD", text)
    assert find_places(reading_of(decomposed)) == find_places(reading_of(text))
