"""Rule tables refuse what cannot be run."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.files import RegisterError
from corpus.rules import load_rules

RULE = """[[rule]]
id = "{id}"
confidence = 0.9
example = "có đây"
counterexample = "không"
pattern = '{pattern}'
"""


def table(home: Path, *rules: tuple[str, str]) -> None:
    part = "[[part]]\nname = \"n\"\npattern = '[0-9]+'\n"
    (home / "toy.toml").write_text(part + "".join(RULE.format(id=i, pattern=p) for i, p in rules))


def test_parts_are_filled_in(tmp_path: Path) -> None:
    table(tmp_path, ("toy.count", r"{n} tập thể"))
    rules = load_rules("toy", tmp_path)
    assert rules.compiled("toy.count").fullmatch("12 tập thể")
    assert [rule.id for rule in rules.family("toy")] == ["toy.count"]
    with pytest.raises(KeyError, match=r"no rule .toy\.other."):
        rules["toy.other"]


@pytest.mark.parametrize(
    ("rules", "says"),
    [
        ([("toy.bad", "(")], r"toy.toml:4: toy.bad: .*; mend the pattern"),
        ([("toy.part", "{nowhere}")], r"toy.toml:4: toy.part: .*no part 'nowhere'"),
        ([("toy.same", "a"), ("toy.same", "b")], r"toy.toml:10: rule id 'toy.same' stands already at line 4"),
        ([("Toy", "a")], r"toy.toml:4: id: string should match pattern"),
    ],
)
def test_a_rule_that_cannot_run_is_refused(tmp_path: Path, rules: list[tuple[str, str]], says: str) -> None:
    table(tmp_path, *rules)
    with pytest.raises(RegisterError, match=says):
        load_rules("toy", tmp_path)
