"""What counts as naming a campaign, shape by shape; the sentences are ours."""

from __future__ import annotations

import pytest

from extractors.campaigns.find import find_campaigns
from extractors.model import CampaignMention
from tests.articles import reading_of


def found(text: str) -> list[CampaignMention]:
    return [mention for mention in find_campaigns(reading_of(text)) if mention.campaign != "thi-dua-yeu-nuoc"]


def named(text: str) -> list[tuple[str | None, str]]:
    return [(mention.campaign, mention.name) for mention in found(text)]


@pytest.mark.parametrize(
    ("written", "campaign"),
    [
        ("Cả nước chung tay xây dựng nông thôn mới", "nong-thon-moi"),
        ("CẢ NƯỚC CHUNG SỨC XÂY DỰNG NTM", "nong-thon-moi"),
        ("Bến Nghé chung sức xây dựng nông thôn mới", "nong-thon-moi"),
        ("Phụ nữ Bến Nghé chung tay xây dựng nông thôn mới", "nong-thon-moi"),
        ("Vì người nghèo-không để ai bị bỏ lại phía sau", "vi-nguoi-ngheo"),
        ("Cả nước chung tay vì người nghèo, không để ai bị bỏ rơi phía sau", "vi-nguoi-ngheo"),
        ("Doanh nghiệp Bến Nghé hội nhập - phát triển", "doanh-nghiep-hoi-nhap"),
        ("Cán bộ, công chức, viên chức huyện Sông Trà thi đua thực hiện văn hoá công sở", "van-hoa-cong-so"),
        (
            "Đẩy mạnh phát triển kết cấu hạ tầng đồng bộ, hiện đại và thực hành tiết kiệm, chống lãng phí",
            "ket-cau-ha-tang",
        ),
        ("Toàn dân đoàn kết xây dựng đời sống văn hóa ở khu dân cư", "toan-dan-doan-ket-dsvh"),
        ("Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh", "toan-dan-doan-ket-ntm"),
        ("Người Việt Nam ưu tiên dùng hàng Việt nam", "nguoi-viet-dung-hang-viet"),
        ("500 ngày đêm thi đua hoàn thành 3.000km đường bộ cao tốc", "500-ngay-dem-cao-toc"),
        ("Lao động giỏi - Lao động sáng tạo", "lao-dong-gioi-lao-dong-sang-tao"),
        ("Công an nhân dân học tập, thực hiện Sáu điều Bác Hồ dạy", "cong-an-sau-dieu-bac-day"),
    ],
)
def test_a_name_is_known_however_it_is_written(written: str, campaign: str) -> None:
    assert named(f"Huyện sơ kết phong trào thi đua “{written}” sau ba năm.") == [(campaign, written)]


@pytest.mark.parametrize(
    "text",
    [
        'phong trào "Dân vận khéo" ở xã',
        "phong trào 'Dân vận khéo' ở xã",
        "phong trào «Dân vận khéo» ở xã",
        'phong trào “Dân vận khéo" ở xã',
        "phong trào “Dân vận khéo,” ở xã",
        "phong trào “ Dân vận khéo ” ở xã",
        "phong trào thi đua Dân vận khéo ở xã",
        "phong trào: Dân vận khéo",
        "phong trào “Dân vận khéo",
    ],
)
def test_quotes_of_any_kind_or_none(text: str) -> None:
    assert named(text) == [("dan-van-kheo", "Dân vận khéo")]


def test_a_local_form_keeps_its_own_name() -> None:
    (mention,) = found("Tỉnh phát động phong trào “Bến Nghé chung sức xây dựng nông thôn mới”.")
    assert (mention.campaign, mention.local_name) == ("nong-thon-moi", "Bến Nghé chung sức xây dựng nông thôn mới")
    (mention,) = found("Tỉnh hưởng ứng phong trào “Cả nước chung sức xây dựng nông thôn mới”.")
    assert mention.local_name is None


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("phong trào “Dân vận khéo giai đoạn 2021 – 2025,” của xã", "2021-2025"),
        ("phong trào “Dân vận khéo” giai đoạn 2016-2020", "2016-2020"),
        ("phong trào “Dân vận khéo” (2010 - 2012)", "2010-2012"),
        ("phong trào “Xóa nhà tạm, nhà dột nát đến năm 2025.”", "2025"),
        ("phong trào “Dân vận khéo” năm nay", None),
    ],
)
def test_a_phase_is_kept_beside_the_name(text: str, phase: str | None) -> None:
    (mention,) = found(text)
    assert mention.phase == phase
    assert mention.name in ("Dân vận khéo", "Xóa nhà tạm, nhà dột nát")


