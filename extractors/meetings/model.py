"""The nouns of this package: a headed name, one telling of a meeting, those of one meeting, a report's opening."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.meetings import HeadWord
from extractors.dates.model import DateMention
from extractors.model import MeetingKind
from extractors.reading import Reading

Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Head:
    """A noun of the register at `[start, noun_end)` whose name goes on to `end`; `kind` is `None` where untold."""

    start: int
    noun_end: int
    end: int
    word: HeadWord
    kind: MeetingKind | None

    @property
    def named(self) -> bool:
        """Whether a topic follows the noun."""
        return self.end > self.noun_end


@dataclass(frozen=True, slots=True)
class Telling:
    """What one sentence says of one meeting.

    `topic` are the words of the name behind its noun. `rule` is the rule that the telling satisfies, `None` where the
    noun merely occurs; `planned` and `former` mark what is still to come and what lies behind the reported event,
    `same_day` what shares the day of the meeting told before, `item` what opens an item of a round-up.
    """

    head: Head
    topic: frozenset[str]
    sentence: Bounds
    lead: bool
    rule: str | None
    dates: tuple[DateMention, ...]
    place: Bounds | None
    host: Bounds | None
    planned: bool
    former: bool
    same_day: bool
    item: bool


@dataclass(slots=True)
class Group:
    """The tellings of one meeting, in order; grows while the article is read."""

    tellings: list[Telling] = field(default_factory=list)
    references: list[Telling] = field(default_factory=list)

    @property
    def all(self) -> list[Telling]:
        """Named tellings first, then the sentences that merely refer to it."""
        return [*self.tellings, *self.references]

    @property
    def start(self) -> int:
        """Where the first sentence that tells of it begins (a headline put aside)."""
        return next((t for t in self.tellings if t.rule), self.tellings[0]).sentence[0]

    @property
    def kind(self) -> MeetingKind | None:
        """The first kind that its tellings tell, `None` where they tell none."""
        return next((t.head.kind for t in self.tellings if t.head.kind), None)

    @property
    def is_item(self) -> bool:
        """Whether it is told as an item of a round-up."""
        return any(t.item for t in self.tellings)


@dataclass(frozen=True, slots=True)
class Opening:
    """A sentence that begins with a day, and that day; what follows it — where, who, doing what — is read on demand."""

    sentence: Bounds
    date: DateMention


@dataclass(frozen=True, slots=True)
class Page:
    """What every meeting of an article is read against.

    The article, its dates, the sentence that opens it, and the stretch of text that is about this meeting (in a
    round-up only its item).
    """

    reading: Reading
    dates: Sequence[DateMention]
    opening: Opening | None
    about: Bounds
