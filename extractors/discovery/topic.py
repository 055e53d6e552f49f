"""Whether a headline and its lead sound of emulation and commendation."""

from __future__ import annotations

import re
from functools import cache

from corpus.rules import load_rules
from extractors.text import phrase_key

_LOOKED_AT = 1_000


def on_topic(title: str, lead: str = "") -> bool:
    """Whether a page is worth fetching for emulation and commendation, by the words of its headline and lead.

    Leans to yes: a wrong yes costs one request, a wrong no an article. Where neither says anything it is yes.

    >>> on_topic("Trao tặng Huân chương Lao động cho 2 tập thể"), on_topic("Giá vàng hôm nay tăng mạnh")
    (True, False)
    """
    key = phrase_key(f"{title[:_LOOKED_AT]} . {lead[:_LOOKED_AT]}")
    if key.strip(" .") == "":
        return True
    return bool(_family("topic.about").search(_family("topic.other").sub(" ", key)))


@cache
def _family(name: str) -> re.Pattern[str]:
    table = load_rules("topic")
    return re.compile("|".join(f"(?:{table.compiled(rule.id).pattern})" for rule in table.family(name)))
