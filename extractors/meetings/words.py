"""The words of the meeting rules, as patterns."""

from __future__ import annotations

import re
from functools import cache

from corpus.rules import fill, load_rules


@cache
def pattern(template: str) -> re.Pattern[str]:
    """A regular expression over match keys in which `{name}` stands for a part of the meeting rules.

    >>> bool(pattern(r"{territory}").match("huyện mộc châu"))
    True
    """
    return re.compile(fill(template, load_rules("meetings").parts))


@cache
def rule_pattern(name: str) -> re.Pattern[str]:
    """The pattern of the rule `meeting.NAME`."""
    return load_rules("meetings").compiled(f"meeting.{name}")
