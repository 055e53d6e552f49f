"""What a clause leaves out, and what a word behind the count adds; every sentence here is our own."""

from __future__ import annotations

import pytest

from tests.extractors.awards.told import awards, told

LEFT_OUT = {
    "the verb comes with the second giver": (
        "Dịp này, 5 tập thể được UBND tỉnh, 9 tập thể được UBND huyện khen thưởng.",
        ["5 collective khen-thuong province conferred", "9 collective khen-thuong district conferred"],
    ),
    "a person praised beside one who was given an honour": (
        "Tại buổi lễ, ông Lê Văn Bền được UBND tỉnh tặng Bằng khen; bà Trần Thị Mai được UBND huyện khen thưởng.",
        ["1 individual bang-khen province conferred", "1 individual khen-thuong district conferred"],
    ),
    "money is no honour": (
        "Dịp này, Sở Y tế khen thưởng 12 học sinh; UBND huyện thưởng nóng cho 3 em.",
        ["12 individual khen-thuong province conferred"],
    ),
    "the state does not grant what the law leaves to others": (
        "Năm 2022, toàn ngành có 5 tập thể được Chính phủ tặng Cờ thi đua, 34 Tập thể lao động xuất sắc.",
        ["5 collective co-thi-dua state statistic", "34 collective tap-the-lao-dong-xuat-sac - statistic"],
    ),
    "two givers of different levels": (
        "UBND TP. Tam Sơn và phường Bắc Hòa cũng trao Giấy khen, cùng tiền thưởng 3 triệu đồng cho chị Trần Thị Mai.",
        ["1 individual giay-khen - conferred"],
    ),
    "honours of one who is named are counted as objects": (
        "UBND huyện Tam Sơn, UBND xã Bắc Hòa trao tặng 2 Giấy khen cho chị Mai.",
        ["2 item giay-khen - conferred"],
    ),
    "a parenthesis that tells where something is": (
        "Trưởng ban Dân tộc tỉnh đã đến trạm Hòa An (phường Bắc Hòa, TP Tam Sơn) trao tặng Bằng khen cho 2 nhân viên.",
        ["2 individual bang-khen province conferred"],
    ),
    "examples of both kinds": (
        "Đại hội đã tôn vinh 150 điển hình tiên tiến, trong đó có 50 tập thể và 100 cá nhân.",
        ["150 both khen-thuong - conferred", "50 collective khen-thuong - conferred",
         "100 individual khen-thuong - conferred"],
    ),
    "what was not for one": (
        "Việc khen thưởng là cho cả một tập thể chứ không phải cho một cá nhân.",
        [],
    ),
}  # fmt: skip
BEHIND = {
    "Đã khen thưởng 45 tập thể, 80 cá nhân trong giai đoạn 2015-2020.": ("statistic", "2015-2020"),
    "Hội Nông dân tỉnh khen thưởng 45 tập thể, 80 cá nhân trong 5 năm qua.": ("statistic", None),
    "Có 45 tập thể, 80 cá nhân được khen thưởng trong năm 2023.": ("statistic", "2023"),
    "Các cấp Hội khen thưởng 45 tập thể, 80 cá nhân từ đầu năm đến nay.": ("statistic", None),
    "Dịp này, tỉnh khen thưởng 45 tập thể, 80 cá nhân trong năm 2023.": ("conferred", None),
    "Tỉnh khen thưởng 45 tập thể, 80 cá nhân có thành tích trong năm 2023.": ("conferred", None),
}


@pytest.mark.parametrize(("text", "expected"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_a_clause_leaves_out(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), BEHIND.items())
def test_a_period_right_behind_the_counts_makes_a_total(text: str, expected: tuple[str, str | None]) -> None:
    assert {(award.status, award.period) for award in awards(text)} == {expected}


def test_the_next_sentence_tells_of_another_winner() -> None:
    lines = ["Thể thao", "Sân vận động mở cửa.", "Trời nắng.", "Khán giả đến sớm.", "Trận đấu hay.", "Mọi người vui."]
    news = [
        "Thủ tướng trao tặng Huân chương Lao động hạng Nhất cho Công ty Sao Mai.",
        "Tiền đạo Lê Văn Bền được trao Huân chương Lao động hạng Nhì.",
    ]
    assert told("\n".join([*lines, *news])) == [
        "1 collective huan-chuong-lao-dong/1 state conferred",
        "1 individual huan-chuong-lao-dong/2 state conferred",
    ]


def test_an_order_whose_kind_is_left_out_is_the_one_told_before() -> None:
    text = "Thủ tướng trao Huân chương Hữu nghị cho ông John Smith Lê Nam.\nThủ tướng trao huân chương cho ông Lê Nam."
    assert told(text) == ["1 individual huan-chuong-huu-nghi state conferred"]


def test_praise_by_another_authority_is_another_honour() -> None:
    lines = [
        "Trạm gác Hòa An",
        "Hôm nay trời mưa.",
        "UBND tỉnh đã tặng Bằng khen cho 2 nhân viên.",
        "Ngay sau đó, Ban An toàn giao thông tỉnh đã khen thưởng đột xuất 2 nhân viên.",
    ]
    assert told("\n".join(lines)) == [
        "2 individual bang-khen province conferred",
        "2 individual khen-thuong province conferred",
    ]
