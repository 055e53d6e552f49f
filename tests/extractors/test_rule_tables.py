"""Every rule of every fact kind finds its example and leaves its counterexample alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import extractors
from corpus.rules import Rule, fill, load_rules
from extractors.language import extract
from extractors.model import Facts
from tests.articles import article_of

TABLES = ("campaigns", "officials", "roles", "meetings", "awards", "shares")
CODE = "\n".join(path.read_text("utf-8") for path in Path(extractors.__file__).parent.rglob("*.py"))
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


@pytest.mark.parametrize("table", TABLES)
def test_every_part_is_a_pattern_that_something_reads(table: str) -> None:
    rules = load_rules(table)
    for pattern in rules.parts.values():
        re.compile(fill(pattern, {"upper": "[A-Z]"} | rules.parts))
    patterns = CODE + "\n".join([*rules.parts.values(), *(rule.pattern or "" for rule in rules.rules)])
    named = ((part, part.removesuffix("_first")) for part in rules.parts)
    assert [part for part, name in named if f'"{name}"' not in CODE and f"{{{name}}}" not in patterns] == []
