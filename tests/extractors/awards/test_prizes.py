"""Prizes of contests, and who they are the prizes of; every sentence here is our own."""

from __future__ import annotations

from tests.extractors.awards.told import told

HELD = "Tối 3/5, Bộ Y tế tổ chức lễ tổng kết và trao giải hội thi.\n"
SOLEMN = "\nDịp này, Thủ tướng Chính phủ tặng Bằng khen cho 4 cá nhân."
FOUR = "4 individual bang-khen state conferred"


def test_prizes_are_items_with_a_rank_at_the_level_of_the_host() -> None:
    text = f"{HELD}Ban tổ chức đã trao sáu giải nhất, 12 giải nhì, 24 giải ba và 48 giải khuyến khích.{SOLEMN}"
    assert told(text) == [
        "6 item giai-thuong/1 ministry conferred",
        "12 item giai-thuong/2 ministry conferred",
        "24 item giai-thuong/3 ministry conferred",
        "48 item giai-thuong ministry conferred",
        FOUR,
    ]


def test_a_total_of_works_has_its_prizes_as_parts() -> None:
    text = f"{HELD}Ban tổ chức trao giải thưởng cho 9 giải pháp, gồm: 4 giải nhất, 5 giải nhì.{SOLEMN}"
    assert told(text)[:2] == ["9 item giai-thuong ministry conferred", "4 item giai-thuong/1 ministry conferred"]


def test_those_who_win_a_numbered_list_of_prizes_do_not_win_the_first_of_them() -> None:
    text = f"Tại hội thi, 78 thí sinh đoạt giải, với 9 giải nhất và 20 giải nhì.{SOLEMN}"
    assert told(text) == ["9 item giai-thuong/1 - conferred", "20 item giai-thuong/2 - conferred", FOUR]


def test_of_a_total_only_the_part_wins_the_rank() -> None:
    text = f"Tỉnh có 106 học sinh dự thi, trong đó có 11 em đoạt giải nhất.{SOLEMN}"
    assert [line for line in told(text) if "106" in line] == []


def test_a_contest_with_no_honour_beside_its_prizes_is_sport() -> None:
    assert told("Giải bóng đá kết thúc, ban tổ chức trao 1 giải nhất và 2 giải nhì.") == []
