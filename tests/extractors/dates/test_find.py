"""Dates of the running text: every written form comes back as the same day, with the role that its words give it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from corpus.rules import load_rules
from extractors.dates.find import find_dates
from extractors.dates.model import DateMention, PartialDate
from tests.articles import reading_of
from tests.strategies import news

TABLE = load_rules("dates")
FOUND = [rule for rule in TABLE.rules if rule.id.startswith(("date.", "role."))]
DAYS = st.dates(min_value=date(1930, 1, 1), max_value=date(2099, 12, 31))
FULL = ("ngày {d}/{m}/{y}", "sáng {d:02}-{m:02}-{y}", "{d}.{m}.{y}", "ngày {d:02} tháng {m} năm {y}", "{d} - {m} - {y}")
SHORT = ("ngày {d}/{m}", "Chiều {d}-{m}", "sáng nay ({d}/{m})", "tối {d}.{m}", "ngày {d} tháng {m}", "hôm qua {d}/{m}")

POINTING_NEWS = (
    "Sáng nay",
    "tối qua (3/5),",
    "ngày mai",
    "vừa qua",
    "mới đây",
    "gần đây",
    "12/4/2021",
    "\n",
    "tháng 6/2020",
)


def told(text: str) -> list[DateMention]:
    return list(find_dates(reading_of(text)))


def used(text: str) -> set[str]:
    """The rules of the forms and of the roles that the text's dates have."""
    return {rule for mention in told(text) for rule in (mention.rule, f"role.{mention.role}")}


def read(text: str) -> tuple[PartialDate | None, PartialDate | None]:
    [mention] = told(text)
    return mention.first, mention.last


@pytest.mark.parametrize("rule", FOUND, ids=lambda rule: rule.id)
def test_a_rule_finds_its_example_and_leaves_its_counterexample(rule) -> None:  # type: ignore[no-untyped-def]
    assert rule.id in used(rule.example)
    assert rule.id not in used(rule.counterexample)


@given(DAYS, st.sampled_from(FULL))
def test_a_full_date_is_read_as_it_was_written(day: date, form: str) -> None:
    text = f"Hội thi diễn ra {form.format(d=day.day, m=day.month, y=day.year)}, đông người dự."
    assert read(text) == (PartialDate(day.day, day.month, day.year), None)


@given(DAYS, st.sampled_from(SHORT))
def test_a_date_without_year_keeps_it_open(day: date, form: str) -> None:
    assert read(f"{form.format(d=day.day, m=day.month)}, huyện họp.") == (PartialDate(day.day, day.month), None)


@given(DAYS, st.sampled_from(FULL + SHORT))
def test_decomposed_letters_and_hard_spaces_change_nothing(day: date, form: str) -> None:
    text = f"Cuộc họp diễn ra {form.format(d=day.day, m=day.month, y=day.year)} tại huyện."
    odd = unicodedata.normalize("NFD", text).replace(" ", "\u00a0")
    assert told(odd) == told(text)


