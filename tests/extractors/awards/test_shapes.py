"""More of the ways in which pages tell honours, one construction each; every sentence here is our own."""

from __future__ import annotations

import pytest

from tests.extractors.awards.told import awards, told

GIVEN = {
    "received, then shared out": (
        "Dịp này, Trường đón nhận 9 Huân chương Lao động do Chủ tịch nước trao tặng cho 5 tập thể và 4 cá nhân.",
        ["9 both huan-chuong-lao-dong state conferred", "5 collective huan-chuong-lao-dong state conferred",
         "4 individual huan-chuong-lao-dong state conferred"],
    ),
    "a winner by name beside a count": (
        "Lãnh đạo tỉnh trao Bằng khen của Thủ tướng Chính phủ cho Văn phòng Huyện ủy Tam Sơn và 8 cá nhân.",
        ["8 individual bang-khen state conferred", "1 collective bang-khen state conferred"],
    ),
    "two bodies by name": (
        "UBND tỉnh tặng Bằng khen cho Hội Nông dân huyện Tam Sơn và Đoàn Thanh niên xã Phú Lâm.",
        ["2 collective bang-khen province conferred"],
    ),
    "a body whose name holds và": (
        "UBND tỉnh tặng Bằng khen cho Sở Văn hóa và Thể thao.",
        ["1 collective bang-khen province conferred"],
    ),
    "the party and the people of a place": (
        "Chủ tịch nước tặng Huân chương Độc lập hạng Nhì cho Đảng bộ và nhân dân tỉnh, hạng Ba cho 3 cá nhân.",
        ["1 collective huan-chuong-doc-lap/2 state conferred", "3 individual huan-chuong-doc-lap/3 state conferred"],
    ),
    "a noun that no register knows": (
        "Công an thị xã tặng Giấy khen cho hai nữ gác chắn, khen thưởng 3 xe ôm.",
        ["2 individual giay-khen district conferred"],
    ),
    "an abbreviation that no register knows": (
        "Dịp này, 8 ĐVTN được Tỉnh đoàn tặng Bằng khen.",
        ["8 individual bang-khen province conferred"],
    ),
    "holders of a title receive another honour": (
        "UBND huyện tặng Giấy khen cho 100 gia đình văn hóa, 20 thôn văn hóa.",
        ["100 household giay-khen district conferred", "20 collective giay-khen district conferred"],
    ),
    "the honour behind those commended": (
        "Bộ Y tế khen thưởng 20 cá nhân ngoài ngành Kỷ niệm chương “Vì sức khỏe nhân dân”, 6 đơn vị nhận Cờ thi đua.",
        ["20 individual ky-niem-chuong ministry conferred", "6 collective co-thi-dua - conferred"],
    ),
    "a campaign that begins with Vì is no reason": (
        "Bộ Công an tặng Cờ thi đua trong phong trào Vì an ninh Tổ quốc cho 2 đơn vị.",
        ["2 collective co-thi-dua ministry conferred"],
    ),
    "one honour counted level by level": (
        "Dịp này, khen thưởng cấp Nhà nước 12 tập thể, cá nhân; cấp bộ 30 tập thể, cá nhân; cấp tỉnh 56 cá nhân.",
        ["12 both khen-thuong state conferred", "30 both khen-thuong ministry conferred",
         "56 individual khen-thuong province conferred"],
    ),
    "a new title without quotes": (
        "Dịp này, 12 đoàn viên đạt danh hiệu Bàn tay vàng, 3 đoàn viên đạt danh hiệu Công nhân giỏi.",
        ["12 individual khac - conferred", "3 individual khac - conferred"],
    ),
    "a prize of the Prime Minister": (
        "Thủ tướng Chính phủ quyết định tặng Giải thưởng Chất lượng Sao Mai cho 35 doanh nghiệp.",
        ["35 collective giai-thuong state conferred"],
    ),
    "titles of those an institution has": (
        "Bệnh viện có 1 Anh hùng Lao động, 3 Thầy thuốc nhân dân.",
        ["1 individual anh-hung-lao-dong state statistic", "3 individual danh-hieu-nghe-nghiep state statistic"],
    ),
    "parts after a colon": (
        "Dịp này, 214 đảng viên được nhận Huy hiệu Đảng, trong đó: 2 đảng viên nhận Huy hiệu 75 năm tuổi Đảng.",
        ["214 individual huy-hieu - conferred", "2 individual huy-hieu - conferred"],
    ),
    "a passive proposal": (
        "Kết quả, Hội Nông dân huyện Tam Sơn được đề nghị Trung ương Hội Nông dân Việt Nam tặng Cờ thi đua.",
        ["1 collective co-thi-dua ministry proposed"],
    ),
    "chosen and commended is no proposal": (
        "Trong 10 năm, các cấp hội đã bình xét, khen thưởng 1.356 tập thể.",
        ["1356 collective khen-thuong - statistic"],
    ),
    "the level of a body named by its last word": (
        "Chủ tịch Hội Nông dân huyện trao Giấy khen của Hội cho 9 cá nhân.",
        ["9 individual giay-khen district conferred"],
    ),
    "the letters of a document's number are no authority": (
        "Bộ trưởng Bộ Tài chính vừa ký Quyết định 22/QĐ-BTC tặng Bằng khen cho 18 cá nhân.",
        ["18 individual bang-khen ministry conferred"],
    ),
    "mothers and those who survive them": (
        "UBND tỉnh truy tặng danh hiệu Bà mẹ Việt Nam anh hùng cho 37 mẹ, trao cho thân nhân 35 mẹ.",
        ["37 individual ba-me-vnah state conferred", "35 individual ba-me-vnah state conferred"],
    ),
    "lines that put the noun first": (
        "Chủ tịch UBND tỉnh tặng Bằng khen cho:\n1. Tập thể: 12\n2. Cá nhân: 1.025",
        ["12 collective bang-khen province conferred", "1025 individual bang-khen province conferred"],
    ),
    "the honour itself was given": (
        "Bằng khen của Chủ tịch UBND tỉnh đã được trao cho 6 tập thể; 14 cá nhân được nhận Giấy khen.",
        ["6 collective bang-khen province conferred", "14 individual giay-khen - conferred"],
    ),
    "who gave at the beginning gives after a semicolon": (
        "Chủ tịch UBND tỉnh gửi thư cảm ơn nhân dân; đồng thời quyết định tặng Bằng khen cho 2 tập thể.",
        ["2 collective bang-khen province conferred"],
    ),
    "a flag with a motto, to a regiment with a number": (
        "Nhân dịp này, Trung đoàn 8 được Bộ Quốc phòng tặng Cờ “Đơn vị huấn luyện giỏi”.",
        ["1 collective co-thi-dua ministry conferred"],
    ),
    "an office counted": (
        "Dịp này, Hội Liên hiệp Phụ nữ Việt Nam biểu dương 102 Chủ tịch Hội cơ sở tiêu biểu.",
        ["102 individual khen-thuong ministry conferred"],
    ),
    "given at this time, whatever the sentence says of a total": (
        "Tỉnh Nam Hà có 3 giáo viên được tặng Bằng khen dịp này.",
        ["3 individual bang-khen - conferred"],
    ),
    "a decision that is already there is no total": (
        "Bộ trưởng Bộ Công an đã có Quyết định tặng Kỷ niệm chương cho 9 đồng chí.",
        ["9 individual ky-niem-chuong ministry conferred"],
    ),
    "a numbered list under a proposal": (
        "Hội đồng trình cấp trên xét tặng:\nI. Huân chương Lao động hạng Nhì cho 4 cá nhân\nII. Hạng Ba: 2 cá nhân",
        ["4 individual huan-chuong-lao-dong/2 state proposed"],
    ),
    "a flag is a collective's even where its name reads like a man's": (
        "Văn Hưng Invest nhận Cờ thi đua của Thủ tướng Chính phủ.",
        ["1 collective co-thi-dua state conferred"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), GIVEN.values(), ids=GIVEN)
def test_a_shape_is_understood(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Đoàn đại biểu gồm 12 Chiến sĩ thi đua toàn quốc, 5 Anh hùng Lao động vào Lăng viếng Bác.",
        "Tỉnh đề nghị Nhà nước xem xét truy tặng Huân chương Lao động cho một số cá nhân.",
        "Kinh phí khen thưởng năm nay là 531 triệu đồng.",
        "UBND tỉnh tặng Bằng khen cho các đơn vị và trao 25 suất học bổng.",
        "Tại buổi trao Bằng khen, ông Lê Văn Bền phát biểu.",
        "UBND tỉnh tặng Bằng khen và trao 5 căn nhà, thưởng cho 3 triệu đồng.",
    ],
)
def test_what_only_looks_like_a_count_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_a_person_named_right_behind_the_honour_wins_it() -> None:
    [award] = awards("Bộ Ngoại giao truy tặng Bằng khen nhà nghiên cứu Đỗ Quang Trạch.")
    assert (award.count, award.recipients, award.posthumous) == (1, ("Đỗ Quang Trạch",), True)


