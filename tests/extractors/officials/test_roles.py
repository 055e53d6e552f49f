"""Who did what: verbs after, before and around the people."""

from __future__ import annotations

import pytest

from extractors.officials.find import find_officials
from tests.articles import reading_of

BEN = "đồng chí Lê Văn Bền, Chủ tịch UBND tỉnh"
HONG = "đồng chí Vũ Thị Hồng, Giám đốc Sở Nội vụ"


def roles(text: str) -> dict[str, set[str]]:
    return {o.name: {claim.role for claim in o.roles} for o in find_officials(reading_of(text))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Dự hội nghị có {BEN}; {HONG}.", {"Lê Văn Bền": {"attend"}, "Vũ Thị Hồng": {"attend"}}),
        (f"Dự và chỉ đạo hội nghị có {BEN}.", {"Lê Văn Bền": {"attend", "speak"}}),
        (f"{BEN} chủ trì; {HONG} dự.", {"Lê Văn Bền": {"chair"}, "Vũ Thị Hồng": {"attend"}}),
        (f"{BEN} và {HONG} đồng chủ trì hội nghị.", {"Lê Văn Bền": {"chair"}, "Vũ Thị Hồng": {"chair"}}),
        (f"{BEN} dự, chủ trì hội nghị và trao Bằng khen cho 3 tập thể.",
         {"Lê Văn Bền": {"attend", "chair", "present_award"}}),
        (f"Kết luận hội nghị, {BEN} giao 3 việc.", {"Lê Văn Bền": {"speak"}}),
        (f"Theo báo cáo do {HONG} trình bày, kết quả tốt.", {"Vũ Thị Hồng": {"speak"}}),
        (f"Lễ phát động diễn ra dưới sự chủ trì của {BEN}.", {"Lê Văn Bền": {"chair"}}),
        (f"{BEN} tặng hoa cho các cháu.", {"Lê Văn Bền": set()}),
        (f"{BEN} trao đổi với bà con.", {"Lê Văn Bền": {"speak"}}),
        (f"{BEN} trao Huân chương Lao động hạng Ba cho {HONG}.",
         {"Lê Văn Bền": {"present_award"}, "Vũ Thị Hồng": {"receive_award"}}),
        (f"{HONG} được Chủ tịch nước tặng Huân chương Lao động hạng Ba.", {"Vũ Thị Hồng": {"receive_award"}}),
        (f"{HONG} và {BEN} ký giao ước thi đua.", {"Lê Văn Bền": {"sign"}, "Vũ Thị Hồng": {"sign"}}),
        (f"Năm qua, ấp Ba được {BEN} tặng Bằng khen.", {"Lê Văn Bền": set()}),
        (f"Hội nghị vinh dự được đón {BEN}; {HONG}.", {"Lê Văn Bền": {"attend"}, "Vũ Thị Hồng": {"attend"}}),
        (f"Tại lễ, {BEN} thay mặt Hội đồng khẳng định kết quả.", {"Lê Văn Bền": {"speak"}}),
        (f"{BEN} dự lễ mừng công, đón nhận Huân chương của ấp Ba.", {"Lê Văn Bền": {"attend"}}),
        (f"Ấp Ba đón nhận Bằng khen do {BEN} trao tặng.", {"Lê Văn Bền": {"present_award"}}),
        (f"Ấp Ba đón nhận chiếc trống do {BEN} trao tặng.", {"Lê Văn Bền": set()}),
        (f"Xã có 5 người được thưởng Huân chương Lao động. Các cá nhân gồm: {HONG}; {BEN}.",
         {"Lê Văn Bền": {"receive_award"}, "Vũ Thị Hồng": {"receive_award"}}),
        (f"{BEN} phát biểu về thi đua, khen thưởng.", {"Lê Văn Bền": {"speak"}}),
        (f"{BEN} nhắn nhủ thanh niên, kể từ nay phải gắng.", {"Lê Văn Bền": {"speak"}}),
    ],
)  # fmt: skip
def test_verbs_belong_to_their_people(text: str, expected: dict[str, set[str]]) -> None:
    assert roles(text) == expected


def test_a_list_on_lines_of_its_own_carries_the_lead() -> None:
    after = "Báo cáo dài mười trang.\nÔng Trần Văn Sáu, Bí thư Chi bộ ấp Ba vắng mặt."
    text = f"Tham dự hội nghị có:\n- {BEN};\n- {HONG}.\n{after}"
    assert roles(text) == {"Lê Văn Bền": {"attend"}, "Vũ Thị Hồng": {"attend"}, "Trần Văn Sáu": set()}


def test_a_list_that_a_semicolon_carries_into_the_next_line() -> None:
    text = f"Về phía tỉnh có {BEN};\n{HONG}.\nÔng Trần Văn Sáu, Bí thư Chi bộ ấp Ba vắng mặt."
    assert roles(text) == {"Lê Văn Bền": {"attend"}, "Vũ Thị Hồng": {"attend"}, "Trần Văn Sáu": set()}


def test_who_is_only_quoted_in_a_comparison_has_no_role() -> None:
    assert roles("Việc này khó, như tinh thần của Bí thư Tỉnh ủy Lê Văn Bền đã nêu.") == {"Lê Văn Bền": set()}


def test_each_role_is_claimed_once_with_its_words() -> None:
    text = f"{BEN} phát biểu khai mạc. Bế mạc hội nghị, {BEN} đề nghị các huyện cố gắng."
    (official,) = find_officials(reading_of(text))
    assert [(claim.role, claim.rule, claim.span.quote) for claim in official.roles] == [
        ("speak", "role.after.address", "phát biểu"),
    ]
