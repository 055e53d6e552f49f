"""Who signed a document: office and name under the text, and on whose behalf."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.frames.names import name_at_end
from extractors.frames.offices import MAX_LINE, is_between, is_office, offices_on, shouted_runs, tells_office
from extractors.frames.signs import office_head, sign
from extractors.frames.stretch import Stretch
from extractors.model import Block, Signer, Span
from extractors.reading import Reading

BEFORE, REACH, MOST_COLUMNS = 8, 28, 3


def signer_of(reading: Reading, first: int, copies_at: int | None) -> Signer | None:
    """Who signed: an office in capitals with a name under it, around "Nơi nhận" or else anywhere below `first`."""
    blocks = reading.article.blocks
    start, end = first, len(blocks)
    if copies_at is not None:
        start, end = max(first, copies_at - BEFORE), min(end, copies_at + REACH)
    return next((signers[0] for n in range(start, end) if (signers := signers_at(reading, n))), None)


def signers_at(reading: Reading, n: int) -> list[Signer]:
    """Who signed under the offices that the block `n` begins: one, or those whose columns are told line by line."""
    blocks = reading.article.blocks
    offices = offices_on(reading, *blocks[n : n + 2]) if blocks[n].role != "row" else []
    if not offices:
        return []
    lines, names = _down_to_names(reading, blocks[n : n + REACH], offices)
    columns = [lines[one :: len(names)] for one in range(len(names))]
    if not all(column and _ends_in_office(reading, column) for column in columns):
        return [_signed(reading, lines, names[0])] if names else []
    return [_signed(reading, column, name) for column, name in zip(columns, names, strict=True)]


def _ends_in_office(reading: Reading, column: Sequence[Stretch]) -> bool:
    """Whether the lowest line of a column is the signer's own office, and not for whom he or she signs."""
    key = reading.key[column[-1].start : column[-1].end]
    return sign("behalf").match(key) is None and office_head().search(key) is not None


def _down_to_names(
    reading: Reading, blocks: Sequence[Block], lines: list[Stretch]
) -> tuple[list[Stretch], list[Stretch]]:
    """The lines in capitals down to the name, and names on the lines under it.

    Copies and "(Đã ký)" may stand between, running text may not.
    """
    names = [name] if (name := name_at_end(reading, lines[-1].end, blocks[0].end)) else []
    for block in blocks[1:]:
        name = name_at_end(reading, block.start, block.end)
        if names:
            if name is None or len(names) == MOST_COLUMNS or is_office(reading, block):
                break
            names.append(name)
            continue
        more = list(shouted_runs(reading, block))
        if not more and is_office(reading, block):
            lines.append(Stretch(block.start, block.end))
            continue
        lines += [run for run in more if tells_office(reading, run) or run == (block.start, block.end)]
        name = name_at_end(reading, more[-1].end if more else block.start, block.end)
        names = [name] if name else []
        if not (name or more or is_between(reading, block)):
            break
    return lines, names


def _signed(reading: Reading, lines: Sequence[Stretch], name: Stretch) -> Signer:
    """The lines in capitals taken apart: the last mark with whom it stands for, and the office."""
    shown = " ".join(" ".join(reading.text[one.start : one.end].split()) for one in lines)
    key = " ".join(" ".join(reading.key[one.start : one.end].split()) for one in lines)
    marks = list(sign("behalf").finditer(key))
    after = marks[-1].end() if marks else 0
    office_at = _office_at(key, after, marked=bool(marks))
    return Signer(
        span=reading.span(*name),
        name=" ".join(reading.text[name.start : name.end].split()),
        office=shown[office_at:].strip(" .,:-") or None,
        on_behalf=shown[marks[-1].start() : after].strip() if marks else None,
        on_behalf_of=(shown[after:office_at].strip(" .,:-") or None) if marks else None,
    )


def _office_at(key: str, after: int, *, marked: bool) -> int:
    """Where the office begins: at the first head, or, where the one stood for is an office too, at the next."""
    heads = [match.start() for match in office_head().finditer(key, after)]
    behind = [at for at in heads if at > after] if marked else heads
    return behind[0] if behind else heads[0] if heads else after


def office_above(reading: Reading, signer: Signer) -> Span | None:
    """Where the signer's office stands: its words nearest above the name; lines may part them."""
    if signer.office is None:
        return None
    words = r"[\s|]+".join(re.escape(word) for word in signer.office.split())
    around = reading.text[max(0, signer.span.start - REACH * MAX_LINE) : signer.span.start]
    found = [match.span() for match in re.finditer(words, around)]
    if not found:
        return None
    offset = signer.span.start - len(around)
    return reading.span(found[-1][0] + offset, found[-1][1] + offset)
