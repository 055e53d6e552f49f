"""Who grants: the authority that a run of cues names, and its level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from corpus.places import load_districts, load_provinces
from extractors.awards.cues import Cue
from extractors.model import AwardLevel, Official
from extractors.reading import Reading
from extractors.text import phrase_key

_MORE_OF_NAME = re.compile(
    r"\s(?:(?:và\s|-\s|–\s|&\s)?[A-ZĐÀ-Ỹ][\w&.]*|\d+|nước|tỉnh|thành\sphố|huyện|xã|phường|nhân\sdân)"
)
_BREAK = re.compile(r"[,;:()\n]|(?<!\w)(?:cho|tặng|trao|được|đã|cùng)(?!\w)")
_JOINT = re.compile(r"\s*(?:,|và|cùng)\s*(?:các\s+)?")
_CITY = re.compile(r"(?:thành phố|tp)\.?\s*")


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority named at `[start, end)`; `level` is `None` where the words tell none."""

    start: int
    end: int
    level: AwardLevel | None


class Authorities:
    """Reads authorities in one article: cities need the whole of it to be placed."""

    def __init__(self, reading: Reading, officials: Sequence[Official] = ()) -> None:
        self._reading = reading
        self._names = {mention.start for official in officials for mention in (official.span, *official.mentions)}

    def last(self, cues: Sequence[Cue]) -> Authority | None:
        """The authority nearest to the end of a stretch of cues; several of different levels together have none."""
        runs = self._runs(cues)
        return self._together(runs[-1]) if runs else None

    def first(self, cues: Sequence[Cue]) -> Authority | None:
        """The authority that a stretch of cues begins with."""
        runs = self._runs(cues)
        return self._together(runs[0]) if runs else None

    def _runs(self, cues: Sequence[Cue]) -> list[list[list[Cue]]]:
        """Authorities, those that a comma or "và" joins together."""
        runs: list[list[list[Cue]]] = []
        for group in self._groups([cue for cue in cues if cue.grantor or cue.scope]):
            if runs and _JOINT.fullmatch(self._reading.key, runs[-1][-1][-1].end, group[0].start):
                runs[-1].append(group)
            else:
                runs.append([group])
        return runs

    def _together(self, groups: Sequence[Sequence[Cue]]) -> Authority:
        levels = {self._level(group) for group in groups}
        return Authority(groups[0][0].start, self._end(groups[-1][-1].end), levels.pop() if len(levels) == 1 else None)

    def _groups(self, cues: Sequence[Cue]) -> list[list[Cue]]:
        groups: list[list[Cue]] = []
        key = self._reading.key
        for cue in cues:
            if groups and self._continues(key, groups[-1][-1], cue):
                groups[-1].append(cue)
            elif cue.grantor:
                groups.append([cue])
        return groups

    @staticmethod
    def _continues(key: str, before: Cue, cue: Cue) -> bool:
        gap = key[before.end : cue.start]
        return len(gap) < 50 and not _BREAK.search(gap) and gap.strip() != "và"

    def _level(self, group: Sequence[Cue]) -> AwardLevel | None:
        default: AwardLevel | None = None
        for cue in group:
            if _CITY.match(self._reading.key, cue.start, cue.end):
                return self._city_level(cue)
            if cue.grantor and cue.grantor.office:
                continue
            if cue.grantor and not cue.grantor.scoped:
                return cue.grantor.level
            if cue.scope:
                return cue.scope
            default = default or (cue.grantor.level if cue.grantor else None)
        return default

    def _city_level(self, cue: Cue) -> AwardLevel:
        after = self._reading.key[cue.end : cue.end + 24].lstrip(" .")
        if after.startswith(_central_cities()):
            return "province"
        if after.startswith(_district_cities()):
            return "district"
        key = self._reading.key
        return "district" if "ubnd tỉnh" in key or "tỉnh ủy" in key else "province"

    def _end(self, end: int) -> int:
        text = self._reading.text
        for _ in range(10):
            more = _MORE_OF_NAME.match(text, end)
            if not more or more.start() + 1 in self._names:
                break
            end = more.end()
        return end


@cache
def _central_cities() -> tuple[str, ...]:
    cities = [province for province in load_provinces() if province.type == "thành phố"]
    return tuple(phrase_key(name) for city in cities for name in (city.name, *city.variants))


@cache
def _district_cities() -> tuple[str, ...]:
    return tuple(phrase_key(district.name) for district in load_districts() if district.type == "thành phố")
