"""Who grants, and at what level; every sentence here is our own."""

from __future__ import annotations

import pytest

from extractors.awards.find import find_awards
from tests.articles import reading_of
from tests.extractors.awards.told import awards

LEVELS = {
    "state": ["Thủ tướng Chính phủ", "Chính phủ", "Nhà nước", "Chủ tịch nước"],
    "ministry": [
        "Bộ Y tế", "Bộ trưởng Bộ Công an", "Tổng cục Thuế", "Tổng LĐLĐ Việt Nam", "Trung ương Hội Nông dân Việt Nam",
        "Ủy ban Trung ương MTTQ Việt Nam", "Bộ Tư lệnh Quân khu 3", "Hội Luật gia Việt Nam", "Ban Dân vận Trung ương",
    ],
    "province": [
        "UBND tỉnh", "Chủ tịch UBND tỉnh Lạng Sơn", "Giám đốc Sở Y tế", "Công an tỉnh", "LĐLĐ tỉnh", "Tỉnh đoàn",
        "Ban Thường vụ Tỉnh ủy", "Ủy ban MTTQ Việt Nam tỉnh", "UBND thành phố Đà Nẵng", "Hội Nông dân tỉnh",
        "UBND Quảng Ninh", "Cục Thuế tỉnh",
    ],
    "district": ["UBND huyện", "Huyện ủy", "Chủ tịch UBND thị xã", "UBND thành phố Quy Nhơn", "Hội Phụ nữ huyện"],
    "commune": ["UBND xã", "Chủ tịch UBND phường Vĩnh An", "Đảng ủy xã"],
    "unit": ["Hiệu trưởng nhà trường", "Công ty Sao Mai", "Ban Giám đốc"],
    None: ["UBND tỉnh, bộ, ngành Trung ương", "Sao Biển"],
}  # fmt: skip


@pytest.mark.parametrize(("level", "giver"), [(level, giver) for level, givers in LEVELS.items() for giver in givers])
def test_the_level_is_that_of_the_giver(level: str | None, giver: str) -> None:
    assert [award.level for award in awards(f"{giver} tặng Bằng khen cho 12 tập thể.")] == [level]
    assert [award.level for award in awards(f"Dịp này, 12 tập thể được {giver} tặng Giấy khen.")] == [level]


def test_an_order_is_the_states_whoever_hands_it_over() -> None:
    [award] = awards("Bí thư Tỉnh ủy trao Huân chương Lao động hạng Ba cho 2 cá nhân.")
    assert (award.level, award.grantor) == ("state", None)


def test_who_hands_over_for_another_is_not_the_giver() -> None:
    [award] = awards("Thừa ủy quyền của Thủ tướng Chính phủ, Chủ tịch UBND tỉnh trao Bằng khen cho 2 cá nhân.")
    assert (award.level, award.grantor) == ("state", "Thủ tướng Chính phủ")


def test_who_receives_money_is_not_the_giver() -> None:
    [award] = awards("Bộ Y tế trao 100 triệu đồng cho Công an tỉnh, tặng Bằng khen cho 3 tập thể.")
    assert award.level == "ministry"


def test_an_unnamed_city_is_a_districts_beside_a_province() -> None:
    text = "UBND tỉnh tặng Bằng khen cho 3 tập thể; UBND thành phố tặng Giấy khen cho 4 tập thể."
    assert [award.level for award in awards(text)] == ["province", "district"]


def test_the_pages_province_places_an_unnamed_city() -> None:
    text = "UBND thành phố tặng Giấy khen cho 4 tập thể."
    levels = [find_awards(reading_of(text, province=name), ())[0].level for name in ("Cần Thơ", "Lạng Sơn")]
    assert levels == ["province", "district"]


def test_the_host_grants_where_nobody_else_is_named() -> None:
    [award] = awards("Tại hội thi do Liên đoàn Lao động tỉnh tổ chức, 9 tập thể được tặng Cờ thi đua.")
    assert award.level == "province"


def test_a_badge_of_the_party_has_no_level() -> None:
    [award] = awards("Giám đốc Công an tỉnh trao Huy hiệu 30 năm tuổi Đảng cho 4 đảng viên.")
    assert (award.award, award.level) == ("huy-hieu", None)
