"""The tree of names by their words, which the initials of several words climb as well as the words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from corpus.campaigns import Campaign, Need

_FEWEST_INITIALS = 3
_SYLLABLE = re.compile(
    r"(?:ngh?|[cgknpt]h|gi|qu|tr|[bcdđghklmnpqrstvx])?[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữự"
    r"yỳýỷỹỵ]{1,3}(?:[cn]h|ng|[cmnpt])?"
)
_AND = "v"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to name a campaign: what it needs to be recognised, and whether it is a short form."""

    campaign: Campaign
    needs: Need
    short: bool


@dataclass(slots=True)
class Node:
    """A step of the trie of names; `campaigns` are the ids of all names that pass through it."""

    steps: dict[str, Node] = field(default_factory=dict)
    form: Form | None = None
    campaigns: set[str] = field(default_factory=set)

    def after(self, word: str) -> Node | None:
        """Where a word leads: the word itself, or the initials of several ("tdbvantq"); `None` where nowhere."""
        return self.steps.get(word) or (self._by_initials(word) if is_initials(word) else None)

    def _by_initials(self, letters: str) -> Node | None:
        nodes = [self]
        for letter in letters:
            ahead = [step for node in nodes for word, step in node.steps.items() if word[0] == letter]
            nodes = ahead or (nodes if letter == _AND else [])
        return next((node for node in nodes if node.form), nodes[0] if len(nodes) == 1 else None)


@lru_cache(maxsize=4096)
def is_initials(word: str) -> bool:
    """Whether a word can be no syllable of Vietnamese, but initials.

    >>> is_initials("đtvm"), is_initials("bvantq"), is_initials("nghiêng"), is_initials("an")
    (True, True, False, False)
    """
    return len(word) >= _FEWEST_INITIALS and word.isalpha() and not _SYLLABLE.fullmatch(word)
