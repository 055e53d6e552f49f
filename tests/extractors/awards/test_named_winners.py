"""Winners told by name: after the honour, before it, and in a row; every sentence here is our own."""

from __future__ import annotations

import pytest

from tests.extractors.awards.told import awards

NAMED = {
    "between the verb and the honour": (
        "UBND tỉnh trao tặng Học viện Sao Mai Huân chương Lao động hạng Nhì.",
        (1, "collective", ("Học viện Sao Mai",)),
    ),
    "a man between the verb and the honour": (
        "Lãnh đạo tỉnh trao tặng ông Lê Văn Bền Huân chương Dũng cảm.",
        (1, "individual", ("Lê Văn Bền",)),
    ),
    "money beside the honour": (
        "UBND tỉnh truy tặng bằng khen đột xuất của UBND tỉnh cùng số tiền 7.000.000 đồng cho anh Lê Văn Bền.",
        (1, "individual", ("Lê Văn Bền",)),
    ),
    "a row under one noun": (
        "Chủ tịch UBND tỉnh trao bằng khen, phần thưởng cho các cầu thủ Lê Văn Bền, Trần Văn Núi, Lò Văn Suối.",
        (3, "individual", ("Lê Văn Bền", "Trần Văn Núi", "Lò Văn Suối")),
    ),
    "a row with a calling each": (
        "Chủ tịch UBND tỉnh trao bằng khen cho thủ môn Lê Văn Bền, hậu vệ Trần Văn Núi và 300 triệu đồng.",
        (2, "individual", ("Lê Văn Bền", "Trần Văn Núi")),
    ),
    "asides in a row": (
        "Trung ương Đoàn trao bằng khen cho anh Lê Văn Bền (34 tuổi, quê Nam Hà) và anh Trần Văn Núi (30 tuổi).",
        (2, "individual", ("Lê Văn Bền", "Trần Văn Núi")),
    ),
    "an office behind the name": (
        "Tại buổi lễ, ông Lê Văn Bền, Giám đốc Công ty, được tặng Bằng khen của Thủ tướng Chính phủ.",
        (1, "individual", ("Lê Văn Bền",)),
    ),
    "a badge with a motto": (
        "Tỉnh đoàn trao huy hiệu “Tuổi trẻ dũng cảm” cho em Lê Văn Bền; cả tỉnh quý trọng Huân chương.",
        (1, "individual", ("Lê Văn Bền",)),
    ),
}


@pytest.mark.parametrize(("text", "expected"), NAMED.values(), ids=NAMED)
def test_winners_are_named(text: str, expected: tuple[int, str, tuple[str, ...]]) -> None:
    [award] = awards(text)
    assert (award.count, award.unit, award.recipients) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Văn Bền trao tặng Bằng khen cho các tập thể.",
        "UBND tỉnh tặng Quyết định về Huân chương Lao động.",
        "Bà Trần Thị Núi, Trưởng ban Tổ chức cho biết đã nhận hồ sơ Huân chương Lao động.",
    ],
)
def test_who_hands_over_or_tells_of_it_wins_nothing(text: str) -> None:
    assert awards(text) == ()
