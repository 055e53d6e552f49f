"""Finds the counts of honours in an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.awards import Honour
from corpus.rules import load_rules
from extractors.awards.authority import Authorities, Authority
from extractors.awards.cues import cues_in
from extractors.awards.draft import Draft, Naming
from extractors.awards.grammar import Grammar
from extractors.awards.merge import Told, merged
from extractors.awards.settle import settled, winners
from extractors.awards.status import Standing, is_unreal, standing_by_rule, standing_of, standing_of_article, standing_of_list
from extractors.model import Award, AwardLevel, Block, Official
from extractors.reading import Reading

_TRIGGERS = (
    "huân chương", "huy chương", "bằng khen", "giấy khen", "cờ ", "kỷ niệm chương", "huy hiệu", "anh hùng", "chiến sĩ thi đua",
    "tiên tiến", "xuất sắc", "khen", "tuyên dương", "biểu dương", "tôn vinh", "vinh danh", "văn hóa", "ưu tú", "nhân dân",
    "danh hiệu", "phần thưởng", "giải thưởng", "biểu trưng", "cúp", "cstđ", "lđtt", "lđxs", "hclđ", "bktt", "vnah", "knc", "hckc",
    "ghi công", "lao động sáng tạo", "quyết thắng", "cup ", "hcđl", "hccc",
)  # fmt: skip
_LISTED = re.compile(r"\s*(?:[-+*•–]|\d{1,2}[.)])\s*|\s*\d")


def find_awards(reading: Reading, officials: Sequence[Official]) -> tuple[Award, ...]:
    """The counts of honours, each told once, in order of their spans."""
    triggers = [trigger for trigger in _TRIGGERS if trigger in reading.key]
    if not triggers:
        return ()
    return merged(_Teller(reading, officials, triggers).told())


@dataclass
class _Teller:
    """Walks over the sentences and keeps what one tells about the next: status, the honour named, an open list."""

    reading: Reading
    officials: Sequence[Official]
    triggers: Sequence[str]
    known: list[Honour] = field(default_factory=list)
    standing: Standing | None = None
    block: Block | None = None
    listing: Standing | None = None
    default: Standing = Standing("conferred")
    drafts: list[tuple[Draft, Standing, int]] = field(default_factory=list)

    def told(self) -> list[Told]:
        """Every count in order of the sentences, those retold included."""
        authorities = Authorities(self.reading, self.officials)
        self.default = standing_of_article(self.reading)
        for n, (start, end) in enumerate(self.reading.sentences):
            self._enter(start)
            key = self.reading.key[start:end]
            if any(trigger in key for trigger in self.triggers):
                self._sentence(n, start, end, authorities)
            if key.endswith(":"):
                self.listing = standing_of_list(key) or self.standing
        strong = any(not d.naming.honour.weak and d.naming.honour.family != "khen-thuong" for d, _, _ in self.drafts)
        kept = [one for one in self.drafts if strong or not one[0].naming.honour.weak or self._is_title(one[0])]
        index = {id(draft): i for i, (draft, _, _) in enumerate(kept)}
        return [self._told(draft, standing, n, index) for draft, standing, n in kept]

    def _is_title(self, draft: Draft) -> bool:
        """Whether the text itself calls an everyday word a title."""
        return "danh hiệu" in self.reading.key[max(0, draft.naming.start - 14) : draft.naming.end]

    def _enter(self, start: int) -> None:
        block = self.reading.block_at(start)
        if block is self.block:
            return
        self.block, self.standing = block, None
        if self.listing and _LISTED.match(self.reading.key, start):
            self.standing = self.listing
        elif not self.reading.key[start : block.end].endswith(":"):
            self.listing = None

    def _sentence(self, n: int, start: int, end: int, authorities: Authorities) -> None:
        cues = cues_in(self.reading.key, start, end)
        if not any(cue.honour or cue.deed in {"commend", "recall"} for cue in cues):
            return
        namings = Grammar(self.reading, authorities, cues, start, self.known).read()
        named = [naming for naming in namings if naming.honour.family != "khen-thuong"]
        counted = list(settled(self.reading, namings, start))
        alone = list(winners(self.reading, named, end, self.officials))
        self._judge(n, start, sorted([*counted, *alone], key=lambda draft: draft.start))
        self.known += [naming.honour for naming in named]

    def _judge(self, n: int, start: int, drafts: Sequence[Draft]) -> None:
        current: Standing | None = None
        for draft in drafts:
            clause = max(start, self.reading.key.rfind(";", start, draft.start) + 1)
            before = self.reading.key[clause : draft.start]
            if is_unreal(before):
                continue
            if current is None:
                current = standing_of(self.reading.key[start : draft.start])
            own = standing_of(before) if clause > start else None
            proposed = standing_of(self.reading.key[clause : draft.end], opening=False)
            if proposed and proposed.status == "proposed":
                own = proposed
            current = own or current or self.standing or self.default
            standing = standing_by_rule(draft) or current
            if draft.rule == "award.winner" and standing.status == "statistic":
                continue
            self.drafts.append((draft, standing, n))
            if draft.rule == "award.decisions":
                current = standing
        if current:
            self.standing = current

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
