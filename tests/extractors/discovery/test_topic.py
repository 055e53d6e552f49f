"""The words that make a headline worth a request, and how many articles they would have lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.rules import Rule, load_rules
from extractors.discovery.topic import on_topic
from extractors.text import phrase_key

TABLE = load_rules("topic")


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in TABLE.rules])
def test_a_rule_has_its_example_and_not_its_counterexample(rule: Rule) -> None:
    words = TABLE.compiled(rule.id)
    assert words.search(phrase_key(rule.example)) and not words.search(phrase_key(rule.counterexample))
    assert on_topic(rule.example) == rule.id.startswith("topic.about.")


def test_spelling_makes_no_difference() -> None:
    assert on_topic("TUYÊN DƯƠNG chiến sỹ thi đua") and on_topic("Pha\u0301t đo\u0323\u0302ng thi đua")


def test_the_lead_counts_and_silence_is_no_refusal() -> None:
    assert on_topic("Chuyện ở xã An Thử", "Sáng nay, xã nhận bằng khen.") and not on_topic("Chuyện ở xã An Thử")
    assert on_topic("") and on_topic("  ", " ")


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_words_are_judged(title: str, lead: str) -> None:
    assert on_topic(title, lead) in (True, False)


def test_hardly_an_article_is_lost_and_most_of_the_rest_is_spared(shared: Path) -> None:
    gold = [text.read_text("utf-8").split("\n") for text in (shared / "gold" / "dev").glob("*.txt")]
    other = [json.loads(row) for row in (shared / "texts" / "off_topic.jsonl").read_text("utf-8").splitlines()]
    kept = sum(on_topic(lines[0], " ".join(lines[1:])[:300]) for lines in gold)
    spared = sum(not on_topic(text["title"] or "", " ".join(text["text"].split())[:300]) for text in other)
    assert kept >= 0.95 * len(gold)
    assert spared >= 0.75 * len(other)
