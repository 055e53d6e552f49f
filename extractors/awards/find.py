"""Finds the counts of honours in an article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.awards import Honour, load_awards
from corpus.rules import load_rules
from extractors.awards.authority import Authorities
from extractors.awards.cues import cues_in
from extractors.awards.draft import Draft, Naming
from extractors.awards.grammar import read, read_host
from extractors.awards.hosts import Hosts
from extractors.awards.levels import granted, level_of, read_titles
from extractors.awards.lines import counts_on_line, opens_list
from extractors.awards.merge import merged
from extractors.awards.recipients import recipients_of
from extractors.awards.settle import PRIZE, is_of_party, settled, winners
from extractors.awards.signs import sign
from extractors.awards.standings import Standings
from extractors.awards.state import State
from extractors.awards.status import Standing
from extractors.awards.told import Told
from extractors.awards.vocabulary import triggers
from extractors.model import Award, Official
from extractors.reading import Reading

MAX_KNOWN = 40
FLAG = "co-thi-dua"
MAX_STRETCH = 3000
MAX_SENTENCE = 120_000


def find_awards(reading: Reading, officials: Sequence[Official]) -> tuple[Award, ...]:
    """The counts of honours, each told once, in order of their spans."""
    speaking = _speaking(reading)
    return merged(_Teller(reading, officials, speaking).told()) if speaking else ()


def _speaking(reading: Reading) -> frozenset[int]:
    """The numbers of the sentences that may tell of honours: those that name one, or praise and hold a number."""
    starts = [start for start, _ in reading.sentences]
    named, praised = (
        {
            bisect_right(starts, start) - 1
            for start in reading.starts_of_pairs(trigger.openings)
            if trigger.pattern.match(reading.key, start)
        }
        for trigger in triggers()
    )
    counted = {n for n in praised - named if n >= 0 and sign("any_number").search(reading.key, *reading.sentences[n])}
    return frozenset(named | counted)


def _stretches(key: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What is read at once: a sentence, or what a page without stops has between two separators.

    What goes on after `MAX_SENTENCE` characters tells nothing that anybody wrote; it is left unread.
    """
    end = min(end, start + MAX_SENTENCE)
    while end - start > MAX_STRETCH:
        limit = start + MAX_STRETCH
        cut = max(key.rfind(";", start, limit), key.rfind(",", start, limit)) + 1 or key.rfind(" ", start, limit) + 1
        yield start, cut or limit
        start = cut or limit
    yield start, end


@dataclass
class _Teller:
    """Walks over the sentences and keeps what one tells about the next: its standing, and the honours named.

    `speaking` are the sentences worth reading; `solemn` is whether the article names an honour that no everyday word
    could mean; `heading` is the honour of a line that opens a list of counts.
    """

    reading: Reading
    officials: Sequence[Official]
    speaking: frozenset[int]
    known: list[Honour] = field(default_factory=list)
    solemn: bool = False
    heading: Naming | None = None
    drafts: list[tuple[Draft, Standing, int]] = field(default_factory=list)

    def told(self) -> list[Told]:
        """Every count in order of the sentences, those retold included."""
        authorities, standings = Authorities(self.reading, self.officials), Standings(self.reading)
        hosts = Hosts(self.reading, authorities, self.officials)
        for n, (start, end) in enumerate(self.reading.sentences):
            if self.heading and (listed := counts_on_line(self.reading, self.heading, start, end)):
                self.drafts += [(draft, standing, n) for draft, standing in standings.judged(n, listed)]
            elif n in self.speaking:
                for begin, stop in _stretches(self.reading.key, start, end):
                    drafts = self._drafts(begin, stop, authorities)
                    self.drafts += [(draft, standing, n) for draft, standing in standings.judged(n, drafts)]
            else:
                self.heading = None
            standings.pass_on(n)
        kept = [one for one in self.drafts if one[0].count and (self.solemn or self._is_title(one[0]))]
        index = {id(draft): i for i, (draft, _, _) in enumerate(kept)}
        return [self._told(draft, standing, n, index, hosts) for draft, standing, n in kept]

    def _is_title(self, draft: Draft) -> bool:
        """Whether an everyday word is an honour by what stands beside it."""
        naming = draft.naming
        if not naming.honour.weak or is_of_party(self.reading, naming):
            return True
        if naming.honour.family == PRIZE and self._is_official(draft):
            return True
        if naming.honour.family == FLAG and self.reading.key[naming.end : naming.end + 2].strip() == '"':
            return True
        return "danh hiệu" in self.reading.key[max(0, naming.at - 14) : naming.end]

    def _is_official(self, draft: Draft) -> bool:
        """Whether a prize is the state's, or a central body's that counts who won it."""
        authority = granted(draft)[1]
        level = authority.level if authority else None
        return level == "state" or (level == "ministry" and draft.rule in {"award.given", "award.received"})

    def _drafts(self, start: int, end: int, authorities: Authorities) -> list[Draft]:
        """The counts of a sentence, in order of their places."""
        cues = cues_in(self.reading, start, end)
        self.heading = None
        if not any(cue.honour or cue.deed in {"commend", "recall"} for cue in cues):
            return []
        state = State(self.reading, cues, start, end, authorities, self.known[-MAX_KNOWN:])
        namings = read(state)
        named = [naming for naming in namings if naming.honour.family != "khen-thuong"]
        drafts = [*settled(self.reading, namings, start), *winners(self.reading, namings, end, self.officials)]
        if drafts:
            read_host(state)
            read_titles(namings)
        self.known += [naming.honour for naming in named]
        self.heading = namings[-1] if namings and opens_list(self.reading, namings[-1], end) else None
        self.solemn = self.solemn or any(not naming.honour.weak for naming in named)
        for draft in drafts:
            stop = self._list_end(draft, namings, end)
            draft.recipients = draft.recipients or recipients_of(self.reading, draft, stop)
        return sorted(drafts, key=lambda draft: draft.start)

    def _list_end(self, draft: Draft, namings: Sequence[Naming], end: int) -> int:
        """Where a list of names behind a count is over at the latest: before the clause of the next honour."""
        following = min((naming.start for naming in namings if naming.start >= draft.end), default=end)
        semicolon = self.reading.key.rfind(";", draft.end, following) if following < end else -1
        return semicolon if semicolon >= 0 else following

    def _told(self, draft: Draft, standing: Standing, sentence: int, index: dict[int, int], hosts: Hosts) -> Told:
        naming = draft.naming
        level, authority = level_of(self.reading, draft)
        if level is None and standing.status == "conferred" and not (naming.shared or (authority and authority.mixed)):
            level = hosts.level(naming)
        award = Award(
            span=self.reading.span(draft.start, draft.end),
            award=_family(draft),
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


def _family(draft: Draft) -> str:
    """The family of a draft: one title has a name for people and another for collectives."""
    family = load_awards().families[draft.naming.honour.family]
    return family.of_collectives if family.of_collectives and draft.unit == "collective" else family.id
