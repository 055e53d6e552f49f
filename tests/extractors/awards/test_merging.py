"""One fact for one count, parts tied to their total, winners by name; every sentence here is our own."""

from __future__ import annotations

from extractors.awards.find import find_awards
from extractors.model import Article, Block, Official
from extractors.reading import Reading
from tests.articles import reading_of
from tests.extractors.awards.told import awards, told


def headed(title: str, body: str) -> Reading:
    text = f"{title}\n{body}"
    blocks = (Block(0, len(title), "title"), Block(len(title) + 1, len(text), "body"))
    return Reading(Article(name="a.txt", text=text, blocks=blocks))


def test_headline_and_body_tell_one_fact_by_the_fuller_telling() -> None:
    reading = headed("Tặng Bằng khen cho 5 tập thể", "Dịp này, Bộ Y tế tặng Bằng khen cho 5 tập thể.")
    [award] = find_awards(reading, ())
    assert award.grantor == "Bộ Y tế"


def test_equal_counts_of_different_givers_are_two() -> None:
    assert len(told("Bộ Y tế tặng Bằng khen cho 5 tập thể.\nBộ Công an tặng Bằng khen cho 5 tập thể.")) == 2


def test_a_name_and_its_abbreviation_are_one_giver() -> None:
    text = "Bộ Giáo dục và Đào tạo tặng Cờ thi đua cho 8 sở.\nDanh sách 8 sở được Bộ GD&ĐT tặng Cờ thi đua"
    assert len(told(text)) == 1


def test_commended_in_the_headline_is_the_honour_of_the_body() -> None:
    reading = headed("Khen thưởng 18 cá nhân bắt cướp", "UBND tỉnh tặng Bằng khen cho 18 cá nhân.")
    assert [award.award for award in find_awards(reading, ())] == ["bang-khen"]


def test_parts_point_to_their_total() -> None:
    found = awards("Chủ tịch nước tặng 23 Huân chương Lao động hạng Ba (8 tập thể, 15 cá nhân).")
    assert [(award.count, award.unit, award.part_of) for award in found] == [
        (23, "both", None),
        (8, "collective", 0),
        (15, "individual", 0),
    ]


def test_parts_by_rank_point_to_the_total_of_their_unit() -> None:
    found = awards(
        "Tặng Huân chương Lao động cho 3 tập thể và 5 cá nhân (hạng Nhì: 01 tập thể; hạng Ba: 02 tập thể, 05 cá nhân)."
    )
    assert [(award.count, award.rank, award.part_of) for award in found] == [
        (3, None, None), (5, None, None), (1, "2", 0), (2, "3", 0), (5, "3", 1),
    ]  # fmt: skip


def test_an_authority_told_in_short_is_the_same() -> None:
    lines = "Cục trưởng khen thưởng 2 tập thể\n2 tập thể được nhận Giấy khen của Cục trưởng Cục Thuế tỉnh Lạng Sơn."
    assert [(award.award, award.level) for award in awards(lines)] == [("giay-khen", "province")]


def test_parts_told_by_their_verb_alone() -> None:
    honoured = "Trao danh hiệu Bà mẹ Việt Nam anh hùng cho 267 mẹ"
    text = f"{honoured}, trong đó có 34 mẹ được phong tặng và 233 mẹ được truy tặng."
    assert [(award.count, award.part_of, award.posthumous) for award in awards(text)] == [
        (267, None, False), (34, 0, False), (233, 0, True),
    ]  # fmt: skip


def test_a_lone_winner_counts_one() -> None:
    [award] = awards("Lãnh đạo tỉnh trao Huân chương Lao động cho đồng chí Lê Văn Bền, nguyên Giám đốc Sở Y tế.")
    assert (award.count, award.unit, award.recipients) == (1, "individual", ("Lê Văn Bền",))


def test_winners_in_a_row_are_counted() -> None:
    [award] = awards("Lãnh đạo tỉnh trao Bằng khen cho ông Lê Văn Bền và bà Trần Thị Sáu.")
    assert (award.count, award.recipients) == (2, ("Lê Văn Bền", "Trần Thị Sáu"))


def test_a_firm_that_receives_is_a_collective() -> None:
    [award] = awards("Tại buổi lễ, Công ty Sao Mai vinh dự đón nhận Cờ thi đua của Chính phủ.")
    assert (award.count, award.unit, award.recipients) == (1, "collective", ("Công ty Sao Mai",))


def test_two_honours_of_one_winner_are_two_facts() -> None:
    text = "Tại buổi lễ, Ngân hàng Sao Mai được nhận Bằng khen của Bộ Y tế và Cờ thi đua của UBND tỉnh."
    assert [(a.award, a.recipients) for a in awards(text)] == [
        ("bang-khen", ("Ngân hàng Sao Mai",)),
        ("co-thi-dua", ("Ngân hàng Sao Mai",)),
    ]


def test_the_official_who_receives_is_named_by_his_name() -> None:
    text = "Dịp này, lãnh đạo tỉnh trao Bằng khen cho Trưởng phòng Đinh Hoa Lư."
    reading = reading_of(text)
    at = text.index("Đinh")
    official = Official(reading.span(at, at + 11), "Đinh Hoa Lư", (), "official.test", 1.0)
    assert find_awards(reading, (official,))[0].recipients == ("Đinh Hoa Lư",)


def test_the_past_honours_of_one_man_are_not_counted() -> None:
    text = "\n".join(["Một dòng."] * 6 + ["Ông Lê Văn Bền từng được tặng Huân chương Lao động hạng Ba."])
    assert told(text) == []
