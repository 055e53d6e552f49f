"""Pages that lead elsewhere or were never filled are no articles; short articles beside many links are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.files import HOME
from extractors.article import read_page
from extractors.errors import Unreadable
from extractors.model import Page
from tests.extractors.pages import FIRST, LAST, SECOND, TITLE, block_texts, page, read, read_markup

SITE = HOME / "samples" / "site"
NO_ARTICLES = {
    "baonuiandai.example__2023-05-english.html": "not_vietnamese",
    "cttdt-binhdinh.example__2018-08-chuyen-muc-thi-dua.html": "listing",
    "cttdt-hoabinh.example__2021-06-tu-choi-truy-cap.html": "refused",
    "sonoivu-yenbai.example__2020-01-tap-rong.html": "empty",
}
VILLAGES = ["Đồng", "Trung", "Hạ", "Thượng", "Đông", "Đoài", "Nam", "Bắc", "Cầu", "Chợ"]
SAVED_LISTS = {
    "baohatinh__home_fragment", "ldld_phutho__index", "ldld_phutho__vanbanphapluat", "truongchinhtri_camau__index",
    "vpcp_chinhphu__trangchu",
}  # fmt: skip
SAVED_TEMPLATES = {
    "baochinhphu__1-index", "baochinhphu__2-category", "baochinhphu__3-detail", "baochinhphu__4-detail-photo",
    "congdoan_tvu__tintuc", "hus_dnn__frontend_main_index.php", "moh_liferay__chi-dao-dh", "moh_liferay__chinh-sach",
    "moh_liferay__tin-tuc", "moh_liferay__trang-chu",
}  # fmt: skip


def code_of(content: bytes, media_type: str = "text/html") -> str | None:
    """The code that a page is refused with."""
    try:
        read_page(Page(content, "trang", media_type=media_type))  # type: ignore[arg-type]
    except Unreadable as unreadable:
        return unreadable.code
    return None


def teaser(village: str, *, summary: str = "", date: str = "") -> str:
    return (
        f'<div class="item"><a href="/{village}.html"><img src="{village}.jpg"></a>'
        f'<h3><a href="/{village}.html">Thôn {village} ra quân làm đường hoa</a></h3>{date}{summary}</div>'
    )


def site(main: str) -> str:
    menu = "".join(f'<li><a href="/{n}">Chuyên mục thời sự {n}</a></li>' for n in range(12))
    return (
        f"<html><head><title>Báo Bình Hòa</title></head><body><nav><ul>{menu}</ul></nav>{main}"
        "<footer><p>Giấy phép số 12/GP-TTĐT do Sở Thông tin cấp.</p></footer></body></html>"
    )


@pytest.mark.parametrize("path", sorted(SITE.iterdir()), ids=lambda path: path.name)
def test_the_sample_site_is_told_apart(path: Path) -> None:
    media_type = "text/plain" if path.suffix == ".txt" else "text/html"
    assert code_of(path.read_bytes(), media_type) == NO_ARTICLES.get(path.name)


@pytest.mark.parametrize("summary", ["", f"<p>{SECOND}</p>", f"<p>{SECOND[:90]}...</p>"], ids=["bare", "whole", "cut"])
@pytest.mark.parametrize("date", ["", "<span>12/05/2022 08:15</span>"], ids=["undated", "dated"])
@pytest.mark.parametrize("head", ["<h1>Thi đua - Khen thưởng</h1>", ""], ids=["section", "home"])
def test_a_page_of_teasers_is_a_listing(summary: str, date: str, head: str) -> None:
    main = head + "".join(teaser(village, summary=summary.replace("tủ", village), date=date) for village in VILLAGES)
    assert code_of(site(main).encode()) == "listing"


def test_a_table_of_documents_is_a_listing() -> None:
    rows = "".join(
        f"<tr><td>{n}/QĐ-UBND</td><td>{n}/05/2022</td><td>Về việc tặng Giấy khen đợt {n}</td></tr>"
        for n in range(10, 18)
    )
    assert code_of(site(f"<h1>Văn bản pháp luật</h1><table>{rows}</table>").encode()) == "listing"
    lines = page("Văn bản pháp luật", *(f"{n}/05/2022 Về việc tặng Giấy khen đợt {n}" for n in range(10, 18)))
    assert code_of(lines.encode(), "text/plain") == "listing"


@pytest.mark.parametrize("date", ["", " <span>(10/05/2022)</span>"], ids=["undated", "dated"])
def test_a_short_article_beside_many_headlines_is_one(date: str) -> None:
    related = "".join(f'<li><a href="/{v}.html">Thôn {v} ra quân làm đường hoa</a>{date}</li>' for v in VILLAGES)
    one = f"<article><h1>{TITLE}</h1><p>{FIRST}</p></article><div class='related'><ul>{related}</ul></div>"
    article = read_markup(site(one))
    assert block_texts(article, "body") == [FIRST]


def test_a_page_of_pictures_with_captions_is_an_article() -> None:
    shown = ["Đội văn nghệ thôn Đồng hát bài mở đầu buổi lễ", "Các gia đình nhận hoa của xã tại nhà văn hóa"]
    figures = "".join(f"<figure><img src='a.jpg'><figcaption>{words}</figcaption></figure>" for words in shown)
    others = "".join(teaser(village) for village in VILLAGES)
    main = f"<article><h1>{TITLE}</h1><div>{figures}</div></article><div>{others}</div>"
    assert read_markup(site(main)).title == TITLE


def test_headlines_linked_within_sentences_are_text() -> None:
    linked = "".join(
        f"<p>Ở thôn {v}, <a href='/{v}.html'>bà con cùng nhau ra quân làm đường hoa</a> suốt cả tuần lễ vừa rồi.</p>"
        for v in VILLAGES
    )
    assert "thôn Đoài" in read_markup(site(f"<article><h1>{TITLE}</h1>{linked}</article>")).text


@pytest.mark.parametrize(
    "main",
    [
        "<h1>{{ post.title }}</h1><p>{{ post.content }}</p>",
        "<?php foreach ($tin as $t) { ?><h2><?= $t['tieude'] ?></h2><?php } ?><p>Tin tức của xã.</p>",
        "{% for tin in danh_sach %}<p>{{ tin.tom_tat }}</p>{% endfor %}",
        f"<h1>{TITLE}</h1><p>Lorem ipsum dolor sit amet, consectetur adipisicing elit. Similique, sit!</p>",
    ],
    ids=["mustache", "php", "jinja", "lorem"],
)
def test_templates_that_were_never_filled(main: str) -> None:
    assert code_of(f"<html><body>{main}</body></html>".encode()) == "template_only"


def test_templates_in_the_scripts_of_a_site_say_nothing_about_a_short_article() -> None:
    script = "<script type='text/template'><p><%= name %></p>{{ title }}</script><!-- {% if x %} -->"
    assert FIRST in read_markup(f"<html><body>{script}<h1>{TITLE}</h1><p>{FIRST}</p>{script}</body></html>").text


def test_a_line_alone_is_an_article() -> None:
    assert read("Xã Bình Hòa tặng Giấy khen cho 40 gia đình văn hóa").title is not None


@given(st.lists(st.sampled_from([FIRST, SECOND, LAST, *map(teaser, VILLAGES[:3])]), min_size=3, max_size=15))
def test_what_is_told_decides_and_not_what_is_announced(parts: list[str]) -> None:
    told = {part for part in parts if not part.startswith("<")}
    main = f"<article><h1>{TITLE}</h1>" + "".join(p if p.startswith("<") else f"<p>{p}</p>" for p in parts)
    if len(told) == 3:
        assert code_of(site(main).encode()) is None


def test_saved_pages_are_articles_lists_or_templates(shared: Path) -> None:
    found = {path.stem: code_of(path.read_bytes()) for path in sorted((shared / "pages").glob("*.html"))}
    assert {name for name, code in found.items() if code == "listing"} == SAVED_LISTS
    assert {name for name, code in found.items() if code == "template_only"} == SAVED_TEMPLATES
    assert set(found.values()) == {None, "listing", "template_only"}


def test_no_text_of_an_article_is_refused(shared: Path) -> None:
    import json

    rows = [
        json.loads(row)
        for name in ("unlabelled", "off_topic")
        for row in (shared / "texts" / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]
    codes = [code_of(row["text"].encode(), "text/plain") for row in rows]
    gold = [code_of(path.read_bytes(), "text/plain") for path in sorted((shared / "gold" / "dev").glob("*.txt"))]
    assert set(gold) == {None}
    assert set(codes) <= {None, "not_vietnamese"}
    assert sum(code is not None for code in codes) <= 2
