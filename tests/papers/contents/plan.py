"""A department's plan of 2014 by Circular 01/2011, printed in two columns as gazettes do."""

from __future__ import annotations

from tests.papers.paper import Frame, Paper, Para

PAPER = Paper(
    name="ke-hoach-hai-cot.pdf",
    frame=Frame(
        parent="ỦY BAN NHÂN DÂN TỈNH BẾN TRE",
        issuer="SỞ GIÁO DỤC VÀ ĐÀO TẠO",
        number="45/KH-SGDĐT",
        place="Bến Tre",
        day=(5, 9, 2014),
        kind="KẾ HOẠCH",
        abstract="Tổ chức phong trào thi đua “Đổi mới, sáng tạo trong quản lý, giảng dạy và học tập” "
        "năm học 2014 - 2015",
        behalf=(),
        office="GIÁM ĐỐC",
        signer="Huỳnh Tấn Lợi",
        copies=(
            "Ủy ban nhân dân tỉnh",
            "Phòng Giáo dục và Đào tạo các huyện, thành phố",
            "Các trường trực thuộc",
            "Lưu: VT",
        ),
        decree="01/2011",
    ),
    body=(
        Para("I. MỤC ĐÍCH, YÊU CẦU", "section"),
        Para(
            "Động viên cán bộ quản lý, giáo viên, nhân viên và học sinh toàn ngành hăng hái thi đua ngay từ đầu "
            "năm học; lấy kết quả thật ở lớp học làm thước đo, không chạy theo thành tích, không đặt thêm sổ "
            "sách cho thầy cô."
        ),
        Para(
            "Việc phát động phải gọn, đúng lúc, gắn với nhiệm vụ trọng tâm của từng cấp học và điều kiện của "
            "từng trường, nhất là các trường ở vùng bãi ngang ven biển."
        ),
        Para("II. NỘI DUNG", "section"),
        Para(
            "1. Phong trào thi đua “Đổi mới, sáng tạo trong quản lý, giảng dạy và học tập” được triển khai ở tất "
            "cả các cơ sở giáo dục trong tỉnh. Mỗi tổ chuyên môn chọn ít nhất một giải pháp mới để làm thử, cuối "
            "học kỳ đánh giá và chia sẻ với trường bạn."
        ),
        Para(
            "2. Duy trì cuộc vận động “Mỗi thầy giáo, cô giáo là một tấm gương đạo đức, tự học và sáng tạo”. "
            "Công đoàn các trường phối hợp tổ chức đọc sách, dự giờ chéo, giúp giáo viên trẻ vững tay nghề trong "
            "hai năm đầu."
        ),
        Para(
            "3. Giữ nền nếp phong trào “Xây dựng trường học thân thiện, học sinh tích cực”: sân trường xanh, nhà "
            "vệ sinh sạch, trò chơi dân gian vào giờ ra chơi, mỗi lớp nhận chăm một góc vườn."
        ),
        Para("III. TỔ CHỨC THỰC HIỆN", "section"),
        Para(
            "Phòng Tổ chức cán bộ là đầu mối theo dõi, tổng hợp kết quả hằng quý. Các phòng giáo dục và đào tạo "
            "xây dựng kế hoạch của địa phương trước ngày 30 tháng 9 và gửi về Sở để theo dõi."
        ),
        Para(
            "Tiền thưởng cho các tổ, nhóm có giải pháp hay lấy từ nguồn chi thường xuyên của đơn vị và nguồn xã "
            "hội hóa, công khai trong hội đồng trường. Các trường vùng khó được Sở hỗ trợ in ấn tài liệu."
        ),
        Para(
            "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Sở Giáo dục và Đào tạo qua "
            "Phòng Tổ chức cán bộ để được hướng dẫn./."
        ),
    ),
    facts={
        "province": "Bến Tre",
        "meetings": [],
        "officials": [{"name": "Huỳnh Tấn Lợi", "titles": ["GIÁM ĐỐC"], "roles": ["sign"]}],
        "campaigns": [
            {"campaign": "day-hoc-sang-tao", "name": "Đổi mới, sáng tạo trong quản lý, giảng dạy và học tập",
             "mentions": 2, "owner": None, "launched": True},
            {"campaign": "moi-thay-co-giao",
             "name": "Mỗi thầy giáo, cô giáo là một tấm gương đạo đức, tự học và sáng tạo",
             "mentions": 1, "owner": None, "launched": False},
            {"campaign": "truong-hoc-than-thien", "name": "Xây dựng trường học thân thiện, học sinh tích cực",
             "mentions": 1, "owner": None, "launched": False},
        ],
        "awards": [],
        "shares": [],
        "discrepancies": [],
    },
)  # fmt: skip
