"""Who grants: the authority that a run of cues names, and its level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from corpus.places import load_districts, load_provinces
from extractors.awards.cues import Cue
from extractors.awards.names import begins_personal
from extractors.awards.signs import sign, word_list
from extractors.model import AwardLevel, Official
from extractors.reading import Reading
from extractors.text import phrase_key

MAX_GAP = 50
MAX_CITY = 24
MAX_TITLE = 12
QUOTE = '"'


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority named at `[start, end)`; `level` is `None` where the words tell none, or several (`mixed`)."""

    start: int
    end: int
    level: AwardLevel | None
    mixed: bool = False


class Authorities:
    """Reads authorities in one article: cities need the whole of it to be placed."""

    def __init__(self, reading: Reading, officials: Sequence[Official] = ()) -> None:
        self._reading = reading
        self._officials = officials

    @cached_property
    def _people(self) -> frozenset[int]:
        """Where people are named."""
        return frozenset(one.start for official in self._officials for one in (official.span, *official.mentions))

    def last(self, cues: Sequence[Cue], limit: int) -> Authority | None:
        """The authority nearest to the end of a stretch of cues, but for those that receive.

        Its name ends before `limit`; several of different levels together have none.
        """
        for run in reversed(self._runs(cues)):
            start = run[0][0].start
            if not sign("no_giver").search(self._reading.key, max(0, start - MAX_GAP), start):
                return self._together(run, limit)
        return None

    def place(self, start: int, end: int) -> Authority | None:
        """The province that gives under its bare name, which begins the clause: "Bắc Sơn tặng …"."""
        clause = sign("place_gives").match(self._reading.key, start, end)
        if clause is None or clause["place"] not in _provinces():
            return None
        return Authority(clause.start("place"), clause.end("place"), "province")

    def first(self, cues: Sequence[Cue], limit: int) -> Authority | None:
        """The authority that a stretch of cues begins with; its name ends before `limit`."""
        runs = self._runs(cues)
        return self._together(runs[0], limit) if runs else None

    def principal(self, cues: Sequence[Cue], limit: int) -> Authority | None:
        """The one authority that a stretch of cues begins with, without those a comma adds."""
        groups = self._groups([cue for cue in cues if cue.grantor or cue.scope])
        return self._together(groups[:1], limit) if groups else None

    def _runs(self, cues: Sequence[Cue]) -> list[list[list[Cue]]]:
        """Authorities, those that a comma or "và" joins together."""
        runs: list[list[list[Cue]]] = []
        for group in self._groups([cue for cue in cues if cue.grantor or cue.scope]):
            if runs and self._joins(runs[-1][-1], group):
                runs[-1].append(group)
            else:
                runs.append([group])
        return runs

    def _joins(self, before: Sequence[Cue], group: Sequence[Cue]) -> bool:
        """Whether a comma or "và" joins two authorities; after a name no place to a body, no office to an office."""
        first, start, end = before[0].start, before[-1].end, group[0].start
        if sign("authorities_joint").fullmatch(self._reading.key, start, end):
            return True
        leads_to = before[0].scope and not group[0].scope
        if leads_to or not sign("name_and_joint").fullmatch(self._reading.text, start, end):
            return False
        head = group[0].grantor
        office = (head and head.office) or sign("chief").search(self._reading.key, end, group[0].end)
        return not office and not sign("member").search(self._reading.key, max(0, first - MAX_TITLE), first)

    def _groups(self, cues: Sequence[Cue]) -> list[list[Cue]]:
        groups: list[list[Cue]] = []
        for cue in cues:
            if groups and self._continues(groups[-1][-1], cue):
                groups[-1].append(cue)
            elif cue.grantor:
                groups.append([cue])
        return groups

    def _continues(self, before: Cue, cue: Cue) -> bool:
        if cue.start - before.end > MAX_GAP:
            return False
        if before.scope and sign("name_and_joint").fullmatch(self._reading.text, before.end, cue.start):
            return False
        gap = self._reading.key[before.end : cue.start]
        return not sign("parts_authorities").search(gap) and gap.strip() != "và"

    def _together(self, groups: Sequence[Sequence[Cue]], limit: int) -> Authority:
        levels = {level for group in groups if (level := self._level(group))}
        end = self._end(groups[-1][-1].end, limit)
        mixed = len(levels) > 1
        return Authority(groups[0][0].start, end, levels.pop() if len(levels) == 1 else None, mixed)

    def _level(self, group: Sequence[Cue]) -> AwardLevel | None:
        heads = [cue.grantor for cue in group if cue.grantor and not cue.grantor.office]
        if heads and not heads[0].scoped:
            return heads[0].level
        local = [cue for cue in group if cue.scope and cue.scope != "ministry"]
        if local:
            city = sign("city").match(self._reading.key, local[0].start, local[0].end)
            return self._city_level(local[0]) if city else local[0].scope
        if any(cue.scope for cue in group):
            return "ministry"
        fixed = next((head.level for head in heads if not head.scoped), None)
        if fixed or not heads:
            return fixed
        named = self._reading.key.startswith(_provinces(), group[-1].end + 1)
        return "province" if named else heads[0].level

    def _city_level(self, cue: Cue) -> AwardLevel:
        after = self._reading.key[cue.end : cue.end + MAX_CITY].lstrip(" .")
        if after.startswith(_cities()):
            return "province"
        if after.startswith(_district_cities()):
            return "district"
        of_page = self._reading.article.province
        if of_page:
            return "province" if phrase_key(of_page) in _cities() else "district"
        return self._level_of_cities

    @cached_property
    def _level_of_cities(self) -> AwardLevel:
        """The level of the cities named most, or first; where none is named, of a province's city if it has one."""
        key = self._reading.key
        names = [key[city.end() : city.end() + MAX_CITY] for city in sign("city").finditer(key)]
        central = [name.startswith(_cities()) for name in names if name.startswith(_cities() + _district_cities())]
        if central:
            return "province" if (sum(central) * 2, central[0]) >= (len(central), True) else "district"
        return "district" if any(seat in key for seat in word_list("seats_of_province")) else "province"

    def _end(self, end: int, limit: int) -> int:
        """Where the name that reaches to `end` at least is over: before a person's name, a verb, or `limit`."""
        while more := sign("more_of_name").match(self._reading.text, end, max(end, limit)):
            following = self._reading.text[more.start() : more.start() + MAX_GAP].split()
            if more.start() + 1 in self._people or begins_personal(following[:2]):
                break
            end = more.end()
        return end


def names_province(key: str) -> bool:
    """Whether a stretch of match key names a province."""
    words = f" {key.replace(QUOTE, ' ')} "
    return any(f" {name} " in words for name in _provinces())


@cache
def _provinces() -> tuple[str, ...]:
    return tuple(phrase_key(name) for place in load_provinces() for name in (place.name, *place.variants))


@cache
def _cities() -> tuple[str, ...]:
    cities = [province for province in load_provinces() if province.type == "thành phố"]
    return tuple(phrase_key(name) for city in cities for name in (city.name, *city.variants, "hcm"))


@cache
def _district_cities() -> tuple[str, ...]:
    return tuple(phrase_key(district.name) for district in load_districts() if district.type == "thành phố")
