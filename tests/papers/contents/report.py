"""A year's report of a province: figures in the text, a table of honours, a table of years."""

from __future__ import annotations

from tests.papers.paper import Frame, Grid, Paper, Para

_HONOURS = Grid(
    rows=(
        ("STT", "Hình thức khen thưởng", "Tập thể", "Cá nhân"),
        ("1", "Cờ thi đua của UBND tỉnh", "24", "-"),
        ("2", "Bằng khen của Chủ tịch UBND tỉnh", "186", "412"),
        ("3", "Tập thể Lao động xuất sắc", "75", "-"),
        ("4", "Chiến sĩ thi đua cấp tỉnh", "-", "38"),
        ("", "Tổng cộng", "285", "450"),
    ),
    widths=(1, 6, 2, 2),
)
_YEARS = Grid(
    rows=(("Năm", "Số tập thể", "Số cá nhân"), ("2021", "142", "305"), ("2022", "161", "358"), ("2023", "186", "412")),
    widths=(2, 3, 3),
)


def _award(award: str, count: int, unit: str, period: str | None, **more: object) -> dict[str, object]:
    level = more.pop("level", "province")
    return {
        "award": award, "rank": None, "level": level, "grantor": None, "count": count, "unit": unit,
        "qualifier": "exact", "status": "statistic", "recipients": [], "period": period, **more,
    }  # fmt: skip


_PROVINCE, _CHAIR = "UBND tỉnh", "Chủ tịch UBND tỉnh"

