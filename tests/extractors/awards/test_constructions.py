"""The ways in which news joins counts to honours; every sentence here is our own."""

from __future__ import annotations

import pytest

from tests.extractors.awards.told import awards, told

GIVEN = {
    "A cho N, M": (
        "Dịp này, UBND tỉnh tặng Bằng khen cho 12 tập thể, 19 cá nhân và 5 hộ gia đình.",
        ["12 collective bang-khen province conferred", "19 individual bang-khen province conferred",
         "5 household bang-khen province conferred"],
    ),
    "verb and giver left out after a semicolon": (
        "Bộ Y tế tặng Giấy khen cho 2 tập thể; Bằng khen cho 4 chị; Huy chương Giải phóng hạng Nhì 41 chị, hạng Ba 5.",
        ["2 collective giay-khen ministry conferred", "4 individual bang-khen ministry conferred",
         "41 individual huy-chuong/2 state conferred", "5 individual huy-chuong/3 state conferred"],
    ),
    "another giver takes over": (
        "Bộ Y tế tặng Bằng khen cho 2 tập thể; Sở Y tế tặng Giấy khen cho 7 cá nhân; Agrisao tặng 3 Giấy khen.",
        ["2 collective bang-khen ministry conferred", "7 individual giay-khen province conferred",
         "3 item giay-khen - conferred"],
    ),
    "no word between honour and number": (
        "Tặng Bằng khen 18 cá nhân bắt cướp",
        ["18 individual bang-khen - conferred"],
    ),
    "number words, also năm": (
        "UBND huyện tặng Giấy khen cho sáu tập thể và năm cá nhân.",
        ["6 collective giay-khen district conferred", "5 individual giay-khen district conferred"],
    ),
    "the honour's name carries its giver": (
        "Ông Lê Văn Bền, Bí thư Tỉnh ủy trao Bằng khen của Thủ tướng Chính phủ cho 3 tập thể.",
        ["3 collective bang-khen state conferred"],
    ),
}  # fmt: skip
RECEIVED = {
    "N được AG tặng A": (
        "Tại hội nghị, 02 tập thể, 03 cá nhân được Trung ương Hội tặng Bằng khen.",
        ["2 collective bang-khen ministry conferred", "3 individual bang-khen ministry conferred"],
    ),
    "a long reason between": (
        "Dịp này, 38 tập thể hoàn thành nhiệm vụ, dẫn đầu phong trào thi đua được nhận Cờ thi đua của UBND tỉnh.",
        ["38 collective co-thi-dua province conferred"],
    ),
    "reversed order": (
        "Dịp này, 52 cá nhân, 19 tập thể được nhận Huân chương Lao động hạng Nhì.",
        ["52 individual huan-chuong-lao-dong/2 state conferred",
         "19 collective huan-chuong-lao-dong/2 state conferred"],
    ),
    "several in one sentence": (
        "Dịp này, 11 đơn vị nhận Cờ thi đua của Chính phủ, một tập thể, một cá nhân nhận danh hiệu Anh hùng Lao động.",
        ["11 collective co-thi-dua state conferred", "1 collective anh-hung-lao-dong state conferred",
         "1 individual anh-hung-lao-dong state conferred"],
    ),
    "undivided": (
        "Dịp này, 133 tập thể và cá nhân được UBND tỉnh biểu dương, tặng Bằng khen.",
        ["133 both bang-khen province conferred"],
    ),
    "cases and times are items": (
        "Đến nay có 64 lượt tập thể được các cấp khen thưởng; Công ty Sao Mai 3 lần được tặng Cờ thi đua.",
        ["64 item khen-thuong - statistic", "3 item co-thi-dua - statistic"],
    ),
}  # fmt: skip
COUNTED = {
    "objects and holders": (
        "Trong năm, UBND tỉnh đã tặng 37 Cờ thi đua và 1.206 Bằng khen; công nhận 214 Tập thể lao động xuất sắc.",
        ["37 item co-thi-dua province statistic", "1206 item bang-khen province statistic",
         "214 collective tap-the-lao-dong-xuat-sac province statistic"],
    ),
    "objects for recipients without a number": (
        "Công an tỉnh tặng 4 bằng khen, 36 giấy khen cho tập thể, cá nhân có thành tích.",
        ["4 both bang-khen province conferred", "36 both giay-khen province conferred"],
    ),
    "as many honours as winners": (
        "UBND tỉnh trao 8 Bằng khen cho 8 tập thể.",
        ["8 collective bang-khen province conferred"],
    ),
    "more winners than honours": (
        "UBND tỉnh trao 18 Cờ thi đua cho 25 tập thể.",
        ["18 item co-thi-dua province conferred", "25 collective co-thi-dua province conferred"],
    ),
    "a list with colons": (
        "Kết quả: Cờ thi đua của UBND tỉnh: 54 đơn vị; Tập thể lao động xuất sắc: 280; Bằng khen: 202 tập thể.",
        ["54 collective co-thi-dua province conferred", "280 collective tap-the-lao-dong-xuat-sac province conferred",
         "202 collective bang-khen - conferred"],
    ),
    "bare numbers with ranks": (
        "Tặng Huy chương Chiến sĩ vẻ vang hạng Nhất cho 73 đồng chí, hạng Nhì 88, hạng Ba 120.",
        ["73 individual huy-chuong/1 state conferred", "88 individual huy-chuong/2 state conferred",
         "120 individual huy-chuong/3 state conferred"],
    ),
    "decisions": (
        "Thủ tướng Chính phủ đã có trên 190 quyết định khen thưởng cho trên 2.300 tập thể, cá nhân.",
        ["190 decision khen-thuong state statistic", "2300 both khen-thuong state statistic"],
    ),
    "several ranks together have none": (
        "Tặng Huân chương Lao động hạng Nhì, Ba cho 14 cá nhân.",
        ["14 individual huan-chuong-lao-dong state conferred"],
    ),
    "a new title in quotes": (
        "UBND thành phố Hà Nội tặng danh hiệu “Đảo xanh ven sông” cho 10 cá nhân.",
        ["10 individual khac province conferred"],
    ),
    "honour unsaid": (
        "Hội nghị tuyên dương, khen thưởng 30 cá nhân, 12 tập thể.",
        ["30 individual khen-thuong - conferred", "12 collective khen-thuong - conferred"],
    ),
}  # fmt: skip
CASES = {**GIVEN, **RECEIVED, **COUNTED}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_a_construction_is_understood(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Cả nước có 62 huyện điểm, 475 km đường và 8 ý kiến tham luận.",
        "Xã đạt chuẩn nông thôn mới; 84 xã được công nhận đạt chuẩn.",
        "Năm 2025, tỉnh lựa chọn không quá 20 tập thể để tặng Bằng khen.",
        "Hàng trăm lượt tập thể, cá nhân được khen thưởng.",
        "Chủ tịch UBND tỉnh tặng Bằng khen cho các công ty vì đã giúp đỡ 30 hộ nghèo, 12 xã.",
        "Đoàn đến thăm, tặng quà 5 Bà mẹ Việt Nam anh hùng.",
        "Đội tuyển giành 14 huy chương vàng, 6 huy chương bạc và Cúp vô địch.",
        "Theo Quyết định số 587/QĐ-TTg ngày 3.10, Bằng khen được trao lúc 9h30.",
        "NSND Lê Văn Bền và Mẹ Việt Nam anh hùng Trần Thị Sáu dự lễ trao Bằng khen.",
        "Tỉnh thu hồi 3 Bằng khen đã tặng sai.",
        "Những nhân viên ấy rất xứng đáng được khen thưởng.",
        "Trao 20 suất quà cho hộ nghèo, 5 cá nhân khó khăn.",
        "",
    ],
)
def test_what_is_no_award_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [("hơn 40", "over"), ("gần 40", "under"), ("khoảng 40", "about"), ("40", "exact")],
)
def test_the_qualifier_is_kept(text: str, qualifier: str) -> None:
    [award] = awards(f"UBND tỉnh tặng Bằng khen cho {text} tập thể.")
    assert (award.count, award.qualifier) == (40, qualifier)


def test_posthumous_honours_are_told_from_the_others() -> None:
    text = "Chủ tịch nước truy tặng danh hiệu Bà mẹ Việt Nam anh hùng cho 27 mẹ; phong tặng danh hiệu này cho 1 mẹ."
    assert [(award.count, award.posthumous) for award in awards(text)] == [(27, True), (1, False)]


def test_the_authority_is_quoted_as_written() -> None:
    [one] = awards("15 tập thể được Bộ Lao động - Thương binh và Xã hội tặng Bằng khen.")
    [other] = awards("Giám đốc Sở Y tế Lê Văn Bền tặng 3 Giấy khen.")
    assert (one.grantor, other.grantor) == ("Bộ Lao động - Thương binh và Xã hội", "Giám đốc Sở Y tế")
