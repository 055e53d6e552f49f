"""The bench of the rules: every rule has its worst case, and a text twice as long asks for twice the work.

Work is counted in calls, which no busy machine changes; how long it takes is for `make bench-rules` to say.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

import pytest
from typer import Typer
from typer.testing import CliRunner

from corpus.rules import load_rules
from pipeline.bench.hostile import TABLES, Hostile, hostile_to, work_of
from pipeline.bench.rules import Trial, bench_rules, told, trials

FACTS = ("campaigns", "officials", "roles", "meetings", "dates", "awards", "shares")
SIZE = 2_500
AT_MOST = 3
"""Times the calls for twice the text; rules that look some way back come to a little more than two at this size."""


def calls_of(work: Callable[[str], object], text: str) -> int:
    """How many functions the work calls."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work(text)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("name", TABLES)
def test_every_rule_has_a_worst_case_without_an_end(name: str) -> None:
    table = load_rules(name)
    for rule in table.rules:
        for hostile in hostile_to(table, rule):
            text = hostile.grown(999)
            assert len(text) == 999
            assert re.search(r"[.!?…;]" if name == "documents" else r"[.!?…;\n]", text) is None


@pytest.mark.parametrize("name", FACTS)
def test_twice_the_text_asks_for_twice_the_work(name: str) -> None:
    table, work = load_rules(name), work_of(name)
    for hostile in (hostile for rule in table.rules for hostile in hostile_to(table, rule)):
        work(hostile.grown(2 * SIZE))
        short, long = (calls_of(work, hostile.grown(size)) for size in (SIZE, 2 * SIZE))
        assert long <= AT_MOST * short, (hostile.rule, hostile.cast, short, long)


def test_a_rule_that_grows_too_fast_is_marked() -> None:
    hostile = Hostile("date.full", "cue", "ngày ")
    linear, quadratic = Trial(hostile, (0.01, 0.02, 0.04)), Trial(hostile, (0.01, 0.04, 0.16))
    assert (linear.growth, quadratic.growth) == (2.0, 4.0)
    assert told(linear).endswith("2.00") and told(quadratic).endswith("4.00  grows too fast")


def test_every_size_is_timed() -> None:
    found = list(trials(["shares"], sizes=(100, 200, 400)))
    assert {trial.hostile.rule for trial in found} == {rule.id for rule in load_rules("shares").rules}
    assert all(len(trial.seconds) == 3 for trial in found)


def test_the_command_names_every_rule_of_a_table() -> None:
    app = Typer()
    app.command()(bench_rules)
    result = CliRunner().invoke(app, ["topic"])
    assert result.exit_code == 0, result.output
    assert all(rule.id in result.output for rule in load_rules("topic").rules)
    assert result.output.splitlines()[-1].endswith("per doubling: none")