PAPER = Paper(
    name="bao-cao-tong-ket.pdf",
    frame=Frame(
        issuer="ỦY BAN NHÂN DÂN TỈNH HÀ GIANG",
        number="312/BC-UBND",
        place="Hà Giang",
        day=(18, 12, 2023),
        kind="BÁO CÁO",
        abstract="Tổng kết phong trào thi đua yêu nước và công tác khen thưởng năm 2023, "
        "phương hướng, nhiệm vụ năm 2024",
        behalf=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"),
        office="PHÓ CHỦ TỊCH",
        signer="Vàng Thị Mai Ly",
        copies=(
            "Ban Thi đua - Khen thưởng Trung ương",
            "Thường trực Tỉnh ủy",
            "Các sở, ban, ngành, đoàn thể tỉnh",
            "UBND các huyện, thành phố",
            "Lưu: VT, NC",
        ),
    ),
    body=(
        Para(
            "Thực hiện chương trình công tác năm 2023, Ủy ban nhân dân tỉnh Hà Giang báo cáo kết quả phong trào "
            "thi đua yêu nước và công tác khen thưởng như sau:"
        ),
        Para("I. KẾT QUẢ CÁC PHONG TRÀO THI ĐUA", "section"),
        Para(
            "1. Phong trào “Cả nước chung sức xây dựng nông thôn mới” được các huyện cụ thể hóa bằng việc làm "
            "sát với từng thôn bản. Bà con tự nguyện hiến đất, góp ngày công để mở rộng đường vào nương; nhiều "
            "xã vùng cao đã có đường bê tông tới tận nhà văn hóa thôn."
        ),
        Para(
            "2. Phong trào “Vì người nghèo - Không để ai bị bỏ lại phía sau” được gắn với phân công từng cơ quan "
            "nhận đỡ đầu một thôn khó khăn. Trong năm, các cơ quan, doanh nghiệp đã ủng hộ 8,6 tỷ đồng, giúp "
            "dựng mới 214 ngôi nhà cho hộ nghèo trước Tết Nguyên đán."
        ),
        Para(
            "3. Phong trào “Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở” góp phần rút ngắn "
            "thời gian giải quyết thủ tục cho người dân ở bộ phận một cửa các cấp."
        ),
        Para("II. KẾT QUẢ CÔNG TÁC KHEN THƯỞNG", "section"),
        Para(
            "1. Khen thưởng cấp Nhà nước: năm 2023, toàn tỉnh có 09 tập thể và 14 cá nhân được Chủ tịch nước "
            "tặng thưởng Huân chương Lao động hạng Ba; 05 tập thể được tặng Cờ thi đua của Chính phủ."
        ),
        Para(
            "2. Khen thưởng cấp tỉnh: tỷ lệ khen thưởng người lao động trực tiếp đạt 71,5% tổng số cá nhân được khen "
            "thưởng. Kết quả cụ thể theo bảng sau:"
        ),
        Para("Bảng 1. Kết quả khen thưởng cấp tỉnh năm 2023", "centre"),
        _HONOURS,
        Para("Bảng 2. Bằng khen của Chủ tịch UBND tỉnh giai đoạn 2021-2023", "centre"),
        _YEARS,
        Para("III. TỒN TẠI, HẠN CHẾ", "section"),
        Para(
            "Một số đơn vị còn phát động thi đua theo lối phong trào, tiêu chí chung chung, chưa chú trọng phát hiện "
            "nhân tố mới ở cơ sở. Hồ sơ đề nghị khen thưởng đột xuất của vài huyện gửi về còn chậm."
        ),
        Para("IV. NHIỆM VỤ NĂM 2024", "section"),
        Para(
            "Tiếp tục đổi mới nội dung, hình thức tổ chức thi đua; quan tâm khen thưởng nông dân, công nhân, "
            "người lao động ở vùng sâu, vùng xa; đẩy mạnh tuyên truyền gương người tốt, việc tốt trên hệ thống "
            "truyền thanh cơ sở."
        ),
        Para("Trên đây là báo cáo của Ủy ban nhân dân tỉnh Hà Giang, trân trọng báo cáo./."),
    ),
    facts={
        "province": "Hà Giang",
        "meetings": [],
        "officials": [{"name": "Vàng Thị Mai Ly", "titles": ["PHÓ CHỦ TỊCH"], "roles": ["sign"]}],
        "campaigns": [
            {"campaign": "nong-thon-moi", "name": "Cả nước chung sức xây dựng nông thôn mới", "mentions": 1,
             "owner": None, "launched": False},
            {"campaign": "vi-nguoi-ngheo", "name": "Vì người nghèo - Không để ai bị bỏ lại phía sau", "mentions": 1,
             "owner": None, "launched": False},
            {"campaign": "van-hoa-cong-so",
             "name": "Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở", "mentions": 1,
             "owner": None, "launched": False},
        ],
        "awards": [
            _award("huan-chuong-lao-dong", 9, "collective", None, rank="3", level="state", grantor="Chủ tịch nước"),
            _award("huan-chuong-lao-dong", 14, "individual", None, rank="3", level="state", grantor="Chủ tịch nước"),
            _award("co-thi-dua", 5, "collective", None, level="state"),
            _award("co-thi-dua", 24, "collective", "2023", grantor=_PROVINCE),
            _award("bang-khen", 186, "collective", "2023", grantor=_CHAIR),
            _award("bang-khen", 412, "individual", "2023", grantor=_CHAIR),
            _award("tap-the-lao-dong-xuat-sac", 75, "collective", "2023"),
            _award("chien-si-thi-dua", 38, "individual", "2023"),
            _award("khen-thuong", 285, "collective", "2023"),
            _award("khen-thuong", 450, "individual", "2023"),
            _award("bang-khen", 142, "collective", "2021", grantor=_CHAIR),
            _award("bang-khen", 305, "individual", "2021", grantor=_CHAIR),
            _award("bang-khen", 161, "collective", "2022", grantor=_CHAIR),
            _award("bang-khen", 358, "individual", "2022", grantor=_CHAIR),
        ],
        "shares": [{"percent": 71.5, "of": "tổng số cá nhân được khen thưởng"}],
        "discrepancies": [],
    },
)  # fmt: skip
