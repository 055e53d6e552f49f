"""The year of a day without one: publication, else what the text firmly tells, else none, with the reason."""

from __future__ import annotations

import pytest

from extractors.dates.model import DateMention, PartialDate
from extractors.dates.years import dated, year_of_name, year_of_plan, year_of_review
from extractors.model import Dated


def published(day: str) -> Dated:
    return Dated(day, "published", "day", day, "test")


def mention(first: PartialDate | None, last: PartialDate | None = None, shift: int | None = None) -> DateMention:
    return DateMention(0, 1, first, "date.short", last=last, shift=shift)


@pytest.mark.parametrize(
    ("day", "page", "expected"),
    [
        (PartialDate(25, 7), "2023-07-25", "2023-07-25"),
        (PartialDate(27, 12), "2018-01-03", "2017-12-27"),
        (PartialDate(30, 7), "2023-07-25", "2023-07-30"),
        (PartialDate(2, 8), "2023-07-25", "2022-08-02"),
        (PartialDate(19, 7, 2017), "2017-10-24", "2017-07-19"),
    ],
)
def test_the_year_is_that_of_publication_unless_the_day_lies_ahead(day: PartialDate, page: str, expected: str) -> None:
    assert dated(mention(day), published(page)).date == expected


def test_words_that_point_count_from_publication() -> None:
    assert dated(mention(None, shift=-1), published("2022-03-01")).date == "2022-02-28"
    assert dated(mention(None, shift=0), None).reason
    assert dated(mention(None), published("2022-03-01")).date is None


def test_no_day_is_ever_invented() -> None:
    assert dated(mention(PartialDate(14, 4)), None).reason
    assert dated(mention(PartialDate(None, 4, 2020)), published("2020-05-01")).reason
    assert dated(mention(PartialDate(29, 2)), published("2023-03-05")).date is None


def test_a_range_over_new_year_begins_in_the_old_one() -> None:
    day = dated(mention(PartialDate(30, 12), PartialDate(2, 1)), published("2021-01-04"))
    assert (day.date, day.end_date) == ("2020-12-30", "2021-01-02")


@pytest.mark.parametrize(
    ("day", "first", "last", "whole_year", "expected"),
    [
        (PartialDate(28, 12), 2020, 2020, True, 2020),
        (PartialDate(21, 1), 2020, 2020, True, 2021),
        (PartialDate(8, 5), 2020, 2020, True, None),
        (PartialDate(5, 7), 2018, 2018, False, 2018),
        (PartialDate(28, 11), 2015, 2020, False, 2020),
        (PartialDate(20, 5), 2018, 2019, False, 2019),
        (PartialDate(24, 9), 2016, 2020, False, 2020),
        (PartialDate(24, 3), 2016, 2020, False, None),
        (PartialDate(23, 5), 2010, 2012, False, None),
        (PartialDate(17, 4), 2018, 2019, False, None),
    ],
)
def test_a_review_tells_its_year_where_that_is_certain(
    day: PartialDate, first: int, last: int, whole_year: bool, expected: int | None
) -> None:
    assert year_of_review(day, first, last, whole_year=whole_year) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("đại hội nhiệm kỳ 2019 - 2024", 2019),
        ("lễ khai giảng năm học mới 2019-2020", 2019),
        ("gặp mặt học sinh tiêu biểu năm học 2017-2018", 2018),
        ("phiên họp thường kỳ tháng 12/2017", 2017),
        ("lễ tôn vinh doanh nhân năm 2020", 2020),
        ("hội nghị bàn về nghị quyết 77 năm 2014", None),
        ("lễ trao thưởng 2016 và khởi động giải 2017", None),
        ("hội nghị tổng kết phong trào năm 2019; tuyên dương thợ giỏi năm 2020", 2020),
        ("lễ phát động phong trào xóa nhà tạm đến năm 2025", None),
        ("hội nghị tổng kết đề án trồng rừng đến năm 2020", 2020),
        ("hội nghị điển hình tiên tiến giai đoạn 2020- 2025", None),
        ("buổi lễ trao huy hiệu", None),
        ("lễ trao giải cuộc thi tìm hiểu pháp luật trong công nhân năm 2018", 2018),
    ],
)
def test_a_name_tells_its_year(name: str, expected: int | None) -> None:
    assert year_of_name(name, PartialDate(26, 8)) == expected


def test_a_plan_is_made_late_in_the_year_before_or_within_its_own() -> None:
    assert year_of_plan("lễ phát động phong trào xóa nhà tạm đến năm 2025", PartialDate(13, 4)) is None
    name = "hội nghị triển khai nhiệm vụ năm 2021"
    assert [year_of_plan(name, PartialDate(28, month)) for month in (1, 6, 11)] == [2021, 2021, 2020]
