"""Bodies named in a row count as many as are named; every sentence here is our own."""

from __future__ import annotations

import pytest

from tests.extractors.awards.told import awards, told

NAMED = {
    "given to three": (
        "UBND tỉnh trao Bằng khen cho Ban Dân tộc, Hội Nông dân huyện Tam Sơn và Công ty Sao Mai vì thành tích.",
        ("Ban Dân tộc", "Hội Nông dân huyện Tam Sơn", "Công ty Sao Mai"),
    ),
    "three receive": (
        "Ban Dân tộc, Hội Nông dân huyện Tam Sơn và Công ty Sao Mai được Chủ tịch UBND tỉnh tặng Bằng khen.",
        ("Ban Dân tộc", "Hội Nông dân huyện Tam Sơn", "Công ty Sao Mai"),
    ),
    "places of one kind": (
        "UBND tỉnh trao Cờ thi đua cho xã Tân Lập, xã Hòa Bình và xã Bắc Sơn.",
        ("xã Tân Lập", "xã Hòa Bình", "xã Bắc Sơn"),
    ),
    "a list that is announced": (
        "Chủ tịch UBND tỉnh tặng Bằng khen cho các đơn vị: Công an huyện Tam Sơn, Sở Y tế Hòa Sơn, Công ty Sao Mai.",
        ("Công an huyện Tam Sơn", "Sở Y tế Hòa Sơn", "Công ty Sao Mai"),
    ),
    "semicolons leave the parents where they belong": (
        "UBND tỉnh trao Bằng khen cho các tập thể gồm: Phòng Y tế Tam Sơn; Đội Thuế số 2 Hòa Sơn, Cục Thuế tỉnh.",
        ("Phòng Y tế Tam Sơn", "Đội Thuế số 2 Hòa Sơn, Cục Thuế tỉnh"),
    ),
}
BELONGING = [
    "UBND tỉnh trao Bằng khen cho Phòng Cảnh sát Hình sự, Công an tỉnh và Công an huyện Tam Sơn.",
    "UBND tỉnh trao Cờ thi đua cho xã Tân Lập, huyện Tam Sơn và xã Hòa Bình, huyện Bắc Sơn.",
]


@pytest.mark.parametrize(("text", "names"), NAMED.values(), ids=NAMED)
def test_each_body_of_a_row_is_counted(text: str, names: tuple[str, ...]) -> None:
    assert [(award.count, award.unit, award.recipients) for award in awards(text)] == [
        (len(names), "collective", names)
    ]


@pytest.mark.parametrize("text", BELONGING)
def test_a_parent_or_a_place_is_no_further_winner(text: str) -> None:
    assert [award.count for award in awards(text)] == [1]


def test_bodies_without_names_are_not_counted() -> None:
    assert told("UBND tỉnh tặng Bằng khen cho các đơn vị: phòng, ban, ngành của huyện.") == []
