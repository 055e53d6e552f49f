"""Who holds a meeting, and where."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.meetings.find import find_meetings
from extractors.reading import Reading
from tests.articles import article_of, reading_of

NAME = "Hội nghị tổng kết phong trào thi đua năm 2018"


def host_and_place(text: str) -> tuple[str | None, str | None]:
    [meeting] = find_meetings(reading_of(text))
    return meeting.host, meeting.place


@pytest.mark.parametrize(
    ("text", "host"),
    [
        (f"Ngày 5/12/2018, Sở Y tế tổ chức {NAME}.", "Sở Y tế"),
        (f"(LSX) - Ngày 5/12/2018, UBND huyện Đà Bắc đã long trọng tổ chức {NAME}.", "UBND huyện Đà Bắc"),
        (
            f"Ngày 5/12/2018, Tỉnh ủy, HĐND, UBND, Ủy ban MTTQ tỉnh tổ chức {NAME}.",
            "Tỉnh ủy, HĐND, UBND, Ủy ban MTTQ tỉnh",
        ),
        (f"Ngày 5/12/2018 Hội Đông y huyện tổ chức thành công {NAME}.", "Hội Đông y huyện"),
        (f"Ngày 5/12/2018, Hội Đông y (HĐY) huyện Đà Bắc tổ chức {NAME}.", "Hội Đông y (HĐY) huyện Đà Bắc"),
        (f"Ngày 5/12/2018, Hội Đông y huyện (HĐY) đã tổ chức {NAME}.", "Hội Đông y huyện"),
        (f"Ngày 5/12/2018, Khối thi đua số 3 (gồm 9 đơn vị) tổ chức {NAME}.", "Khối thi đua số 3"),
        (f"Ngày 5/12/2018, Hội Nông dân tỉnh phối hợp với Sở Công Thương tổ chức {NAME}.", "Hội Nông dân tỉnh"),
        (f"Ngày 5/12/2018, dưới sự chủ trì của ông Lê An, Cục Thống kê tổ chức {NAME}.", "Cục Thống kê"),
        (f"Sáng 5/12/2018, tại xã Cao Sơn, huyện Đà Bắc, Hội Khuyến học tỉnh tổ chức {NAME}.", "Hội Khuyến học tỉnh"),
        (f"{NAME} do Ban Dân tộc tỉnh tổ chức sáng 5/12/2018 có 90 đại biểu.", "Ban Dân tộc tỉnh"),
        (f"Sáng 5/12/2018, ông Lê An dự {NAME} của Cục Thống kê.", "Cục Thống kê"),
        (f"Sáng 5/12/2018, Phó Chủ tịch UBND tỉnh Lê An chủ trì {NAME}.", None),
        (f"{NAME} của Q. 15 diễn ra sáng 5/12/2018.", "Q. 15"),
        (
            f"Ngày 5/12/2018, Hiệp hội Doanh nghiệp nhỏ và vừa tỉnh tổ chức {NAME}.",
            "Hiệp hội Doanh nghiệp nhỏ và vừa tỉnh",
        ),
        (f"Ông Lê An ở tỉnh Sơn Hải cho biết, sáng 5/12/2018, lãnh đạo huyện đã tổ chức {NAME}.", "lãnh đạo huyện"),
        (f"{NAME} do lãnh đạo huyện chủ trì diễn ra sáng 5/12/2018.", None),
    ],
)
def test_the_host_is_a_body(text: str, host: str | None) -> None:
    assert host_and_place(text)[0] == host


@pytest.mark.parametrize(
    ("title", "host"),
    [
        ("Hội Nông dân tỉnh tổng kết phong trào thi đua", "Hội Nông dân tỉnh"),
        ("Hội Nông dân tỉnh dự tổng kết phong trào thi đua", None),
        ("Hội Nông dân tỉnh phát động thi đua", None),
        ("Cao Sơn: Tổng kết phong trào thi đua", None),
    ],
)
def test_a_headline_tells_who_does_what_the_meeting_is_for(title: str, host: str | None) -> None:
    article = article_of(f"{title}\nSáng 5/12/2018, ông Lê An dự {NAME}.")
    first, *others = article.blocks
    titled = replace(article, blocks=(replace(first, role="title"), *others))
    [meeting] = find_meetings(Reading(titled))
    assert meeting.host == host


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"Ngày 5/12/2018, tại thành phố Hòa Bình, Sở Y tế tổ chức {NAME}.", "thành phố Hòa Bình"),
        (f"Ngày 5/12/2018, tại TP. Sơn La, Sở Y tế tổ chức {NAME}.", "TP. Sơn La"),
        (f"Ngày 5/12/2018, Sở Y tế tổ chức {NAME} tại Hội trường tỉnh với 200 đại biểu.", "Hội trường tỉnh"),
        (f"Ngày 5/12/2018, tại Nhà Văn hóa Việt - Nhật, Sở Y tế tổ chức {NAME}.", "Nhà Văn hóa Việt - Nhật"),
        (
            f"Ngày 5/12/2018, tại sân vận động Mường Khến (Tân Lạc), Sở Y tế tổ chức {NAME}.",
            "sân vận động Mường Khến (Tân Lạc)",
        ),
        (f"Ngày 5/12/2018, Sở Y tế tổ chức {NAME}, truyền đến các điểm cầu tại 11 huyện.", None),
        (f"Phát biểu tại {NAME} sáng 5/12/2018, ông Lê An nêu ba việc.", None),
        (f"{NAME} diễn ra ở Nhà văn hóa xã Cao Sơn.", "Nhà văn hóa xã Cao Sơn"),
        (f"Sáng 5/12/2018, Đại sứ Việt Nam tại Chile tổ chức {NAME}.", None),
        (f"Nhân chuyến công tác tại Lào, sáng 5/12/2018, ông Lê An dự {NAME}.", None),
    ],
)
def test_the_place_stands_with_tai(text: str, place: str | None) -> None:
    assert host_and_place(text)[1] == place
