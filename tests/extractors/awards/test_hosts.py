"""Levels told by the host, by a total, by an earlier clause; counts in lists; every sentence here is our own."""

from __future__ import annotations

import pytest

from tests.extractors.awards.told import awards, told

LEVELS = {
    "the host of the gathering": ("UBND huyện tổ chức hội nghị.\n15 tập thể được tặng Bằng khen.", "district"),
    "the host where the organisers give": (
        "Bộ Y tế tổ chức hội thi tay nghề.\nBan tổ chức tặng Giấy khen cho 15 tập thể.",
        "ministry",
    ),
    "a decision to commend": ("Bộ trưởng Lê Văn Bền trao Quyết định khen thưởng cho 15 tập thể.", "ministry"),
    "a province by its bare name": ("Quảng Bình tặng Bằng khen cho 15 tập thể.", "province"),
    "the one to whom it is proposed": ("Huyện đoàn đề nghị Trung ương Đoàn tặng Bằng khen cho 15 em.", "ministry"),
    "on behalf of, over a semicolon": (
        "Thừa ủy quyền của Chủ tịch UBND tỉnh, bà Lê Thị Bền; ông Trần Văn Núi, Công an quận trao bằng khen cho 15 em.",
        "province",
    ),
    "praise that nobody in particular gives": ("UBND xã tổ chức hội nghị.\nHội nghị tuyên dương 15 tập thể.", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "level"), LEVELS.values(), ids=LEVELS)
def test_the_level_is_found_where_the_clause_leaves_it_out(text: str, level: str | None) -> None:
    assert [award.level for award in awards(text)] == [level]


def test_a_part_has_the_level_of_its_total() -> None:
    whole, part = awards("UBND tỉnh tặng bằng khen cho 31 cá nhân, trong đó 21 cá nhân được tặng bằng khen đột xuất.")
    assert (whole.level, part.level, part.part_of) == ("province", "province", 0)


def test_recognised_units_keep_the_giver_for_what_follows() -> None:
    recognised = "Chủ tịch UBND tỉnh công nhận 64 tập thể đạt danh hiệu Tập thể lao động xuất sắc"
    text = f"{recognised}, tặng Bằng khen cho 312 tập thể, 8 hộ."
    assert told(text) == [
        "64 collective tap-the-lao-dong-xuat-sac province conferred",
        "312 collective bang-khen province conferred",
        "8 household bang-khen province conferred",
    ]


def test_counts_parted_by_semicolons_share_the_verb() -> None:
    assert told("15 tập thể; 27 cá nhân được Chủ tịch UBND tỉnh tặng Bằng khen.") == [
        "15 collective bang-khen province conferred",
        "27 individual bang-khen province conferred",
    ]


def test_a_list_of_lines_ends_with_the_first_other_line() -> None:
    text = "UBND tỉnh tặng Bằng khen cho:\n- 12 tập thể;\n- 25 cá nhân.\nHội nghị có mặt:\n- 90 cá nhân."
    assert told(text) == ["12 collective bang-khen province conferred", "25 individual bang-khen province conferred"]


def test_localities_that_share_many_honours_are_not_counted() -> None:
    text = "Giai đoạn 2020 - 2025, ba tỉnh được tặng thưởng 286 Huân chương các loại."
    assert told(text) == ["286 item huan-chuong state statistic"]


def test_a_bare_title_is_the_one_named_before() -> None:
    given = "Lãnh đạo tỉnh trao danh hiệu cho 12 mẹ, truy tặng danh hiệu cho 215 mẹ."
    text = f"Lễ trao danh hiệu “Bà mẹ Việt Nam anh hùng”.\n{given}"
    assert [(award.count, award.award) for award in awards(text)] == [(12, "ba-me-vnah"), (215, "ba-me-vnah")]


def test_those_who_were_rescued_receive_nothing() -> None:
    assert told("Cứu được 14 người là niềm vui, mọi người vinh dự khi được tặng bằng khen.") == []
