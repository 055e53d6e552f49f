"""Who gives the honours of a sentence, as the clause goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.awards.authority import Authorities, Authority
from extractors.awards.cues import Cue
from extractors.awards.names import UPPER
from extractors.awards.signs import word_list
from extractors.awards.wording import belongs, principal_at
from extractors.reading import Reading

MAX_REACH = 260
MAX_NAME = 120
MAX_OPENING = 24
_PROXY = "ủy quyền"
_NEW_SUBJECT = re.compile(rf"(?<![\w“\"])[{UPPER}]\w+")


@dataclass(slots=True)
class Givers:
    """Knows the authority that gives at the point to which a sentence has been read.

    `anchor` is where the clause begins; an authority is carried on until another subject appears.
    """

    reading: Reading
    authorities: Authorities
    cues: Sequence[Cue]
    anchor: int
    end: int
    now: Authority | None = None
    begin: int = field(init=False)

    def __post_init__(self) -> None:
        self.begin = self.anchor

    def note(self, at: int) -> None:
        """Remember who gives at the verb `cues[at]`: named between the clause's beginning, or "được", and the verb."""
        cue = self.cues[at]
        first = at
        while first and self.cues[first - 1].start >= self.anchor and not _ends(self.cues[first - 1]):
            first -= 1
        since = max(self.anchor, self.cues[first - 1].end if first else 0)
        if first and self._goes_on(self.cues[first - 1], cue):
            return
        opening = first
        while opening and not _hands(self.cues[opening - 1]):
            opening -= 1
        proxy = self.reading.key.rfind(_PROXY, max(self._since(opening), cue.start - MAX_REACH), cue.start)
        if proxy >= 0:
            self.now = self._principal(self.cues[opening:at], proxy + len(_PROXY), cue.start)
            return
        named = self.authorities.last(_without_places_aside(self.cues[first:at]), cue.start)
        if named and cue.start - named.end < MAX_REACH:
            self.now = named
        elif place := self.authorities.place(self._clause(since, cue.start), cue.start):
            self.now = place
        elif self._is_new_subject(max(since, cue.start - MAX_REACH), cue.start):
            self.now = None
        elif self.now is None and self.anchor > self.begin:
            self.now = self._subject(at)

    def _subject(self, at: int) -> Authority | None:
        """The authority that a sentence of several clauses begins with, unless this one receives or proposes."""
        if any(cue.deed in {"receive", "propose"} for cue in self.cues[:at] if cue.start >= self.anchor):
            return None
        first = self.authorities.first(self.cues[:at], self.cues[at].start)
        return first if first and first.start - self.begin <= MAX_OPENING else None

    def _since(self, first: int) -> int:
        return self.cues[first - 1].end if first else self.begin

    def _clause(self, since: int, end: int) -> int:
        """Where the words after the last comma before a verb begin."""
        return max(since, self.reading.key.rfind(",", max(since, end - MAX_NAME), end) + 1)

    def _goes_on(self, before: Cue, cue: Cue) -> bool:
        """Whether one verb follows another at once: "trao quyết định khen thưởng"."""
        gap = self.reading.key[before.end : cue.start].strip(" ,")
        return before.deed in {"give", "commend"} and gap in word_list("verb_joint")

    def _is_new_subject(self, start: int, end: int) -> bool:
        """Whether somebody else is named before the verb, other than one who was just given something."""
        gift = self.reading.key.find("cho ", start, end)
        return _NEW_SUBJECT.search(self.reading.text, start, gift if gift >= 0 else end) is not None

    def _principal(self, run: Sequence[Cue], start: int, end: int) -> Authority | None:
        """On whose behalf an honour is handed over; `None` where "thừa ủy quyền" does not say."""
        named = self.authorities.principal([cue for cue in run if cue.start >= start], end)
        return named if named and named.start <= principal_at(self.reading.key, start, end) else None

    def of(self, at: int, since: int) -> Authority | None:
        """The authority `cues[at]` where it belongs to the honour that ends at `since`: "Bằng khen của …"."""
        cue = self.cues[at]
        tie = belongs(self.reading.key[since : cue.start])
        if tie is None or (not tie and cue.grantor and cue.grantor.level == "unit"):
            return None
        run = self.cues[at : at + 6]
        limit = next((other.start for other in run if _ends(other)), min(self.end, cue.start + MAX_NAME))
        return self.authorities.first([other for other in run if other.start < limit], limit)

    def level_of(self, at: int) -> Authority | None:
        """The authority that `cues[at]` names by itself."""
        return self.authorities.first(self.cues[at : at + 1], self.cues[at].end)

    def host(self, start: int) -> Authority | None:
        """Who holds the gathering of which a sentence tells: "do Liên đoàn Lao động tỉnh tổ chức"."""
        for at, cue in enumerate(self.cues):
            if cue.grantor and self.reading.key[max(start, cue.start - 3) : cue.start] == "do ":
                host = self.authorities.first(self.cues[at : at + 6], min(self.end, cue.start + MAX_NAME))
                if host and self.reading.key[host.end : host.end + 16].lstrip().startswith(word_list("arranges")):
                    return host
        return None


def _ends(cue: Cue) -> bool:
    return _hands(cue) or cue.mark == ";"


def _hands(cue: Cue) -> bool:
    counted = cue.unit is not None and cue.unit != "decision"
    return bool(cue.deed in {"receive", "give", "commend"} or counted or cue.honour)


def _without_places_aside(cues: Sequence[Cue]) -> list[Cue]:
    """The cues of a stretch without parentheses that only tell where something is: "(phường Tân Lập, TP Tam Sơn)"."""
    kept: list[Cue] = []
    for cue in cues:
        opened = _opened(kept) if cue.mark == ")" else None
        if opened is not None and all(_is_place(one) for one in kept[opened + 1 :]):
            del kept[opened:]
        else:
            kept.append(cue)
    return kept


def _opened(cues: Sequence[Cue]) -> int | None:
    """Where the parenthesis opened last stands."""
    return next((at for at in range(len(cues) - 1, -1, -1) if cues[at].mark == "("), None)


def _is_place(cue: Cue) -> bool:
    """Whether a cue is a bare word of a place, which heads an authority as well: "phường", "TP"."""
    return cue.scope is not None and cue.grantor is not None and cue.deed is None
