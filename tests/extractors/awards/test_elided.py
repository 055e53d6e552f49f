"""Verbs, givers and levels that a clause leaves to its neighbours; every sentence here is our own."""

from __future__ import annotations

import pytest

from extractors.awards import find
from tests.extractors.awards.told import awards, told

ELIDED = {
    "the verb, after a semicolon": (
        "Tại hội nghị, 4 đơn vị được UBND tỉnh tặng Cờ thi đua; 2 đơn vị Bằng khen.",
        ["4 collective co-thi-dua province conferred", "2 collective bang-khen province conferred"],
    ),
    "the verb of receiving, in a row": (
        "Năm 2022, 3 xã được tặng Huân chương Lao động hạng Ba, 5 xã Cờ thi đua của Chính phủ, 12 cá nhân Bằng khen.",
        ["3 collective huan-chuong-lao-dong/3 state statistic", "5 collective co-thi-dua state statistic",
         "12 individual bang-khen - statistic"],
    ),
    "the verb of giving, in a row": (
        "Dịp này, UBND tỉnh tặng 3 tập thể Cờ thi đua, 5 tập thể Bằng khen và 10 cá nhân Giấy khen.",
        ["3 collective co-thi-dua province conferred", "5 collective bang-khen province conferred",
         "10 individual giay-khen province conferred"],
    ),
    "flowers before the honour": (
        "Chủ tịch UBND huyện tặng hoa và Giấy khen cho 12 điển hình tiên tiến.",
        ["12 individual giay-khen district conferred"],
    ),
    "superiors who are not named": (
        "Huyện ủy khen thưởng 3 tập thể; đề nghị cấp trên khen thưởng 2 tập thể.",
        ["3 collective khen-thuong district conferred", "2 collective khen-thuong - proposed"],
    ),
    "files that are proposed": (
        "Trong số 60 hồ sơ đề nghị, Hội đồng thống nhất trình UBND tỉnh tặng Bằng khen cho 45 tập thể.",
        ["45 collective bang-khen province proposed"],
    ),
    "whose files they are": (
        "Hội đồng đã xem xét hồ sơ của 45 tập thể, 40 cá nhân đề nghị Chủ tịch UBND tỉnh tặng Bằng khen.",
        ["45 collective bang-khen province proposed", "40 individual bang-khen province proposed"],
    ),
    "the title has another name for collectives": (
        "Dịp này, 61 tập thể, 676 cá nhân được công nhận danh hiệu Lao động tiên tiến.",
        ["61 collective tap-the-lao-dong-tien-tien - conferred", "676 individual lao-dong-tien-tien - conferred"],
    ),
    "a title in a list has the level of its neighbour": (
        "Đề nghị tặng danh hiệu Chiến sĩ thi đua cấp tỉnh cho 7 cá nhân; Tập thể lao động xuất sắc cho 16 tập thể.",
        ["7 individual chien-si-thi-dua province proposed",
         "16 collective tap-the-lao-dong-xuat-sac province proposed"],
    ),
    "but none that the law does not allow": (
        "Đề nghị tặng Giấy khen của UBND huyện cho 7 cá nhân; danh hiệu Tập thể lao động xuất sắc cho 16 tập thể.",
        ["7 individual giay-khen district proposed", "16 collective tap-the-lao-dong-xuat-sac - proposed"],
    ),
    "an outcome of voting is a total": (
        "Kết quả bình xét, năm 2022 có 12 tập thể được UBND tỉnh tặng Bằng khen.",
        ["12 collective bang-khen province statistic"],
    ),
    "voting is not": (
        "Cụm thi đua bình xét danh sách tặng Bằng khen của UBND tỉnh cho 12 tập thể.",
        ["12 collective bang-khen province proposed"],
    ),
    "the results of a year": (
        "Kết quả khen thưởng năm 2022: Bằng khen của UBND tỉnh: tập thể: 12, cá nhân: 30.",
        ["12 collective bang-khen province statistic", "30 individual bang-khen province statistic"],
    ),
    "what the province has on this occasion": (
        "Nhân dịp này, toàn tỉnh đã có 151 đồng chí được UBND tỉnh tặng Bằng khen.",
        ["151 individual bang-khen province conferred"],
    ),
    "one number of orders of two kinds": (
        "Có 17 tập thể, cá nhân được Chủ tịch nước tặng Huân chương Độc lập, Huân chương Lao động các hạng.",
        ["17 both huan-chuong state conferred"],
    ),
    "one number of orders of two kinds, given": (
        "Chủ tịch nước tặng Huân chương Độc lập, Huân chương Lao động cho 17 tập thể, cá nhân.",
        ["17 both huan-chuong state conferred"],
    ),
    "two orders of one": (
        "Dịp này, Sở Y tế được tặng Huân chương Độc lập hạng Ba, Huân chương Lao động hạng Nhất.",
        ["1 collective huan-chuong-doc-lap/3 state conferred", "1 collective huan-chuong-lao-dong/1 state conferred"],
    ),
    "some months later": (
        "Hai tháng sau, Chủ tịch nước đã truy tặng Huân chương Dũng cảm cho anh Lê Văn Bền.",
        ["1 individual huan-chuong-dung-cam state conferred"],
    ),
    "flags that are no honours": (
        "UBND tỉnh tặng Bằng khen cho 3 tập thể và trao công trình “Trang bị cờ Đội” cho 24 liên đội.",
        ["3 collective bang-khen province conferred"],
    ),
}  # fmt: skip
MOTTOES = {
    "Hội Nông dân tỉnh trao Kỷ niệm chương “Vì giai cấp nông dân Việt Nam” cho 10 đồng chí.": ("ministry", None),
    "Dịp này, 3 cá nhân được trao Kỷ niệm chương “Vì sức khỏe nhân dân”.": ("ministry", None),
    "UBND huyện trao Huy hiệu “Vì sự phát triển tỉnh Quảng Nam” cho 30 cá nhân, Bằng khen cho xã.": ("province", None),
    "Sở Y tế trao Kỷ niệm chương “Vì sức khỏe” cho 30 cá nhân.": ("province", "Sở Y tế"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ELIDED.values(), ids=ELIDED)
def test_what_neighbours_tell(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), MOTTOES.items())
def test_a_motto_tells_whose_the_badge_is(text: str, expected: tuple[str, str | None]) -> None:
    assert (awards(text)[0].level, awards(text)[0].grantor) == expected


