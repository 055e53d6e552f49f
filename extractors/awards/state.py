"""What has been understood of a sentence up to the cue that is being read."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.awards import Honour, Unit, load_awards
from extractors.awards.authority import Authorities, Authority
from extractors.awards.cues import Cue
from extractors.awards.draft import Draft, Naming
from extractors.awards.givers import Givers
from extractors.awards.signs import sign, word_list
from extractors.awards.wording import LEAD_REACH, end_of_name
from extractors.reading import Reading

MAX_ALONE = 36
MAX_BETWEEN = 70
_VI = re.compile(r"(?<=\w )Vì(?= )")
_RECOGNISED = "công nhận"


@dataclass(slots=True)
class State:
    """The state of reading one sentence.

    `subjects` are the places of counts that wait for what they receive, `received` is where "được" stood after them
    (or "đề nghị": `proposed`),
    `detailed` where the last "trong đó" stood. `open` is whether counts may still follow the honour; `wholes` are the
    counts whose parts are being told, `inside` a parenthesis; `titled` is where holders of a title that receive another
    honour were counted last; `elided` are counts with who gives to them, whose verb comes with the next ones; `loose`
    are the places of the counts of which nothing was said since the last honour was named.
    `known` are the honours that the article named before.
    """

    reading: Reading
    cues: Sequence[Cue]
    start: int
    end: int
    authorities: Authorities
    known: Sequence[Honour] = ()
    namings: list[Naming] = field(default_factory=list)
    subjects: list[int] = field(default_factory=list)
    received: int | None = None
    received_end: int = 0
    proposed: bool = False
    anchor: int = 0
    detailed: int = 0
    givers: Givers = field(init=False)
    verb: str = ""
    verb_at: int | None = None
    open: bool = True
    wholes: tuple[Draft, ...] = ()
    inside: bool = False
    titled: int = -1
    elided: list[tuple[list[int], Authority]] = field(default_factory=list)
    loose: list[int] = field(default_factory=list)
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.anchor = self.start
        self._starts = [cue.start for cue in self.cues]
        self.givers = Givers(self.reading, self.authorities, self.cues, self.start, self.end)

    @property
    def naming(self) -> Naming | None:
        """The honour being spoken of."""
        return self.namings[-1] if self.namings else None

    def key(self, start: int, end: int) -> str:
        """A stretch of the match key."""
        return self.reading.key[start:end]

    def unnamed(self, start: int, end: int) -> str:
        """A stretch of the match key without the "Vì" that begins a name: phong trào Vì an ninh Tổ quốc."""
        key = self.reading.key[start:end]
        for name in _VI.finditer(self.reading.text, start, end):
            key = key[: name.start() - start] + "**" + key[name.end() - start :]
        return key

    def before(self, cue: Cue) -> str:
        """The words of the sentence right before a cue."""
        return self.key(max(self.start, cue.start - LEAD_REACH), cue.start)

    def next(self, at: int) -> Cue | None:
        """The cue after the one at a place."""
        return self.cues[at + 1] if at + 1 < len(self.cues) else None

    def last_subject(self) -> Cue | None:
        """The count that was the last to wait for what it receives."""
        return self.cues[self.subjects[-1]] if self.subjects else None

    def begin_clause(self, semicolon: Cue) -> None:
        """Begin anew after a semicolon; the honour, its giver and its rank are kept for what the clause leaves out.

        Counts that nothing was said of wait on: "15 tập thể; 27 cá nhân được …".
        """
        self.anchor = self.givers.anchor = semicolon.end
        if self.received is not None or not self.opens_with_count(semicolon):
            self.subjects.clear()
        last = self.last_subject()
        if last and semicolon.start - last.end > MAX_ALONE:
            self.subjects.clear()
        self.received, self.verb_at, self.open, self.wholes = None, None, True, ()
        self.elided.clear()

    def _from(self, at: int) -> Cue | None:
        index = bisect_left(self._starts, at)
        return self.cues[index] if index < len(self.cues) else None

    def opens_with_count(self, semicolon: Cue) -> bool:
        """Whether a clause begins with a number of recipients."""
        first = self._from(semicolon.end)
        if first is None or first.unit is None:
            return False
        return sign("next_count").fullmatch(self.reading.key, semicolon.end, first.start) is not None

    def receive(self, cue: Cue) -> None:
        """Note a word of receiving: "được", "nhận", "đạt"."""
        if self.received is None:
            self.received = cue.start
        self.proposed = cue.deed == "propose"
        self.received_end = cue.end
        if self.verb != _RECOGNISED or self.verb_at is None:
            self.givers.now = None

    def enter(self, naming: Naming) -> None:
        """Speak of an honour from here on."""
        naming.end = end_of_name(self.reading.text, naming.honour.family, naming.end)
        self.namings.append(naming)
        self.loose.clear()
        self.open = True

    def attach(self, naming: Naming, cue: Cue, rule: str) -> Draft:
        """Join a count to an honour, as a part of what is being parted."""
        draft = Draft.of_cue(naming, cue, cue.unit or "item", rule)
        larger = [whole for whole in self.wholes if whole.count >= draft.count]
        same = [whole for whole in larger if whole.unit == draft.unit]
        draft.whole = next(iter([*same, *larger]), None)
        draft.posthumous = self.verb in word_list("posthumous")
        naming.drafts.append(draft)
        return draft


def unit_of(honour: Honour) -> Unit:
    """What a bare number of an honour counts."""
    return honour.unit or load_awards().families[honour.family].unit
