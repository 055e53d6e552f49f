"""Who holds a meeting, and where."""

from __future__ import annotations

import pytest

from extractors.meetings.find import find_meetings
from tests.articles import reading_of

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
        (f"Ngày 5/12/2018, Khối thi đua số 3 (gồm 9 đơn vị) tổ chức {NAME}.", "Khối thi đua số 3"),
        (f"Ngày 5/12/2018, Hội Nông dân tỉnh phối hợp với Sở Công Thương tổ chức {NAME}.", "Hội Nông dân tỉnh"),
        (f"Ngày 5/12/2018, dưới sự chủ trì của ông Lê An, Cục Thống kê tổ chức {NAME}.", "Cục Thống kê"),
        (f"Sáng 5/12/2018, tại xã Cao Sơn, huyện Đà Bắc, Hội Khuyến học tỉnh tổ chức {NAME}.", "Hội Khuyến học tỉnh"),
        (f"{NAME} do Ban Dân tộc tỉnh tổ chức sáng 5/12/2018 có 90 đại biểu.", "Ban Dân tộc tỉnh"),
        (f"Sáng 5/12/2018, ông Lê An dự {NAME} của Cục Thống kê.", "Cục Thống kê"),
        (f"Sáng 5/12/2018, Phó Chủ tịch UBND tỉnh Lê An chủ trì {NAME}.", None),
    ],
)
def test_the_host_is_a_body(text: str, host: str | None) -> None:
    assert host_and_place(text)[0] == host


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
    ],
)
def test_the_place_stands_with_tai(text: str, place: str | None) -> None:
    assert host_and_place(text)[1] == place
