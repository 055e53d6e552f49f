"""The registers of offices, names and places as tries over words, built once a process."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from corpus.offices import Abbreviation, Body, Head, Level, NameRegister, OfficeRegister, load_names, load_offices
from corpus.places import load_districts, load_provinces
from extractors.lexicon import first_pairs
from extractors.officials.signs import word_list
from extractors.officials.tries import Trie
from extractors.text import phrase_key

_BETWEEN = r"[\s.\-/]*"
_BETWEEN_FIELDS = r"[\s,.\-&/]*"
_BETWEEN_ADDRESSES = r"[\s./,\-]*"
_FIGURES = frozenset({*map(str, range(2, 31)), "02", "03", "04", "05"})
_AND = re.compile(r"\s+và\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A phrase of the registers: what it is in full, and whether it stands there shortened."""

    canonical: str
    short: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadEntry(Entry):
    """A head with its row."""

    head: Head
    needs_body: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyEntry(Entry):
    """A body with its row."""

    body: Body


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitEntry(Entry):
    """A word for a territorial unit."""

    level: Level | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntry(Entry):
    """A province, a district with the provinces that have one of that name, or a country."""

    kind: Literal["province", "district", "country"]
    provinces: tuple[str, ...] = ()


@dataclass(frozen=True)
class Names:
    """What tells a person's name."""

    families: frozenset[str]
    common: frozenset[str]
    clans: frozenset[str]
    middles: frozenset[str]
    gendered: frozenset[str]
    never: frozenset[str]
    history: frozenset[str]
    others: frozenset[str]


