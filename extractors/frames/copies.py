"""Those to whom a document goes: the lines behind "Kính gửi" and "Nơi nhận"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.frames.names import name_at_end
from extractors.frames.signs import kind_name, office_head, sign
from extractors.frames.stretch import Stretch, begins_small, is_shouted, trimmed
from extractors.model import Block, Span
from extractors.reading import Reading

REACH, MAX_LINE, MAX_ENTRY, MAX_MISSES = 28, 400, 240, 4
_PART = re.compile(r"[^;|\n]+")
_DASH = re.compile(r"\s*[-–+*•]\s*")
_STOP = re.compile(r"\.\s+")
_CLOSES = re.compile(r"[;.]\s*$")


def copies_mark(reading: Reading, block: Block) -> re.Match[str] | None:
    """The words "Nơi nhận" where a line begins with them, or a line in capitals stands before."""
    match = sign("copies").search(reading.key, block.start, min(block.end, block.start + MAX_LINE))
    before = reading.text[block.start : match.start()].strip(" |\t*") if match else ""
    return match if not before or is_shouted(before) else None


def copies(reading: Reading, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Those who get a copy; the first of the blocks is that of "Nơi nhận", lines of the signature may stand between."""
    mark = copies_mark(reading, blocks[0])
    return tuple(_entries(reading, blocks[:REACH], mark.end() if mark else blocks[0].start))


def addressed(reading: Reading, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Those whom a document addresses: behind "Kính gửi", on the line or in a list under it."""
    for n, block in enumerate(blocks[:REACH]):
        to = sign("to").match(reading.key, block.start, block.end)
        if to is None:
            continue
        entries = list(_entries(reading, blocks[n : n + 1], to.end()))
        if not entries and (said := trimmed(reading, Stretch(to.end(), block.end))):
            return (reading.span(*said),) if said.end - said.start <= MAX_ENTRY else ()
        below = blocks[n + 1 : n + 1 + REACH]
        listed = tuple(_entries(reading, below, below[0].start, patience=1)) if below else ()
        return (*entries, *listed) or tuple(_undashed(reading, below))
    return ()


def _undashed(reading: Reading, blocks: Sequence[Block]) -> Iterator[Span]:
    """The lines under "Kính gửi:" that no dashes mark: each but the last ends with a semicolon."""
    for block in blocks:
        line = trimmed(reading, Stretch(block.start, block.end))
        text = reading.text[block.start : block.end].rstrip()
        if line is None or line.end - line.start > MAX_ENTRY or _is_of_body(reading, block):
            return
        yield reading.span(*line)
        if not text.endswith(";"):
            return


def _is_of_body(reading: Reading, block: Block) -> bool:
    opens = sign("opens_clause").match(reading.key, block.start, block.end)
    return (
        opens is not None or block.role == "row" or kind_name().match(reading.key, block.start, block.end) is not None
    )


def _entries(reading: Reading, blocks: Sequence[Block], first: int, *, patience: int = MAX_MISSES) -> Iterator[Span]:
    """The entries, each behind a dash; one broken over lines is one; lines that are none end the list in the end."""
    waiting: Stretch | None = None
    misses = 0
    for block in blocks:
        found = False
        for part in _PART.finditer(reading.text, max(first, block.start), block.end):
            stretch = Stretch(*part.span())
            if dash := _DASH.match(reading.text, *stretch):
                if waiting:
                    yield from _entry(reading, waiting)
                waiting, found = Stretch(dash.end(), stretch.end), True
            elif waiting and part.start() == block.start and _runs_on(reading, waiting, stretch):
                waiting, found = Stretch(waiting.start, stretch.end), True
        misses = 0 if found else misses + 1
        if misses >= patience and (waiting or patience == 1):
            break
    if waiting:
        yield from _entry(reading, waiting)


def _runs_on(reading: Reading, waiting: Stretch, more: Stretch) -> bool:
    """Whether a line goes on with an entry that its line left open."""
    closed = _CLOSES.search(reading.text, waiting.start, waiting.end) or reading.text[waiting.end] == ";"
    if closed or reading.text[waiting.end : more.start].strip():
        return False
    told = reading.text[more.start : more.end]
    return begins_small(told) or told.lstrip().startswith("(")


def _entry(reading: Reading, stretch: Stretch) -> Iterator[Span]:
    """An entry, without what the signature beside it leaves on its line."""
    entry = trimmed(reading, Stretch(stretch.start, _before_signature(reading, stretch)))
    if entry and entry.end - entry.start <= MAX_ENTRY and not kind_name().fullmatch(reading.key, *entry):
        yield reading.span(*entry)


def _before_signature(reading: Reading, stretch: Stretch) -> int:
    """Where an entry ends: before a name, an office in capitals or "(Đã ký)" behind its stop."""
    ends = [stretch.end]
    name = name_at_end(reading, *stretch)
    if name and name.start > stretch.start + 2:
        ends.append(name.start)
    for stop in _STOP.finditer(reading.text, *stretch):
        at = stop.end()
        loud = is_shouted(reading.text[at : at + 5]) and (
            sign("behalf").match(reading.key, at, stretch.end) or office_head().match(reading.key, at, stretch.end)
        )
        if loud or sign("signed").match(reading.key, at, stretch.end):
            ends.append(at)
    return min(ends)
