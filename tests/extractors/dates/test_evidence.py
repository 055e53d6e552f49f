"""The year that a text tells for a day without one, and the years it does not tell."""

from __future__ import annotations

import pytest

from extractors.dates.evidence import year_of_text, year_of_weekday
from extractors.dates.find import find_dates
from extractors.dates.model import PartialDate
from tests.articles import reading_of


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("lễ kỷ niệm (19/4/1972 - 19/4/2025) mở đầu sáng 18/4.", PartialDate(18, 4), 2025),
        ("lễ kỷ niệm 30 năm ngày tái lập huyện (3/1/1986).", PartialDate(3, 1), 2016),
        ("theo quyết định ngày 19/8/2020, ngày 20/8 huyện trao thưởng.", PartialDate(20, 8), 2020),
        ("6 tháng đầu năm 2018, số thu đạt 74%.", PartialDate(8, 7), 2018),
        ("6 tháng đầu năm 2018, số thu đạt 74%.", PartialDate(8, 12), None),
        ("giai đoạn 2015-2020 đã qua; giai đoạn 2020-2025 đang tới.", PartialDate(28, 11), 2020),
        ("nhân dịp xuân mậu tuất 2018, đoàn đi thăm.", PartialDate(24, 1), 2018),
        ("đến năm 2030 phấn đấu đạt; dự kiến bầu cử vào ngày 15/3/2026.", PartialDate(16, 4), None),
        ("từ năm 2011 đến nay, trung tâm lớn mạnh.", PartialDate(14, 4), None),
        ("chín tháng đầu năm 2017, số thu đạt 74%.", PartialDate(22, 9), 2017),
        ("giao ban công tác quý iii/2018 của khối.", PartialDate(19, 10), 2018),
        ("số thu tăng so với cùng kỳ quý i/2018.", PartialDate(1, 4), None),
        ("số thu tăng 9% so với cùng kỳ năm 2019.", PartialDate(12, 11), 2020),
        ("số thu tăng 9% so với cùng kỳ năm 2019.", PartialDate(12, 2), None),
        ("từ đầu năm 2020 đến nay, huyện làm 12 km đường.", PartialDate(12, 11), 2020),
        ("quyết định có hiệu lực kể từ ngày 1/11/2020.", PartialDate(19, 10), 2020),
        ("mạng lưới sẽ thông suốt vào tháng 10/2019.", PartialDate(20, 12), None),
        ("tháng 5/2020 có 12 vụ; đêm 9/5/2020 thêm một vụ.", PartialDate(21, 7), 2020),
        ("tháng 5/2020 có 12 vụ; đêm 9/5/2020 thêm một vụ.", PartialDate(21, 12), None),
        ("nhà máy chạy từ 2/3/1999.", PartialDate(21, 7), None),
        ("tổng kết năm học 2018-2019, trường có 9 em được khen.", PartialDate(20, 5), 2019),
        ("sáng 3.10, huyện tổ chức hội nghị. ngày 19/7/17, cụm họp.", PartialDate(3, 10), None),
        ("giai đoạn 2009-2011 lỗ; giai đoạn 2011-2013 lỗ tiếp.", PartialDate(22, 7), None),
    ],
)
def test_the_text_tells_a_year_only_with_firm_evidence(text: str, day: PartialDate, expected: int | None) -> None:
    assert year_of_text(text, day, find_dates(reading_of(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thứ bảy, ngày 12/10, huyện họp bàn kế hoạch năm 2019.", 2019),
        ("chủ nhật (13/10), xã ra quân; cả năm 2019 xã làm 12 km đường.", 2019),
        ("thứ hai, ngày 12/10, huyện họp bàn kế hoạch năm 2017.", None),
        ("lần thứ bảy, ngày 12/10, huyện họp bàn kế hoạch năm 2019.", None),
        ("thứ bảy, ngày 12/10, huyện họp.", None),
    ],
)
def test_a_weekday_tells_the_year_where_one_near_fits(text: str, expected: int | None) -> None:
    assert year_of_weekday(text, find_dates(reading_of(text))[0]) == expected
