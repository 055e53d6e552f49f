"""The rule tables: every extraction rule with an id, an example that must match and one that must not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import Field

from corpus.files import HOME, RegisterError, RegisterRow, checked, read_toml, unique


class Rule(RegisterRow):
    """One rule.

    `example` is text in which the rule must find something and `counterexample` one in which it must not; the tests run
    both through the extractor. `pattern` is a regular expression over the match key (lower case, `"` for any quote, `-`
    for any dash) in which `{name}` stands for an entry of the table's `[[part]]`s; a rule that is a procedure has none.
    """

    id: str = Field(pattern=r"^[a-z]+(\.[a-z0-9-]+)+$")
    confidence: float = Field(gt=0, le=1)
    example: str = Field(min_length=3)
    counterexample: str = Field(min_length=3)
    pattern: str | None = None
    value: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class RuleTable:
    """The rules of one fact kind, by id and in order."""

    name: str
    rules: tuple[Rule, ...]
    parts: dict[str, str]

    def __getitem__(self, rule_id: str) -> Rule:
        found = next((rule for rule in self.rules if rule.id == rule_id), None)
        if found is None:
            raise KeyError(f"no rule {rule_id!r} in rules/{self.name}.toml")
        return found

    def compiled(self, rule_id: str) -> re.Pattern[str]:
        """The rule's pattern with its parts filled in; `KeyError` where the rule is a procedure."""
        pattern = self[rule_id].pattern
        if pattern is None:
            raise KeyError(f"rule {rule_id!r} has no pattern")
        return re.compile(fill(pattern, self.parts))

    def family(self, prefix: str) -> tuple[Rule, ...]:
        """The rules whose id begins with `prefix.`, in order."""
        return tuple(rule for rule in self.rules if rule.id.startswith(prefix + "."))


def fill(pattern: str, parts: dict[str, str]) -> str:
    """Put parts into a pattern; `{2,3}` and other quantifiers stay.

    >>> fill(r"{n} (?:tập thể|cá nhân){1,2}", {"n": "[0-9]+"})
    '(?:[0-9]+) (?:tập thể|cá nhân){1,2}'
    """

    def part(match: re.Match[str]) -> str:
        if match[1] not in parts:
            raise KeyError(f"no part {match[1]!r}")
        return f"(?:{fill(parts[match[1]], parts)})"

    return re.sub(r"\{([a-z_]+)\}", part, pattern)


@cache
def load_rules(name: str, home: Path = HOME / "rules") -> RuleTable:
    """The table `rules/NAME.toml`; raises `RegisterError` naming file and line for a rule that cannot be used."""
    path = home / f"{name}.toml"
    raw_parts = read_toml(path, "part")
    parts = {str(raw.values["name"]): str(raw.values["pattern"]) for raw in raw_parts}
    lined = list(checked(path, read_toml(path, "rule"), Rule))
    unique(path, ((line, rule.id) for line, rule in lined), "rule id")
    for line, rule in lined:
        try:
            re.compile(fill(rule.pattern or "", parts))
        except (re.error, KeyError) as error:
            raise RegisterError(f"{path.name}:{line}: {rule.id}: {error}; mend the pattern") from error
    return RuleTable(name, tuple(rule for _, rule in lined), parts)
