"""An official letter with footnotes, a text box and tracked changes."""

from __future__ import annotations

from tests.papers.paper import Change, Frame, Paper, Para, TextBox

PAPER = Paper(
    name="cong-van-huong-dan.docx",
    frame=Frame(
        parent="UBND TỈNH THÁI BÌNH",
        issuer="SỞ NỘI VỤ",
        number="1409/SNV-TĐKT",
        place="Thái Bình",
        day=(3, 10, 2022),
        abstract="V/v hướng dẫn tổng kết công tác thi đua, khen thưởng năm 2022",
        behalf=("KT. GIÁM ĐỐC",),
        office="PHÓ GIÁM ĐỐC",
        signer="Phí Ngọc Thoan",
        to=("Các sở, ban, ngành, đoàn thể tỉnh", "Ủy ban nhân dân các huyện, thành phố"),
        copies=("Như trên", "Lãnh đạo Sở", "Trang thông tin điện tử Sở", "Lưu: VT, TĐKT"),
    ),
    body=(
        Para(
            "Để việc tổng kết công tác thi đua, khen thưởng năm 2022 đi vào nền nếp, Sở Nội vụ hướng dẫn các cơ "
            "quan, đơn vị, địa phương một số nội dung sau:"
        ),
        Para(
            "1. Bình xét khen thưởng phải công khai từ tổ, nhóm^; không để tình trạng chia đều danh hiệu giữa "
            "các phòng.",
            notes=("Biên bản họp bình xét ghi rõ số phiếu đồng ý của từng người được đề nghị.",),
        ),
        Para(
            "2. Đánh giá kết quả phong trào “Thái Bình chung tay xóa nhà tạm” theo số nhà đã bàn giao, có ảnh "
            "chụp trước và sau khi sửa chữa^.",
            notes=("Ảnh gửi qua hộp thư của Phòng Thi đua - Khen thưởng, mỗi nhà hai ảnh.",),
        ),
        Change(
            "3. Sở Nội vụ đã thẩm định và trình Ủy ban nhân dân tỉnh xem xét, đề nghị Thủ tướng Chính phủ tặng "
            "Bằng khen cho ",
            "05 tập thể",
            "06 tập thể",
            " và 11 cá nhân của đợt đầu năm.",
        ),
        TextBox("Thời hạn nhận hồ sơ: trước ngày 30 tháng 11 năm 2022, qua hệ thống quản lý văn bản."),
        Change("4. Đơn vị nộp hồ sơ chậm ", "bị trừ điểm và ", "", "chịu trách nhiệm trước tập thể, cá nhân của mình."),
        Para("Đề nghị các cơ quan, đơn vị, địa phương phối hợp thực hiện./."),
    ),
    facts={
        "province": "Thái Bình",
        "meetings": [],
        "officials": [{"name": "Phí Ngọc Thoan", "titles": ["PHÓ GIÁM ĐỐC"], "roles": ["sign"]}],
        "campaigns": [
            {"campaign": None, "name": "Thái Bình chung tay xóa nhà tạm", "mentions": 1, "owner": None,
             "launched": False},
        ],
        "awards": [
            {"award": "bang-khen", "rank": None, "level": "state", "grantor": "Thủ tướng Chính phủ", "count": count,
             "unit": unit, "qualifier": "exact", "status": "proposed", "recipients": []}
            for count, unit in ((6, "collective"), (11, "individual"))
        ],
        "shares": [],
        "discrepancies": [],
    },
)  # fmt: skip
