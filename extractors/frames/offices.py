"""The lines over a signature: offices in capitals or small letters, and what may stand between office and name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.frames.copies import copies_mark
from extractors.frames.signs import office_head, sign
from extractors.frames.stretch import Stretch, is_shouted
from extractors.model import Block
from extractors.reading import Reading

MAX_LINE, MAX_OFFICE = 320, 90
_WORD = re.compile(r"[^\s|]+")
_LEAST = 4
_COPY = "-–+*•_("


def offices_on(reading: Reading, block: Block, following: Block | None = None) -> list[Stretch]:
    """The offices of a line: in capitals, else behind a mark with its stop, or over "(Đã ký)"."""
    shouted = [run for run in shouted_runs(reading, block) if tells_office(reading, run)]
    if shouted or block.end - block.start > MAX_OFFICE:
        return shouted
    mark = sign("behalf").match(reading.key, block.start, block.end)
    marked = mark is not None and mark[0].strip().endswith((".", "/")) and reading.text[mark.start()].isupper()
    signed = following is not None and sign("signed").match(reading.key, following.start, following.end)
    return [Stretch(block.start, block.end)] if marked or (signed and is_office(reading, block)) else []


def is_office(reading: Reading, block: Block) -> bool:
    """Whether a short line begins with an office, in whatever letters."""
    short = block.end - block.start <= MAX_OFFICE
    return short and office_head().match(reading.key, block.start, block.end) is not None


def tells_office(reading: Reading, run: Stretch) -> bool:
    """Whether a stretch names an office, or a mark of those who sign for others."""
    key = reading.key[run.start : run.end]
    return sign("behalf").match(key) is not None or office_head().search(key) is not None


def shouted_runs(reading: Reading, block: Block) -> Iterator[Stretch]:
    """The runs of words in capitals in a short line."""
    if block.end - block.start > MAX_LINE:
        return
    start = end = -1
    for word in _WORD.finditer(reading.text, block.start, block.end):
        joins = start >= 0 and "|" not in reading.text[end : word.start()]
        loud = is_shouted(word[0]) or (joins and word[0] in "-–&")
        if loud and joins:
            end = word.end()
            continue
        if end - start >= _LEAST:
            yield Stretch(start, end)
        start, end = word.span() if loud else (-1, -1)
    if end - start >= _LEAST:
        yield Stretch(start, end)


def is_between(reading: Reading, block: Block) -> bool:
    """Whether a line may stand between office and name: a copy and what goes on with it, "(Đã ký)", a rule."""
    text = reading.text[block.start : block.end]
    if text.lstrip()[:1] in _COPY or copies_mark(reading, block):
        return True
    return sign("signed").match(reading.key, block.start, block.end) is not None or text.rstrip().endswith(";")