def test_every_name_of_a_list_is_a_campaign_with_its_owner() -> None:
    text = (
        "Các phong trào thi đua: “Dân vận khéo”, “Ống tre tiết kiệm” do UBND tỉnh phát động; “Vì an ninh Tổ quốc,” "
        "“Ba không với ma túy” của Bộ Công an; cuộc vận động “Hai không” do Sở Giáo dục và Đào tạo chủ trì."
    )
    assert [(m.campaign, m.name, m.owner) for m in found(text)] == [
        ("dan-van-kheo", "Dân vận khéo", "UBND tỉnh"),
        (None, "Ống tre tiết kiệm", "UBND tỉnh"),
        ("vi-an-ninh-to-quoc", "Vì an ninh Tổ quốc", "Bộ Công an"),
        (None, "Ba không với ma túy", "Bộ Công an"),
        ("hai-khong", "Hai không", "Sở Giáo dục và Đào tạo"),
    ]


def test_a_list_goes_on_over_bullets() -> None:
    text = "Xã có ba phong trào thi đua:\n- “Dân vận khéo”;\n- “Mỗi nhà một vườn xanh”;\n- “Đền ơn đáp nghĩa”."
    assert [name for _, name in named(text)] == ["Dân vận khéo", "Mỗi nhà một vườn xanh", "Đền ơn đáp nghĩa"]


def test_names_without_quotes_end_where_the_name_ends() -> None:
    text = "Đơn vị giữ vững phong trào thi đua Quyết thắng, phong trào thi đua Vì an ninh Tổ quốc tạo khí thế mới."
    assert named(text) == [("quyet-thang", "Quyết thắng"), ("vi-an-ninh-to-quoc", "Vì an ninh Tổ quốc")]


def test_a_list_without_quotes() -> None:
    text = "Huyện làm tốt các phong trào xây dựng nông thôn mới, dân vận khéo và hiến máu tình nguyện trong năm."
    assert [campaign for campaign, _ in named(text)] == ["nong-thon-moi", "dan-van-kheo", "hien-mau"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Hội Nông dân huyện đã phát động phong trào “Ống tre tiết kiệm”, khen thưởng 5 hộ.", "Hội Nông dân huyện"),
        ("Bằng khen trao tại phong trào “Ống tre tiết kiệm” do Hội Phụ nữ tỉnh phát động.", "Hội Phụ nữ tỉnh"),
        ("Các phong trào thi đua do Thủ tướng Chính phủ phát động như “Dân vận khéo”.", "Thủ tướng Chính phủ"),
        ("Công an thành phố có phong trào “Vì an ninh Tổ quốc”.", "Công an thành phố"),
        ("Hội Cựu chiến binh với “Cựu chiến binh gương mẫu”.", "Hội Cựu chiến binh"),
        ("Phong trào “Dân vận khéo” của bà con lan xa.", None),
        ("Phong trào “Dân vận khéo” được nhân rộng.", None),
    ],
)
def test_the_owner_is_who_runs_it(text: str, owner: str | None) -> None:
    (mention,) = found(text)
    assert mention.owner == owner


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("UBND huyện phát động phong trào thi đua “Dân vận khéo”.", "launched"),
        ("Sắp tới tỉnh sẽ phát động phong trào “Dân vận khéo”.", "launched"),
        ("Các xã hưởng ứng lễ phát động phong trào “Dân vận khéo”.", "launched"),
        ("Thanh niên ra quân hưởng ứng phong trào “Dân vận khéo”.", "launched"),
        ("Phong trào “Dân vận khéo” sẽ được UBND tỉnh phát động vào tháng sau.", "launched"),
        ("Huyện tổ chức sơ kết 3 năm thực hiện phong trào “Dân vận khéo”.", "reviewed"),
        ("Hội nghị tổng kết phong trào thi đua “Dân vận khéo”.", "reviewed"),
        ("Các phong trào thi đua do Thủ tướng Chính phủ phát động như “Dân vận khéo” lan rộng.", "named"),
    ],
)
def test_launch_and_review(text: str, status: str) -> None:
    (mention,) = found(text)
    assert mention.status == status


