"""Words of a line, and phrases found among them."""

from __future__ import annotations

import pytest

from extractors.officials.line import line_from, line_of
from extractors.officials.tries import Trie
from tests.articles import reading_of

HEADS = Trie([("Chủ tịch", 1), ("Chủ tịch nước", 2), ("PCT", 3)], between=r"[\s.]*")


@pytest.mark.parametrize(
    ("text", "index", "found"),
    [
        ("Phó Chủ tịch nước dự", 1, ("Chủ tịch nước", 2, 4)),
        ("Chủ tịch, nước", 0, ("Chủ tịch", 1, 2)),
        ("chủ. tịch", 0, ("chủ. tịch", 1, 2)),
        ("Chủ nhiệm", 0, None),
        ("Chủ", 0, None),
        ("Chủ tịch", 2, None),
    ],
)
def test_the_longest_phrase_with_the_index_behind_it(text: str, index: int, found: tuple[str, int, int] | None) -> None:
    hit = line_from(text).find(HEADS, index)
    assert (hit and (text[hit.start : hit.end], hit.value, hit.past)) == found


def test_a_line_of_an_article_keeps_the_positions_of_the_text() -> None:
    reading = reading_of("Hội nghị.\nÔng Bền, PCT tỉnh")
    start, end = reading.sentences[1]
    line = line_of(reading, start, end)
    keys = [reading.key[start:end] for start, end in zip(line.starts, line.ends, strict=True)]
    assert [*keys, "\0"] == line.keys
    assert reading.text[line.starts[2] : line.ends[2]] == "PCT"


def test_what_stands_between_words() -> None:
    line = line_from("Ông An,  Bí thư - 1A")
    assert line.gaps[: len(line) + 1] == ["\0", "", ",", "", "-", "\0"]
    assert [line.joins(index) for index in range(len(line))] == [False, True, False, True, False]
    assert line.number(4) and not line.number(3)