@dataclass(frozen=True)
class Vocabulary:
    """Everything that is looked up while reading offices and names.

    `openings` are the words at which anything of interest can begin, and by the word that then follows (`""`: any)
    what it can be: "O" an office, "A" a word of address, "L" a link, "&" a joining word, "C" a number of people. With a
    capital, bodies and names can begin at `proper` words; `opening` are both together. `telling` are the first words of
    heads, each with those that then follow: a sentence without a pair of them holds no office. `calls` may stand before
    a given name alone. `joining` words join people and offices. `syllables` may stand in lower case in a body's name.
    """

    heads: Trie[HeadEntry]
    bodies: Trie[BodyEntry]
    units: Trie[UnitEntry]
    places: Trie[PlaceEntry]
    fields: Trie[Entry]
    modifiers: Trie[Entry]
    statuses: Trie[str]
    verbs: Trie[str]
    addresses: Trie[str]
    ranks: Trie[str]
    links: Trie[str]
    namesakes: Trie[str]
    bylines: Trie[str]
    openings: Mapping[str, Mapping[str, str]]
    opening: frozenset[str]
    proper: frozenset[str]
    telling: Mapping[str, frozenset[str]]
    calls: frozenset[str]
    joining: frozenset[str]
    syllables: frozenset[str]
    names: Names


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the shipped registers."""
    offices, names = load_offices(), load_names()
    forms = list(_heads(offices))
    heads = Trie(forms, between=r"[\s.]*")
    bodies = Trie(_bodies(offices), between=_BETWEEN)
    statuses = _same((name, str(status.value)) for status in offices.statuses for name in status.names)
    links = _same((link, link) for link in names.links)
    addresses = _same(((word, _CODES[a.kind]) for a in names.addresses for word in a.words), _BETWEEN_ADDRESSES)
    ranks = ((word, word) for a in names.addresses for word in a.words if a.kind == "rank")
    openings = _openings(heads, O=(heads, statuses), L=(links,), A=(addresses,))
    proper = bodies.firsts | _keys(name for family in names.families for name in family.names)
    return Vocabulary(
        heads=heads,
        bodies=bodies,
        units=Trie(_units(offices), between=_BETWEEN),
        places=Trie(_places(offices), between=r"[\s.'\-]*"),
        fields=Trie(_fields(offices), between=_BETWEEN_FIELDS),
        modifiers=Trie((name, Entry(canonical=name, short=name.isupper())) for name in offices.modifiers),
        statuses=statuses,
        verbs=_same((verb, verb) for verb in offices.verbs),
        addresses=addresses,
        ranks=_same(ranks, _BETWEEN_ADDRESSES),
        links=links,
        namesakes=_same(((word, word) for word in names.namesakes), _BETWEEN),
        bylines=_same((word, word) for word in names.bylines),
        openings=openings,
        opening=proper.union(openings),
        proper=proper,
        telling=first_pairs(phrase_key(form) for form, entry in forms if entry.head.kind == "office"),
        calls=_calls(forms, names),
        joining=frozenset(word_list("joining")),
        syllables=_syllables(offices),
        names=_names(names),
    )


def _calls(forms: Iterable[tuple[str, HeadEntry]], names: NameRegister) -> frozenset[str]:
    offices = (form for form, entry in forms if entry.head.kind == "office")
    addresses = (word for address in names.addresses if address.kind != "many" for word in address.words)
    return _keys(offices) | _keys(addresses)


def _openings(heads: Trie[HeadEntry], **tries: Iterable[Trie[Any]]) -> dict[str, dict[str, str]]:
    """The openings of tries by their kind; a number of people opens what a head goes on from."""
    pairs = [(first, second, kind) for kind, own in tries.items() for trie in own for first, second in trie.pairs()]
    pairs += [(word, "", "&") for word in word_list("joining")]
    pairs += [("được", "", "L")]
    pairs += [(count, first, "C") for count in _FIGURES.union(word_list("several")) for first in heads.firsts]
    openings: dict[str, dict[str, str]] = {}
    for first, second, kind in sorted(set(pairs)):
        opening = openings.setdefault(first, {"": ""})
        opening[second] = opening.get(second, opening[""]) + kind
    return openings


def _same(entries: Iterable[tuple[str, str]], between: str = r"[\s,;\-]*") -> Trie[str]:
    return Trie(entries, between=between)


def _names(names: NameRegister) -> Names:
    return Names(
        families=_keys(n for family in names.families for n in family.names),
        common=_keys(n for family in names.families if family.common for n in family.names),
        clans=_keys(n for family in names.families if family.clan for n in family.names),
        middles=_keys(word for middle in names.middles for word in middle.words),
        gendered=_keys(word for middle in names.middles if middle.gendered for word in middle.words),
        never=_keys(names.never),
        history=_keys(names.history),
        others=_keys(names.others),
    )


def _keys(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase_key(phrase) for phrase in phrases)


_CODES = {"one": "H", "many": "G", "rank": "R", "profession": "R"}


def _heads(offices: OfficeRegister) -> Iterator[tuple[str, HeadEntry]]:
    for head in offices.heads:
        for name in head.names:
            for form in _forms(head, name):
                yield form, HeadEntry(canonical=form, needs_body=head.needs_body, head=head)
    known = {phrase_key(form): head for head in offices.heads for name in head.names for form in _forms(head, name)}
    for row in _of_kind(offices, "head"):
        head = next(known[key] for key in _shorter(phrase_key(row.long)) if key in known)
        for short in row.short:
            yield short, HeadEntry(canonical=row.long, short=True, needs_body=row.needs_body, head=head)


def _forms(head: Head, name: str) -> Iterator[str]:
    yield name
    if head.deputy:
        yield f"Phó {name}"
    if head.second:
        yield re.sub(r" trưởng$", " phó", name) if name.endswith(" trưởng") else name.replace("Trưởng", "Phó", 1)


def _shorter(key: str) -> Iterator[str]:
    words = key.split()
    return (" ".join(words[:n]) for n in range(len(words), 0, -1))


def _bodies(offices: OfficeRegister) -> Iterator[tuple[str, BodyEntry]]:
    known: dict[str, Body] = {}
    for body in offices.bodies:
        for name in body.names:
            known.setdefault(phrase_key(name), body)
    shortened = {form for row in _of_kind(offices, "body") for form in map(phrase_key, row.short)}
    for body in offices.bodies:
        for name in body.names:
            if phrase_key(name) not in shortened:
                yield from ((variant, BodyEntry(canonical=name, body=body)) for variant in _with_and_without_and(name))
    for row in _of_kind(offices, "body"):
        body = next(known[key] for key in _shorter(phrase_key(row.long)) if key in known)
        for short in row.short:
            yield short, BodyEntry(canonical=row.long, short=True, body=body)


def _units(offices: OfficeRegister) -> Iterator[tuple[str, UnitEntry]]:
    for unit in offices.units:
        for name in unit.names:
            long = next((row.long for row in _of_kind(offices, "unit") if name in row.short), name)
            yield name, UnitEntry(canonical=long, short=name.isupper(), level=unit.level)


def _places(offices: OfficeRegister) -> Iterator[tuple[str, PlaceEntry]]:
    for province in load_provinces():
        for name in (province.name, *province.variants):
            yield (
                name,
                PlaceEntry(canonical=province.name, short=name.isupper(), kind="province", provinces=(province.name,)),
            )
    districts: dict[str, list[str]] = {}
    for district in load_districts():
        districts.setdefault(district.name, []).append(district.province)
    for name, provinces in districts.items():
        yield name, PlaceEntry(canonical=name, kind="district", provinces=tuple(dict.fromkeys(provinces)))
    yield from ((name, PlaceEntry(canonical=name, kind="country")) for name in offices.countries)


def _fields(offices: OfficeRegister) -> Iterator[tuple[str, Entry]]:
    shortened = {phrase_key(form) for row in _of_kind(offices, "word") for form in row.short}
    for name in offices.fields:
        if phrase_key(name) not in shortened:
            yield from ((variant, Entry(canonical=name)) for variant in _with_and_without_and(name))
    for row in _of_kind(offices, "word"):
        yield from ((short, Entry(canonical=row.long, short=True)) for short in row.short)


def _with_and_without_and(name: str) -> tuple[str, ...]:
    return (name, _AND.sub(" ", name)) if _AND.search(name) else (name,)


def _of_kind(offices: OfficeRegister, kind: str) -> Iterable[Abbreviation]:
    return (row for row in offices.abbreviations if row.kind == kind)


def _syllables(offices: OfficeRegister) -> frozenset[str]:
    named = (word for name in offices.fields for word in phrase_key(name).split())
    bodies = (word for body in offices.bodies for name in body.names for word in phrase_key(name).split())
    return (frozenset(phrase_key(" ".join(offices.syllables)).split()) | frozenset(named) | frozenset(bodies)) - set(
        word_list("no_syllable")
    )
