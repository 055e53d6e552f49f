"""What pages say that hold no article: walls, missing pages, sites that are down."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from corpus.rules import Rule, load_rules
from extractors.plain.lines import Line

_LONGEST_LINE_CHARS = 400
_MARKS = " .!?…*-–|•\"'()[]"


def refusal_in(line: Line) -> Rule | None:
    """The rule that knows a line as a refusal, whose `value` is what to do about it.

    >>> from extractors.plain.lines import line
    >>> refusal_in(line("Thông báo từ chối truy cập")).id
    'refused.denied'
    >>> refusal_in(line("Nhà trường từ chối nhận quà trong ngày lễ")) is None
    True
    """
    if len(line.key) > _LONGEST_LINE_CHARS:
        return None
    key = line.key.strip(_MARKS)
    return next((rule for rule, pattern in _patterns() if pattern.fullmatch(key)), None)


def first_refusal(lines: Iterable[Line]) -> Rule | None:
    """The rule of the first line that is a refusal."""
    return next((rule for one in lines if (rule := refusal_in(one))), None)


@cache
def _patterns() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    table = load_rules("refused")
    return tuple((rule, table.compiled(rule.id)) for rule in table.rules)
