"""What holds for any text: exact quotes, sound links, the same facts under harmless changes, and hostile input."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.awards import load_awards
from extractors.awards.find import find_awards
from tests.articles import reading_of
from tests.extractors.awards.told import told
from tests.spelled import spelled
from tests.strategies import news

COUNT = st.integers(1, 20_000)
SENTENCES = [
    "Dịp này, UBND tỉnh tặng Bằng khen cho {} tập thể.",
    "Trong năm, có {} cá nhân được Thủ tướng Chính phủ tặng Bằng khen.",
    "Chủ tịch nước tặng Huân chương Lao động hạng Ba cho {} cá nhân.",
    "Hội nghị tuyên dương {} hộ gia đình.",
]
PIECES = [
    "UBND tỉnh", "tặng", "được", "Bằng khen", "Huân chương Lao động", "hạng Nhất", "hạng Nhì, Ba", "cho", "5 tập thể",
    "12 cá nhân", "37 Cờ thi đua", "3 lần", ";", ",", "(", ")", ":", "và", "đề nghị", "trong đó", "khen thưởng", "\n",
    ". ", "ông Lê Văn Bền", "Công ty Sao Mai", "danh hiệu này", "“Vì sự nghiệp”", "Chiến sĩ thi đua", "đạt", "của",
    "2 quyết định",
]  # fmt: skip
awkward = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


@given(st.one_of(news, awkward))
def test_any_text_gives_sound_facts(text: str) -> None:
    reading = reading_of(text)
    found = find_awards(reading, ())
    families = load_awards().families
    for i, award in enumerate(found):
        assert reading.text[award.span.start : award.span.end] == award.span.quote
        assert award.part_of is None or (award.part_of != i and 0 <= award.part_of < len(found))
        assert award.award in families
        assert award.rank is None or families[award.award].ranked
    assert list(found) == sorted(found, key=lambda award: (award.span.start, award.span.end))


@given(st.one_of(news, awkward))
def test_the_same_text_gives_the_same_facts(text: str) -> None:
    assert find_awards(reading_of(text), ()) == find_awards(reading_of(text), ())


@given(st.sampled_from(SENTENCES), COUNT)
def test_a_number_means_the_same_however_it_is_written(sentence: str, count: int) -> None:
    plain = told(sentence.format(count))
    assert len(plain) == 1
    assert told(sentence.format(f"{count:,}".replace(",", "."))) == plain
    assert told(sentence.format(f"{count:,}".replace(",", "\u00a0"))) == plain
    assert told(sentence.format(spelled(count))) == plain
    assert told(sentence.format(f"0{count}")) == plain or count > 9


@given(st.one_of(awkward, st.sampled_from(SENTENCES).map(lambda sentence: sentence.format(7))))
def test_decomposed_letters_and_double_spaces_change_nothing(text: str) -> None:
    assert told(unicodedata.normalize("NFD", text)) == told(text)


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
def test_each_paragraph_is_read_for_itself(one: str, other: str) -> None:
    first, second = told(one.format(7)), told(other.format(9))
    assert sorted(told(f"{one.format(7)}\n{other.format(9)}")) == sorted(first + second)


@pytest.mark.parametrize(
    "piece",
    ["Bằng khen cho 5 tập thể và ", "5 tập thể, ", "được tặng Bằng khen, ", "UBND tỉnh ", "(", "năm sáu bảy ",
     "trao Bằng khen cho ông Lê Văn Bền, ", "Huân chương Lao động hạng Nhất, hạng Nhì, ", "đề nghị tặng ",
     "trong đó ", "danh hiệu \""],
)  # fmt: skip
def test_a_page_without_a_full_stop_is_read(piece: str) -> None:
    text = piece * (40_000 // len(piece)) + " được tặng Bằng khen cho 5 tập thể"
    reading = reading_of(text)
    assert all(reading.text[a.span.start : a.span.end] == a.span.quote for a in find_awards(reading, ()))
