"""Award lists: headings, groups, merged cells, entries of every shape, and what is no award list."""

from __future__ import annotations

import pytest

from corpus.rules import Rule, load_rules
from extractors.language import extract
from extractors.model import Article, Block, Cell, Table
from tests.extractors.tables.tabled import counts, facts

RULES = [pytest.param(rule, id=rule.id) for rule in load_rules("tables").rules]
LIST = """
Danh sách tặng Giấy khen của Giám đốc Sở Y tế
STT|Họ và tên|Chức vụ
1|Lê Văn Bền|Y sĩ
2|Hoàng Thị Mến|Điều dưỡng
"""


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_its_example_and_leaves_its_counterexample(rule: Rule) -> None:
    assert rule.id in {award.rule for award in facts(rule.example).awards}
    assert rule.id not in {award.rule for award in facts(rule.counterexample).awards}


def test_a_list_under_its_name_is_counted_with_its_names() -> None:
    (award,) = facts(LIST).awards
    assert (award.award, award.count, award.unit, award.level) == ("giay-khen", 2, "individual", "province")
    assert award.grantor == "Giám đốc Sở Y tế"
    assert award.recipients == ("Lê Văn Bền", "Hoàng Thị Mến")
    assert award.span.quote == "Giấy khen"


@pytest.mark.parametrize("heading", ["Số TT|Họ tên|Chức danh", "TT|HỌ VÀ TÊN|NƠI CÔNG TÁC", "Stt|Họ, tên|Ghi chú"])
def test_headings_have_synonyms(heading: str) -> None:
    assert counts(LIST.replace("STT|Họ và tên|Chức vụ", heading)) == [("giay-khen", 2, "individual")]


def test_a_heading_over_two_rows_with_numbered_columns_is_one() -> None:
    text = """
    Danh sách tặng Bằng khen của UBND tỉnh
    STT|Họ và tên|Nơi công tác|<
    ^|^|Chức vụ|Đơn vị
    (1)|(2)|(3)|(4)
    1|Lê Văn Bền|Y sĩ|Trạm Y tế xã
    """
    assert counts(text) == [("bang-khen", 1, "individual")]


def test_a_heading_told_again_on_the_next_page_is_no_entry() -> None:
    assert counts(LIST.replace("2|Hoàng", "STT|Họ và tên|Chức vụ\n2|Hoàng")) == [("giay-khen", 2, "individual")]


def test_group_rows_name_the_honour_of_the_rows_under_them() -> None:
    text = """
    STT|Tên tập thể, cá nhân|Đơn vị
    I|Cờ thi đua của UBND tỉnh|<
    1|Sở Y tế|
    2|Huyện ủy Ba Tơ|
    II|Bằng khen của Chủ tịch UBND tỉnh|<
    1|Lê Văn Bền|Sở Y tế
    2|Sở Nội vụ|
    """
    assert [(a.award, a.unit, a.recipients) for a in facts(text).awards] == [
        ("co-thi-dua", "collective", ("Sở Y tế", "Huyện ủy Ba Tơ")),
        ("bang-khen", "individual", ("Lê Văn Bền",)),
        ("bang-khen", "collective", ("Sở Nội vụ",)),
    ]


def test_a_merged_cell_gives_its_honour_to_all_its_rows_and_ditto_repeats_it() -> None:
    text = """
    STT|Họ và tên|Hình thức khen thưởng
    1|Lê Văn Bền|Bằng khen của UBND tỉnh
    2|Lò Thị Mến|^
    3|Sùng A Páo|Chiến sĩ thi đua cơ sở
    4|Đỗ Văn Sáng|nt
    5|Lý Thị Oanh|
    """
    assert counts(text) == [("bang-khen", 2, "individual"), ("chien-si-thi-dua", 3, "individual")]


