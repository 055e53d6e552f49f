"""Lists against the text: they are the recipients or the parts of what is stated, and a difference is written down."""

from __future__ import annotations

from tests.extractors.tables.tabled import counts, facts

ROWS = """
STT|Tập thể, cá nhân|Địa chỉ
I|TẬP THỂ|
1|Thôn Đồng Cạn|
2|Trạm Y tế xã Bình Hòa|
II|CÁ NHÂN|
1|Lê Văn Bền|Thôn Đồng Cạn
2|Hoàng Thị Mến|Thôn Đồng Cạn
3|Sùng A Páo|Thôn Đồng Cạn
"""
STATED = "Tặng Bằng khen của Chủ tịch UBND tỉnh cho 02 tập thể và 03 cá nhân (có danh sách kèm theo)."


def test_a_list_gives_its_names_to_the_number_that_is_stated() -> None:
    found = facts(STATED + ROWS)
    assert [(a.count, a.unit, len(a.recipients)) for a in found.awards] == [(2, "collective", 2), (3, "individual", 3)]
    assert {a.rule for a in found.awards} == {"award.given"}
    assert found.discrepancies == ()


def test_a_difference_is_written_down_with_both_numbers_and_the_stated_one_stays() -> None:
    found = facts(STATED.replace("03 cá nhân", "04 cá nhân") + ROWS)
    assert [(a.count, len(a.recipients)) for a in found.awards] == [(2, 2), (4, 3)]
    (differs,) = found.discrepancies
    assert (differs.code, differs.stated, differs.found) == ("list_count", 4, 3)
    assert "04 cá nhân" in differs.span.quote


def test_a_total_of_both_has_the_lists_as_its_parts() -> None:
    found = facts("Tặng Bằng khen của Chủ tịch UBND tỉnh cho 05 tập thể, cá nhân." + ROWS)
    assert [(a.count, a.unit, a.part_of) for a in found.awards] == [
        (5, "both", None),
        (2, "collective", 0),
        (3, "individual", 0),
    ]
    assert found.discrepancies == ()


def test_a_total_of_both_that_the_lists_do_not_come_to_is_written_down() -> None:
    found = facts("Tặng Bằng khen của Chủ tịch UBND tỉnh cho 07 tập thể, cá nhân." + ROWS)
    assert [(d.code, d.stated, d.found) for d in found.discrepancies] == [("list_count", 7, 5)]


def test_two_statements_may_share_a_list() -> None:
    text = """
    Điều 1. Tặng Giấy khen của Chủ tịch UBND huyện cho 02 cá nhân có thành tích trong lao động.
    Điều 2. Tặng Giấy khen của Chủ tịch UBND huyện cho 01 cá nhân có thành tích cứu người.
    STT|Họ và tên
    1|Lê Văn Bền
    2|Hoàng Thị Mến
    3|Sùng A Páo
    """
    found = facts(text)
    assert [(a.count, a.unit) for a in found.awards] == [(2, "individual"), (1, "individual")]
    assert found.discrepancies == ()


def test_a_number_in_a_group_row_is_checked_too() -> None:
    found = facts(
        ROWS.replace("CÁ NHÂN", "CÁ NHÂN: 04 người").replace("STT", "Danh sách tặng Bằng khen của UBND tỉnh\nSTT", 1)
    )
    assert [(d.code, d.stated, d.found) for d in found.discrepancies] == [("row_count", 4, 3)]


def test_a_list_that_names_no_honour_takes_the_only_one_of_the_text() -> None:
    text = "Giám đốc Sở Y tế tặng Giấy khen cho 02 tập thể.\nSTT|Họ và tên\n1|Lê Văn Bền"
    assert ("giay-khen", 1, "individual") in counts(text)


def test_totals_of_a_year_are_not_what_a_list_spells_out() -> None:
    text = "Trong năm, toàn tỉnh có 450 cá nhân được tặng Bằng khen của Chủ tịch UBND tỉnh."
    found = facts(f"{text}\nDanh sách tặng Bằng khen của Chủ tịch UBND tỉnh đợt này{ROWS}")
    assert sorted((a.count, a.status) for a in found.awards) == [(2, "conferred"), (3, "conferred"), (450, "statistic")]
    assert found.discrepancies == ()
