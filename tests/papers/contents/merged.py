"""A district's decision whose list has merged cells, and one name fewer than the decision says."""

from __future__ import annotations

from tests.papers.paper import Frame, Grid, Paper, Para

_BADGE = "Giấy khen"
_TITLE = "Danh hiệu “Lao động tiên tiến”"
_UNITS = ("Trường THCS số 2 Bảo Hà", "Trạm Y tế xã Tân Dương", "Nhân dân và cán bộ thôn Bông, xã Cam Cọn")
_PRAISED = (
    ("Hoàng Thị Sèn", "Giáo viên", "Trường THCS số 2 Bảo Hà"),
    ("Lương Văn Xiêm", "Trưởng thôn", "Thôn Bông, xã Cam Cọn"),
    ("Bàn Kim Phượng", "Y sĩ", "Trạm Y tế xã Tân Dương"),
    ("Cổ Văn Tuấn", "Nông dân", "Bản Mạ 2, xã Điện Quan"),
    ("Đặng Thị Mùi", "Nông dân", "Bản Mạ 2, xã Điện Quan"),
)
_ADVANCED = (
    ("Ma Thế Quyền", "Chuyên viên", "Phòng Nội vụ"),
    ("Nông Thị Hảo", "Chuyên viên", ""),
    ("Triệu Đức Sáng", "Kế toán", "Phòng Kinh tế"),
    ("Lý Mùi Pham", "Văn thư", "Văn phòng HĐND và UBND"),
)
_HEAD = (
    ("TT", "Họ và tên, tên tập thể", "Thông tin", "", "Hình thức khen thưởng"),
    ("", "", "Chức vụ", "Đơn vị công tác", ""),
)
_BODY = (
    ("A", "TẬP THỂ", "", "", ""),
    *((str(n), unit, "", "", _BADGE if n == 1 else "") for n, unit in enumerate(_UNITS, 1)),
    ("B", "CÁ NHÂN", "", "", ""),
    *((str(n), *one, _BADGE if n == 1 else "") for n, one in enumerate(_PRAISED, 1)),
    *((str(n), *one, _TITLE if n == 6 else "") for n, one in enumerate(_ADVANCED, 6)),
)
_LIST = Grid(
    rows=(*_HEAD, *_BODY),
    widths=(1, 4, 2, 4, 3),
    head=2,
    merges=(
        (0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 1, 2), (0, 4, 2, 1),
        (2, 1, 1, 4), (3, 4, 3, 1), (6, 1, 1, 4), (7, 4, 5, 1), (12, 4, 4, 1), (12, 3, 2, 1),
    ),
)  # fmt: skip


def _award(award: str, count: int, unit: str, recipients: tuple[str, ...], grantor: str | None) -> dict[str, object]:
    return {
        "award": award, "rank": None, "level": "district", "grantor": grantor, "count": count, "unit": unit,
        "qualifier": "exact", "status": "conferred", "recipients": list(recipients),
    }  # fmt: skip


_CHAIR = "Chủ tịch UBND huyện"

PAPER = Paper(
    name="quyet-dinh-danh-sach.docx",
    frame=Frame(
        issuer="ỦY BAN NHÂN DÂN HUYỆN BẢO YÊN",
        number="2208/QĐ-UBND",
        place="Bảo Yên",
        day=(28, 12, 2020),
        kind="QUYẾT ĐỊNH",
        abstract="Về việc khen thưởng tập thể, cá nhân có thành tích trong năm 2020",
        behalf=(),
        office="CHỦ TỊCH",
        signer="Hà Đình Khâm",
        copies=("Như Điều 3", "Sở Nội vụ", "Lưu: VT, NV"),
    ),
    body=(
        Para("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BẢO YÊN", "centre"),
        Para("Căn cứ Luật Thi đua, khen thưởng;"),
        Para("Theo đề nghị của Hội đồng Thi đua - Khen thưởng huyện,"),
        Para("QUYẾT ĐỊNH:", "centre"),
        Para(
            "Điều 1. Chủ tịch UBND huyện tặng Giấy khen cho 03 tập thể và 06 cá nhân có thành tích trong phòng, "
            "chống rét cho trâu bò."
        ),
        Para("Điều 2. Công nhận danh hiệu “Lao động tiên tiến” cho 04 cá nhân."),
        Para(
            "Điều 3. Trưởng Phòng Nội vụ, Trưởng Phòng Tài chính - Kế hoạch và các tập thể, cá nhân có tên trong danh "
            "sách kèm theo chịu trách nhiệm thi hành Quyết định này./."
        ),
    ),
    annex=(
        Para("DANH SÁCH KHEN THƯỞNG", "centre"),
        Para("(Kèm theo Quyết định số 2208/QĐ-UBND ngày 28 tháng 12 năm 2020)", "centre"),
        _LIST,
    ),
    facts={
        "province": "Lào Cai",
        "meetings": [],
        "officials": [
            {"name": "Hà Đình Khâm", "titles": ["CHỦ TỊCH"], "roles": ["sign"]},
            {"name": "Lương Văn Xiêm", "titles": ["Trưởng thôn"], "roles": ["receive_award"], "optional": True},
        ],
        "campaigns": [],
        "awards": [
            _award("giay-khen", 3, "collective", _UNITS, _CHAIR),
            _award("giay-khen", 6, "individual", tuple(one[0] for one in _PRAISED), _CHAIR),
            _award("lao-dong-tien-tien", 4, "individual", tuple(one[0] for one in _ADVANCED), None),
        ],
        "shares": [],
        "discrepancies": [{"code": "list_count", "stated": 6, "found": 5}],
    },
)  # fmt: skip
