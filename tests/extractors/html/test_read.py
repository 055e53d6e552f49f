"""Pages of HTML: title, lead, body, captions, author, address and dates from markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.errors import Unreadable
from extractors.html.collect import collected_lines
from extractors.html.tree import TAG_LIMIT
from tests.extractors.pages import FIRST, LAST, SECOND, TITLE, block_texts, read_markup, rules_removed

SAPO = "Bốn mươi gia đình được gọi tên trong một buổi sáng nhiều nắng ở Bình Hòa."
CAPTION = "Bà Vũ Thị Lam trao hoa cho các gia đình"


def newspaper(head: str = "", body: str = "", title: str = TITLE) -> str:
    """A page as provincial newspapers lay it out."""
    return f"""<!doctype html><html><head><meta charset="utf-8">
    <title>{title} | Báo Bình Hòa điện tử</title>{head}</head><body>
    <header><div id="clock">Thứ Hai, 09/12/2024, 21:07:33 GMT+7</div>
    <nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/t">Thời sự</a></li></ul></nav></header>
    <main><article><h1 class="title">{title}</h1><div class="date">Thứ Năm, 12/05/2022, 08:15</div>
    <h2 class="sapo">{SAPO}</h2><div class="content"><p>{FIRST}</p>
    <figure><img src="/a.jpg" alt="{CAPTION}"><figcaption>{CAPTION}</figcaption></figure>
    <p>{SECOND}</p><h3>Những việc làm được</h3><p>{LAST}</p>{body}
    <p style="text-align:right"><b>Lê Hoa</b></p></div></article>
    <aside class="related"><h3>Tin liên quan</h3><ul><li><a href="/1">12 hộ được tặng Giấy khen</a>
    <span class="date">01/01/2020</span></li></ul></aside></main>
    <footer>Giấy phép số 12/GP-TTĐT. Điện thoại: 0299 000 000</footer></body></html>"""


def test_a_newspaper_page() -> None:
    article = read_markup(newspaper())
    assert article.title == TITLE
    assert block_texts(article, "lead") == [SAPO]
    assert block_texts(article, "body") == [FIRST, SECOND, LAST]
    assert block_texts(article, "caption") == [CAPTION]
    assert block_texts(article, "heading") == ["Những việc làm được"]
    assert article.author == "Lê Hoa"
    assert article.published is not None
    assert article.published.date == "2022-05-12"
    assert [(d.date, d.role) for d in article.dates if d.role == "page_clock"] == [("2024-12-09", "page_clock")]
    assert article.origin == ()


def test_structured_data_comes_before_what_is_shown() -> None:
    head = """<meta property="article:published_time" content="2022-05-12T18:30:00Z">
    <meta property="article:modified_time" content="2022-05-14T08:00:00+07:00">"""
    article = read_markup(newspaper(head))
    assert [(d.date, d.role) for d in article.dates[:2]] == [("2022-05-13", "published"), ("2022-05-14", "updated")]
    assert article.published is not None
    assert article.published.evidence == "2022-05-12T18:30:00Z"


def test_a_title_cut_short_is_taken_whole_from_the_head_of_the_page() -> None:
    head = f'<meta property="og:title" content="{TITLE} - Báo Bình Hòa điện tử">'
    cut = TITLE[:30] + "..."
    assert read_markup(newspaper(head, title=cut)).title == TITLE


def test_a_title_cut_short_in_the_window_is_taken_whole_from_the_page() -> None:
    cut = f"{TITLE[:30].strip()}..."
    shown = f'<div class="title-short">{cut}</div><h2 class="title">{TITLE}</h2>'
    markup = f"<html><head><title>{cut}</title></head><body>{shown}<p>{FIRST}</p><p>{SECOND}</p></body></html>"
    assert read_markup(markup).title == TITLE
    assert read_markup(markup.replace(f">{TITLE}<", ">Ảnh<")).title == cut


def test_a_page_that_states_no_title_has_the_headline_above_its_text() -> None:
    markup = (
        f"<html><head><title>Document</title></head><body><h3>{TITLE}</h3><p>{FIRST}</p><p>{SECOND}</p></body></html>"
    )
    assert read_markup(markup).title == TITLE


def test_captions_in_tables_and_classes_of_their_own() -> None:
    under = f"{CAPTION} bên nhà văn hóa"
    table = f'<table><tr><td><img src="b.jpg"></td></tr><tr><td class="pCaption">{under}</td></tr></table>'
    photo = '<div class="PhotoCMS_Caption"><p>Đội văn nghệ thôn Đồng hát bài mở đầu</p></div>'
    article = read_markup(newspaper(body=table + photo))
    assert block_texts(article, "caption") == [
        CAPTION,
        under,
        "Đội văn nghệ thôn Đồng hát bài mở đầu",
    ]


def test_a_picture_in_a_table_has_its_caption_and_a_table_of_figures_its_rows() -> None:
    pictures = f"<table><tr><td><img src='b.jpg'></td></tr><tr><td>{CAPTION}. Ảnh: Lê Hoa</td></tr></table>"
    figures = "<table><tr><td>Thôn Đồng</td><td>12 hộ</td></tr><tr><td>Thôn Trung</td><td>9 hộ</td></tr></table>"
    article = read_markup(newspaper(body=pictures + figures))
    assert f"{CAPTION}. Ảnh: Lê Hoa" in block_texts(article, "caption")
    assert {"Thôn Đồng 12 hộ", "Thôn Trung 9 hộ"} <= set(block_texts(article, "body"))


def test_a_menu_laid_out_as_a_table_is_set_aside_and_a_table_with_figures_is_not() -> None:
    def table(*cells: str) -> str:
        return f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr></table>"

    menu, figures = table("Trang chủ", "Giới thiệu", "Tin tức", "Văn bản"), table("Thôn Đồng", "12 hộ", "40 gia đình")
    text = f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p>"
    assert "Giới thiệu" not in read_markup(f"<html><body><div>{menu}{text}</div></body></html>").text
    assert "Thôn Đồng 12 hộ" in read_markup(f"<html><body><div>{figures}{text}</div></body></html>").text


@pytest.mark.parametrize("mark", ["Tin mới cập nhật", "Các tin khác", "Tin liên quan"])
def test_a_heading_over_other_news_ends_the_article(mark: str) -> None:
    others = "<ul><li>Thôn Đồng: 12 hộ được tặng Giấy khen (10/05/2022)</li><li>Lịch tiếp dân</li></ul>"
    article = read_markup(newspaper(body=f"<h3>{mark}</h3>{others}"))
    assert "12 hộ" not in article.text
    assert LAST in article.text


def test_a_body_that_the_markup_calls_a_summary_stands_once() -> None:
    for label in ("field--name-body field--type-text-with-summary", "news-summary"):
        markup = f"<h1>{TITLE}</h1><div class='{label}'><p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p></div>"
        article = read_markup(f"<html><body><article>{markup}</article></body></html>")
        assert [b.role for b in article.blocks] == ["title", "body", "body", "body"]
        assert article.text.count("Giấy khen cho 40") == 1


def test_the_address_is_the_canonical_one() -> None:
    head = '<link rel="canonical" href="/tin/1.html">'
    assert (
        read_markup(newspaper(head), url="https://bh.example.vn/tin/1.html?utm=x").url
        == "https://bh.example.vn/tin/1.html"
    )
    assert read_markup(newspaper('<link rel="canonical" href="javascript:alert(1)">')).url is None
    elsewhere = newspaper('<link rel="canonical" href="https://goc.example.vn/1.html">')
    assert read_markup(elsewhere).url == "https://goc.example.vn/1.html"
    assert read_markup(elsewhere, url="https://bh.example.vn/tin/1.html").url == "https://bh.example.vn/tin/1.html"


def test_the_author_may_stand_in_structured_data() -> None:
    graph = '{"@graph": [{"@type": "NewsArticle", "author": [{"name": "Trần Tú"}]}]}'
    head = f'<script type="application/ld+json">{graph}</script>'
    assert read_markup(newspaper(head).replace("<b>Lê Hoa</b>", "")).author == "Trần Tú"
    assert read_markup(newspaper().replace("<b>Lê Hoa</b>", "")).author is None


def test_line_breaks_in_a_paragraph_are_lines_and_those_of_the_source_are_not() -> None:
    broken = FIRST.replace(", ", ", \n")
    markup = f"<html><body><h1>{TITLE}</h1><p>{broken}<br>{SECOND}</p><p>{LAST}</p></body></html>"
    assert block_texts(read_markup(markup), "body") == [FIRST, SECOND, LAST]


def test_a_sapo_that_repeats_the_first_paragraph_counts_once() -> None:
    article = read_markup(newspaper().replace(SAPO, FIRST))
    assert article.text.count(FIRST) == 1


def test_a_page_of_dates_is_a_list_and_has_no_date() -> None:
    dates = "".join(f"<p>{day}/05/2020</p>" for day in range(10, 16))
    markup = f"<html><body><h1>{TITLE}</h1>{dates}<p>{FIRST}</p><p>{SECOND}</p></body></html>"
    assert read_markup(markup).published is None


@pytest.mark.parametrize("tag", ["div", "b", "table", "ul", "span"])
def test_any_depth_is_read(tag: str) -> None:
    article = read_markup(f"<html><body>{f'<{tag}>' * 100_000}<p>{FIRST}</p><p>{SECOND}</p>")
    assert FIRST in article.text
    assert SECOND in article.text


def test_more_markup_than_an_article_has_is_read_plainly_or_refused() -> None:
    wide = "".join(f"<a href='/{n}'>đường hoa</a>" for n in range(TAG_LIMIT))
    assert FIRST in read_markup(f"<html><body>{wide}<p>{FIRST}</p><p>{SECOND}</p>").text
    with pytest.raises(Unreadable) as refused:
        read_markup("<html><body>" + f"<p>{FIRST}</p>" * 200_000)
    assert refused.value.code == "too_large"


@pytest.mark.parametrize(
    "hostile",
    [
        "<!--" * 50_000, "<script>" * 50_000, "<nav>" * 15_000, "<" * 500_000, "<a " * 200_000,
        "<p a='" + "'" * 300_000,
        "<![CDATA[" * 9_000, f"<img alt=\"{'a' * 3_000_000}\">",
        "<table><tr><td colspan=1000000000>x</td></tr></table>",
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>", "&amp;" * 200_000,
    ],
    ids=lambda hostile: hostile[:12],
)  # fmt: skip
def test_hostile_markup_costs_little_and_hides_no_text(hostile: str) -> None:
    assert FIRST in read_markup(f"<html><body><p>{FIRST}</p><p>{SECOND}</p>{hostile}").text


def test_a_tree_that_trafilatura_stumbles_over_is_read_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumbles(*_: object, **__: object) -> None:
        raise AttributeError("'NoneType' object has no attribute 'getparent'")

    monkeypatch.setattr("trafilatura.bare_extraction", stumbles)
    article = read_markup(newspaper())
    assert article.title == TITLE
    assert {FIRST, SECOND, LAST} <= set(block_texts(article, "body"))


def test_the_plain_collector_reads_text_and_passes_over_code_and_menus() -> None:
    silent = "<nav>Trang chủ</nav><script>var a = '<p>x</p>'</script><!-- <p>ẩn</p> -->"
    markup = f"{silent}<p>{FIRST}<b>&nbsp;Hết</b></p>{silent}<li>một<li>hai"
    assert [line.words for line in collected_lines(markup)] == [f"{FIRST} Hết", "một", "hai"]


def test_a_paragraph_of_invisible_characters_is_no_block() -> None:
    assert block_texts(read_markup(f"<p>{FIRST}</p><p>\u200b</p><p>12</p>"), "body") == [FIRST]


def test_a_link_within_a_link_is_read() -> None:
    inner = "<a href='/b'>Bản tin sáng thứ hai của xã Bình Hòa</a>"
    article = read_markup(newspaper(body=f"<p><a href='/a'>Bốn mươi gia đình văn hóa<b><p>{inner}</b></a></p>"))
    assert {FIRST, SECOND, LAST} <= set(block_texts(article, "body"))


def test_templates_and_menus_are_named_as_what_they_are() -> None:
    assert "furniture.line.template" in rules_removed(read_markup(newspaper(body="<p>{title} {publish}</p>")))


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div class=sapo>", "<table><tr><td>", "<!--", "<h1>", TITLE, FIRST, "&#0;", "\ud800"]
        ),
        max_size=12,
    )
)
def test_any_soup_is_read_or_refused(parts: list[str]) -> None:
    try:
        read_markup("".join(parts).encode("utf-8", "surrogatepass"))
    except Unreadable as refused:
        assert refused.reason
