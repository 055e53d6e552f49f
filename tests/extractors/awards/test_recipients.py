"""Names listed behind a count; every sentence here is our own."""

from __future__ import annotations

import pytest

from tests.extractors.awards.told import awards

GIVEN = "UBND tỉnh tặng Bằng khen cho "


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("02 đơn vị: Văn phòng Sao Mai, Thanh tra tỉnh.", ("Văn phòng Sao Mai", "Thanh tra tỉnh")),
        ("2 cá nhân (ông Lê Văn Bền và bà Trần Thị Sáu).", ("Lê Văn Bền", "Trần Thị Sáu")),
        (
            "2 đảng viên gồm: đồng chí Lê Văn Bền, Bí thư Chi bộ 1; đồng chí Trần Thị Sáu, Chi bộ 2.",
            ("Lê Văn Bền", "Trần Thị Sáu"),
        ),
        (
            "3 đảng viên, gồm các đồng chí: Lê Văn Bền, Chi bộ 1; Trần Thị Sáu, Chi bộ 2 và đồng chí Đinh Hoa Lư.",
            ("Lê Văn Bền", "Trần Thị Sáu", "Đinh Hoa Lư"),
        ),
        ("5 cá nhân: Lê Văn Bền, Trần Thị Sáu.", ()),
        ("2 cá nhân có thành tích.", ()),
    ],
)
def test_names_are_taken_where_they_are_as_many_as_counted(listed: str, names: tuple[str, ...]) -> None:
    assert [award.recipients for award in awards(GIVEN + listed)] == [names]