def test_where_the_winners_live_is_left_out_of_their_names() -> None:
    text = (
        "Huyện trao danh hiệu Bà mẹ Việt Nam anh hùng cho mẹ Lò Thị Sen trú tại xã Phú Lâm và mẹ Hà Thị Mơ quê Nam Hà."
    )
    assert [award.recipients for award in awards(text)] == [("Lò Thị Sen", "Hà Thị Mơ")]


def test_parts_told_elsewhere_belong_to_the_total() -> None:
    whole, *parts = awards(
        "TP. Hải Phòng tuyên dương 98 gương điển hình\n"
        "Thành đoàn Hải Phòng tổ chức lễ tuyên dương.\nDịp này, 21 tập thể và 77 cá nhân đã được tuyên dương."
    )
    assert (whole.count, whole.unit, whole.level) == (98, "both", "province")
    assert [(part.count, part.part_of, part.level) for part in parts] == [(21, 0, "province"), (77, 0, "province")]


def test_counts_that_do_not_make_the_total_stay_apart() -> None:
    text = "Tỉnh Hà Nam tuyên dương 98 gương điển hình\nDịp này, 21 tập thể và 70 cá nhân đã được tuyên dương."
    assert [award.part_of for award in awards(text)] == [None, None, None]


def test_a_page_of_single_lines_goes_on_with_its_period() -> None:
    lines = ["Một câu kể chuyện của hội."] * 8
    text = [*lines, "Qua 6 năm, tỉnh tặng Bằng khen cho 30 tập thể.", "Sở Y tế tặng 28 Giấy khen."]
    assert [award.status for award in awards("\n".join(text))] == ["statistic", "statistic"]
    assert [award.status for award in awards("\n".join(text[8:]))] == ["statistic", "conferred"]


