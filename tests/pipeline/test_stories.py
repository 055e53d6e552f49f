"""Stories: copies that were cut, given a lead or a title, or split are one story; a page that quotes is another."""

from __future__ import annotations

import random
from itertools import permutations

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.reading import Reading
from pipeline.signature import signature
from pipeline.stories import first_of, group_stories
from tests.pipeline.stored import article

_WORDS = """
mùa gặt năm nay bà con xã vùng cao rủ nhau đắp đường qua suối người góp đá kẻ góp công chiều về quây quần bên bếp
lửa kể chuyện thi đua của tổ mình cán bộ ghi sổ từng ngày từng việc để cuối vụ bình xét cho thật công bằng trẻ nhỏ
hát vang sân trường thầy cô dạy thêm buổi tối không lấy tiền công an viên đi tuần giữ yên bản làng hội phụ nữ nuôi
lợn tiết kiệm giúp nhà khó thanh niên trồng rừng phủ xanh đồi trọc cựu chiến binh hiến đất mở lối ra đồng
"""
_SYLLABLES = _WORDS.split()


def _story(seed: int, syllables: int = 400) -> list[str]:
    """Paragraphs of forty syllables, of our own words in an order that the seed gives."""
    chance = random.Random(seed)
    words = [chance.choice(_SYLLABLES) for _ in range(syllables)]
    return [" ".join(words[at : at + 40]) + "." for at in range(0, syllables, 40)]


def _grouped(*texts: tuple[str, str | None]) -> list[int]:
    """For each text (with its publication date) the number of the text that its story began with."""
    rows = []
    for n, (text, published) in enumerate(texts):
        read = article(text, published=published)
        told = {"published": published, "syllables": len(text.split())}
        rows.append({"article_id": f"a{n:03}", "article": told, "signature": signature(Reading(read))})
    with duckdb.connect() as con:
        con.register("article_pages", pa.Table.from_pylist(rows, schema=_SCHEMA))
        group_stories(con)
        found = con.execute("SELECT story_id FROM story_of ORDER BY article_id").fetchall()
    return [int(story_id[1:]) for (story_id,) in found]


_SCHEMA = pa.schema(
    {
        "article_id": pa.string(),
        "article": pa.struct({"published": pa.string(), "syllables": pa.int32()}),
        "signature": pa.list_(pa.uint32()),
    }
)
_BODY = _story(1)
_COPIES = {
    "as it is": _BODY,
    "cut to 60 %": _BODY[:6],
    "cut at both ends": _BODY[2:9],
    "a lead of its own": [*_story(2, 40), *_BODY],
    "cut, with a lead of its own": [*_story(2, 40), *_BODY[:7]],
    "split paragraphs": [half for part in _BODY for half in (part[:90], part[90:])],
    "joined paragraphs": [" ".join(_BODY)],
    "capitals": [part.upper() for part in _BODY],
}


@pytest.mark.parametrize("copy", _COPIES.values(), ids=_COPIES)
def test_a_copy_is_the_same_story(copy: list[str]) -> None:
    first = "\n".join(["Chuyện bản xa", *_BODY])
    assert _grouped((first, "2023-01-02"), ("\n".join(["Nhan đề khác", *copy]), "2023-01-03")) == [0, 0]


@pytest.mark.parametrize("quoted", [1, 2, 3])
def test_a_page_that_quotes_a_paragraph_is_another_story(quoted: int) -> None:
    own = _story(3)
    page = [*own[:5], *_BODY[:quoted], *own[5:]]
    assert _grouped(("\n".join(["Chuyện bản xa", *_BODY]), None), ("\n".join(["Bình luận", *page]), None)) == [0, 1]


def test_unrelated_articles_stay_apart() -> None:
    texts = [("\n".join([f"Tin {seed}", *_story(seed)]), None) for seed in range(10, 60)]
    assert _grouped(*texts) == list(range(50))


def test_the_first_published_leads_the_story_and_the_undated_come_last() -> None:
    text = "\n".join(["Chuyện bản xa", *_BODY])
    assert _grouped((text, None), (text, "2023-02-01"), (text, "2023-01-05"), (text, "2023-01-05")) == [2, 2, 2, 2]


def test_the_order_of_input_does_not_matter() -> None:
    texts = [("\n".join(["Một", *_BODY]), "2023-01-03"), ("\n".join(["Hai", *_BODY[:7]]), "2023-01-01")]
    texts.append(("\n".join(["Ba", *_story(4)]), "2023-01-02"))
    for order in permutations(range(3)):
        told = _grouped(*(texts[n] for n in order))
        assert [order[told[place]] for place in range(3)] == [1 if n in (0, 1) else 2 for n in order]


def test_short_texts_are_not_compared() -> None:
    caption = "Ảnh\nQuang cảnh buổi lễ sáng nay."
    assert _grouped((caption, None), (caption, None)) == [0, 1]


def test_a_text_that_stands_a_thousand_times_is_one_story() -> None:
    text = "\n".join(["Thông báo", *_story(5, 80)])
    assert set(_grouped(*[(text, None)] * 300)) == {0}


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=40))
def test_what_hangs_together_has_one_first(pairs: list[tuple[int, int]]) -> None:
    first = first_of(pairs)
    assert all(first[one] == first[other] for one, other in pairs)
    assert all(first[least] == least <= number for number, least in first.items())
    assert first == first_of(list(reversed([(b, a) for a, b in pairs])))
