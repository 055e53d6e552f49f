"""What each sentence of an article tells about the standing of its counts, and what carries on to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from extractors.awards import status
from extractors.awards.draft import Draft
from extractors.awards.status import CONFERRED, OPENING, PROPOSED, Standing
from extractors.model import BlockRole
from extractors.reading import Reading

RETOLD: frozenset[BlockRole] = frozenset({"title", "lead", "caption", "heading"})
MAX_PREFIX = 1200
MAX_CLAUSE = 300
MAX_UNSIGNED = 30
MAX_BACK = 12
DECISION = "quyết định"
MANY_LINES = 8
MOST_ON_A_LINE = 1.15


class Standings:
    """Judges the counts of an article sentence by sentence, in order; sentences are known by their number."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._told: dict[int, Standing | None] = {}
        self._telling: set[int] = set()
        self._listing: Standing | None = None
        self._given: set[int] = set()
        self._won: set[tuple[str, str]] = set()

    def judged(self, n: int, drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Standing]]:
        """The counts of a sentence that are real: by the clause, the sentence, or what stands before it."""
        key = self._reading.key
        start = self._reading.sentences[n][0]
        first = self._head(drafts[0]) if drafts else start
        clause, sign = start, status.standing_of(key[max(start, first - MAX_PREFIX) : first])
        judged: dict[int, Standing] = {}
        for told, draft in enumerate(drafts):
            begins = max(start, key.rfind(";", max(start, draft.start - MAX_PREFIX), draft.start) + 1)
            if begins != clause or (sign is None and told < MAX_UNSIGNED):
                sign = status.standing_of(key[max(begins, draft.start - MAX_PREFIX) : self._head(draft)]) or sign
                clause = begins
            near = max(begins, draft.start - MAX_CLAUSE)
            clause_told = key[near : min(draft.end, draft.start + MAX_PREFIX)]
            if status.is_unreal(clause_told, draft.start - near):
                continue
            sign = PROPOSED if status.proposes(clause_told) else sign
            now = status.is_of_now(key, draft.end)
            of_whole = judged.get(id(draft.whole)) if draft.whole else None
            standing = status.standing_by_rule(draft) or (now and CONFERRED) or sign or of_whole
            standing = judged[id(draft)] = standing or self._unsaid(n, draft)
            if draft.rule != "award.winner" or self._is_news(n, draft, standing):
                self._note(n, draft, standing)
                yield draft, standing
            sign = standing if draft.rule == "award.decisions" else sign
        if drafts:
            self._told[n] = sign
            self._telling.add(n)

    @cached_property
    def _default(self) -> Standing:
        return status.standing_of_article(self._reading)

    def _note(self, n: int, draft: Draft, standing: Standing) -> None:
        """Remember that a sentence tells what was given, and who won what."""
        if standing.status == "conferred":
            self._given.add(n)
        self._won.update(_wins(draft))

    def _head(self, draft: Draft) -> int:
        """Where the words end that tell of a count's standing: "đã có quyết định (tặng)" tells of a decision."""
        return draft.start + len(DECISION) * self._reading.key.startswith(DECISION, draft.start)

    def _unsaid(self, n: int, draft: Draft) -> Standing:
        """The standing of a count of which its own sentence tells nothing."""
        behind = status.standing_behind(self._reading.key, max(draft.end, draft.naming.end))
        return behind or self._listing or self._carried(n, draft) or status.standing_by_voice(draft) or self._default

    def pass_on(self, n: int) -> None:
        """Note, once a sentence has been read, whether it introduces a list or ends one."""
        key, (start, end) = self._reading.key, self._reading.sentences[n]
        if key.endswith(":", start, end):
            line = key[max(start, end - MAX_PREFIX) : end]
            inner = self._listing if status.is_listed(key, self._reading.block_at(start).start) else None
            self._listing = status.standing_of_list(line) or self._carried(n, None) or inner
        elif self._listing and start == self._reading.block_at(start).start and not status.is_listed(key, start):
            self._listing = None

    def _carried(self, n: int, draft: Draft | None) -> Standing | None:
        """What the sentences before it in the paragraph tell, and the paragraph before that where this one goes on."""
        block = self._reading.block_at(self._reading.sentences[n][0])
        for before in range(n - 1, max(n - MAX_BACK, -1), -1):
            start, end = self._reading.sentences[before]
            if start < block.start:
                if not self._goes_on_alone(before, n, draft) and not status.goes_on(self._reading.key, block.start):
                    return None
                block = self._reading.block_at(start)
            if before not in self._told:
                self._told[before] = status.standing_of(self._reading.key[start : min(end, start + MAX_PREFIX)])
            if self._told[before]:
                return self._told[before]
        return None

    def _goes_on_alone(self, before: int, n: int, draft: Draft | None) -> bool:
        """Whether one of two lines about honours goes on with the other: it hands nothing over itself."""
        if draft is None or before not in self._telling or not self._keeps_no_paragraphs:
            return False
        start = self._reading.sentences[n][0]
        if self._told[before] == PROPOSED:
            return draft.start == start
        return "trao" not in self._reading.key[max(start, draft.start - MAX_CLAUSE) : draft.end]

    @cached_property
    def _keeps_no_paragraphs(self) -> bool:
        """Whether the page has every sentence on a line of its own, so that lines tell no paragraphs."""
        blocks, sentences = len(self._reading.article.blocks), len(self._reading.sentences)
        return blocks >= MANY_LINES and sentences <= blocks * MOST_ON_A_LINE

    def _is_news(self, n: int, draft: Draft, standing: Standing) -> bool:
        """Whether a named winner belongs to what is reported: the past honours of one man or firm are not counted."""
        if standing.status == "statistic":
            return False
        start = self._reading.sentences[n][0]
        block = self._reading.block_at(start)
        if draft.naming.voice == "give" or block.role in RETOLD or block in self._reading.article.blocks[:OPENING]:
            return True
        if status.is_handed_over(self._reading.key, draft.naming.end):
            return True
        if n - 1 in self._given or not self._won.isdisjoint(_wins(draft)):
            return True
        said = self._reading.key[max(start, draft.end - MAX_PREFIX) : draft.end]
        return self._carried(n, draft) is not None or status.standing_of(said) is not None


def _wins(draft: Draft) -> set[tuple[str, str]]:
    """Each honour with the last word of its winner's name: a second telling may leave the rest of it out."""
    if draft.rule != "award.winner":
        return set()
    return {(draft.naming.honour.family, name.split()[-1].lower()) for name in draft.recipients if name}
