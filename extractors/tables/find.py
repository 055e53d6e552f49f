"""Finds the awards of an article's tables and sets them against those of its text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from corpus.rules import load_rules
from extractors.model import Award, Discrepancy, Document
from extractors.reading import Reading
from extractors.tables.captions import caption_of
from extractors.tables.columns import heading_of
from extractors.tables.grid import grid_of
from extractors.tables.honours import COMMENDED, HonourReader, Named
from extractors.tables.joined import joined_tables
from extractors.tables.ledger import Entry, awards_of, entries_of
from extractors.tables.lists import Listed, ListReader
from extractors.tables.results import Result, ResultReader
from extractors.tables.stated import Matcher

RESULT_RULE = "table.result"
ROW_DIFFERS, SUM_DIFFERS = "row_count", "table_sum"


def find_tables(
    reading: Reading, awards: Sequence[Award], document: Document | None
) -> tuple[tuple[Award, ...], tuple[Discrepancy, ...]]:
    """The awards of text and tables together, and what does not agree; those of the text as given without a table."""
    if not reading.article.tables:
        return tuple(awards), ()
    honours = HonourReader(reading)
    lists, results = _read(reading, honours)
    rows = _entry_rows(lists, results)
    entries = [entry for entry in entries_of(awards) if not _within(entry.award.span.start, rows)]
    matcher = Matcher(reading, entries, _fallback(honours, entries, document), document)
    matcher.match(_together(lists, document))
    differ = [*matcher.discrepancies, *_promises(reading, lists, matcher.discrepancies), *_sums(reading, results)]
    for reader in results:
        _add_results(reading, entries, reader)
    return awards_of(entries), tuple(sorted(set(differ), key=lambda one: (one.span.start, one.code, one.found)))


def _read(reading: Reading, honours: HonourReader) -> tuple[list[ListReader], list[ResultReader]]:
    """Read every table as the list or the result that its heading says it is."""
    lists: list[ListReader] = []
    results: list[ResultReader] = []
    for table in joined_tables(reading, honours):
        grid = grid_of(table)
        heading = heading_of(reading, grid, honours)
        if heading is None or heading.tells_terms(reading):
            continue
        caption = caption_of(reading, honours, grid, heading.first)
        if caption.of_others:
            continue
        if heading.of("name"):
            listed = ListReader(reading, honours, grid, heading, caption)
            listed.read()
            lists.append(listed)
        else:
            result = ResultReader(reading, honours, grid, heading, caption)
            result.read()
            results.append(result)
    return lists, results


def _entry_rows(lists: Iterable[ListReader], results: Iterable[ResultReader]) -> list[tuple[int, int]]:
    """The stretches of rows that were read cell by cell: entries of lists that name honours, all rows of results."""
    rows = [listed.grid.rows[row] for listed in lists for row in listed.entry_rows]
    rows += [row for result in results if result.results for row in result.grid.rows]
    return sorted((row[0].start, row[-1].end) for row in rows if row)


def _within(offset: int, stretches: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(stretches, (offset, 1 << 62)) - 1
    return at >= 0 and stretches[at][0] <= offset < stretches[at][1]


def _together(lists: Iterable[ListReader], document: Document | None) -> list[Listed]:
    """The entries of all lists by honour and unit; what a submission lists is proposed."""
    together: dict[tuple[str, str | None, str], Listed] = {}
    for reader in lists:
        for key, listed in reader.listed.items():
            listed.proposed = listed.proposed or (document is not None and document.kind == "submission")
            if key in together:
                together[key].names += listed.names
            else:
                together[key] = listed
    return list(together.values())


def _fallback(honours: HonourReader, entries: Sequence[Entry], document: Document | None) -> Named | None:
    """The honour of a list that names none: that of the document's abstract, else the only one that the text gives."""
    if document and document.abstract:
        named = honours.first(document.abstract.start, document.abstract.end)
        if named:
            return named
    given = {entry.award.award: entry.award for entry in entries if entry.award.status != "statistic"}
    given.pop(COMMENDED, None)
    if len(given) != 1:
        return None
    award = next(iter(given.values()))
    return Named(award.span.start, award.span.end, award.award, award.rank, award.level, award.grantor)


def _promises(reading: Reading, lists: Iterable[ListReader], known: Sequence[Discrepancy]) -> list[Discrepancy]:
    """Group rows that give another number than there are entries under them, but for those that are known."""
    broken = [one for listed in lists for one in listed.promised if one.said != one.found]
    return [
        Discrepancy(reading.span(one.start, one.end), ROW_DIFFERS, one.said, one.found)
        for one in broken
        if not any(one.start <= other.span.start < one.end for other in known)
    ]


def _sums(reading: Reading, results: Iterable[ResultReader]) -> list[Discrepancy]:
    return [
        Discrepancy(reading.span(one.cell.start, one.cell.end), SUM_DIFFERS, one.said, one.found)
        for result in results
        for one in result.wrong
    ]


def _add_results(reading: Reading, entries: list[Entry], reader: ResultReader) -> None:
    """Add the numbers of a table that the text has not stated; a total includes what stands above it."""
    totals: dict[int, Entry] = {}
    made: list[tuple[Result, Entry]] = []
    for result in reader.results:
        entry = _stated(entries, result)
        if entry is None:
            entry = Entry(_award(reading, result))
            entries.append(entry)
        if result.total:
            totals[result.cell.column] = entry
        made.append((result, entry))
    for result, entry in made:
        whole = totals.get(result.cell.column)
        if whole is not None and whole is not entry and entry.whole is None:
            entry.whole = whole


def _stated(entries: Iterable[Entry], result: Result) -> Entry | None:
    """The award that says the same as a number of a table, in the text or in another table."""
    for entry in entries:
        award = entry.award
        if (award.award, award.rank, award.unit, award.count) != (*result.honour.kind, result.unit, result.count):
            continue
        same_level = None in {award.level, result.level} or award.level == result.level
        if same_level and award.status == "statistic" and _same_years(award.period, result.period):
            return entry
    return None


def _same_years(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _award(reading: Reading, result: Result) -> Award:
    honour = result.honour
    return Award(
        span=reading.span(result.cell.start, result.cell.end),
        award=honour.award,
        count=result.count,
        unit=result.unit,
        rule=RESULT_RULE,
        confidence=load_rules("tables")[RESULT_RULE].confidence,
        rank=honour.rank,
        level=result.level,
        grantor=honour.grantor,
        status="statistic",
        period=result.period,
    )
