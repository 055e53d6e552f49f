"""The door of reading: any page gives an article whose parts hold together, or a reason."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import extractors.article
from extractors.article import read_page
from extractors.errors import Unreadable
from extractors.model import Article, Page
from extractors.text import clean
from tests.extractors.pages import FIRST, LAST, SECOND, TITLE, page, read, read_markup

PIECES = st.sampled_from(
    [
        TITLE, FIRST, SECOND, LAST, "12/05/2022 08:15", "Thứ Hai, 09/12/2024, 21:07:33 [GMT+7]", "[img]", "Lê Hoa", "Đ",
        "ồng chí Vũ Thị Lam phát biểu tại buổi lễ", "Các tin khác", "Ý kiến bạn đọc",
        "&quot;Thi đua&quot;\u00a0 yêu nước",
        "Trang chủ » Tin tức", "Uỷ viên BCH T.Ư Ðảng", "more" + FIRST, FIRST[:60] + "...", "- 12 tập thể,", "\t",
        "\u2028", "{title}",
    ]
)  # fmt: skip


def holds_together(article: Article) -> None:
    at = 0
    for block in article.blocks:
        assert at <= block.start < block.end <= len(article.text)
        at = block.end
    assert sum(b.role == "title" for b in article.blocks) <= 1
    assert (article.published is None) == (article.published_reason is not None)


@given(st.lists(PIECES, min_size=1, max_size=12), st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_an_article_holds_together_and_maps_back(pieces: list[str], separator: str) -> None:
    raw = separator.join([*pieces, FIRST])
    article = read(raw)
    holds_together(article)
    assert len(article.origin) == len(article.text)
    for i, character in enumerate(article.text):
        stood = raw[article.origin[i]]
        assert character in clean(stood).text or character.isspace() or stood == "&"


@given(st.lists(PIECES, min_size=1, max_size=10))
def test_composed_and_decomposed_text_read_the_same(pieces: list[str]) -> None:
    raw = "\n".join([*pieces, FIRST])
    composed, decomposed = (read(unicodedata.normalize(form, raw)) for form in ("NFC", "NFD"))
    assert composed.text == decomposed.text
    assert composed.blocks == decomposed.blocks
    assert composed.published == decomposed.published


@given(st.binary(max_size=300), st.sampled_from(["text/html", "text/plain"]))
def test_any_bytes_are_an_article_or_refused(content: bytes, media_type: str) -> None:
    try:
        article = read_page(Page(content, "trang", media_type=media_type))  # type: ignore[arg-type]
    except Unreadable as refused:
        assert refused.reason
    else:
        holds_together(article)


@given(st.text(max_size=300), st.sampled_from(["text/html", "text/plain"]))
def test_any_text_is_an_article_or_refused(text: str, media_type: str) -> None:
    content = f"{FIRST}\n{text}\n{SECOND}".encode("utf-8", "surrogatepass")
    try:
        holds_together(read_page(Page(content, "trang", media_type=media_type)))  # type: ignore[arg-type]
    except Unreadable as refused:
        assert refused.reason


def test_reading_twice_gives_the_same() -> None:
    raw = page(f"{TITLE}\n12/05/2022", FIRST, SECOND, LAST)
    assert read(raw) == read(raw)


def test_spaces_between_words_change_nothing() -> None:
    raw = page(TITLE, FIRST, SECOND)
    assert read(raw.replace(" ", "\u00a0 ")).text == read(raw).text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{title} {publish} {head}", "template_only"),
        ("Trang chủ\nĐăng nhập\n12/05/2022", "no_text"),
        ("- - - | | |", "no_text"),
        ("The council awarded forty families of the commune for their good deeds this year. " * 3, "not_vietnamese"),
        ("Le conseil a remis des prix à quarante familles méritantes de la commune. " * 3, "not_vietnamese"),
    ],
)
def test_pages_without_an_article_are_refused(text: str, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(text)
    assert refused.value.code == code


def test_source_and_province_come_from_the_declaration_of_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    declared = SimpleNamespace(id="bao-binh-hoa", province="Lạng Sơn")
    monkeypatch.setattr(extractors.article, "source_of", lambda url: declared if "binhhoa" in url else None)
    known = read(page(TITLE, FIRST), url="https://binhhoa.example.vn/tin-1.html")
    assert (known.source, known.province) == ("bao-binh-hoa", "Lạng Sơn")
    other = read(page(TITLE, FIRST), url="https://khac.example.vn/tin-1.html")
    assert (other.source, other.province) == ("khac.example.vn", None)
    assert read(page(TITLE, FIRST)).source is None
    assert read(page(TITLE, FIRST), url="http://[hỏng").source is None


def test_what_the_capture_knows_is_kept() -> None:
    captured = Page(FIRST.encode(), "trang.txt", "text/plain", url="https://a.example/1", source="s", province="Huế")
    article = read_page(captured)
    assert (article.url, article.source, article.province) == ("https://a.example/1", "s", "Huế")


def test_gold_texts_are_read_with_their_dates(shared: Path) -> None:
    import json

    golds = [json.loads(path.read_text("utf-8")) for path in sorted((shared / "gold" / "dev").glob("*.json"))]
    wrong = 0
    for gold in golds:
        article = read((shared / "gold" / "dev" / gold["file"]).read_bytes())
        holds_together(article)
        wrong += (article.published.date if article.published else None) != gold["published"]
    assert wrong <= 0.03 * len(golds)


def test_saved_pages_are_read_or_refused(shared: Path) -> None:
    for path in sorted((shared / "pages").glob("*.html")):
        try:
            holds_together(read_markup(path.read_bytes()))
        except Unreadable as refused:
            assert refused.code in ("listing", "template_only")