def test_ranks_of_one_honour_are_apart() -> None:
    text = """
    Danh sách đề nghị tặng thưởng Huân chương Lao động
    STT|Tên tập thể|Hình thức khen thưởng
    1|Công ty Sao Mai|Huân chương Lao động hạng Nhì
    2|Công ty Sao Hôm|Huân chương Lao động hạng Ba
    """
    assert [(a.rank, a.level, a.status, a.count) for a in facts(text).awards] == [
        ("2", "state", "proposed", 1),
        ("3", "state", "proposed", 1),
    ]


def test_people_keep_their_names_and_households_and_bodies_theirs() -> None:
    text = """
    Danh sách tặng Giấy khen của Chủ tịch UBND xã
    STT|Danh sách
    1|Ông Lê Văn Bền, Trưởng thôn
    2|Đ/c Hoàng Thị Mến
    3|Hộ ông Đỗ Văn Sáng
    4|Thôn Đồng Cạn, xã Bình Hòa
    """
    assert {a.unit: a.recipients for a in facts(text).awards} == {
        "individual": ("Lê Văn Bền", "Hoàng Thị Mến"),
        "household": ("Hộ ông Đỗ Văn Sáng",),
        "collective": ("Thôn Đồng Cạn, xã Bình Hòa",),
    }


@pytest.mark.parametrize(
    "name", ["Danh sách đại biểu dự lễ trao Giấy khen", "Danh sách Ban tổ chức lễ trao Giấy khen", "Danh sách lớp học"]
)
def test_other_lists_give_no_awards(name: str) -> None:
    assert counts(LIST.replace("Danh sách tặng Giấy khen của Giám đốc Sở Y tế", name)) == []


def test_a_row_that_sums_up_is_no_entry() -> None:
    assert counts(f"{LIST}|Tổng cộng: 02 người|") == [("giay-khen", 2, "individual")]


def test_a_list_of_thousands_is_one_fact() -> None:
    rows = "\n".join(f"{n}|Lê Văn Bền|Y sĩ" for n in range(1, 1201))
    (award,) = facts(f"Danh sách tặng Giấy khen của Giám đốc Sở Y tế\nSTT|Họ và tên|Chức vụ\n{rows}").awards
    assert (award.count, len(award.recipients)) == (1200, 1200)


def test_hostile_tables_are_read_in_linear_time() -> None:
    wide = "|".join(["Họ và tên"] * 3000)
    assert counts(f"{wide}\n{wide}") == []
    merged = "STT|Họ và tên|Bằng khen\n" + "\n".join(["1|A|^"] * 1500)
    assert counts(merged) == []
    text = "STT Họ và tên " + "A" * 3000
    cells = (Cell(0, 3, 0, 0), Cell(4, 13, 0, 1), *(Cell(14 + n, 15 + n, n + 1, 1, 10**9, 10**9) for n in range(3000)))
    found = extract(Article("x", text, (Block(0, len(text), "row"),), tables=(Table(cells),)))
    assert found.awards == ()


OFFICE_HOLDERS = """
Nhiều năm liền Đoàn xã được Tỉnh đoàn tặng Bằng khen
Bí thư Đoàn xã qua các năm
STT | Họ và tên | Chức vụ | Nhiệm kỳ
1 | Lò Văn Mẫu | Bí thư | 1997 - 2002
2 | Vàng Thị Thử | Bí thư | 2002 - 2007
"""
MEMBERS = """
Thành tích của Đoàn xã:
- Nhiều Bằng khen của Tỉnh đoàn.
Ban chấp hành khóa mới
STT | Họ và tên | Chức vụ
1 | Lò Văn Mẫu | Bí thư
2 | Vàng Thị Thử | Ủy viên
"""
COUNCIL = """
Sáng nay, xã Bản Một tặng Giấy khen cho 5 cá nhân tại nhà văn hóa.
{lines}
Phân nhóm học tập
STT | Họ và tên | Chức vụ
1 | Lò Văn Mẫu | Trưởng nhóm
2 | Vàng Thị Thử | Thư ký
"""


