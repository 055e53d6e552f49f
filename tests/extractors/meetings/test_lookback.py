"""What a meeting looks back on."""

from __future__ import annotations

import pytest

from extractors.meetings.lookback import lookback
from extractors.text import match_key


def period(name: str, year: int | None, report: str = "") -> str | None:
    covered = lookback(match_key(report), [match_key(name)], year)
    return covered.value if covered else None


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("Hội nghị tổng kết công tác năm 2022 và triển khai nhiệm vụ năm 2023", 2023, "2022"),
        ("Hội nghị sơ kết 6 tháng đầu năm; triển khai nhiệm vụ 6 tháng cuối năm 2017", None, "2017-H1"),
        ("Hội nghị sơ kết công tác 6 tháng, triển khai nhiệm vụ 6 tháng cuối năm 2018", None, "2018-H1"),
        ("Hội nghị sơ kết công tác 6 tháng đầu năm", 2025, "2025-H1"),
        ("Hội nghị giao ban quý 3, công tác trọng tâm quý 4/2020", None, "2020-Q3"),
        ("Hội nghị tổng kết phong trào giai đoạn 2012 - 2015 và biểu dương điển hình", 2015, "2012-2015"),
        ("Lễ tuyên dương công nhân và tổng kết phong trào năm 2026", 2026, "2026"),
        ("Đại hội Thi đua yêu nước lần thứ V, giai đoạn 2015-2020", 2020, "2015-2020"),
        ("Đại hội Thi đua yêu nước lần thứ I, giai đoạn 2025-2030", 2025, None),
        ("Đại hội Hội Luật gia nhiệm kỳ 2019 - 2024", 2024, None),
        ("Lễ phát động phong trào thi đua giai đoạn 2019 - 2025", 2019, None),
        ("Đại hội Thi đua yêu nước lần thứ I, giai đoạn 2025-2030", None, None),
        ("Hội nghị biểu dương phụ nữ điển hình tiên tiến giai đoạn 2010 - 2015", None, "2010-2015"),
        ("Hội nghị kiểm tra kết quả phong trào thi đua 9 tháng đầu năm", 2022, "2022-9M"),
        ("Hội nghị triển khai nhiệm vụ năm 2021", 2021, None),
        ("Hội nghị sơ kết 6 tháng thực hiện phong trào", 2025, None),
    ],
)
def test_the_name_tells_the_period(name: str, year: int | None, expected: str | None) -> None:
    assert period(name, year) == expected


@pytest.mark.parametrize(
    ("name", "year", "report", "expected"),
    [
        ("Hội nghị tổng kết công tác thi đua", 2017, "Kết quả năm 2016 rất tốt, năm 2017 làm tiếp.", "2016"),
        (
            "Hội nghị tổng kết 10 năm phong trào",
            2018,
            "Giai đoạn 2008-2018 có nhiều đổi mới, năm 2017 nổi bật.",
            "2008-2018",
        ),
        ("Hội nghị sơ kết 6 tháng thực hiện phong trào", 2025, "Trong phong trào năm 2025 có nhiều cách làm.", None),
        (
            "Hội nghị điển hình tiên tiến lần thứ I",
            2025,
            "Giai đoạn 2020 - 2025, xã có 12 tập thể được khen.",
            "2020-2025",
        ),
        (
            "phiên họp của Hội đồng Thi đua - Khen thưởng tỉnh",
            2016,
            "Hội đồng đã đánh giá kết quả 6 tháng đầu năm 2016.",
            "2016-H1",
        ),
        ("Đại hội Hội Khuyến học tỉnh, nhiệm kỳ 2019 - 2024", 2019, "Nhiệm kỳ IV (2013 - 2019) rất tốt.", None),
        ("hội nghị cán bộ, công chức, viên chức năm 2018", 2019, "Cơ quan đã làm tốt.", "2018"),
        ("buổi tổng kết thi đua", 2019, "Các xã đăng ký chỉ tiêu thi đua trong năm 2019 của mình.", None),
        ("Lễ tuyên dương học sinh đỗ kỳ thi đánh giá năng lực năm 2019", 2019, "Có 36 em đỗ.", None),
        ("Lễ ra quân làm đường", 2025, "Giai đoạn 2020 - 2025, xã làm 12 km đường.", None),
    ],
)
def test_the_report_tells_what_the_name_leaves_out(name: str, year: int, report: str, expected: str | None) -> None:
    assert period(name, year, report) == expected
