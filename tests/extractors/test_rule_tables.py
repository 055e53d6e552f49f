"""Every rule of every fact kind finds its example and leaves its counterexample alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from corpus.rules import Rule, load_rules
from extractors.language import extract
from extractors.model import Facts
from tests.articles import article_of

TABLES = ("campaigns", "officials", "roles", "meetings", "awards", "shares")
RULES = [pytest.param(rule, id=rule.id) for name in TABLES for rule in load_rules(name).rules]


def fired(facts: Facts) -> Iterator[str]:
    for kind in (facts.meetings, facts.campaigns, facts.awards, facts.shares):
        yield from (fact.rule for fact in kind)
    for official in facts.officials:
        yield official.rule
        yield from (claim.rule for claim in official.roles)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_its_example(rule: Rule) -> None:
    assert rule.id in set(fired(extract(article_of(rule.example))))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_leaves_its_counterexample_alone(rule: Rule) -> None:
    assert rule.id not in set(fired(extract(article_of(rule.counterexample))))


def test_rule_ids_are_unique_over_all_tables() -> None:
    ids = [rule.id for name in TABLES for rule in load_rules(name).rules]
    assert len(ids) == len(set(ids))
