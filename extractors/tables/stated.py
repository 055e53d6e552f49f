"""Sets lists against what the text states: a list is the recipients, or the parts, of a number that is stated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.rules import load_rules
from extractors.model import Award, Discrepancy, Document, Span
from extractors.reading import Reading
from extractors.tables.honours import COMMENDED, Named
from extractors.tables.ledger import Entry
from extractors.tables.lists import Listed

LIST_RULE, LIST_DIFFERS = "table.list", "list_count"


@dataclass(slots=True)
class Matcher:
    """Ties each list to the statement that it belongs to; `fallback` is the honour of a list that names none.

    Outside an official document such a list may be of anybody (a council, those who came): it is taken for one of
    those honoured only where the text states its very number.
    """

    reading: Reading
    entries: list[Entry]
    fallback: Named | None
    document: Document | None
    discrepancies: list[Discrepancy] = field(default_factory=list)
    _parts: dict[int, list[Entry]] = field(default_factory=dict)
    _totals: dict[int, Entry] = field(default_factory=dict)

    def match(self, lists: Sequence[Listed]) -> None:
        """Put all lists of an article into the ledger."""
        for listed in lists:
            self._place(listed)
        for key, parts in self._parts.items():
            self._check_total(self._totals[key], parts)

    def _place(self, listed: Listed) -> None:
        stated = self._stated(listed)
        if listed.honour is None and self.document is None:
            stated = [one for one in stated if (one.award.unit, one.award.count) == (listed.unit, len(listed.names))]
            if not stated:
                return
        if not stated:
            self._add(listed, None)
        elif stated[0].award.unit == listed.unit:
            self._fill(listed, stated)
        else:
            self._totals[id(stated[0])] = stated[0]
            self._parts.setdefault(id(stated[0]), []).append(self._add(listed, stated[0]))

    def _stated(self, listed: Listed) -> list[Entry]:
        """The statements that a list may spell out: of its honour and unit, else of its honour together."""
        near = [entry for entry in self.entries if entry.award.rule != LIST_RULE and not entry.award.recipients]
        near = [entry for entry in near if _kind_fits(listed.honour, entry.award)]
        known = [entry for entry in near if entry.award.award != COMMENDED] or near
        exact = [entry for entry in known if entry.award.unit == listed.unit and entry.award.status != "statistic"]
        return exact or [
            entry for entry in known if entry.award.unit in {"both", "item"} and entry.award.status != "statistic"
        ]

    def _fill(self, listed: Listed, stated: Sequence[Entry]) -> None:
        """Give the names to the one statement of that number; several may share a list."""
        count = len(listed.names)
        one = next((entry for entry in stated if entry.award.count == count), stated[0] if len(stated) == 1 else None)
        if one is None:
            said = sum(entry.award.count for entry in stated)
            self._compare(stated[0].award.span, said, count)
            return
        self._compare(one.award.span, one.award.count, count)
        one.award = replace(_finer(one.award, listed.honour), recipients=tuple(listed.names))

    def _add(self, listed: Listed, whole: Entry | None) -> Entry:
        honour = listed.honour if listed.honour and listed.honour.award != COMMENDED else None
        honour = honour or self._of_total(whole) or self.fallback or listed.honour
        entry = Entry(self._award(listed, honour), whole)
        if honour:
            self.entries.append(entry)
        return entry

    @staticmethod
    def _of_total(whole: Entry | None) -> Named | None:
        if whole is None or whole.award.award == COMMENDED:
            return None
        award = whole.award
        return Named(award.span.start, award.span.end, award.award, award.rank, award.level, award.grantor)

    def _award(self, listed: Listed, honour: Named | None) -> Award:
        return Award(
            span=self.reading.span(listed.start, listed.end),
            award=honour.award if honour else COMMENDED,
            count=len(listed.names),
            unit=listed.unit,
            rule=LIST_RULE,
            confidence=load_rules("tables")[LIST_RULE].confidence,
            rank=honour.rank if honour else None,
            level=honour.level if honour else None,
            grantor=honour.grantor if honour else None,
            status="proposed" if listed.proposed else "conferred",
            recipients=tuple(listed.names),
        )

    def _check_total(self, total: Entry, parts: Sequence[Entry]) -> None:
        self._compare(total.award.span, total.award.count, sum(part.award.count for part in parts))

    def _compare(self, span: Span, stated: int, listed: int) -> None:
        if stated != listed:
            self.discrepancies.append(Discrepancy(span, LIST_DIFFERS, stated, listed))


def _kind_fits(honour: Named | None, award: Award) -> bool:
    if honour is None or honour.award == COMMENDED or award.award == COMMENDED:
        return True
    return honour.award == award.award and (honour.rank is None or award.rank is None or honour.rank == award.rank)


def _finer(award: Award, honour: Named | None) -> Award:
    """The statement with what the list tells of the honour and the statement leaves out."""
    if honour is None:
        return award
    if award.award == COMMENDED and honour.award != COMMENDED:
        award = replace(award, award=honour.award, rank=honour.rank)
    if award.level is None and award.grantor is None and honour.level:
        award = replace(award, level=honour.level, grantor=honour.grantor)
    return award
