"""A notice of what was concluded at a meeting: a scanned page."""

from __future__ import annotations

from tests.papers.paper import Frame, Paper, Para

PAPER = Paper(
    name="thong-bao-ban-quet.pdf",
    frame=Frame(
        parent="ỦY BAN NHÂN DÂN TỈNH PHÚ YÊN",
        issuer="VĂN PHÒNG",
        number="97/TB-VPUBND",
        place="Phú Yên",
        day=(15, 4, 2022),
        kind="THÔNG BÁO",
        abstract="Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại Hội nghị sơ kết công tác thi đua, khen thưởng "
        "quý I năm 2022",
        behalf=("TL. CHỦ TỊCH",),
        office="CHÁNH VĂN PHÒNG",
        signer="Đinh Hữu Trác",
        copies=("Thường trực Tỉnh ủy", "Các sở, ban, ngành tỉnh", "Lưu: VT, NC"),
    ),
    body=(
        Para(
            "Ngày 12 tháng 4 năm 2022, Ủy ban nhân dân tỉnh tổ chức Hội nghị sơ kết công tác thi đua, khen "
            "thưởng quý I năm 2022. Đồng chí Mạc Thành Tín, Chủ tịch Ủy ban nhân dân tỉnh chủ trì hội nghị."
        ),
        Para(
            "Sau khi nghe ý kiến của các đại biểu, Chủ tịch Ủy ban nhân dân tỉnh kết luận: các sở, ngành khẩn "
            "trương rà soát hồ sơ còn tồn, không để người dân chờ đợi."
        ),
        Para("Trong quý I, Chủ tịch Ủy ban nhân dân tỉnh đã tặng Bằng khen cho 45 tập thể và 120 cá nhân."),
        Para("Văn phòng Ủy ban nhân dân tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện./."),
    ),
    facts={
        "province": "Phú Yên",
        "meetings": [
            {"name": "Hội nghị sơ kết công tác thi đua, khen thưởng quý I năm 2022", "kind": "interim_review",
             "date": "2022-04-12", "end_date": None, "place": None, "host": "Ủy ban nhân dân tỉnh", "online": False,
             "period": "2022-Q1", "main": True},
        ],
        "officials": [
            {"name": "Mạc Thành Tín", "titles": ["Chủ tịch Ủy ban nhân dân tỉnh"], "roles": ["chair", "speak"],
             "optional_roles": ["present_award"]},
            {"name": "Đinh Hữu Trác", "titles": ["CHÁNH VĂN PHÒNG"], "roles": ["sign"]},
        ],
        "campaigns": [],
        "awards": [
            {"award": "bang-khen", "rank": None, "level": "province", "grantor": "Chủ tịch Ủy ban nhân dân tỉnh",
             "count": count, "unit": unit, "qualifier": "exact", "status": "statistic", "recipients": []}
            for count, unit in ((45, "collective"), (120, "individual"))
        ],
        "shares": [],
        "discrepancies": [],
    },
)  # fmt: skip
