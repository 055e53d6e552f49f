"""Totals and what they are made of, told in many ways; every sentence here is our own."""

from __future__ import annotations

import pytest

from tests.extractors.awards.told import awards, told

PARTS = {
    "among those who receive": (
        "Trong 18 cá nhân nhận Bằng khen của Bộ Y tế có 8 cá nhân là bác sĩ và 10 cá nhân là điều dưỡng.",
        [(18, None), (8, 0), (10, 0)],
    ),
    "behind gồm": (
        "Đợt này, 45 đảng viên được trao Huy hiệu Đảng, gồm 2 đồng chí 70 năm, 3 đồng chí 60 năm, 40 đồng chí 50 năm.",
        [(45, None), (2, 0), (3, 0), (40, 0)],
    ),
    "over semicolons": (
        "Có 40 xã được UBND tỉnh tặng Bằng khen, trong đó có 10 xã vùng cao; 23 xã biên giới; 7 xã đảo.",
        [(40, None), (10, 0), (23, 0), (7, 0)],
    ),
    "a sum with its parts": (
        "Tổng số tập thể, cá nhân được khen thưởng trong năm là 1.250, trong đó 250 tập thể và 1.000 cá nhân.",
        [(1250, None), (250, 0), (1000, 0)],
    ),
    "numbers behind their nouns": (
        "Trong năm, tổng số Bằng khen của Chủ tịch UBND tỉnh đã tặng là 430, trong đó tập thể 130, cá nhân 300.",
        [(430, None), (130, 0), (300, 0)],
    ),
    "numbers that make no total": (
        "Có 40 doanh nghiệp được UBND tỉnh tặng Bằng khen, trong đó có 10 doanh nghiệp lớn; 23 doanh nghiệp vừa.",
        [(40, None)],
    ),
    "numbers that only make the total by chance": (
        "Tại hội nghị, 20 tập thể được khen thưởng; 5 xã tham luận và 15 huyện báo cáo.",
        [(20, None)],
    ),
}
LEVELS = {
    "levels told in turn": (
        "Có 150 tập thể được khen thưởng, trong đó cấp tỉnh: 40 tập thể, 30 cá nhân; cấp huyện: 110 tập thể.",
        [(150, None), (40, "province"), (30, "province"), (110, "district")],
    ),
    "times at each level": (
        "Có 567 lượt tập thể được các cấp khen thưởng; trong đó, cấp Nhà nước 12 lượt tập thể; cấp tỉnh 120 lượt.",
        [(567, None), (12, "state"), (120, "province")],
    ),
}
SENTENCES = {
    "parts of a number": (
        "UBND tỉnh tặng Bằng khen cho 42 tập thể, cá nhân có thành tích. Trong đó có 12 tập thể, 30 cá nhân.",
        ["42 both bang-khen province conferred", "12 collective bang-khen province conferred",
         "30 individual bang-khen province conferred"],
    ),
    "parts that make another number": (
        "UBND tỉnh tặng Bằng khen cho 42 tập thể, cá nhân có thành tích. Trong đó có 12 tập thể, 3 cá nhân.",
        ["42 both bang-khen province conferred"],
    ),
    "how many the many are": (
        "UBND tỉnh tặng Bằng khen cho các tập thể, cá nhân có thành tích. Cụ thể: 12 tập thể, 30 cá nhân.",
        ["12 collective bang-khen province conferred", "30 individual bang-khen province conferred"],
    ),
    "others than those": (
        "UBND tỉnh tặng Bằng khen cho các tập thể, cá nhân có thành tích. Tham dự có 12 tập thể, 30 cá nhân.",
        [],
    ),
    "people who did something": (
        "UBND tỉnh tặng Bằng khen cho các tập thể, cá nhân có thành tích. Trong đó, 500 người dân tham gia.",
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PARTS.values(), ids=PARTS)
def test_parts_are_tied_to_what_they_add_up_to(text: str, expected: list[tuple[int, int | None]]) -> None:
    assert [(award.count, award.part_of) for award in awards(text)] == expected


@pytest.mark.parametrize(("text", "expected"), LEVELS.values(), ids=LEVELS)
def test_counts_at_each_level(text: str, expected: list[tuple[int, str | None]]) -> None:
    assert [(award.count, award.level) for award in awards(text)] == expected


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_parts_in_the_next_sentence(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_parts_stand_as_their_total_does() -> None:
    text = "Tổng số tập thể, cá nhân được khen thưởng là 12, trong đó 5 tập thể và 7 cá nhân."
    assert [award.status for award in awards(text)] == ["statistic"] * 3


def test_a_total_takes_the_authority_of_its_parts() -> None:
    lines = "Tặng Bằng khen cho 46 tập thể và cá nhân\nUBND tỉnh tặng Bằng khen cho 23 tập thể và 23 cá nhân."
    assert [(award.count, award.level, award.part_of) for award in awards(lines)] == [
        (46, "province", None), (23, "province", 0), (23, "province", 0),
    ]  # fmt: skip


def test_orders_of_all_classes_for_both() -> None:
    [award] = awards("Công an tỉnh được tặng thưởng 33 Huân chương Chiến công các hạng cho tập thể và cá nhân.")
    assert (award.count, award.unit) == (33, "both")


def test_a_sum_of_money_is_none() -> None:
    assert awards("Tổng số tiền thưởng kèm theo Bằng khen của UBND tỉnh là 1.250.") == ()


def test_so_many_of_all() -> None:
    text = "Toàn huyện có 15.234/17.000 hộ đạt danh hiệu Gia đình văn hóa, 95/102 thôn đạt danh hiệu Thôn văn hóa."
    assert told(text) == ["15234 household van-hoa - statistic", "95 collective van-hoa - statistic"]


def test_a_stroke_close_behind_so_many_of_all() -> None:
    text = "Dịp này, 38/40 xã/phường được UBND tỉnh tặng Bằng khen."
    assert told(text) == ["38 collective bang-khen province conferred"]


@pytest.mark.parametrize("day", ["2/9", "8/3", "20/11", "1/5"])
def test_a_day_counts_nothing(day: str) -> None:
    assert [award.count for award in awards(f"Nhân dịp {day} cá nhân điển hình, 5 đơn vị được tặng Bằng khen.")] == [5]
