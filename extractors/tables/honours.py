"""The honours that a heading, a group row or a cell names, with who grants them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from corpus.awards import Honour
from extractors.awards.authority import Authorities, Authority
from extractors.awards.cues import Cue, cues_in
from extractors.awards.givers import Givers
from extractors.awards.vocabulary import vocabulary
from extractors.model import AwardLevel, AwardUnit
from extractors.reading import Reading

_MAX = 600
COMMENDED = "khen-thuong"


@dataclass(frozen=True, slots=True)
class Named:
    """An honour named at `[start, end)`."""

    start: int
    end: int
    award: str
    rank: Literal["1", "2", "3"] | None = None
    level: AwardLevel | None = None
    grantor: str | None = None
    unit: AwardUnit | None = None

    @property
    def kind(self) -> tuple[str, str | None]:
        """What tells honours apart: family and rank."""
        return self.award, self.rank


class HonourReader:
    """Reads honours in the tables of one article; what a stretch says is read once, lines put together."""

    def __init__(self, reading: Reading) -> None:
        article = reading.article
        self._reading = Reading(replace(article, text=article.text.replace("\n", " ")))
        self._authorities = Authorities(self._reading)
        self._known: dict[str, tuple[Named, ...]] = {}

    def named(self, start: int, end: int) -> tuple[Named, ...]:
        """The honours of a stretch, in order; cells that say the same are read once."""
        key = self._reading.key[start : min(end, start + _MAX)]
        if key not in self._known:
            self._known[key] = tuple(
                replace(one, start=one.start - start, end=one.end - start)
                for one in self._read(start, start + len(key))
            )
        return tuple(replace(one, start=one.start + start, end=one.end + start) for one in self._known[key])

    def first(self, start: int, end: int) -> Named | None:
        """The first honour of a stretch, `None` where it names none."""
        found = self.named(start, end)
        return found[0] if found else None

    def commended(self, start: int, end: int) -> Named | None:
        """The honour of a stretch, or "khen thưởng" where it names none but speaks of honours."""
        found = self.first(start, end)
        if found:
            return found
        cues = self._cues(start, min(end, start + _MAX))
        said = next((cue for cue in cues if cue.deed == "commend"), None)
        return Named(said.start, said.end, COMMENDED, level=self.level(start, end)) if said else None

    def level(self, start: int, end: int) -> AwardLevel | None:
        """The level of the authority that a stretch names first."""
        authority = self._authorities.first(self._cues(start, end), end)
        return authority.level if authority else None

    def _cues(self, start: int, end: int) -> list[Cue]:
        """The cues; a table may name an honour in capitals, which changes nothing in the key."""
        return cues_in(self._reading, start, end)

    def _read(self, start: int, end: int) -> list[Named]:
        if not any(hit.value.honour for hit in vocabulary().find(self._reading.key[start:end])):
            return []
        cues = self._cues(start, end)
        found: list[Named] = []
        for at, cue in enumerate(cues):
            if cue.honour and not self._is_repeated(found, cue.honour):
                found.append(self._named(cues, at, cue, cue.honour, start, end))
        return found

    @staticmethod
    def _is_repeated(found: Sequence[Named], honour: Honour) -> bool:
        return honour.family == COMMENDED and bool(found)

    def _named(self, cues: Sequence[Cue], at: int, cue: Cue, honour: Honour, start: int, end: int) -> Named:
        following = cues[at + 1 : at + 4]
        rank = honour.rank or next((one.ranks[0] for one in following[:2] if one.ranks), None)
        since = next((one.end for one in following[:1] if one.ranks), cue.end)
        authority = self._of(cues, at, since, start, end) or self._authorities.last(cues[:at], cue.start)
        if honour.level:
            said = authority if authority and authority.level == honour.level else None
            return self._made(cue, honour, rank, honour.level, said)
        return self._made(cue, honour, rank, authority.level if authority else None, authority)

    def _of(self, cues: Sequence[Cue], at: int, since: int, start: int, end: int) -> Authority | None:
        givers = Givers(self._reading, self._authorities, cues, start, end)
        for other in range(at + 1, min(at + 4, len(cues))):
            if cues[other].grantor:
                return givers.of(other, since)
        return None

    def _made(
        self,
        cue: Cue,
        honour: Honour,
        rank: Literal["1", "2", "3"] | None,
        level: AwardLevel | None,
        said: Authority | None,
    ) -> Named:
        grantor = self._reading.text[said.start : said.end] if said else None
        return Named(cue.start, cue.end, honour.family, rank, level, grantor, honour.unit)
