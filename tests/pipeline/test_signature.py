"""Signatures of stories."""

from __future__ import annotations

from extractors.model import Article, Block
from extractors.reading import Reading
from pipeline.signature import PERMUTATIONS, signature

BODY = (
    "Sáng nay, Ủy ban nhân dân tỉnh tổ chức hội nghị tổng kết phong trào thi đua yêu nước, triển khai việc năm tới. "
    "Dự hội nghị có lãnh đạo các sở, ban, ngành và đại diện các khối thi đua của tỉnh. Hội nghị nghe báo cáo kết quả "
    "một năm qua, trong đó nhiều tập thể và cá nhân được biểu dương vì thành tích xuất sắc trên các lĩnh vực."
)


def signed(title: str, body: str, caption: str = "") -> list[int]:
    text = "\n".join(part for part in (title, body, caption) if part)
    blocks = [Block(0, len(title), "title"), Block(len(title) + 1, len(title) + 1 + len(body), "body")]
    if caption:
        blocks.append(Block(len(text) - len(caption), len(text), "caption"))
    return signature(Reading(Article("a.txt", text, tuple(blocks))))


def likeness(one: list[int], other: list[int]) -> float:
    return sum(a == b for a, b in zip(one, other, strict=True)) / PERMUTATIONS


def test_a_reprint_under_another_title_has_the_same_signature() -> None:
    first = signed("Tổng kết thi đua", BODY, "Ảnh: hội nghị")
    assert first == signed("Tỉnh ta thi đua sôi nổi", BODY.upper(), "Quang cảnh")
    assert len(first) == PERMUTATIONS
    assert all(0 <= number < 2**32 for number in first)


def test_likeness_falls_with_what_is_changed() -> None:
    first = signed("T", BODY)
    assert 0.4 < likeness(first, signed("T", BODY.replace("báo cáo", "tham luận"))) < 1
    assert likeness(first, signed("T", "Giá lúa hôm nay ở chợ tăng nhẹ so với tuần trước, nông dân phấn khởi.")) < 0.1


def test_a_text_of_a_few_syllables_and_one_of_captions_only_have_signatures() -> None:
    assert len(signed("T", "Một câu")) == PERMUTATIONS
    caption = Article("a.txt", "Ảnh đẹp", (Block(0, 7, "caption"),))
    assert len(signature(Reading(caption))) == PERMUTATIONS
