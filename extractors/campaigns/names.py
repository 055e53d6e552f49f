"""The book in which names of campaigns are looked up by their words, in every form the register allows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain

from corpus.campaigns import SLOT, Campaign, load_campaigns
from extractors.campaigns.tree import Form, Node, is_initials
from extractors.campaigns.words import NameWord, first_writings, name_words, written
from extractors.text import phrase_key

LONGEST_SLOT = 6
TURN = 3
"""Words behind the slot of a local form by which it is looked for; each has so many."""
MOST_TO_TURN = 16
"""Words in which the slot of a local form ends, and the words by which it is looked for stand."""
_GAP = r"[\s,;-]+(?:và\s+)?"
_NATION = "cả nước"
_COUNTRY = "việt nam"
_PEOPLE = "người việt"


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


class NameBook:
    """Every form of every campaign's name, by its words; built once from the register."""

    def __init__(self, campaigns: Sequence[Campaign]) -> None:
        self.root = Node()
        self.full: dict[tuple[str, ...], Form] = {}
        self.locals_ending: dict[str, list[LocalForm]] = {}
        self.locals_turning: dict[tuple[str, ...], list[LocalForm]] = {}
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
        self.locals_turning.setdefault(local.after[:TURN], []).append(local)

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
    def _firsts(self) -> frozenset[str]:
        return frozenset([*self.root.steps, *first_writings()])

    def may_begin(self, word: str) -> bool:
        """Whether a name may begin with a word of a match key; a quick no for nearly all words."""
        return word in self._firsts or word[0].isdigit() or is_initials(word)

    def may_turn(self, keys: Sequence[str]) -> bool:
        """Whether the slot of a local form may end among words of a match key; a quick no for nearly all."""
        told = [key for key in keys if key != "và"]
        turns = zip(*(told[at:] for at in range(TURN)), strict=False)
        return not (self.locals_turning.keys().isdisjoint(turns) and _respelt().isdisjoint(told))

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

    @cached_property
    def _sketches_by_word(self) -> dict[str, list[int]]:
        by_word: dict[str, list[int]] = {}
        for number, sketch in enumerate(self.sketches):
            for word in sketch.bag:
                by_word.setdefault(word, []).append(number)
        return by_word

    def akin(self, bag: Iterable[str]) -> Iterator[Sketch]:
        """The sketches that have three words in five among these, in the register's order."""
        shared = Counter(chain.from_iterable(self._sketches_by_word.get(word, ()) for word in bag))
        for number in sorted(shared):
            if shared[number] * 5 >= len(self.sketches[number].bag) * 3:
                yield self.sketches[number]

    def longest(self, name: Iterable[NameWord]) -> Found | None:
        """The longest form that the words begin with; reads no further than it must."""
        node, best = self.root, None
        for size, word in enumerate(name, 1):
            step = node.after(word.key)
            if step is None:
                break
            node = step
            if node.form is not None:
                best = Found(node.form, size, word.end)
        return best

    def passing(self, name: Iterable[NameWord]) -> Node | None:
        """The node that all the words lead to, or `None`."""
        node = self.root
        for word in name:
            step = node.after(word.key)
            if step is None:
                return None
            node = step
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
def _respelt() -> frozenset[str]:
    return frozenset(first_writings())


@cache
def name_book() -> NameBook:
    """The book of the register's names."""
    return NameBook(load_campaigns().campaigns)
