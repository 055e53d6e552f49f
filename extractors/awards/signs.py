"""The signs by which the grammar reads: the parts of `rules/awards.toml`, compiled."""

from __future__ import annotations

import re
from functools import cache

from corpus.rules import fill, load_rules

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"


@cache
def sign(name: str) -> re.Pattern[str]:
    """The part of that name as a pattern; `KeyError` where the table has none."""
    return re.compile(fill(_parts()[name], _parts()))


@cache
def word_list(name: str) -> tuple[str, ...]:
    """The words of a part that is nothing but words.

    >>> word_list("posthumous")
    ('truy tặng', 'truy phong')
    """
    return tuple(_parts()[name].split("|"))


@cache
def _parts() -> dict[str, str]:
    """The parts of the table; in those that are read in the text itself `{upper}` is a capital letter."""
    return {**load_rules("awards").parts, "upper": f"[{UPPER}]"}


def last(name: str, text: str) -> re.Match[str] | None:
    """The last place in a text where a sign stands, or `None`."""
    found = None
    for match in sign(name).finditer(text):
        found = match
    return found
