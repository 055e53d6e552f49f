"""Years counted from a first one."""

from __future__ import annotations

import pytest

from extractors.dates.find import find_dates
from extractors.dates.model import PartialDate
from extractors.dates.rounds import rounds_in, rounds_kept_in, year_of_round
from tests.articles import reading_of


def test_only_an_anniversary_is_sure_to_fall_in_its_year() -> None:
    look_back, kept = "tổng kết 10 năm phong trào (2008 - 2018)", "lễ kỷ niệm 60 năm thành lập (1959-2019)"
    day = PartialDate(15, 3)
    assert (rounds_in(look_back, day), rounds_kept_in(look_back, day)) == ({2018}, set())
    assert (rounds_in(kept, day), rounds_kept_in(kept, day)) == ({2019}, {2019})


def test_what_looks_forward_to_an_anniversary_lies_before_it() -> None:
    ahead = "hướng tới kỷ niệm 70 năm ngày thành lập (11/3/1948)"
    assert [rounds_in(ahead, PartialDate(7, month)) for month in (2, 8)] == [{2018}, {2017}]
    assert rounds_in("kỷ niệm 70 năm ngày thành lập (11/3/1948)", PartialDate(7, 8)) == {2018}


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("lễ kỷ niệm 30 năm truyền thống của đơn vị", "sau 30 năm, từ ngày 15/3/1989, đơn vị lớn mạnh.", 2019),
        ("lễ kỷ niệm 30 năm thành lập hội", "hội được thành lập năm 1990 với 12 hội viên.", 2020),
        ("hội nghị tổng kết 30 năm giữ rừng", "hội được thành lập năm 1990 với 12 hội viên.", None),
        ("lễ kỷ niệm 30 năm thành lập hội", "thành lập năm 1990, tái lập năm 1997.", None),
        ("hội nghị sơ kết 3 năm thực hiện kết luận số 107/2015 của tỉnh", "", 2018),
        ("hội nghị sơ kết 3 năm thực hiện đề án và triển khai nhiệm vụ ngày 1/1/2015", "", None),
    ],
)
def test_what_is_counted_in_years_is_over_so_many_years_later(name: str, text: str, expected: int | None) -> None:
    assert year_of_round(name, text, PartialDate(15, 3), find_dates(reading_of(text))) == expected
