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
        (f"{BEN} công nhận 12 làng nghề, tặng Bằng khen cho 5 nghệ nhân.", {"Lê Văn Bền": set()}),
        (f"{BEN} thăm làng nghề, tặng Bằng khen cho 5 nghệ nhân.", {"Lê Văn Bền": {"present_award"}}),
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
        (f"{BEN} nhắn nhủ như vậy khi dự lễ khai giảng.", {"Lê Văn Bền": {"attend", "speak"}}),
        (f"{BEN}, sinh năm 1970, quê huyện Long Tân, chia sẻ kinh nghiệm.", {"Lê Văn Bền": {"speak"}}),
        (f"{BEN}, đơn vị đông đại biểu nhất - nói về thi đua.", {"Lê Văn Bền": {"speak"}}),
        ("Ông Lê Văn Bền, Phó Hiệu trưởng nhà trường, đọc diễn văn.", {"Lê Văn Bền": {"speak"}}),
        ("Ông Lê Văn Bền, Trưởng phòng Nội vụ, UBND huyện Long Tân, chủ trì.", {"Lê Văn Bền": {"chair"}}),
        (f"{BEN} sau khi nghe báo cáo đã kết luận.", {"Lê Văn Bền": {"speak"}}),
        (f"{BEN} đại diện tỉnh Long An tham gia hội nghị toàn quốc.", {"Lê Văn Bền": {"attend"}}),
        (f"{BEN}; lãnh đạo các sở, ngành đã dự hội nghị.", {"Lê Văn Bền": {"attend"}}),
        (f"{BEN} và 2 đại biểu tiếp xúc cử tri huyện Long Tân.", {"Lê Văn Bền": {"attend"}}),
        (f"Tại điểm cầu tỉnh Long An có {BEN}; {HONG}.", {"Lê Văn Bền": {"attend"}, "Vũ Thị Hồng": {"attend"}}),
        (f"{HONG} năm thứ hai liên tiếp được tặng Bằng khen.", {"Vũ Thị Hồng": {"receive_award"}}),
        (f"Góp ý dự thảo, đại biểu {BEN} đi thẳng vào hai điều.", {"Lê Văn Bền": {"speak"}}),
        (f"Đó là nội dung được {BEN} đưa ra tại hội nghị.", {"Lê Văn Bền": {"speak"}}),
        (f"Về việc này, theo {BEN}, kết quả rất tốt.", {"Lê Văn Bền": {"speak"}}),
        (f"Cùng đi có {BEN}.", {"Lê Văn Bền": {"attend"}}),
        (f"Tham gia đoàn công tác có {BEN}; {HONG}.", {"Lê Văn Bền": {"attend"}, "Vũ Thị Hồng": {"attend"}}),
        (f"Tham gia chủ trì hội nghị còn có {BEN}.", {"Lê Văn Bền": {"chair"}}),
        (f"Tiếp và làm việc với đoàn có {BEN}.", {"Lê Văn Bền": {"attend"}}),
        (f"Lễ viếng có mặt {BEN}; {HONG}.", {"Lê Văn Bền": {"attend"}, "Vũ Thị Hồng": {"attend"}}),
        (f"Thành phần dự họp: {BEN}; {HONG}.", {"Lê Văn Bền": {"attend"}, "Vũ Thị Hồng": {"attend"}}),
        (f"Lãnh đạo tỉnh dự lễ: {BEN}; {HONG}.", {"Lê Văn Bền": {"attend"}, "Vũ Thị Hồng": {"attend"}}),
        (f"{BEN}; lãnh đạo các sở cùng dự.", {"Lê Văn Bền": {"attend"}}),
        (f"Chủ tọa kỳ họp gồm {BEN}; {HONG}.", {"Lê Văn Bền": {"chair"}, "Vũ Thị Hồng": {"chair"}}),
        (f"Dự và trao Bằng khen cho các tập thể có {BEN}.", {"Lê Văn Bền": {"attend", "present_award"}}),
        (f"Đoàn đại biểu do {BEN} làm Trưởng đoàn vào viếng.", {"Lê Văn Bền": {"attend"}}),
        (f"Thay mặt lãnh đạo tỉnh, {BEN} trao Bằng khen cho 3 tập thể.", {"Lê Văn Bền": {"present_award"}}),
        (f"Đó là yêu cầu của {BEN} tại hội nghị.", {"Lê Văn Bền": {"speak"}}),
        (f"Có mặt tại buổi lễ, {BEN} thăm các thầy cô.", {"Lê Văn Bền": {"attend"}}),
        (f"{HONG} lên nhận Bằng khen.", {"Vũ Thị Hồng": {"receive_award"}}),
        (f"UBND tỉnh tặng Bằng khen cho 3 cá nhân, trong đó có {HONG}.", {"Vũ Thị Hồng": {"receive_award"}}),
    ],
)  # fmt: skip
def test_verbs_belong_to_their_people(text: str, expected: dict[str, set[str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{BEN} chúc mừng 5 tập thể được khen.",
        f"{BEN} chúc mừng ông Trần Văn Sáu.",
        f"{BEN} luôn nêu cao tinh thần trách nhiệm.",
        f"{BEN} đã chỉ đạo và thực hiện không đúng quy chế.",
        f"{BEN} đề nghị Thủ tướng tặng Bằng khen cho ấp Ba.",
        f"{BEN} có thư khen, bày tỏ lòng cảm phục.",
        f"Trong thư, {BEN} biểu dương ấp Ba.",
        f"Công văn nêu: {BEN} hoan nghênh ấp Ba.",
        f"Con trai của {BEN} cho biết đám tang giản dị.",
        f"{BEN} có mặt tại hiện trường để tìm người.",
        f"Nhiều người đề xuất {BEN} nhận danh hiệu Anh hùng Lao động.",
        f"Xã làm hồ sơ trình Chủ tịch nước tặng Huân chương Lao động cho {BEN}.",
        f"{BEN} được tặng nhiều huân chương, huy chương.",
        f"{BEN} được khen thưởng: Huân chương Độc lập, Huân chương Lao động, Huy chương Kháng chiến, Huy hiệu Đảng.",
        f"Năm 1992, {BEN} được tặng Huân chương Lao động.",
        f"{BEN} cùng xã đã đề nghị phong tặng danh hiệu Anh hùng cho ấp Ba.",
        f"Xã thực hiện ý kiến chỉ đạo của {BEN}.",
        f"{BEN} tặng hoa chúc mừng ấp Ba đón nhận Huân chương Lao động.",
        f"Ban Bí thư yêu cầu làm rõ việc của {BEN}.",
    ],
)
def test_what_is_no_role_in_the_meeting(text: str) -> None:
    assert roles(text)["Lê Văn Bền"] == set()


def test_honours_of_others_in_the_sentence_make_no_career() -> None:
    text = f"{HONG} được tặng Huân chương Lao động, 6 tập thể được tặng Cờ thi đua, 25 cá nhân được tặng Bằng khen."
    assert roles(text) == {"Vũ Thị Hồng": {"receive_award"}}


def test_a_list_on_lines_of_its_own_carries_the_lead() -> None:
    after = "Báo cáo dài mười trang.\nÔng Trần Văn Sáu, Bí thư Chi bộ ấp Ba vắng mặt."
    text = f"Tham dự hội nghị có:\n- {BEN};\n- {HONG}.\n{after}"
    assert roles(text) == {"Lê Văn Bền": {"attend"}, "Vũ Thị Hồng": {"attend"}, "Trần Văn Sáu": set()}


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Dự hội nghị:", "attend"),
        ("Thành phần:", "attend"),
        ("Đoàn Chủ tịch:", "chair"),
        ("Chủ trì lễ trao tặng Bằng khen:", "chair"),
        ("Danh sách cá nhân được tặng Bằng khen:", "receive_award"),
        ("UBND tỉnh tặng Bằng khen cho các cá nhân sau:", "receive_award"),
    ],
)
def test_the_line_that_heads_a_list_holds_for_the_list(heading: str, role: str) -> None:
    text = f"{heading}\n1. {BEN}\n2. {HONG}"
    assert roles(text) == {"Lê Văn Bền": {role}, "Vũ Thị Hồng": {role}}


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
