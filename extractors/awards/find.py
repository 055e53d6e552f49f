"""Finds the counts of honours in an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.awards import Honour
from corpus.rules import load_rules
from extractors.awards.authority import Authorities, Authority
from extractors.awards.cues import cues_in, triggers
from extractors.awards.draft import Draft, Naming
from extractors.awards.grammar import Grammar
from extractors.awards.merge import RETOLD, Told, merged
from extractors.awards.settle import is_of_party, settled, winners
from extractors.awards.status import (
    OPENING, Standing, goes_on, is_listed, is_unreal, proposes, standing_by_rule, standing_by_voice, standing_of,
    standing_of_article, standing_of_list,
)  # fmt: skip
from extractors.model import Award, AwardLevel, Official
from extractors.reading import Reading

_NUMBER = re.compile(r"\d|(?<!\w)(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?!\w)")
MAX_KNOWN = 40
MAX_PREFIX = 1200
MAX_CLAUSE = 300
MAX_UNSIGNED = 30
MAX_BACK = 12


def find_awards(reading: Reading, officials: Sequence[Official]) -> tuple[Award, ...]:
    """The counts of honours, each told once, in order of their spans."""
    names, praise = (tuple(phrase for phrase in phrases if phrase in reading.key) for phrases in triggers())
    return merged(_Teller(reading, officials, names, praise).told()) if names or praise else ()


@dataclass
class _Teller:
    """Walks over the sentences and keeps what one tells about the next: status, the honours named, an open list.

    `standings` holds, by the number of a sentence, what its signs tell; `solemn` is whether honours are named that no
    everyday word could mean.
    """

    reading: Reading
    officials: Sequence[Official]
    names: Sequence[str]
    praise: Sequence[str]
    known: list[Honour] = field(default_factory=list)
    solemn: bool = False
    standings: dict[int, Standing | None] = field(default_factory=dict)
    listing: Standing | None = None
    default: Standing = Standing("conferred")
    drafts: list[tuple[Draft, Standing, int]] = field(default_factory=list)

    def told(self) -> list[Told]:
        """Every count in order of the sentences, those retold included."""
        authorities = Authorities(self.reading, self.officials)
        self.default = standing_of_article(self.reading)
        for n, (start, end) in enumerate(self.reading.sentences):
            key = self.reading.key[start:end]
            if self._speaks_of_honours(key):
                self._sentence(n, start, end, authorities)
            if key.endswith(":"):
                self.listing = standing_of_list(key[-MAX_PREFIX:]) or self._carried(n)
            elif not is_listed(self.reading.key, start):
                self.listing = None
        kept = [one for one in self.drafts if self.solemn or self._is_title(one[0])]
        index = {id(draft): i for i, (draft, _, _) in enumerate(kept)}
        return [self._told(draft, standing, n, index) for draft, standing, n in kept]

    def _speaks_of_honours(self, key: str) -> bool:
        if any(name in key for name in self.names):
            return True
        return any(word in key for word in self.praise) and _NUMBER.search(key) is not None

    def _is_title(self, draft: Draft) -> bool:
        """Whether an everyday word is an honour by what stands beside it."""
        naming = draft.naming
        if not naming.honour.weak or is_of_party(self.reading, naming):
            return True
        return "danh hiệu" in self.reading.key[max(0, naming.at - 14) : naming.end]

    def _sentence(self, n: int, start: int, end: int, authorities: Authorities) -> None:
        cues = cues_in(self.reading.key, start, end)
        if not any(cue.honour or cue.deed in {"commend", "recall"} for cue in cues):
            return
        grammar = Grammar(self.reading, cues, start, end, authorities, self.known[-MAX_KNOWN:])
        namings = grammar.read()
        named = [naming for naming in namings if naming.honour.family != "khen-thuong"]
        counted = list(settled(self.reading, namings, start))
        alone = list(winners(self.reading, named, end, self.officials))
        if alone or counted:
            grammar.host(namings)
        self._judge(n, start, sorted([*counted, *alone], key=lambda draft: draft.start))
        self.known += [naming.honour for naming in named]
        self.solemn = self.solemn or any(not naming.honour.weak for naming in named)

    def _judge(self, n: int, start: int, drafts: Sequence[Draft]) -> None:
        """Keep the counts that are real, each with its standing: by the clause, the sentence, what was before it."""
        key = self.reading.key
        first = drafts[0].start if drafts else start
        clause, sign = start, standing_of(key[max(start, first - MAX_PREFIX) : first])
        for told, draft in enumerate(drafts):
            begins = max(start, key.rfind(";", max(start, draft.start - MAX_PREFIX), draft.start) + 1)
            if begins != clause or (sign is None and told < MAX_UNSIGNED):
                sign = standing_of(key[max(begins, draft.start - MAX_PREFIX) : draft.start]) or sign
                clause = begins
            near = max(begins, draft.start - MAX_CLAUSE)
            if is_unreal(key[near : draft.end], draft.start - near):
                continue
            sign = Standing("proposed") if proposes(key[near : draft.end]) else sign
            current = sign or self.listing or self._carried(n) or standing_by_voice(draft) or self.default
            standing = standing_by_rule(draft) or current
            if draft.rule == "award.winner" and not self._is_news(n, draft, standing):
                continue
            self.drafts.append((draft, standing, n))
            sign = standing if draft.rule == "award.decisions" else sign
        self.standings[n] = sign

    def _carried(self, n: int) -> Standing | None:
        """What the sentences before it in the paragraph tell, and the paragraph before that where this one goes on."""
        block = self.reading.block_at(self.reading.sentences[n][0])
        for before in range(n - 1, max(n - MAX_BACK, -1), -1):
            start, end = self.reading.sentences[before]
            if start < block.start:
                if not goes_on(self.reading.key, block.start):
                    return None
                block = self.reading.block_at(start)
            if before not in self.standings:
                self.standings[before] = standing_of(self.reading.key[start : min(end, start + MAX_PREFIX)])
            if self.standings[before]:
                return self.standings[before]
        return None

    def _is_news(self, n: int, draft: Draft, standing: Standing) -> bool:
        """Whether a named winner belongs to what is reported: the past honours of one man or firm are not counted."""
        if standing.status == "statistic":
            return False
        start = self.reading.sentences[n][0]
        block = self.reading.block_at(start)
        if draft.naming.voice == "give" or block.role in RETOLD or block in self.reading.article.blocks[:OPENING]:
            return True
        return self._carried(n) is not None or standing_of(self.reading.key[max(start, draft.end - MAX_PREFIX) : draft.end]) is not None

    def _told(self, draft: Draft, standing: Standing, sentence: int, index: dict[int, int]) -> Told:
        naming = draft.naming
        level, authority = _granted(naming)
        award = Award(
            span=self.reading.span(draft.start, draft.end),
            award=naming.honour.family,
            count=draft.count,
            unit=draft.unit,
            rule=draft.rule,
            confidence=load_rules("awards")[draft.rule].confidence,
            rank=naming.rank,
            level=level,
            grantor=self.reading.text[authority.start : authority.end] if authority else None,
            qualifier=draft.qualifier,
            status=standing.status,
            recipients=draft.recipients,
            posthumous=draft.posthumous,
            period=standing.period,
        )
        whole = index.get(id(draft.whole)) if draft.whole else None
        return Told(award, self.reading.role_at(draft.start), sentence, whole)


def _granted(naming: Naming) -> tuple[AwardLevel | None, Authority | None]:
    """The level and the authority: what the law says, else the name of the honour, else who gives it."""
    honour = naming.honour
    authority = naming.of or (None if honour.party else naming.agent)
    if honour.level:
        said = authority if authority and authority.level == honour.level else None
        return honour.level, said
    return (authority.level if authority else None), authority