@given(
    st.integers(1, 27),
    st.integers(1, 12),
    st.sampled_from(["ngày {a}-{b}/{m}", "Trong 2 ngày {a} và {b}/{m}", "từ {a}-{b}/{m}"]),
)
def test_a_range_begins_before_it_ends(first: int, month: int, form: str) -> None:
    begins, ends = read(f"{form.format(a=first, b=first + 1, m=month)}, hội thi diễn ra sôi nổi.")
    assert (begins, ends) == (PartialDate(first, month), PartialDate(first + 1, month))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Ngày 9 - 10.12.2020, đoàn làm việc.", PartialDate(9, 12, 2020), PartialDate(10, 12, 2020)),
        ("Hội trại 26-27/12 rất vui.", PartialDate(26, 12), PartialDate(27, 12)),
        ("Hội chợ mở từ ngày 29 đến 1/10.", PartialDate(29, 9), PartialDate(1, 10)),
        ("Trong 2 ngày 11 và 12/7, đoàn đi ba xã.", PartialDate(11, 7), PartialDate(12, 7)),
        ("Từ ngày 29/5 đến 2/6/2020, lớp học mở.", PartialDate(29, 5, 2020), PartialDate(2, 6, 2020)),
        ("Ngày 30 đến ngày 1/1/2021 trực Tết.", PartialDate(30, 12, 2020), PartialDate(1, 1, 2021)),
    ],
)
def test_ranges(text: str, first: PartialDate, last: PartialDate) -> None:
    assert read(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Toàn tỉnh có 2.091 tập thể, tăng 13,56%.",
        "Thực hiện Quyết định 587/QĐ-TTg của Thủ tướng.",
        "Có 277/277 xã hoàn thành, 4/10 xã đạt chuẩn nâng cao.",
        "Đội nhà thắng 3-1, tỷ lệ 2/3 ý kiến đồng ý.",
        "Điện thoại (84-24) 38259211, fax 3824.4400.",
        "Cuộc cách mạng công nghiệp 4.0 mở ra nhiều việc.",
        "Ngày 31/2 và ngày 31/4/2020 không có trên lịch.",
        "Năm học 2018-2019 khép lại.",
    ],
)
def test_numbers_are_no_dates(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Kết luận số 1160 – KL/TU ngày 25/12/2019 của Ban Thường vụ.", "decision"),
        ("Chỉ thị số 39-CT/TW, ngày 21/5/2004 nêu rõ.", "decision"),
        ("Nhân 75 năm Ngày ra Lời kêu gọi thi đua ái quốc (11/6/1948 – 11/6/2023).", "anniversary"),
        ("Kỷ niệm 79 năm thành lập (22-12-1944/22-12-2023).", "anniversary"),
        ("Nhiều hoạt động chào mừng Quốc khánh 2/9/2021.", "anniversary"),
        ("Tính đến ngày 15/12/2020 đã giải ngân xong.", "bound"),
        ("Thứ sáu, 02/06/2023 | 08:15 GMT+7", "header"),
        ("Sáng 22/12/2012, tỉnh họp trực tuyến.", "event"),
        ("Tỉnh họp bàn kế hoạch năm 2021 chiều nay 24/12.", "event"),
    ],
)
def test_a_date_has_the_role_that_its_words_give_it(text: str, role: str) -> None:
    [mention] = told(text)
    assert mention.role == role


def test_the_day_itself_wins_over_the_word_that_points_to_it() -> None:
    assert [m.first for m in told("Sáng nay (11/6), huyện ra quân.")] == [PartialDate(11, 6)]
    assert [m.first for m in told("Hôm nay, vào lúc 8h 30 phút ngày 11/6, huyện ra quân.")] == [PartialDate(11, 6)]
    assert len(told("Sáng nay, xã họp bàn việc ngày 11/6.")) == 2
    assert [m.shift for m in told("Sáng nay, huyện ra quân; chiều qua, xã họp.")] == [0, -1]
    assert [(m.first, m.shift) for m in told("Vừa qua, huyện ra quân.")] == [(None, None)]


def test_a_month_is_a_date_without_day() -> None:
    [mention] = told("Phong trào bắt đầu trong tháng 6/2012.")
    assert mention.first == PartialDate(None, 6, 2012)
    assert mention.first.precision == "month"


@given(st.one_of(news, st.text()))
def test_any_text_gives_dates_apart_and_in_order(text: str) -> None:
    mentions = told(text)
    assert all(one.end <= other.start for one, other in pairwise(mentions))
    assert all(m.first is None or m.first.possible for m in mentions)


@given(st.lists(st.sampled_from([*"0123456789/.-,() ", "ngày ", "sáng ", "tháng ", " năm "]), max_size=60).map("".join))
def test_any_digits_and_marks_give_days_that_exist(text: str) -> None:
    for mention in told(text):
        assume(mention.first is not None)
        assert mention.first and mention.first.possible
        assert mention.last is None or mention.last.possible


@given(st.one_of(news, st.lists(st.sampled_from(POINTING_NEWS), max_size=12).map(" ".join)))
def test_an_article_has_the_dates_of_its_blocks(text: str) -> None:
    reading = reading_of(text)
    alone = [
        replace(mention, start=block.start + mention.start, end=block.start + mention.end)
        for block in reading.article.blocks
        for mention in told(reading.text[block.start : block.end])
    ]
    assert list(find_dates(reading)) == alone
