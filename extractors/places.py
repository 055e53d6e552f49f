"""Provinces that a text names, and the province a text or a passage speaks of.

Precision first: a province's name inside a person's name, or in a menu that lists them all, is not a mention.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from corpus.offices import load_names
from corpus.places import Province, load_provinces
from extractors.lexicon import WORD, first_pairs
from extractors.reading import Reading
from extractors.text import phrase_key

_SCOPE_WORDS = ("về", "đại", "tại", "điểm", "đầu")
_SCOPE = re.compile(r"(?:về phía|đại diện phía|tại điểm cầu|điểm cầu|đầu cầu)\s+(?P<of>[^,.;:]{0,40})")
_OWN = re.compile(r"(?:lãnh đạo )?(?:tỉnh|thành phố|địa phương)(?!\w)")
_BARE = re.compile(r"(?<!\w)(?:ubnd|hđnd) tỉnh(?!\w)|(?<!\w)tỉnh ủy(?!\w)")
_HOST_WEIGHT = 3
_HOLDER = re.compile(r"(?:chủ tịch|bí thư|giám đốc|trưởng|ủy viên|đại biểu)(?!\w)[^,.;:]{0,40}$")
_HOST = re.compile(
    r"(?<!\w)(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|tỉnh ủy|thành ủy|công an|mttq(?: việt nam)?|lđlđ"
    r"|liên đoàn lao động|tỉnh đoàn|báo|đài|truyền hình|cổng thông tin điện tử|trường chính trị|bộ chqs|web"
    r"|(?:hội|sở)(?: (?!tại|ở|của|với|nghị|thảo|đồng)[^\s,.;]{1,7}){1,6})\s+(?:tỉnh |thành phố |tp\.? ?)?$"
)
_HOST_WINDOW = 60
_HOST_WORDS = frozenset(
    {
        "ubnd",
        "hđnd",
        "nhân",
        "ủy",
        "công",
        "mttq",
        "lđlđ",
        "liên",
        "hội",
        "sở",
        "đoàn",
        "báo",
        "đài",
        "hình",
        "cổng",
        "trường",
        "bộ",
        "web",
        "(web",
        "phía",
    }
)
_LARGER = ("thái bình dương", "hà nam ninh")
_MENU_RUN = 10
_MENU_GAP = 20
_WORD_BEFORE = re.compile(r"(\w+)\s$")
_WORD_AFTER = re.compile(r"\s(\w+)")


@dataclass(frozen=True, slots=True)
class NamedProvince:
    """A province as named at `[start, end)`, under its name in the register."""

    start: int
    end: int
    name: str


def province_named(text: str) -> str | None:
    """The register's name of a province written as `text`, with or without "tỉnh", "TP".

    >>> province_named("tỉnh Đắc Lắc"), province_named("TP.HCM"), province_named("Sao Hỏa")
    ('Đắk Lắk', 'Hồ Chí Minh', None)
    """
    key = _words(text)
    return _names().get(key) or _names().get(re.sub(r"^(?:tỉnh|thành phố|tp|thủ đô)\s*", "", key))


@dataclass(frozen=True)
class Scope:
    """The provinces of an article, found once and asked often."""

    reading: Reading

    @cached_property
    def named(self) -> tuple[NamedProvince, ...]:
        """The mentions of provinces, menus left out."""
        return tuple(p for p in _unlisted(list(_matches(self.reading))) if _is_place(self.reading, p))

    @cached_property
    def article(self) -> str | None:
        """The province that the article is from: declared by its source, else the one that its words agree on."""
        declared = self.reading.article.province
        if declared:
            return province_named(declared) or declared
        votes: Counter[str] = Counter()
        for place in self.named:
            votes[place.name] += _weight(self.reading, place)
        ranked = votes.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
            return None
        name, weight = ranked[0]
        alone = len(votes) == 1 and _register()[name].type == "tỉnh" and _BARE.search(self.reading.key) is not None
        return name if weight >= _HOST_WEIGHT or alone else None

    @cached_property
    def _markers(self) -> list[tuple[int, str | None]]:
        """Where "Về phía tỉnh …", "Tại điểm cầu …" begin, and the province that a bare "tỉnh" means after them."""
        found = self.reading.matches(_SCOPE, _SCOPE_WORDS)
        return [(match.start(), self._meant(*match.span("of"))) for match in found]

    def _meant(self, start: int, end: int) -> str | None:
        at = bisect_left(self._starts, start)
        if at < len(self.named) and self.named[at].start < end:
            return self.named[at].name
        return self.article if _OWN.match(self.reading.key, start) else None

    @cached_property
    def _starts(self) -> list[int]:
        return [place.start for place in self.named]

    def at(self, offset: int) -> str | None:
        """The province that a bare "tỉnh" means at an offset: by "Về phía tỉnh …" before it, else the article's."""
        before = bisect_left(self._markers, offset, key=lambda marker: marker[0]) - 1
        if before < 0 or self._markers[before][0] < self.reading.block_at(offset).start:
            return self.article
        return self._markers[before][1]


