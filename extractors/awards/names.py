"""What tells a person's name among winners and authorities."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpus.offices import load_names
from corpus.places import load_districts, load_provinces
from extractors.awards import signs
from extractors.text import phrase_key

UPPER = signs.UPPER
_CAPITALS = re.compile(rf"[{UPPER}][\w']*(?:[ ]+[{UPPER}][\w']*){{1,6}}$")
LONGEST = 5


def begins_personal(words: Sequence[str]) -> bool:
    """Whether capitalised words read like the beginning of a person's name.

    >>> begins_personal(["Lê", "Văn"]), begins_personal(["Đồng", "Tháp"]), begins_personal(["Sao", "Mai"])
    (True, False, False)
    """
    return len(words) > 1 and words[0].lower() in _families() and words[1][:1].isupper() and not is_place(words)


def personal_name(text: str) -> str | None:
    """The words at the end that make a person's name: a family name and what follows it.

    >>> personal_name("Phó Giám đốc Sở Y tế Lê Văn Bền")
    'Lê Văn Bền'
    """
    capitals = _CAPITALS.search(text)
    words = capitals[0].split() if capitals else []
    for at in range(max(len(words) - LONGEST, 0), len(words) - 1):
        if begins_personal(words[at:]):
            return " ".join(words[at:])
    return None


def addressed(key: str) -> int | None:
    """Where the name begins after "đồng chí", "ông", "PGS. TS." at the beginning of a key; `None` without them."""
    match = _addresses().match(key)
    return match.end() if match else None


@cache
def _families() -> frozenset[str]:
    rows = load_names().families
    common = {name.lower() for row in rows if row.common for name in row.names}
    return frozenset(common | set(signs.word_list("more_families")))


@cache
def _addresses() -> re.Pattern[str]:
    words = {phrase_key(word) for row in load_names().addresses if row.kind != "many" for word in row.words}
    longest_first = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?:(?:{longest_first})(?!\w)\.?\s*){{1,3}}")


def is_place(words: Sequence[str]) -> bool:
    """Whether two words are the name of a province or a district."""
    return phrase_key(" ".join(words[:2])) in _places()


@cache
def _places() -> frozenset[str]:
    names = [province.name for province in load_provinces()] + [district.name for district in load_districts()]
    return frozenset(phrase_key(name) for name in names)
