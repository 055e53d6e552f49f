"""A workbook: a list of people with honours in groups, and a table of years."""

from __future__ import annotations

from tests.papers.paper import Grid, Paper, Para
from tests.papers.people import people

_FLAG, _ORDER = "Cờ thi đua của Bộ Y tế", "Bằng khen của Bộ trưởng Bộ Y tế"
_HOSPITALS = (
    "Bệnh viện Đa khoa tỉnh Kon Tum",
    "Trung tâm Y tế huyện Đăk Hà",
    "Trung tâm Kiểm soát bệnh tật tỉnh Kon Tum",
)
_NAMES = people(909, 9)
_PLACES = ("Khoa Cấp cứu", "Khoa Nhi", "Phòng Điều dưỡng")
_LIST = Grid(
    rows=(
        ("Số TT", "Họ và tên / Tên đơn vị", "Chức danh", "Nơi công tác"),
        (_FLAG, "", "", ""),
        *((str(n), name, "", "Ngành Y tế Kon Tum") for n, name in enumerate(_HOSPITALS, 1)),
        (_ORDER, "", "", ""),
        *((str(n), name, "Điều dưỡng viên", _PLACES[n % 3]) for n, name in enumerate(_NAMES, 1)),
    ),
    widths=(1, 5, 3, 4),
    merges=((1, 0, 1, 4), (5, 0, 1, 4)),
)
_YEARS = Grid(
    rows=(
        ("Năm", "Tập thể", "Cá nhân", "Tổng cộng"),
        ("2019", "12", "47", "59"),
        ("2020", "15", "66", "81"),
        ("2021", "21", "1.104", "1.125"),
    ),
    widths=(2, 2, 2, 2),
)


def _award(award: str, count: int, unit: str, **more: object) -> dict[str, object]:
    return {
        "award": award, "rank": None, "level": "ministry", "grantor": None, "count": count, "unit": unit,
        "qualifier": "exact", "status": "conferred", "recipients": [], **more,
    }  # fmt: skip


def _year(year: str, count: int, unit: str) -> dict[str, object]:
    return _award(
        "giay-khen", count, unit, level="province", grantor="GIÁM ĐỐC SỞ Y TẾ", status="statistic", period=year
    )


PAPER = Paper(
    name="danh-sach-khen-thuong.xlsx",
    frame=None,
    body=(
        Para("DANH SÁCH TẬP THỂ, CÁ NHÂN NGÀNH Y TẾ ĐƯỢC KHEN THƯỞNG NĂM 2021"),
        _LIST,
        Para("KẾT QUẢ TẶNG GIẤY KHEN CỦA GIÁM ĐỐC SỞ Y TẾ TỪ NĂM 2019 ĐẾN NĂM 2021"),
        _YEARS,
    ),
    facts={
        "province": "Kon Tum",
        "meetings": [],
        "officials": [],
        "campaigns": [],
        "awards": [
            _award("co-thi-dua", 3, "collective", grantor="Bộ Y tế", recipients=list(_HOSPITALS)),
            _award("bang-khen", 9, "individual", grantor="Bộ trưởng Bộ Y tế", recipients=list(_NAMES)),
            _year("2019", 12, "collective"), _year("2019", 47, "individual"), _year("2019", 59, "both"),
            _year("2020", 15, "collective"), _year("2020", 66, "individual"), _year("2020", 81, "both"),
            _year("2021", 21, "collective"), _year("2021", 1104, "individual"), _year("2021", 1125, "both"),
        ],
        "shares": [],
        "discrepancies": [],
    },
)  # fmt: skip
