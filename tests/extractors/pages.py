"""Small pages of our own words for the reading tests."""

from __future__ import annotations

from extractors.article import read_page
from extractors.model import Article, Page

TITLE = "Xã Bình Hòa tuyên dương gia đình văn hóa tiêu biểu năm 2022"
FIRST = (
    "Sáng 12/5, UBND xã Bình Hòa tổ chức lễ tuyên dương gia đình văn hóa tiêu biểu. "
    "Lễ diễn ra trang trọng tại nhà văn hóa xã."
)
SECOND = (
    "Phát biểu tại buổi lễ, bà Vũ Thị Lam đề nghị các thôn giữ nếp làm đường hoa, "
    "sân bóng, tủ sách dùng chung; giúp nhau lúc mùa vụ và khi có việc hiếu, hỉ."
)
LAST = "Dịp này, UBND xã tặng Giấy khen cho 40 gia đình. Buổi lễ khép lại trong tiếng hát của đội văn nghệ thôn."


def page(*lines: str) -> str:
    """Paragraphs with a blank line between."""
    return "\n\n".join(lines)


def read(text: str | bytes, *, charset: str | None = None, url: str | None = None) -> Article:
    """Read a page of plain text."""
    content = text if isinstance(text, bytes) else text.encode()
    return read_page(Page(content, "trang.txt", media_type="text/plain", charset=charset, url=url))


def read_markup(markup: str | bytes, *, charset: str | None = None, url: str | None = None) -> Article:
    """Read a page of HTML."""
    content = markup if isinstance(markup, bytes) else markup.encode()
    return read_page(Page(content, "trang.html", charset=charset, url=url))


def block_texts(article: Article, role: str) -> list[str]:
    """The text of each block of a role."""
    return [article.text[b.start : b.end] for b in article.blocks if b.role == role]


def rules_removed(article: Article) -> set[str]:
    """The rules that took something out."""
    return {removed.rule for removed in article.removed}
