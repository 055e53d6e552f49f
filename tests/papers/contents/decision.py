"""A province's decision with a list of collectives and people over three pages."""

from __future__ import annotations

from tests.papers.paper import Frame, Grid, Paper, Para
from tests.papers.people import drawn, people

COLLECTIVES, PEOPLE = 16, 62
_WARDS = (
    "An Quảng Hữu", "Bình Phú", "Châu Điền", "Đại Phước", "Hiệp Mỹ", "Hòa Lợi", "Lương Hòa", "Mỹ Long", "Ngũ Lạc",
    "Nhị Long", "Phong Phú", "Tam Ngãi", "Tân Hiệp", "Thanh Sơn", "Trường Thọ", "Vinh Kim",
)  # fmt: skip
_BODIES = tuple(f"Nhân dân và cán bộ xã {ward}" for ward in _WARDS)
_POSTS = (
    "Nông dân, ấp Chợ, xã Lương Hòa", "Giáo viên Trường Tiểu học Hòa Lợi", "Công chức văn hóa - xã hội xã Ngũ Lạc",
    "Hội viên Hội Cựu chiến binh xã Phong Phú", "Công nhân Công ty Cấp nước Duyên Hải",
    "Trưởng ấp Giồng Lớn, xã Mỹ Long",
    "Cán bộ khuyến nông xã Tam Ngãi", "Bác sĩ Trạm Y tế xã Hiệp Mỹ",
)  # fmt: skip
_NAMES = people(1876, PEOPLE)
_ROWS = (
    ("STT", "Tên tập thể, cá nhân", "Chức vụ, đơn vị công tác"),
    ("I", "TẬP THỂ", ""),
    *((str(n), body, "") for n, body in enumerate(_BODIES, 1)),
    ("II", "CÁ NHÂN", ""),
    *((str(n), name, post) for n, (name, post) in enumerate(zip(_NAMES, drawn(30, _POSTS, PEOPLE), strict=True), 1)),
)


def _award(count: int, unit: str, recipients: tuple[str, ...]) -> dict[str, object]:
    return {
        "award": "bang-khen", "rank": None, "level": "province", "grantor": "Chủ tịch Ủy ban nhân dân tỉnh",
        "count": count, "unit": unit, "qualifier": "exact", "status": "conferred", "recipients": list(recipients),
    }  # fmt: skip


PAPER = Paper(
    name="quyet-dinh-bang-khen.pdf",
    frame=Frame(
        issuer="ỦY BAN NHÂN DÂN TỈNH TRÀ VINH",
        number="1876/QĐ-UBND",
        place="Trà Vinh",
        day=(9, 11, 2021),
        kind="QUYẾT ĐỊNH",
        abstract="Về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
        behalf=("KT. CHỦ TỊCH",),
        office="PHÓ CHỦ TỊCH",
        signer="Sơn Thị Bích Huyền",
        copies=("Như Điều 3", "Chủ tịch, các Phó Chủ tịch UBND tỉnh", "Báo Trà Vinh", "Lưu: VT, TĐKT"),
    ),
    body=(
        Para("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH TRÀ VINH", "centre"),
        Para("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"),
        Para("Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003 và các luật sửa đổi, bổ sung;"),
        Para("Xét đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 540/TTr-SNV ngày 02 tháng 11 năm 2021,"),
        Para("QUYẾT ĐỊNH:", "centre"),
        Para(
            "Điều 1. Tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho 16 tập thể và 62 cá nhân đã có thành "
            "tích xuất sắc trong công tác phòng, chống hạn mặn mùa khô năm 2021 (có danh sách kèm theo)."
        ),
        Para(
            "Điều 2. Kèm theo Bằng khen là tiền thưởng theo quy định hiện hành, trích từ Quỹ thi đua, khen "
            "thưởng của tỉnh."
        ),
        Para(
            "Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ, thủ trưởng các cơ quan có liên "
            "quan và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này kể từ ngày "
            "ký./."
        ),
    ),
    annex=(
        Para("DANH SÁCH", "centre"),
        Para("Tập thể, cá nhân được tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "centre"),
        Para(
            "(Kèm theo Quyết định số 1876/QĐ-UBND ngày 09 tháng 11 năm 2021 của Ủy ban nhân dân tỉnh Trà Vinh)",
            "centre",
        ),
        Grid(rows=_ROWS, widths=(1, 5, 6)),
    ),
    facts={
        "province": "Trà Vinh",
        "meetings": [],
        "officials": [{"name": "Sơn Thị Bích Huyền", "titles": ["PHÓ CHỦ TỊCH"], "roles": ["sign"]}],
        "campaigns": [],
        "awards": [_award(COLLECTIVES, "collective", _BODIES), _award(PEOPLE, "individual", _NAMES)],
        "shares": [],
        "discrepancies": [],
    },
)
