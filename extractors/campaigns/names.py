"""The book in which names of campaigns are looked up by their words, in every form the register allows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from corpus.campaigns import SLOT, Campaign, Need, load_campaigns
from extractors.campaigns.words import NameWord, name_words, written
from extractors.text import phrase_key

LONGEST_SLOT = 6
_GAP = r"[\s,;-]+(?:và\s+)?"
_NATION = "cả nước"
_COUNTRY = "việt nam"
_PEOPLE = "người việt"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to name a campaign: what it needs to be recognised, and whether it is a short form."""

    campaign: Campaign
    needs: Need
    short: bool


@dataclass(frozen=True, slots=True)
class LocalForm:
    """A name with a slot for a province's, sector's or body's own name."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    form: Form


@dataclass(frozen=True, slots=True)
class Sketch:
    """A full name as words, as a string, as a set, and its numbers."""

    words: tuple[str, ...]
    written: str
    bag: frozenset[str]
    numbers: tuple[str, ...]
    form: Form


@dataclass(frozen=True, slots=True)
class Found:
    """A form found in the first `size` words, up to the offset `end`."""

    form: Form
    size: int
    end: int


@dataclass(slots=True)
class Node:
    """A step of the trie of names; `campaigns` are the ids of all names that pass through it."""

    steps: dict[str, Node] = field(default_factory=dict)
    form: Form | None = None
    campaigns: set[str] = field(default_factory=set)


class NameBook:
    """Every form of every campaign's name, by its words; built once from the register."""

    def __init__(self, campaigns: Sequence[Campaign]) -> None:
        self.root = Node()
        self.full: dict[tuple[str, ...], Form] = {}
        self.locals_ending: dict[str, list[LocalForm]] = {}
        self.locals_turning: dict[str, list[LocalForm]] = {}
        for campaign in campaigns:
            self._add(campaign)

    def _add(self, campaign: Campaign) -> None:
        form = Form(campaign, campaign.needs, short=False)
        for name in campaign.full_names:
            self._enter(name_words(name), form)
            self.full.setdefault(name_words(name), form)
        for name in campaign.quoted:
            self._enter(name_words(name), Form(campaign, "quotes", short=True))
        for name in campaign.short:
            self._enter(name_words(name), Form(campaign, "cue", short=True))
        plain = form.needs not in ("cue", "cue_and_quotes")
        by_rule = (slot for name in campaign.full_names if plain for slot in _slots_by_rule(name))
        in_data = (tuple(name.split(SLOT)) for name in campaign.local)
        for before, after in dict.fromkeys([*by_rule, *in_data]):
            self._open(LocalForm(name_words(before), name_words(after), form))

    def _open(self, local: LocalForm) -> None:
        self.locals_ending.setdefault(local.after[-1], []).append(local)
        self.locals_turning.setdefault(local.after[0], []).append(local)

    def _enter(self, name: tuple[str, ...], form: Form) -> None:
        node = self.root
        for word in name:
            node = node.steps.setdefault(word, Node())
            node.campaigns.add(form.campaign.id)
        if node.form is None:
            node.form = form
        elif node.form.campaign.id != form.campaign.id:
            raise ValueError(f"{' '.join(name)!r} names {node.form.campaign.id} and {form.campaign.id}; keep one")

    @cached_property
    def bare_firsts(self) -> frozenset[str]:
        """The first word of every name that needs neither quotes nor a noun."""
        return frozenset(name[0] for name, form in self.full.items() if is_bare(form, len(name)))

    @cached_property
    def bare_opening(self) -> re.Pattern[str]:
        """The first three words of every name that needs neither quotes nor a noun, as a match key may spell them."""
        later: dict[str, set[str]] = {}
        for name, form in self.full.items():
            if is_bare(form, len(name)):
                later.setdefault(name[0], set()).add(_GAP.join(written(word) for word in name[1:3]))
        openings = "|".join(f"{first}{_GAP}(?:{'|'.join(sorted(rest))})" for first, rest in sorted(later.items()))
        return re.compile(rf"(?:{openings})(?!\w)")

    @cached_property
    def sketches(self) -> tuple[Sketch, ...]:
        """The full names as a comparison of near misses wants them."""
        return tuple(
            Sketch(name, " ".join(name), frozenset(name), numbers_of(name), form) for name, form in self.full.items()
        )

    def longest(self, name: Iterable[NameWord]) -> Found | None:
        """The longest form that the words begin with; reads no further than it must."""
        node, best = self.root, None
        for size, word in enumerate(name, 1):
            step = node.steps.get(word.key)
            if step is None:
                break
            node = step
            if node.form is not None:
                best = Found(node.form, size, word.end)
        return best

    def passing(self, name: Iterable[NameWord]) -> Node | None:
        """The node that all the words lead to, or `None`."""
        node: Node | None = self.root
        for word in name:
            node = node.steps.get(word.key) if node else None
        return node


def numbers_of(name: Iterable[str]) -> tuple[str, ...]:
    """The numbers among words, which no slip of the pen excuses."""
    return tuple(word for word in name if word.isdigit())


def is_bare(form: Form, size: int) -> bool:
    """Whether a form is long and plain enough to be known with neither quotes nor a campaign noun."""
    return form.needs in ("nothing", "emulation_page") and not form.short and size >= 4


def _slots_by_rule(name: str) -> Iterator[tuple[str, ...]]:
    key = phrase_key(name)
    if key.startswith(_NATION):
        yield "", key.removeprefix(_NATION)
    elif _COUNTRY in key and not key.startswith(_PEOPLE):
        yield tuple(key.split(_COUNTRY, 1))
    elif len(name_words(name)) >= LONGEST_SLOT:
        yield "", key


@cache
def name_book() -> NameBook:
    """The book of the register's names."""
    return NameBook(load_campaigns().campaigns)
