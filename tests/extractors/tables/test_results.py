"""Tables of results: years, honours in rows or columns, totals and their parts."""

from __future__ import annotations

from extractors.model import Award
from tests.extractors.tables.tabled import counts, facts


def brief(award: Award) -> tuple[str, int, str, str | None]:
    return award.award, award.count, award.unit, award.period


def test_years_in_rows_under_the_tables_name() -> None:
    text = """
    Bằng khen của Chủ tịch UBND tỉnh giai đoạn 2021-2022
    Năm|Số tập thể|Số cá nhân
    2021|142|1.305
    2022|161|-
    """
    found = facts(text).awards
    assert [brief(a) for a in found] == [
        ("bang-khen", 142, "collective", "2021"),
        ("bang-khen", 1305, "individual", "2021"),
        ("bang-khen", 161, "collective", "2022"),
    ]
    assert {(a.status, a.level, a.grantor) for a in found} == {("statistic", "province", "Chủ tịch UBND tỉnh")}


def test_honours_in_columns_over_two_rows_of_heading() -> None:
    text = """
    Kết quả khen thưởng giai đoạn 2016-2017
    Năm|Huân chương Lao động|<|Bằng khen của Thủ tướng Chính phủ|<
    ^|Tập thể|Cá nhân|Tập thể|Cá nhân
    2016|2|3|5|6
    """
    assert [brief(a) for a in facts(text).awards] == [
        ("huan-chuong-lao-dong", 2, "collective", "2016"),
        ("huan-chuong-lao-dong", 3, "individual", "2016"),
        ("bang-khen", 5, "collective", "2016"),
        ("bang-khen", 6, "individual", "2016"),
    ]


def test_honours_alone_in_columns() -> None:
    text = """
    Kết quả khen thưởng
    Năm|Cờ thi đua của Chính phủ|Giấy khen
    2019|3|40
    """
    assert [brief(a) for a in facts(text).awards] == [
        ("co-thi-dua", 3, "item", "2019"),
        ("giay-khen", 40, "item", "2019"),
    ]


def test_a_total_has_the_rows_above_as_parts() -> None:
    text = """
    Kết quả khen thưởng cấp tỉnh năm 2023
    STT|Hình thức khen thưởng|Cá nhân
    1|Bằng khen của Chủ tịch UBND tỉnh|412
    2|Chiến sĩ thi đua cấp tỉnh|38
    |Tổng cộng|450
    """
    found = facts(text).awards
    total = next(n for n, a in enumerate(found) if a.award == "khen-thuong")
    assert [(a.count, a.part_of) for a in found] == [(412, total), (38, total), (450, None)]


def test_a_wrong_sum_is_written_down() -> None:
    text = """
    Kết quả tặng Giấy khen năm 2020
    Khối|Tập thể|Cá nhân
    Khối Đảng|2|3
    Khối chính quyền|1|4
    Tổng cộng|3|8
    """
    found = facts(text)
    assert [brief(a) for a in found.awards] == [
        ("giay-khen", 3, "collective", "2020"),
        ("giay-khen", 8, "individual", "2020"),
    ]
    assert [(d.code, d.stated, d.found) for d in found.discrepancies] == [("table_sum", 8, 7)]


def test_what_the_text_says_too_is_told_once() -> None:
    text = """
    Trong năm 2021, toàn tỉnh có 142 tập thể được tặng Bằng khen của Chủ tịch UBND tỉnh.
    Bằng khen của Chủ tịch UBND tỉnh
    Năm|Số tập thể
    2021|142
    """
    assert counts(text) == [("bang-khen", 142, "collective")]


def test_tables_of_other_things_give_nothing() -> None:
    assert counts("Dự toán kinh phí khen thưởng\nSTT|Nội dung|Số lượng|Thành tiền\n1|In Bằng khen|500|5.000.000") == []
    assert counts("Năm học 2020-2021\nSTT|Trường|Số lớp\n1|Trường Hoa Mai|12") == []


def test_small_figures_number_no_columns() -> None:
    text = """
    Danh sách tặng Giấy khen của Giám đốc Sở Y tế
    STT|Họ và tên|Đơn vị
    ¹|²|³
    1|Lò Văn Mẫu|Trạm Y tế
    """
    assert counts(text) == [("giay-khen", 1, "individual")]


def test_numbers_beyond_all_people_are_not_counted_nor_summed_up() -> None:
    rows = "\n".join(f"{year}|999.999.999" for year in range(2000, 2005))
    found = facts(f"Bằng khen của UBND tỉnh\nNăm|Số tập thể\n{rows}\n2005|1.000.000.000\nTổng|12")
    assert 1_000_000_000 not in {award.count for award in found.awards}
    assert found.discrepancies == ()