def test_a_flag_of_two_authorities_has_no_level() -> None:
    text = "Đã có 1.200 tập thể được tặng Cờ thi đua của Chính phủ và Bộ Quốc phòng."
    assert [(award.count, award.level) for award in awards(text)] == [(1200, None)]
    text = "Chính phủ tặng Cờ thi đua của Chính phủ cho 3 tập thể và UBND tỉnh tặng Bằng khen cho 5 tập thể."
    assert [(award.count, award.level) for award in awards(text)] == [(3, "state"), (5, "province")]


@pytest.mark.parametrize(
    ("opening", "level"),
    [
        ("Thành phố Hải Phòng họp báo. Hội nghị có lãnh đạo các tỉnh ủy dự.", "province"),
        (
            "Thành phố Quy Nhơn họp báo. Hội nghị có lãnh đạo thành phố Đà Nẵng dự, do thành phố Quy Nhơn mời.",
            "district",
        ),
        ("Thành phố Đà Nẵng họp báo. Hội nghị có lãnh đạo thành phố Quy Nhơn dự.", "province"),
    ],
)
def test_a_city_is_placed_by_those_the_article_names(opening: str, level: str) -> None:
    [award] = awards(f"{opening} UBND thành phố, tặng Giấy khen cho 4 tập thể.")
    assert award.level == level


def test_a_list_of_names_ends_where_the_next_honour_begins() -> None:
    text = "UBND tỉnh trao Cờ thi đua cho 2 tập thể: Sở Y tế, Công an tỉnh; Bằng khen cho 3 cá nhân."
    assert [award.recipients for award in awards(text)] == [("Sở Y tế", "Công an tỉnh"), ()]


def test_nobody_writes_a_sentence_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "MAX_SENTENCE", 4000)
    once = "UBND tỉnh tặng Bằng khen cho {} tập thể, "
    counts = [award.count for award in awards("".join(once.format(n) for n in range(1, 400)))]
    assert counts == list(range(1, len(counts) + 1))
    assert 80 < len(counts) <= 100
