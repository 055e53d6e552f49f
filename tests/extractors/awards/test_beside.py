"""People and bodies named beside those counted, and honours given together; every sentence here is our own."""

from __future__ import annotations

import pytest

from tests.extractors.awards.told import awards

BESIDE = {
    "people behind those counted": (
        "Dịp này, UBND tỉnh tặng Bằng khen cho 3 tập thể và ông Lê Văn Bền, bà Trần Thị Hoa.",
        [(3, "collective", ()), (2, "individual", ("Lê Văn Bền", "Trần Thị Hoa"))],
    ),
    "a body behind those counted": (
        "Dịp này, Chủ tịch UBND huyện tặng Giấy khen cho 5 cá nhân và tập thể Trường Tiểu học Sao Mai.",
        [(5, "individual", ()), (1, "collective", ("Trường Tiểu học Sao Mai",))],
    ),
    "a man before the verb": (
        "Tại hội nghị, 3 tập thể và ông Lê Văn Bền, Chủ tịch Hội Nông dân xã Tân Lập được UBND tỉnh tặng Bằng khen.",
        [(3, "collective", ()), (1, "individual", ("Lê Văn Bền",))],
    ),
    "each with what is said of him": (
        "Hai tập thể tàu Sông Lam, anh Lê Văn Bền, chủ tàu, ông Trần Văn Núi, ngư dân, được Thủ tướng tặng Bằng khen.",
        [(2, "collective", ()), (2, "individual", ("Lê Văn Bền", "Trần Văn Núi"))],
    ),
    "a reason ends the row": (
        "Dịp này, UBND tỉnh tặng Bằng khen cho 5 cá nhân và anh Lê Văn Bền vì đã cứu bà Trần Thị Hoa.",
        [(5, "individual", ()), (1, "individual", ("Lê Văn Bền",))],
    ),
    "a body and a man": (
        "Dịp này, tập thể Công an huyện Tam Sơn và đồng chí Lê Văn Bền được Bộ Công an tặng Bằng khen.",
        [(1, "collective", ("Công an huyện Tam Sơn",)), (1, "individual", ("Lê Văn Bền",))],
    ),
}
ALONE = [
    "Dịp này, UBND tỉnh tặng Bằng khen cho 3 tập thể và ông Lê Văn Bền phát biểu cảm ơn.",
    "Tại hội nghị, 12 cá nhân, trong đó có ông Lê Văn Bền, được UBND tỉnh tặng Bằng khen.",
    "Dịp này, UBND tỉnh tặng Bằng khen cho 5 cá nhân thuộc Sở Y tế và Công an tỉnh Lạng Sơn.",
]
TOGETHER = {
    "the badge that goes with a certificate": (
        "Dịp này, 6 cá nhân được Tổng LĐLĐ Việt Nam tặng Bằng khen và Huy hiệu Lao động sáng tạo.",
        [(6, "bang-khen"), (6, "huy-hieu")],
    ),
    "two honours for one": (
        "Tỉnh đoàn tặng Bằng khen và Huy hiệu Tuổi trẻ dũng cảm cho em Lê Văn Bền.",
        [(1, "bang-khen"), (1, "huy-hieu")],
    ),
    "certificates and flags are shared out": (
        "Dịp này, 117 đơn vị nhận Cờ thi đua và Bằng khen của UBND tỉnh.",
        [(117, "co-thi-dua")],
    ),
    "one receiver, three verbs": (
        "Dịp này, Sở Y tế được Bộ Y tế tặng Cờ thi đua, được UBND tỉnh tặng Cờ thi đua, được Thủ tướng tặng Bằng khen.",
        [(1, "co-thi-dua"), (1, "co-thi-dua"), (1, "bang-khen")],
    ),
    "one receiver, the second verb without được": (
        "Dịp này, Sở Y tế được Bộ Y tế tặng Cờ thi đua; UBND tỉnh tặng Bằng khen.",
        [(1, "co-thi-dua"), (1, "bang-khen")],
    ),
    "one receiver, another giver who also gives": (
        "Trung ương Đoàn truy tặng Huy hiệu Tuổi trẻ dũng cảm cho anh Lê Văn Bền; Bộ Y tế cũng truy tặng Bằng khen.",
        [(1, "huy-hieu"), (1, "bang-khen")],
    ),
    "another receiver": (
        "Dịp này, Sở Y tế được Bộ Y tế tặng Cờ thi đua; UBND tỉnh tặng Bằng khen cho các đơn vị.",
        [(1, "co-thi-dua")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), BESIDE.values(), ids=BESIDE)
def test_who_is_named_beside_those_counted(text: str, expected: list[tuple[int, str, tuple[str, ...]]]) -> None:
    found = sorted((award.recipients, award.count, award.unit) for award in awards(text))
    assert found == sorted((names, count, unit) for count, unit, names in expected)


@pytest.mark.parametrize("text", ALONE)
def test_who_is_none_of_those_given_the_honour(text: str) -> None:
    assert [award.recipients for award in awards(text)] == [()]


def test_who_gives_next_receives_nothing() -> None:
    given = "UBND tỉnh tặng Bằng khen cho 3 tập thể và Hội Nông dân tỉnh tặng Giấy khen cho 5 cá nhân."
    assert [(award.count, award.grantor) for award in awards(given)] == [(3, "UBND tỉnh"), (5, "Hội Nông dân tỉnh")]


@pytest.mark.parametrize(("text", "expected"), TOGETHER.values(), ids=TOGETHER)
def test_honours_given_together(text: str, expected: list[tuple[int, str]]) -> None:
    assert sorted((award.count, award.award) for award in awards(text)) == sorted(expected)


WINNERS = {
    "Tại buổi lễ, Phó Thủ tướng trao Huân chương Độc lập hạng Ba cho Đảng bộ, chính quyền và nhân dân huyện Tam Sơn.": (
        "Đảng bộ, chính quyền và nhân dân huyện Tam Sơn",
    ),
    "Tại buổi lễ, Phó Thủ tướng trao Huân chương Độc lập hạng Ba tặng tỉnh Lạng Sơn và Bắc Kạn.": (
        "tỉnh Lạng Sơn",
        "Bắc Kạn",
    ),
    "Tại buổi lễ, Phó Thủ tướng trao Cờ thi đua cho các đơn vị: Sở Nội vụ, Sở Y tế, Công an tỉnh.": (
        "Sở Nội vụ",
        "Sở Y tế",
        "Công an tỉnh",
    ),
    "Tại buổi lễ, Phó Thủ tướng trao Huân chương Độc lập hạng Ba đối với ông Lê Văn Bền.": ("Lê Văn Bền",),
    "Tại lễ, Phó Thủ tướng trao danh hiệu Bà mẹ Việt Nam anh hùng cho thân nhân mẹ Trần Thị Hoa (xã Tân Lập).": (
        "Trần Thị Hoa",
    ),
    "Trao Huân chương Lao động hạng Nhì cho các đồng chí: Lê Văn Bền - Giám đốc Sở Y tế; Trần Thị Hoa, Bí thư.": (
        "Lê Văn Bền",
        "Trần Thị Hoa",
    ),
    "Dịp này, Phòng An ninh Công an tỉnh (PA05) được Bộ trưởng Bộ Công an tặng Giấy khen.": (
        "Phòng An ninh Công an tỉnh",
    ),
    "Chủ tịch nước trao Huân chương Độc lập hạng Ba cho Phó Bí thư Tỉnh ủy, Chủ tịch tỉnh Lê Văn Bền.": ("Lê Văn Bền",),
    "Sáng 5/3, Đảng bộ, chính quyền và nhân dân tỉnh Lạng Sơn đón nhận Huân chương Hồ Chí Minh.": (
        "Đảng bộ, chính quyền và nhân dân tỉnh Lạng Sơn",
    ),
}


@pytest.mark.parametrize(("text", "names"), WINNERS.items())
def test_winners_of_many_kinds(text: str, names: tuple[str, ...]) -> None:
    [award] = awards(text)
    assert (award.count, award.recipients) == (len(names), names)


def test_the_number_of_an_item_counts_nothing() -> None:
    text = "5 xã được Thủ tướng tặng Bằng khen: 1.Xã Tân Lập; 2.Xã Bắc Hòa; 3.Xã Hòa An; 4.Xã Nam Hà; 5.Xã Tam Sơn."
    assert [award.count for award in awards(text)] == [5]


def test_a_winner_behind_a_colon() -> None:
    lines = "Đề nghị tặng thưởng:\n- Huân chương Lao động hạng Ba: ông Lê Văn Bền, Giám đốc Sở Y tế."
    assert [(award.recipients, award.status) for award in awards(lines)] == [(("Lê Văn Bền",), "proposed")]
