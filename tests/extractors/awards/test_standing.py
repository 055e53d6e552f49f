"""Given, proposed, or summed up over a period; every sentence here is our own."""

from __future__ import annotations

import pytest

from tests.extractors.awards.told import awards

GIFT = "UBND tỉnh tặng Bằng khen cho 12 tập thể."


def statuses(text: str) -> list[str]:
    return [award.status for award in awards(text)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (GIFT, "conferred"),
        ("Dịp này, " + GIFT, "conferred"),
        ("Tại hội nghị tổng kết giai đoạn 2012 - 2015, " + GIFT, "conferred"),
        ("Trong 5 năm qua, " + GIFT, "statistic"),
        ("Từ năm 2016 đến nay, " + GIFT, "statistic"),
        ("Toàn tỉnh có 12 tập thể được tặng Bằng khen.", "statistic"),
        ("Theo báo cáo tại hội nghị, năm 2025, tỉnh có 12 tập thể được tặng Bằng khen.", "statistic"),
        ("Hội đồng thống nhất trình Chủ tịch nước tặng Huân chương Lao động cho 2 tập thể.", "proposed"),
        ("Cụm thi đua suy tôn 01 đơn vị đề nghị Chính phủ tặng Cờ thi đua.", "proposed"),
        ("12 tập thể được đề nghị tặng Cờ thi đua của Chính phủ.", "proposed"),
        ("Theo đề nghị của Ban Thi đua, UBND tỉnh quyết định tặng Bằng khen cho 12 tập thể.", "conferred"),
        ("Trong chương trình, " + GIFT, "conferred"),
        ("Huyện Tam Sơn là một trong 12 địa phương được Bộ Y tế tặng Bằng khen.", "statistic"),
    ],
)
def test_the_nearest_sign_decides(text: str, status: str) -> None:
    assert statuses(text) == [status]


def test_a_paragraph_goes_on_with_its_period_until_an_event() -> None:
    text = (
        "Năm 2025, tỉnh có 55 tập thể được khen thưởng. Thủ tướng Chính phủ tặng Bằng khen cho 3 tập thể. Dịp này, "
        + GIFT
    )
    assert statuses(text) == ["statistic", "statistic", "conferred"]


def test_a_new_paragraph_begins_anew() -> None:
    assert statuses(f"Năm 2025, tỉnh có 55 tập thể được khen thưởng.\n{GIFT}") == ["statistic", "conferred"]


def test_a_list_takes_the_period_of_the_line_before_it() -> None:
    text = (
        "Trong giai đoạn 2002 - 2020, đơn vị được khen thưởng:\n- 3 Bằng khen của Bộ Y tế\n- 1 Cờ thi đua của Chính phủ"
    )
    assert [(award.status, award.period) for award in awards(text)] == [("statistic", "2002-2020")] * 2


def test_what_a_council_votes_on_is_proposed() -> None:
    text = "Hội đồng Thi đua - Khen thưởng tỉnh họp xét khen thưởng.\nCờ thi đua: 54 tập thể; Bằng khen: 9 cá nhân."
    assert statuses(text) == ["proposed", "proposed"]


def test_the_period_is_kept() -> None:
    assert awards("Giai đoạn 2016 - 2020, " + GIFT)[0].period == "2016-2020"