HOSTS = {
    "do X tổ chức": "Hội nghị biểu dương do Huyện ủy Tam Sơn tổ chức diễn ra sáng 4/5.",
    "X tổng kết": "Sáng 5/3, Hội Nông dân huyện Tam Sơn tổng kết công tác Hội.",
}


@pytest.mark.parametrize("opening", HOSTS.values(), ids=HOSTS)
def test_the_host_tells_the_level(opening: str) -> None:
    assert [award.level for award in awards(f"{opening}\nDịp này, 5 cá nhân được tặng Giấy khen.")] == ["district"]


def test_the_authority_ends_with_its_name() -> None:
    [one] = awards("Bộ trưởng Bộ Tài chính Đinh Tiến Lâm cũng trao Bằng khen cho 6 tập thể.")
    [other] = awards("Hiệu trưởng Trường Đại học Kinh tế quốc dân trao Bằng khen cho 5 sinh viên.")
    assert (one.grantor, other.grantor) == ("Bộ trưởng Bộ Tài chính", "Hiệu trưởng Trường Đại học Kinh tế quốc dân")


def test_an_endless_sentence_is_read_in_stretches() -> None:
    text = "UBND tỉnh " + "tặng Bằng khen cho 5 tập thể, " * 400
    found = awards(text)
    assert len(found) > 300
    assert max(len(award.span.quote) for award in found) <= 3_000


@pytest.mark.parametrize("none", ["0", "00"])
def test_none_are_no_honours(none: str) -> None:
    assert awards(f"Chủ tịch nước tặng {none} Huân chương Lao động hạng Nhất.") == ()
    [one] = awards(f"UBND tỉnh tặng Bằng khen cho {none} tập thể, 12 cá nhân.")
    assert (one.count, one.unit) == (12, "individual")


@pytest.mark.parametrize(
    "text",
    [
        "UBND tỉnh tặng Bằng khen cho 999999999999 tỷ tập thể, 12 cá nhân.",
        f"UBND tỉnh tặng Bằng khen cho tập thể: 9{'.999' * 3}, cá nhân: 12.",
        f"Bằng khen của UBND tỉnh:\n- Tập thể: 9{'.999' * 1_500}\n- Cá nhân: 12",
    ],
    ids=["a scale", "groups", "thousands of digits"],
)
def test_a_number_beyond_all_people_counts_nobody(text: str) -> None:
    assert all(award.count == 12 for award in awards(text))