@pytest.mark.parametrize(
    "text",
    [
        "Phát động thi đua với chủ đề “Kỷ cương, sáng tạo”.",
        "Xã thi đua theo khẩu hiệu “Nhanh hơn, sạch hơn” và phương châm “Nói đi đôi với làm”.",
        "Thực hiện lời dạy “Thi đua là yêu nước, yêu nước thì phải thi đua”.",
        "Trao danh hiệu “Giỏi việc nước, đảm việc nhà”, Huy chương “Vì an ninh Tổ quốc” trong phong trào thi đua.",
        "Trao Kỷ niệm chương “Vì sự nghiệp thi đua, khen thưởng”.",
        "Đề án “Nâng cao kỹ năng số” và dự án “Nước sạch” gắn với thi đua.",
        "Cuộc thi “Cả nước chung sức xây dựng nông thôn mới” trao 3 bằng khen.",
        "Ủng hộ Quỹ “Vì người nghèo”, Quỹ “Đền ơn đáp nghĩa” 20 triệu đồng.",
        "Chương trình mục tiêu quốc gia xây dựng nông thôn mới giúp xã đạt chuẩn nông thôn mới, được khen thưởng.",
        "Nhân rộng mô hình “Dân vận khéo”, gương “người tốt, việc tốt” trong thi đua.",
        "Tổ chức Ngày hội “Toàn dân bảo vệ an ninh Tổ quốc” và trao bằng khen.",
        "Phong trào Đoàn, phong trào thanh thiếu nhi, phong trào văn hóa, văn nghệ được khen thưởng.",
        "Ông Bền nói: “Phong trào đã trở thành “làn gió mới” ở xã”. Huyện tặng bằng khen.",
        "Đây là đợt thi đua “có đầu, có cuối”.",
        "Đơn vị quyết thắng và dũng sĩ quyết thắng được khen thưởng.",
        "Dòng người biểu tình trong phong trào “Áo Xanh” đổ ra quảng trường.",
    ],
)
def test_what_is_not_a_campaign(text: str) -> None:
    assert named(text) == []


def test_a_campaign_noun_inside_another_name_still_names_it() -> None:
    text = "Đề án “Phát triển chợ quê gắn với cuộc vận động Người Việt Nam ưu tiên dùng hàng Việt Nam” được duyệt."
    assert named(text) == [("nguoi-viet-dung-hang-viet", "Người Việt Nam ưu tiên dùng hàng Việt Nam")]


@pytest.mark.parametrize(
    ("written", "campaign"),
    [
        ("phong trào TDBVANTQ", "toan-dan-bao-ve-antq"),
        ("phong trào toàn dân BVANTQ", "toan-dan-bao-ve-antq"),
        ("CVĐ TDĐK XDNTM, ĐTVM", "toan-dan-doan-ket-ntm"),
        ("phong trào LĐG, LĐST", "lao-dong-gioi-lao-dong-sang-tao"),
        ("phong trào “TDĐKXDĐSVH”", "toan-dan-doan-ket-dsvh"),
        ("phong trào HMTN", "hien-mau"),
        ("phong trào “Cựu chiến binh (CCB) gương mẫu”", "ccb-guong-mau"),
    ],
)
def test_initials_stand_for_the_words_of_a_name(written: str, campaign: str) -> None:
    assert [found for found, _ in named(f"Xã Tân Phú đẩy mạnh {written} năm nay.")] == [campaign]


def test_initials_of_nothing_in_the_register_name_nothing() -> None:
    assert named("Xã Tân Phú đẩy mạnh phong trào VHVN, phong trào TDTT, được bằng khen.") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Các phong trào do Công đoàn tỉnh, ngành phát động như Lao động giỏi, Bờ rào xanh, Xanh - Sạch - Đẹp.",
            ["Lao động giỏi", "Bờ rào xanh", "Xanh - Sạch - Đẹp"],
        ),
        (
            "Nhiều phong trào như Tiếng trống học bài, Ống tre tiết kiệm đã được khen thưởng.",
            ["Tiếng trống học bài", "Ống tre tiết kiệm"],
        ),
        (
            "Các phong trào Nhà sạch, vườn đẹp của phụ nữ, Bờ rào xanh được nhân rộng, khen thưởng.",
            ["Nhà sạch, vườn đẹp", "Bờ rào xanh"],
        ),
        ("Phong trào thi đua 3 tự, 3 tăng trong xã được tuyên dương.", ["3 tự, 3 tăng"]),
        ("Các phong trào như: tìm hiểu kiến thức, hội thi nấu ăn được khen thưởng.", []),
        ("Các phong trào Hội Nông dân, Đoàn Thanh niên tổ chức được khen thưởng.", []),
        ("Phong trào Cán bộ, công chức rèn luyện được khen thưởng.", []),
    ],
)
def test_names_without_quotes_that_the_register_does_not_know(text: str, names: list[str]) -> None:
    assert [name for _, name in named(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Xã có phong trào “Nhà sạch, vườn đẹp của phụ nữ, được giấy khen.", ["Nhà sạch, vườn đẹp"]),
        ("Xã có phong trào “Dân vận khéo; phong trào “Bờ rào xanh” và giấy khen.", ["Dân vận khéo", "Bờ rào xanh"]),
        (
            'Xã có phong trào "Dân vận khéo;" Đền ơn đáp nghĩa ", được khen thưởng.',
            ["Dân vận khéo", "Đền ơn đáp nghĩa"],
        ),
        ("Xã có cuộc vận động xây dựng gia đình “5 không, 3 sạch”.", ["xây dựng gia đình 5 không, 3 sạch"]),
        ("Xã mở đợt thi đua cao điểm ''50 ngày làm đường'' mùa khô.", ["50 ngày làm đường"]),
    ],
)
def test_marks_that_are_missing_or_misplaced(text: str, names: list[str]) -> None:
    assert [name for _, name in named(text)] == names


