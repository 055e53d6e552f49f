"""A submission of 2011 in a font of the TCVN3 code."""

from __future__ import annotations

from tests.papers.paper import Frame, Paper, Para

PAPER = Paper(
    name="to-trinh-tcvn3.pdf",
    frame=Frame(
        parent="ỦY BAN NHÂN DÂN TỈNH SƠN LA",
        issuer="SỞ NỘI VỤ",
        number="86/TTr-SNV",
        place="Sơn La",
        day=(14, 3, 2011),
        kind="TỜ TRÌNH",
        abstract="Về việc đề nghị khen thưởng thành tích năm 2010",
        behalf=(),
        office="GIÁM ĐỐC",
        signer="Lò Văn Thưởng",
        to=("Chủ tịch Ủy ban nhân dân tỉnh",),
        copies=("Như trên", "Ban Thi đua - Khen thưởng", "Lưu: VT"),
        decree="01/2011",
    ),
    body=(
        Para(
            "Căn cứ Luật Thi đua, khen thưởng; xét thành tích của các tập thể, cá nhân trong phong trào thi đua "
            "năm 2010, Sở Nội vụ kính trình Chủ tịch Ủy ban nhân dân tỉnh:"
        ),
        Para("1. Đề nghị Thủ tướng Chính phủ tặng Bằng khen cho 04 tập thể và 07 cá nhân."),
        Para("2. Đề nghị Chủ tịch nước tặng thưởng Huân chương Lao động hạng Ba cho 02 tập thể."),
        Para(
            "Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” năm qua có nhiều cách làm hay ở các bản "
            "giáp biên; bà con tự sửa mương, giữ rừng đầu nguồn, bỏ dần hủ tục trong việc cưới, việc tang."
        ),
        Para("Kính trình Chủ tịch Ủy ban nhân dân tỉnh xem xét, quyết định./."),
    ),
    facts={
        "province": "Sơn La",
        "meetings": [],
        "officials": [{"name": "Lò Văn Thưởng", "titles": ["GIÁM ĐỐC"], "roles": ["sign"]}],
        "campaigns": [
            {"campaign": "toan-dan-doan-ket-dsvh", "name": "Toàn dân đoàn kết xây dựng đời sống văn hóa", "mentions": 1,
             "owner": None, "launched": False},
        ],
        "awards": [
            {"award": award, "rank": rank, "level": "state", "grantor": grantor, "count": count, "unit": unit,
             "qualifier": "exact", "status": "proposed", "recipients": []}
            for award, rank, grantor, count, unit in (
                ("bang-khen", None, "Thủ tướng Chính phủ", 4, "collective"),
                ("bang-khen", None, "Thủ tướng Chính phủ", 7, "individual"),
                ("huan-chuong-lao-dong", "3", "Chủ tịch nước", 2, "collective"),
            )
        ],
        "shares": [],
        "discrepancies": [],
    },
)  # fmt: skip