@pytest.mark.parametrize("text", [OFFICE_HOLDERS, MEMBERS])
def test_people_listed_for_another_reason_are_not_honoured(text: str) -> None:
    assert [award for award in facts(text).awards if award.recipients] == []


def test_outside_a_document_a_list_that_names_no_honour_must_have_the_stated_number() -> None:
    text = COUNCIL.format(lines="\n".join(f"Tổ {n} dọn đường làng" for n in range(1, 7)))
    (stated,) = facts(text).awards
    assert (stated.count, stated.recipients) == (5, ())
    (spelled,) = facts(text.replace("5 cá nhân", "2 cá nhân")).awards
    assert (spelled.count, spelled.recipients) == (2, ("Lò Văn Mẫu", "Vàng Thị Thử"))


FIRST_HALF = """
Danh sách tặng Giấy khen của Giám đốc Sở Y tế
STT|Họ và tên|Chức vụ
1|Lê Văn Bền|Y sĩ
2|Hoàng Thị Mến|Điều dưỡng
"""


@pytest.mark.parametrize(
    "rest",
    [
        "---\n3|Lò Văn Mẫu|Y sĩ\n4|Vàng Thị Thử|Hộ lý",
        "---\nSTT|Họ và tên|Chức vụ\n3|Lò Văn Mẫu|Y sĩ\n4|Vàng Thị Thử|Hộ lý",
        "(tiếp theo)\nSTT|Họ và tên|Chức vụ\n3|Lò Văn Mẫu|Y sĩ\n---\n4|Vàng Thị Thử|Hộ lý",
        "Trang 2\n3|Lò Văn Mẫu|Y sĩ\n4|Vàng Thị Thử|Hộ lý",
    ],
    ids=["bare", "headed", "in three", "over a page"],
)
def test_a_list_cut_into_several_tables_is_one(rest: str) -> None:
    (award,) = facts(FIRST_HALF + rest).awards
    assert (award.award, award.count) == ("giay-khen", 4)
    assert award.recipients == ("Lê Văn Bền", "Hoàng Thị Mến", "Lò Văn Mẫu", "Vàng Thị Thử")


@pytest.mark.parametrize("heading", ["", "STT|Họ và tên|Chức vụ\n"], ids=["bare", "headed"])
def test_a_line_between_names_the_group_of_the_rows_under_it(heading: str) -> None:
    text = f"""
    Danh sách tặng Giấy khen của Giám đốc Sở Y tế
    I. Tập thể
    STT|Họ và tên|Chức vụ
    1|Trạm Y tế xã Mường Mẫu|
    II. Cá nhân
    {heading}1|Lò Văn Mẫu|Y sĩ
    2|Vàng Thị Thử|Hộ lý
    """
    assert counts(text) == [("giay-khen", 1, "collective"), ("giay-khen", 2, "individual")]


@pytest.mark.parametrize(
    "rest",
    [
        "Danh sách đại biểu dự họp\nSTT|Họ và tên|Chức vụ\n1|Lò Văn Mẫu|Y sĩ",
        "Các đại biểu cùng dự:\n3|Lò Văn Mẫu|Y sĩ",
        "---\nSTT|Họ và tên|Chức vụ|Nhiệm kỳ\n3|Lò Văn Mẫu|Y sĩ|1997 - 2002",
        "---\n9|Lò Văn Mẫu|Y sĩ",
    ],
    ids=["another list", "under other words", "other columns", "other numbers"],
)
def test_another_table_does_not_go_on_with_a_list(rest: str) -> None:
    (award,) = facts(FIRST_HALF + rest).awards
    assert award.recipients == ("Lê Văn Bền", "Hoàng Thị Mến")


def test_a_list_cut_into_hundreds_of_tables_is_read_whole() -> None:
    rest = "\n---\n".join(f"{n}|Lò Văn Mẫu|Y sĩ" for n in range(3, 401))
    (award,) = facts(f"{FIRST_HALF}---\n{rest}").awards
    assert award.count == 400
