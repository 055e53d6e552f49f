"""A copied page of text: what stays, in which role, and what is mended."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.errors import Unreadable
from extractors.plain.items import is_name
from extractors.plain.lines import lines_of, page_text
from extractors.plain.mending import mended
from extractors.plain.read import LINE_LIMIT, TEXT_LIMIT_CHARS
from tests.extractors.pages import FIRST, LAST, SECOND, TITLE, block_texts, page, read, rules_removed


def test_title_body_author_and_date_of_a_plain_page() -> None:
    article = read(page(f"{TITLE}\n12/05/2022 15:20", FIRST, SECOND, LAST, "Tin, ảnh: Lê Hoa - Trần Tú"))
    assert article.title == TITLE
    assert block_texts(article, "body") == [FIRST, SECOND, LAST]
    assert article.author == "Lê Hoa - Trần Tú"
    assert article.text == f"{TITLE}\n{FIRST}\n{SECOND}\n{LAST}"


def test_a_page_with_menus_above_and_boxes_below() -> None:
    article = read(
        "Skip to main content\nĐăng nhập\nGIỚI THIỆU   TIN TỨC   VĂN BẢN   HỎI ĐÁP\nTin tức sự kiện\n"
        + page(f"{TITLE[:40]}...\n12/05/2022 08:55:40\nXem cỡ chữ: A+ A-\n{TITLE}", FIRST, SECOND, LAST, "BBT")
        + "\nCác tin khác\nThôn Đồng: 12 hộ được tặng Giấy khen (10/05/2022)\n"
        + "Lượt truy cập: 3.482.119   Đang online: 57\n"
    )
    assert article.text == f"{TITLE}\n{FIRST}\n{SECOND}\n{LAST}"
    assert article.author == "BBT"
    assert article.published is not None
    assert article.published.date == "2022-05-12"


def test_a_page_without_a_title_has_none() -> None:
    article = read(page(FIRST, SECOND, LAST))
    assert article.title is None
    assert block_texts(article, "body") == [FIRST, SECOND, LAST]


def test_a_short_title_above_a_lead_is_the_title() -> None:
    for lead in ("Bốn mươi gia đình được gọi tên trong một buổi sáng đầy nắng.", f"{SECOND[:145]}?"):
        assert read(f"Ngày vui ở Bình Hòa\n{lead}\n\n{FIRST}\n\n{LAST}").title == "Ngày vui ở Bình Hòa"
    assert read(f"Ngày vui ở Bình Hòa\n{TITLE}\n\n{FIRST}\n\n{LAST}").title == TITLE


def test_a_title_that_begins_and_ends_with_a_body_is_the_title() -> None:
    for title in ("Bộ Công an khen thưởng thành tích của tỉnh Sao Mai", "Hội Phụ nữ trao nhà tại xã Bình Hòa"):
        assert read(page(title, FIRST, LAST)).title == title
    assert read(page("Hội Phụ nữ tỉnh Sao Mai", FIRST, LAST)).title == "Hội Phụ nữ tỉnh Sao Mai"
    assert read(page("Hội Phụ nữ tỉnh Sao Mai", TITLE, FIRST, LAST)).title == TITLE


def test_the_cells_of_a_table_above_the_text_are_no_menu() -> None:
    rows = "\n".join(f"{n}\nThôn {name}\n{n + 3} hộ" for n, name in enumerate(("Đồng", "Trung", "Hạ"), start=1))
    text = read(page(TITLE, f"Số thứ tự\nTên thôn\nSố gia đình\n{rows}", FIRST, LAST)).text
    assert all(cell in text for cell in ("Thôn Đồng", "4 hộ", "Thôn Hạ", "6 hộ"))


def test_comment_boxes_are_no_text() -> None:
    box = "Tối đa:\n1500 ký tự\nHiện chưa có bình luận nào, hãy là người đầu tiên bình luận"
    assert "bình luận" not in read(page(TITLE, FIRST, SECOND, LAST, box)).text


def test_captions_are_kept_apart_and_stay_where_they_stood() -> None:
    speaks = "Bà Vũ Thị Lam, Chủ tịch UBND xã phát biểu tại buổi lễ"
    credited = "Đội văn nghệ thôn Đồng. (Ảnh: Lê Hoa)"
    article = read(page(TITLE, FIRST, f"IMG_0417.JPG\n{credited}", SECOND, speaks, LAST))
    assert [b.role for b in article.blocks] == ["title", "body", "caption", "body", "caption", "body"]
    assert block_texts(article, "caption") == [credited, speaks]


def test_a_paragraph_that_tells_who_did_what_is_no_caption() -> None:
    told = "Bà Vũ Thị Lam, Chủ tịch UBND xã trao Giấy khen cho 40 gia đình văn hóa tiêu biểu của mười thôn."
    assert told in block_texts(read(page(TITLE, FIRST, told, LAST)), "body")


def test_headings_between_paragraphs() -> None:
    article = read(page(TITLE, FIRST, "Những việc làm được", SECOND, LAST))
    assert block_texts(article, "heading") == ["Những việc làm được"]


def test_a_drop_cap_is_put_back() -> None:
    article = read(page(TITLE, f"{FIRST[0]}\n{FIRST[1:]}", SECOND))
    assert FIRST in article.text


def test_wrapped_lines_become_a_paragraph_and_lists_stay_lists() -> None:
    words = SECOND.split()
    wrapped = "\n".join(" ".join(words[i : i + 12]) for i in range(0, len(words), 12))
    assert SECOND in read(page(TITLE, FIRST, wrapped, LAST)).text
    items = ["- Thôn Đồng: 12 hộ hiến đất mở đường;", "- Thôn Trung: 9 hộ hiến đất mở đường;"]
    assert [line.words for line in mended(lines_of(page_text("\n".join(items))))] == items


def test_a_line_that_ends_in_a_comma_goes_on() -> None:
    article = read(page(TITLE, FIRST, "Bà Vũ Thị Lam,", "Chủ tịch UBND xã phát biểu tại buổi lễ", SECOND))
    assert "Bà Vũ Thị Lam, Chủ tịch UBND xã phát biểu tại buổi lễ" in block_texts(article, "caption")


def test_a_sapo_that_repeats_the_first_paragraph_counts_once() -> None:
    for sapo in (FIRST, FIRST[:80] + "...", FIRST.split(". ")[0] + ".", (FIRST + SECOND)[: len(FIRST) + 30] + "…"):
        article = read(page(TITLE, sapo, f"(BHO) - {FIRST}", SECOND))
        assert article.text.count("Sáng 12/5") == 1
        assert "furniture.copy.lead" in rules_removed(article)


def test_an_excerpt_printed_under_the_text_is_its_lead() -> None:
    article = read(page(TITLE, SECOND, LAST, "Lê Hoa", f"more(BHO) – {FIRST}"))
    assert [b.role for b in article.blocks] == ["title", "lead", "body", "body"]
    assert article.author == "Lê Hoa"


def test_a_sapo_before_a_paragraph_with_the_papers_mark_is_the_lead() -> None:
    article = read(
        page(
            TITLE, "Bốn mươi gia đình được gọi tên trong một buổi sáng nhiều nắng ở Bình Hòa.", f"(BHO) - {FIRST}", LAST
        )
    )
    assert [b.role for b in article.blocks] == ["title", "lead", "body", "body"]


def test_a_body_on_one_line_is_left_whole() -> None:
    whole = f"{FIRST} Bà Vũ Thị Lam trao hoa. Ảnh: Lê Hoa. {SECOND} {LAST}"
    assert block_texts(read(page(TITLE, whole)), "body") == [whole]


def test_counters_in_the_text_are_no_counts_of_honours() -> None:
    article = read(page(f"{TITLE}\nThứ năm - 12/05/2022 09:47    612    0\n12181 lượt xem", FIRST, LAST))
    assert article.text == f"{TITLE}\n{FIRST}\n{LAST}"


@pytest.mark.parametrize("words", ["Lê Hoa", "N.Linh", "H.H", "MAI HẠ", "Lê Hoa - Trần Tú", "Mai Hạ (ghi)", "K'Brêu"])
def test_names_that_sign(words: str) -> None:
    assert is_name(words)


@pytest.mark.parametrize(
    "words", ["Xin cảm ơn bà!", "QUA CÁC THỜI KỲ", "Bà Vũ Thị Lam", "III. NHIỆM VỤ", "Thôn Đồng làm đường hoa", "", "…"]
)
def test_lines_that_do_not_sign(words: str) -> None:
    assert not is_name(words)


def test_more_lines_or_text_than_an_article_has_are_refused() -> None:
    for text in ("Thi đua\n\n" * (LINE_LIMIT + 1), "Thi đua. " * (TEXT_LIMIT_CHARS // 8)):
        with pytest.raises(Unreadable) as refused:
            read(text)
        assert refused.value.code == "too_large"


@pytest.mark.parametrize(
    "line",
    ["Tin khác", "Ý kiến bạn đọc", "12/05/2022 08:15", "Mai Hạ", "[img]", "Quang cảnh hội nghị", "Đ", "a a  b b  c c"],
)
def test_a_line_repeated_without_end_hides_no_text(line: str) -> None:
    assert FIRST in read(f"{TITLE}\n\n{FIRST}\n{SECOND}\n{LAST}\n" + f"{line}\n" * 9_000).text


@given(
    st.lists(
        st.sampled_from([TITLE, FIRST, SECOND, LAST, "Đ", "ồng chí", "Lê Hoa", "[img]", "Tin khác", "a,"]), max_size=9
    )
)
def test_mending_loses_and_adds_no_letter(lines: list[str]) -> None:
    text = "\n".join(lines)
    made = "".join(line.words for line in mended(lines_of(page_text(text))))
    assert "".join(made.split()) == "".join(text.split())
