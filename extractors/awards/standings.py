"""What each sentence of an article tells about the standing of its counts, and what carries on to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.awards import status
from extractors.awards.draft import Draft
from extractors.awards.status import OPENING, PROPOSED, Standing
from extractors.model import BlockRole
from extractors.reading import Reading

RETOLD: frozenset[BlockRole] = frozenset({"title", "lead", "caption", "heading"})
MAX_PREFIX = 1200
MAX_CLAUSE = 300
MAX_UNSIGNED = 30
MAX_BACK = 12


class Standings:
    """Judges the counts of an article sentence by sentence, in order; sentences are known by their number."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._default = status.standing_of_article(reading)
        self._told: dict[int, Standing | None] = {}
        self._listing: Standing | None = None

    def judged(self, n: int, drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Standing]]:
        """The counts of a sentence that are real: by the clause, the sentence, or what stands before it."""
        key = self._reading.key
        start = self._reading.sentences[n][0]
        first = drafts[0].start if drafts else start
        clause, sign = start, status.standing_of(key[max(start, first - MAX_PREFIX) : first])
        for told, draft in enumerate(drafts):
            begins = max(start, key.rfind(";", max(start, draft.start - MAX_PREFIX), draft.start) + 1)
            if begins != clause or (sign is None and told < MAX_UNSIGNED):
                sign = status.standing_of(key[max(begins, draft.start - MAX_PREFIX) : draft.start]) or sign
                clause = begins
            near = max(begins, draft.start - MAX_CLAUSE)
            if status.is_unreal(key[near : draft.end], draft.start - near):
                continue
            sign = PROPOSED if status.proposes(key[near : draft.end]) else sign
            standing = status.standing_by_rule(draft) or sign or self._unsaid(n, draft)
            if draft.rule != "award.winner" or self._is_news(n, draft, standing):
                yield draft, standing
            sign = standing if draft.rule == "award.decisions" else sign
        self._told[n] = sign

    def _unsaid(self, n: int, draft: Draft) -> Standing:
        """The standing of a count of which its own sentence tells nothing."""
        return self._listing or self._carried(n) or status.standing_by_voice(draft) or self._default

    def pass_on(self, n: int) -> None:
        """Note, once a sentence has been read, whether it introduces a list or ends one."""
        start, end = self._reading.sentences[n]
        if self._reading.key.endswith(":", start, end):
            line = self._reading.key[max(start, end - MAX_PREFIX) : end]
            self._listing = status.standing_of_list(line) or self._carried(n)
        elif not status.is_listed(self._reading.key, start):
            self._listing = None

    def _carried(self, n: int) -> Standing | None:
        """What the sentences before it in the paragraph tell, and the paragraph before that where this one goes on."""
        block = self._reading.block_at(self._reading.sentences[n][0])
        for before in range(n - 1, max(n - MAX_BACK, -1), -1):
            start, end = self._reading.sentences[before]
            if start < block.start:
                if not status.goes_on(self._reading.key, block.start):
                    return None
                block = self._reading.block_at(start)
            if before not in self._told:
                self._told[before] = status.standing_of(self._reading.key[start : min(end, start + MAX_PREFIX)])
            if self._told[before]:
                return self._told[before]
        return None

    def _is_news(self, n: int, draft: Draft, standing: Standing) -> bool:
        """Whether a named winner belongs to what is reported: the past honours of one man or firm are not counted."""
        if standing.status == "statistic":
            return False
        start = self._reading.sentences[n][0]
        block = self._reading.block_at(start)
        if draft.naming.voice == "give" or block.role in RETOLD or block in self._reading.article.blocks[:OPENING]:
            return True
        said = self._reading.key[max(start, draft.end - MAX_PREFIX) : draft.end]
        return self._carried(n) is not None or status.standing_of(said) is not None
