"""Periods that a meeting looks back on."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.rules import load_rules
from extractors.dates.periods import periods_in
from extractors.text import match_key
from tests.strategies import news


@pytest.mark.parametrize("rule", load_rules("dates").family("period"), ids=lambda rule: rule.id)
def test_a_rule_finds_its_example_and_leaves_its_counterexample(rule) -> None:  # type: ignore[no-untyped-def]
    assert rule.id in {p.rule for p in periods_in(match_key(rule.example))}
    assert rule.id not in {p.rule for p in periods_in(match_key(rule.counterexample))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6 tháng đầu năm 2012", ["2012-H1"]),
        ("sáu tháng đầu năm", ["2019-H1"]),
        ("quý I/2012 và quý 3 năm 2013", ["2012-Q1", "2013-Q3"]),
        ("9 tháng đầu năm 2017", ["2017-9M"]),
        ("năm 2022", ["2022"]),
        ("năm học 2018-2019", ["2018-2019"]),
        ("giai đoạn 2011 – 2015", ["2011-2015"]),
        ("5 năm (2010 - 2015)", ["2010-2015"]),
        ("từ năm 2008 đến năm 2018", ["2008-2018"]),
        ("sơ kết 6 tháng thực hiện, 5 năm xây dựng", []),
    ],
)
def test_periods(text: str, expected: list[str]) -> None:
    assert [p.value for p in periods_in(match_key(text), year=2019)] == expected


@given(st.one_of(news, st.text()))
def test_any_text_gives_periods_apart_and_in_order(text: str) -> None:
    found = periods_in(match_key(text))
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(p.first <= p.last for p in found)