def test_a_drive_is_a_candidate_where_somebody_carries_it_out() -> None:
    assert named("Huyện phát động chiến dịch “60 ngày làm sạch dữ liệu”, khen thưởng 3 xã.") == [
        (None, "60 ngày làm sạch dữ liệu")
    ]
    assert named("Ông dự chiến dịch “Biên giới xanh” thời trẻ, có bằng khen.") == []
    assert named("Đơn vị tham gia chiến dịch Sông Trà lịch sử, có bằng khen.") == []


def test_the_noun_may_be_part_of_the_name() -> None:
    text = "Xã ra quân chiến dịch “Quang Trung” dựng nhà cho dân; Chiến dịch Quang Trung xong trước Tết."
    assert [campaign for campaign, _ in named(text)] == ["chien-dich-quang-trung"] * 2


def test_parts_of_one_name_in_quotes_of_their_own_are_one_mention() -> None:
    (mention,) = found("Công đoàn đẩy mạnh phong trào “Lao động giỏi”, “Lao động sáng tạo”.")
    assert mention.campaign == "lao-dong-gioi-lao-dong-sang-tao"


def test_the_same_string_of_another_owner_stays_the_registered_campaign() -> None:
    (mention,) = found("Tuyên dương phong trào “Xóa nhà tạm, nhà dột nát” của Bộ Công an.")
    assert (mention.campaign, mention.owner) == ("xoa-nha-tam", "Bộ Công an")


def test_the_fund_and_the_movement_for_the_poor_are_told_apart() -> None:
    text = (
        "Phong trào thi đua “Vì người nghèo” và cuộc vận động “Ngày vì người nghèo” quyên góp cho Quỹ “Vì người nghèo”."
    )
    assert [campaign for campaign, _ in named(text)] == ["vi-nguoi-ngheo", "ngay-vi-nguoi-ngheo"]


def test_a_shorter_form_asks_for_quotes_or_a_noun() -> None:
    assert named("“Xóa nhà tạm, nhà dột nát” về đích sớm") == [("xoa-nha-tam", "Xóa nhà tạm, nhà dột nát")]
    assert named("Phong trào xóa nhà tạm về đích sớm") == [("xoa-nha-tam", "xóa nhà tạm")]
    assert named("Xã xóa nhà tạm, nhà dột nát cho 12 hộ nghèo, được khen thưởng.") == []


def test_a_candidate_keeps_its_name_and_no_id() -> None:
    text = (
        "Xã phát động phong trào “Ống tre tiết kiệm”. Hội viên đưa “Ống tre tiết kiệm” đến từng nhà, được khen thưởng."
    )
    assert named(text) == [(None, "Ống tre tiết kiệm")] * 2


def test_a_candidate_needs_a_page_about_emulation() -> None:
    assert named("Cuộc tuần hành mở đầu phong trào “Áo Xanh Lá” ở thủ đô.") == []
    assert named("Cuộc tuần hành mở đầu phong trào “Áo Xanh Lá” ở thủ đô; xã được bằng khen.") == [(None, "Áo Xanh Lá")]


def test_party_study_counts_on_a_page_about_emulation() -> None:
    study = "Chi bộ đẩy mạnh việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh."
    assert named(study) == []
    assert [campaign for campaign, _ in named(f"{study} Hai đảng viên được khen thưởng.")] == ["hoc-tap-bac"]


def test_a_sentence_said_twice_counts_once() -> None:
    sapo = "Sáng 3/4, huyện Sông Trà tổng kết phong trào “Dân vận khéo” tại hội trường huyện."
    mentions = found(f"Tổng kết phong trào “Dân vận khéo”\n{sapo}\n{sapo} Phong trào “Dân vận khéo” có 30 mô hình.")
    assert [mention.counted for mention in mentions] == [True, True, False, True]


def test_the_movement_without_a_name_is_the_generic_one() -> None:
    (mention,) = find_campaigns(reading_of("UBND tỉnh phát động phong trào thi đua yêu nước năm 2024."))
    assert (mention.campaign, mention.rule, mention.status) == ("thi-dua-yeu-nuoc", "campaign.generic", "launched")


def test_an_article_without_a_campaign() -> None:
    assert find_campaigns(reading_of("Giá cà phê tăng 5% trong tuần qua tại Bến Nghé.")) == ()
    assert find_campaigns(reading_of("")) == ()
