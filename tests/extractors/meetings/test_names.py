"""Names of meetings end where their topic ends."""

from __future__ import annotations

import pytest

from extractors.meetings.heads import heads_of
from tests.articles import reading_of


def names(text: str) -> list[str]:
    reading = reading_of(text)
    return [reading.text[head.start : head.end] for head, _ in heads_of(reading)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hội nghị sơ kết phong trào thi đua được tổ chức tại xã.", "Hội nghị sơ kết phong trào thi đua"),
        ("Hội nghị sơ kết phong trào thi đua diễn ra sáng 5/7.", "Hội nghị sơ kết phong trào thi đua"),
        ("Hội nghị sơ kết phong trào thi đua do Tỉnh đoàn chủ trì.", "Hội nghị sơ kết phong trào thi đua"),
        ("Hội nghị sơ kết phong trào thi đua, với sự tham dự của 12 xã.", "Hội nghị sơ kết phong trào thi đua"),
        ("Hội nghị sơ kết phong trào thi đua; tham dự có 12 xã.", "Hội nghị sơ kết phong trào thi đua"),
        ("Hội nghị sơ kết phong trào thi đua ngày 5/7.", "Hội nghị sơ kết phong trào thi đua"),
        ("Hội nghị sơ kết phong trào thi đua vào sáng 5/7.", "Hội nghị sơ kết phong trào thi đua"),
        ("Hội nghị sơ kết phong trào thi đua (ảnh Lê An).", "Hội nghị sơ kết phong trào thi đua"),
        ("Hội nghị sơ kết phong trào thi đua, lãnh đạo xã cho biết.", "Hội nghị sơ kết phong trào thi đua"),
        ("Một số hình ảnh tại Lễ phát động phong trào thi đua:", "Lễ phát động phong trào thi đua"),
        (
            "Hội nghị tổng kết công tác thi đua, khen thưởng năm 2020; triển khai nhiệm vụ năm 2021.",
            "Hội nghị tổng kết công tác thi đua, khen thưởng năm 2020; triển khai nhiệm vụ năm 2021",
        ),
        (
            "SỞ Y TẾ TỔ CHỨC HỘI NGHỊ SƠ KẾT PHONG TRÀO THI ĐUA, CÔNG TÁC KHEN THƯỞNG NĂM 2021",
            "HỘI NGHỊ SƠ KẾT PHONG TRÀO THI ĐUA, CÔNG TÁC KHEN THƯỞNG NĂM 2021",
        ),
        ("Hội nghị sơ kết phong trào thi đua, UBND xã cho biết.", "Hội nghị sơ kết phong trào thi đua"),
        (
            "Lễ phát động phong trào “Xanh - Sạch - Đẹp, an toàn” giai đoạn 2021 - 2025 tại chợ.",
            "Lễ phát động phong trào “Xanh - Sạch - Đẹp, an toàn” giai đoạn 2021 - 2025",
        ),
        ("Lễ kỷ niệm 10 năm tái lập xã (2010 - 2020), có 12 thôn dự.", "Lễ kỷ niệm 10 năm tái lập xã (2010 - 2020)"),
        ("Dự “Lễ tôn vinh Doanh nhân, Doanh nghiệp xanh” có 9 người.", "Lễ tôn vinh Doanh nhân, Doanh nghiệp xanh"),
        (
            "Lễ trao giải cho đồng bào bị ảnh hưởng do thiên tai tại xã.",
            "Lễ trao giải cho đồng bào bị ảnh hưởng do thiên tai",
        ),
        (
            "Hội nghị tổng kết Chỉ thị số 5-CT/TU ngày 1/2/2019 tại xã.",
            "Hội nghị tổng kết Chỉ thị số 5-CT/TU ngày 1/2/2019",
        ),
        ("Lễ trao danh hiệu vinh dự Nhà nước đã diễn ra.", "Lễ trao danh hiệu vinh dự Nhà nước"),
        ("Xã tổ chức buổi gặp mặt, tuyên dương 12 em học sinh giỏi.", "buổi gặp mặt, tuyên dương 12 em học sinh giỏi"),
        ("Hội tổ chức Hội nghị: “Góp ý dự thảo quy ước thôn”.", "Hội nghị: “Góp ý dự thảo quy ước thôn”"),
        (
            "Hội nghị biểu dương doanh nghiệp nhỏ và vừa tại tỉnh.",
            "Hội nghị biểu dương doanh nghiệp nhỏ và vừa",
        ),
        (
            "Hội nghị sơ kết phong trào thi đua, dự toán thu chi tại xã.",
            "Hội nghị sơ kết phong trào thi đua, dự toán thu chi",
        ),
    ],
)
def test_a_name_ends_with_its_topic(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị đã nghe ba tham luận.",
        "Tại hội nghị, các xã trao đổi.",
        "Buổi lễ này rất vui.",
        "Đại hội bầu 15 đồng chí.",
        "Ông Lê An nói tại hội nghị: “Xã phải làm gương”.",
        "Dự hội nghị, lãnh đạo xã chia vui.",
    ],
)
def test_a_reference_has_no_topic(text: str) -> None:
    [name] = names(text)
    assert len(name.split()) <= 2


@pytest.mark.parametrize(
    "text",
    [
        "Tang lễ cử hành hôm qua.",
        "Bộ phận lễ tân đón khách.",
        "Trung tâm hội nghị tỉnh.",
        "Sau lễ phát động, xã làm đường.",
        "Đây là hàng của Công ty Thanh Lễ…",
    ],
)
def test_other_words_with_the_same_syllables_are_no_heads(text: str) -> None:
    assert names(text) == []
