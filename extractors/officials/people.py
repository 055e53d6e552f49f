"""The people whom an article names with an office: one person for all the ways and places of naming."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from corpus.rules import load_rules
from extractors.model import Span, Title
from extractors.officials.attach import Named, history_free, named_in
from extractors.officials.line import line_of
from extractors.officials.names import plain_name
from extractors.officials.offices import Office
from extractors.officials.titles import distinct, title_of
from extractors.places import Scope
from extractors.reading import Reading
from extractors.text import phrase_key

_CUE = re.compile(
    r"(?<!\w)(?:tịch|thư|trưởng|đốc|tướng|viên|nhiệm|lệnh|ủy|uỷ|án|phòng|tra|toán|sứ|phó|thống|vương|tá|phát ngôn|pháp chủ"
    r"|trụ trì|thường vụ|thường trực|ct|pct|bt|pbt|gđ|pgđ|tgđ|tuv|huv|uv\w*|cvp|pcvp|ctn|pctn|tbt|ttg|cthđqt|trợ lý)(?!\w)"
)
_BEHALF = re.compile(
    r"(?<!\w)(?:thừa (?:ủy )?quyền(?: của)?|được sự ủy quyền của|thay mặt(?: cho)?)\s+(?P<whom>[^,.;:()]{3,90})"
)


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One naming of a person: the name, and the whole phrase with honorific, rank and offices around it."""

    span: Span
    start: int
    end: int
    titles: tuple[Title, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """One person with the offices that the article gives; `aliases` are other spellings of the name."""

    name: str
    titles: tuple[Title, ...]
    mentions: tuple[PersonMention, ...]
    aliases: tuple[str, ...]
    rule: str
    confidence: float
    on_behalf_of: str | None = None


@dataclass
class _Gathered:
    """What is known of one name so far."""

    name: str
    mentions: list[PersonMention] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    behalf: str | None = None


def find_people(reading: Reading) -> tuple[Person, ...]:
    """The people with an office, in order of first mention."""
    gathered: dict[str, _Gathered] = {}
    scope = Scope(reading)
    partly: list[Named] = []
    for named in _named(reading):
        if " " in reading.text[named.start : named.end]:
            _gather(reading, scope, gathered, named)
        else:
            partly.append(named)
    for named in partly:
        _gather_given_name(reading, scope, gathered, named)
    _join_spellings(gathered)
    _add_bare_mentions(reading, gathered)
    people = [_person(one) for one in gathered.values()]
    return tuple(sorted((p for p in people if p.titles), key=lambda p: p.mentions[0].span.start))


def _named(reading: Reading) -> Iterator[Named]:
    for start, end in reading.sentences:
        if _CUE.search(reading.key, start, end):
            line = line_of(reading, start, end)
            yield from history_free(named_in(line), line)


def _gather(reading: Reading, scope: Scope, gathered: dict[str, _Gathered], named: Named) -> None:
    held = [(o, rule) for o, rule in named.offices if o.head.head.kind == "office"]
    name = plain_name(reading.text[named.start : named.end])
    key = phrase_key(name)
    if not held and key not in gathered:
        return
    one = gathered.setdefault(key, _Gathered(name))
    titles = tuple(title_of(reading, scope, office) for office, _ in held)
    one.rules += [rule for _, rule in held]
    one.behalf = one.behalf or _behalf(reading, named)
    span = reading.span(named.start, named.end)
    one.mentions.append(PersonMention(span, named.phrase_start, named.phrase_end, titles))


def _gather_given_name(
    reading: Reading, scope: Scope, gathered: dict[str, _Gathered], named: Named
) -> None:
    """Give what is said of "ông An" to the one person of the article whose given name it is."""
    given = reading.key[named.start : named.end]
    bearers = [one for key, one in gathered.items() if key.endswith(" " + given)]
    if len(bearers) != 1 or bearers[0].mentions[0].start > named.start:
        return
    titles = tuple(title_of(reading, scope, o) for o, _ in named.offices if o.head.head.kind == "office")
    span = reading.span(named.start, named.end)
    bearers[0].mentions.append(PersonMention(span, named.phrase_start, named.phrase_end, titles))


def _behalf(reading: Reading, named: Named) -> str | None:
    start, _ = reading.sentence_at(named.start)
    stretch = reading.key[max(start, named.phrase_start - 160) : named.phrase_start]
    match = next(reversed(list(_BEHALF.finditer(stretch))), None)
    if match is None or re.search(r"[;:]", stretch[match.end() :]):
        return None
    base = named.phrase_start - len(stretch)
    return " ".join(reading.text[base + match.start("whom") : base + match.end("whom")].split())


def _join_spellings(gathered: dict[str, _Gathered]) -> None:
    """Make one of two names that differ by one letter and hold a common office."""
    keys = list(gathered)
    for i, key in enumerate(keys):
        for other in keys[:i]:
            if other in gathered and key in gathered and _one_edit(key, other) and _common_office(gathered, key, other):
                _merge(gathered, key, other)


def _common_office(gathered: dict[str, _Gathered], key: str, other: str) -> bool:
    one, two = (distinct(t for m in gathered[k].mentions for t in m.titles) for k in (key, other))
    return len(distinct((*one, *two))) < len(one) + len(two)


def _merge(gathered: dict[str, _Gathered], key: str, into: str) -> None:
    one, two = gathered[into], gathered.pop(key)
    one.mentions += two.mentions
    one.rules += two.rules
    one.aliases += [two.name, *two.aliases]
    one.behalf = one.behalf or two.behalf


def _one_edit(one: str, other: str) -> bool:
    """Whether two different strings are one inserted, dropped or changed letter apart.

    >>> _one_edit("đặng thị tịnh", "đặng thị thịnh"), _one_edit("lê an", "lê bình")
    (True, False)
    """
    if len(one) > len(other):
        one, other = other, one
    if one == other or len(other) - len(one) > 1 or len(one) < 6:
        return False
    head = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    same_length = len(one) == len(other)
    return one[head + 1 :] == other[head + 1 :] if same_length else one[head:] == other[head + 1 :]


_CALLED = re.compile(
    r"(?:(?:các |hai |ba )?(?:đồng chí|đ/c|đ\.c|ông|bà|anh|chị)|(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)|(?:p?gs|ts|ths)[.,\s]*)[.\s]*$"
)


def _add_bare_mentions(reading: Reading, gathered: dict[str, _Gathered]) -> None:
    """Add the places where a known name stands with no office."""
    for one in gathered.values():
        taken = {m.span.start for m in one.mentions}
        for name in (one.name, *one.aliases):
            one.mentions += [m for m in _bare_mentions(reading, name) if m.span.start not in taken]
            taken = {m.span.start for m in one.mentions}
        one.mentions.sort(key=lambda m: m.span.start)


def _bare_mentions(reading: Reading, name: str) -> Iterator[PersonMention]:
    key = phrase_key(name)
    at = reading.key.find(key)
    while at >= 0:
        end = at + len(key)
        if _stands_alone(reading, at, end):
            called = _CALLED.search(reading.key, max(0, at - 40), at)
            yield PersonMention(reading.span(at, end), called.start() if called else at, end)
        at = reading.key.find(key, end)


def _stands_alone(reading: Reading, start: int, end: int) -> bool:
    text = reading.text
    return (
        text[start].isupper()
        and not (start and text[start - 1].isalnum())
        and not text[end : end + 1].isalnum()
    )


def _person(one: _Gathered) -> Person:
    titles = distinct(title for mention in one.mentions for title in mention.titles)
    rule = one.rules[0] if one.rules else "officials.after"
    return Person(
        name=one.name,
        titles=titles,
        mentions=tuple(one.mentions),
        aliases=tuple(dict.fromkeys(one.aliases)),
        rule=rule,
        confidence=load_rules("officials")[rule].confidence,
        on_behalf_of=one.behalf,
    )


def offices_of(people: Sequence[Named]) -> Iterable[Office]:
    """All offices held by the people of a sentence."""
    return (office for person in people for office, _ in person.offices)
