"""Brings the namings of an article together: the same name, the same name misspelled, the given name alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from extractors.model import Title
from extractors.officials.attach import Named, Sentence, read_sentence
from extractors.officials.bare import bare_mentions
from extractors.officials.careers import Bearers, Told
from extractors.officials.line import Line, line_of
from extractors.officials.names import plain_name
from extractors.officials.offices import Office
from extractors.officials.signs import sign, word_list
from extractors.officials.spellings import bearers, misspellings
from extractors.officials.stacked import stacked
from extractors.officials.titles import distinct, one_holder, same_office, title_of
from extractors.officials.vocabulary import vocabulary
from extractors.places import Scope
from extractors.reading import Reading
from extractors.text import phrase_key

_PARTS = re.compile(r"[\s'’]+")


@dataclass(frozen=True, slots=True)
class Naming:
    """One naming: the name at `[start, end)`, the phrase around it, the offices given there."""

    start: int
    end: int
    phrase_start: int
    phrase_end: int
    titles: tuple[Title, ...] = ()


@dataclass
class Gathered:
    """What is known of one person so far."""

    name: str
    mentions: list[Naming] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    behalf: str | None = None

    def titles(self) -> Iterator[Title]:
        """The titles of all mentions."""
        return (title for mention in self.mentions for title in mention.titles)

    def take(self, other: Gathered) -> None:
        """Make another gathering part of this one."""
        self.mentions += other.mentions
        self.rules += other.rules
        self.aliases += [other.name, *other.aliases]
        self.behalf = self.behalf or other.behalf


def gather(reading: Reading) -> list[Gathered]:
    """The people of the article who hold an office."""
    scope = Scope(reading)
    sentences = list(_sentences(reading))
    named = [person for sentence in sentences for person in sentence.people]
    named += _told(reading, [told for sentence in sentences for told in sentence.told])
    people = _by_name(reading, scope, named)
    _join_misspelled(reading, people)
    _drop_doubtful(people, [office for person in named for office in person.doubtful])
    _add_nameless(scope, people, [chain for sentence in sentences for chain in sentence.nameless])
    held = [one for one in people.values() if any(one.titles())]
    _add_bare(reading, held)
    return held


def _sentences(reading: Reading) -> Iterator[Sentence]:
    told = reading.starts_of_pairs(vocabulary().telling)
    for start, end in reading.sentences:
        here = told[bisect_left(told, start) : bisect_left(told, end)]
        if here:
            line = line_of(reading, start, end)
            if any(_is_office(line, bisect_left(line.starts, at)) for at in here):
                yield read_sentence(line)
    yield from stacked(reading)


def _told(reading: Reading, told: Iterable[Told]) -> Iterator[Named]:
    """Those whom something is told of without the name, where they are named."""
    named = Bearers(reading)
    for bearer in filter(None, map(named.of, told)):
        offices = [(office, bearer.told.rule) for office in bearer.told.offices]
        yield Named(bearer.start, bearer.end, bearer.start, bearer.end, offices)


def _is_office(line: Line, index: int) -> bool:
    head = line.find(vocabulary().heads, index)
    return head is not None and head.value.head.kind == "office"


def _by_name(reading: Reading, scope: Scope, named: Iterable[Named]) -> dict[str, Gathered]:
    people: dict[str, Gathered] = {}
    partly: list[Named] = []
    for one in named:
        name = plain_name(reading.text[one.start : one.end])
        if phrase_key(name) in vocabulary().names.history:
            continue
        if len(_PARTS.split(name)) == 1:
            partly.append(one)
        else:
            _add(people.setdefault(phrase_key(name), Gathered(name)), reading, scope, one)
    _add_partly(reading, scope, people, partly)
    return people


def _add_partly(reading: Reading, scope: Scope, people: dict[str, Gathered], partly: Iterable[Named]) -> None:
    """Give what is said of "ông An", "Bộ trưởng Bích An" to the one person whose name ends so."""
    full = bearers(people)
    for one in partly:
        keys = full.get(reading.key[one.start : one.end], [])
        if len(keys) == 1 and people[keys[0]].mentions[0].start < one.start:
            _add(people[keys[0]], reading, scope, one)
    clans = vocabulary().names.clans
    for key in [key for key in people if len(key.split()) == 2 and len(full.get(key, [])) == 1]:
        if key.split()[0] in clans:
            continue
        short, whole = people.pop(key), people[full[key][0]]
        whole.mentions += short.mentions
        whole.rules += short.rules


def _add(one: Gathered, reading: Reading, scope: Scope, named: Named) -> None:
    held = [(office, rule) for office, rule in named.offices if office.head.head.kind == "office"]
    titles = tuple(title_of(reading, scope, office) for office, _ in held)
    one.rules += [rule for _, rule in held]
    one.behalf = one.behalf or _behalf(reading, named)
    one.mentions.append(Naming(named.start, named.end, named.phrase_start, named.phrase_end, titles))


def _behalf(reading: Reading, named: Named) -> str | None:
    """Whom the person stands in for: "thừa ủy quyền của Chủ tịch nước, đồng chí …"."""
    start, _ = reading.sentence_at(named.start)
    start = max(start, named.phrase_start - 160)
    if not any(reading.key.find(word, start, named.phrase_start) >= 0 for word in word_list("behalf_words")):
        return None
    matches = list(sign("behalf").finditer(reading.key, start, named.phrase_start))
    if not matches or re.search(r"[;:]", reading.key[matches[-1].end() : named.phrase_start]):
        return None
    return " ".join(reading.text[slice(*matches[-1].span("whom"))].split())


def _join_misspelled(reading: Reading, people: dict[str, Gathered]) -> None:
    """Make one of two names that differ by one letter and hold a common office, but never stand side by side."""
    for first, second in list(misspellings(people)):
        if first not in people or second not in people or _side_by_side(reading, people[first], people[second]):
            continue
        if _common_office(people[first], people[second]):
            people[first].take(people.pop(second))


def _side_by_side(reading: Reading, one: Gathered, other: Gathered) -> bool:
    """Whether a sentence names both."""
    sentences = {reading.sentence_at(mention.start) for mention in one.mentions}
    return any(reading.sentence_at(mention.start) in sentences for mention in other.mentions)


def _common_office(one: Gathered, other: Gathered) -> bool:
    first, second = distinct(one.titles()), distinct(other.titles())
    return len(distinct((*first, *second))) < len(first) + len(second)


def _drop_doubtful(people: dict[str, Gathered], doubtful: list[Office]) -> None:
    """Take a doubtful office from a person if somebody else holds it for certain."""
    starts = {office.start for office in doubtful}
    if not starts:
        return
    certain = [(key, t) for key, one in people.items() for t in one.titles() if t.span.start not in starts]
    for key, one in people.items():
        others = [title for holder, title in certain if holder != key]
        for i, mention in enumerate(one.mentions):
            kept = tuple(t for t in mention.titles if not (t.span.start in starts and _held(t, others)))
            one.mentions[i] = replace(mention, titles=kept) if len(kept) < len(mention.titles) else mention


def _held(title: Title, others: Iterable[Title]) -> bool:
    return any(same_office(title, other) for other in others)


def _add_nameless(scope: Scope, people: dict[str, Gathered], chains: Iterable[tuple[Office, ...]]) -> None:
    """A chain of offices with no name is of the one person who holds one of them: "Thủ tướng Chính phủ, Chủ tịch …"."""
    for chain in chains:
        titles = [title_of(scope.reading, scope, office) for office in chain]
        certain = [title for title in titles if one_holder(title)]
        holders = [one for one in people.values() if any(_held(title, certain) for title in one.titles())]
        if len(holders) != 1 or not holders[0].mentions:
            continue
        others = [t for one in people.values() if one is not holders[0] for t in one.titles()]
        new = tuple(title for title in titles if title.body is not None and not _held(title, others))
        last = holders[0].mentions[-1]
        holders[0].mentions[-1] = replace(last, titles=(*last.titles, *new))


def _add_bare(reading: Reading, people: Iterable[Gathered]) -> None:
    """Add the places where known names stand with no office."""
    whose = {phrase_key(name): one for one in people for name in (one.name, *one.aliases)}
    taken = {mention.start: mention.end for one in whose.values() for mention in one.mentions}
    for key, start, end, phrase_start, phrase_end in bare_mentions(reading, whose, taken):
        whose[key].mentions.append(Naming(start, end, phrase_start, phrase_end))