def _weight(reading: Reading, place: NamedProvince) -> int:
    """How much a mention says about where the article is from: its host and its title most, a mere place least."""
    start = max(0, place.start - _HOST_WINDOW)
    before = reading.key[start : place.start]
    if before.endswith(("tại ", "ở ")):
        return 0
    if not _HOST_WORDS.isdisjoint(before.split()) and _HOST.search(before) and not _HOLDER.search(before):
        return _HOST_WEIGHT
    if reading.role_at(place.start) == "title":
        return _HOST_WEIGHT
    return 1 if before.endswith("tỉnh ") else 0


def _matches(reading: Reading) -> Iterator[NamedProvince]:
    """The names of provinces in the text, each beginning with a capital."""
    past = 0
    for start in reading.starts_of_pairs(_openings()):
        capital = start >= past and reading.text[start].isupper()
        match = _province().match(reading.key, start) if capital else None
        if match:
            past = match.end()
            yield NamedProvince(start, past, _names()[_words(match[0])])


def _is_place(reading: Reading, place: NamedProvince) -> bool:
    """Whether the words are capitalised and no part of a person's or a bigger name."""
    text = reading.text
    if reading.key.startswith(_LARGER, place.start):
        return False
    before = _WORD_BEFORE.search(text, max(0, place.start - 16), place.start)
    if before and before[1][0].isupper() and phrase_key(before[1]) in _families():
        return before[1].isupper() and len(before[1]) > 1
    after = _WORD_AFTER.match(text, place.end)
    follows = after is not None and after[1][0].isupper() and phrase_key(after[1]) not in _families()
    person = phrase_key(text[place.start : place.end].split()[0]) in _families() and follows
    return not (person and after is not None and not after[1].isupper())


def _unlisted(places: Sequence[NamedProvince]) -> Iterator[NamedProvince]:
    """The places but those of a menu: many provinces with next to nothing between them."""
    run: list[NamedProvince] = []
    for place in places:
        if run and place.start - run[-1].end > _MENU_GAP:
            yield from run if len(run) < _MENU_RUN else ()
            run = []
        run.append(place)
    yield from run if len(run) < _MENU_RUN else ()


@cache
def _register() -> dict[str, Province]:
    return {province.name: province for province in load_provinces()}


@cache
def _names() -> dict[str, str]:
    return {_words(spelling): name for spelling, name in _spellings()}


def _spellings() -> Iterator[tuple[str, str]]:
    return ((spelling, p.name) for p in load_provinces() for spelling in (p.name, *p.variants))


def _words(text: str) -> str:
    return " ".join(WORD.findall(phrase_key(text)))


@cache
def _province() -> re.Pattern[str]:
    """What a province's name may look like; "Hồ Chí Minh" alone is a person."""
    keys = sorted((key for key in _names() if key != "hồ chí minh"), key=lambda key: (-len(key), key))
    return re.compile("(?:" + "|".join(re.escape(key).replace(r"\ ", r"[\s.\-]*") for key in keys) + r")(?!\w)")


@cache
def _openings() -> dict[str, frozenset[str]]:
    return first_pairs(_names())


@cache
def _families() -> frozenset[str]:
    return frozenset(phrase_key(name) for family in load_names().families if family.common for name in family.names)
