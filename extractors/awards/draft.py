"""What the grammar makes of a sentence before the article as a whole is looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from corpus.awards import Honour, Unit
from extractors.awards.authority import Authority
from extractors.awards.cues import Cue, Rank
from extractors.model import AwardLevel, Qualifier

Voice = Literal["give", "receive"]


@dataclass(slots=True)
class Naming:
    """One naming of an honour and what the sentence goes on to say of it.

    `start` is where its clause begins to speak of it, `at` where its name begins, `end` what has been read of it so
    far, `named` where its name was over when counts began to follow (0 before). `of` is the authority that the name
    itself carries ("Bằng khen của …"), `agent` the one that gives. `subject` is the stretch before "được" when no count
    stands there; `between` that from the verb of giving to the name; `plain` are recipients without a number.
    `shared`: authorities of several levels give it ("của Chính phủ và Bộ …"). `level` is the one that the
    honours beside it tell. `beside` are the stretches in which people may be named beside those counted.
    """

    honour: Honour
    start: int
    at: int
    end: int
    voice: Voice
    rank: Rank | None = None
    of: Authority | None = None
    agent: Authority | None = None
    subject: tuple[int, int] | None = None
    between: tuple[int, int] | None = None
    objects: Draft | None = None
    drafts: list[Draft] = field(default_factory=list)
    plain: set[Unit] = field(default_factory=set)
    plain_at: int = -1
    named: int = 0
    recalled: bool = False
    shared: bool = False
    level: AwardLevel | None = None
    beside: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """A count with the naming that it belongs to; `whole` is the count that it is a part of."""

    naming: Naming
    count: int
    unit: Unit
    qualifier: Qualifier
    rule: str
    start: int
    end: int
    whole: Draft | None = None
    recipients: tuple[str, ...] = ()
    posthumous: bool = False
    start_of_count: int = 0

    @classmethod
    def of_cue(cls, naming: Naming, cue: Cue, unit: Unit, rule: str) -> Draft:
        """The draft that a counted cue makes with a naming."""
        start, end = min(naming.start, cue.start), max(naming.end, cue.end)
        return cls(naming, cue.count or 0, unit, cue.qualifier, rule, start, end, start_of_count=cue.start)
