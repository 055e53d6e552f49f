"""What a document is about: the lines under its kind, or behind "V/v" in the head of a letter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.model import Block, Span
from extractors.official.signs import sign
from extractors.official.stretch import Stretch, is_shouted, joined, trimmed
from extractors.reading import Reading

MAX_ABSTRACT, MAX_LINES = 700, 6
_RUNS_ON = re.compile(r"(?:,|(?<!\w)(?:và|của|về|năm|tỉnh|huyện|xã|các|cho|trong|tại|với|để|thành phố|ngày|tháng))\s*$")
_GOES_ON = re.compile(r"\s*(?:[a-zà-ỹđ]|\d+(?![.)]\s|\d*[.)]\s)|[\"“(])")


def abstract_under(reading: Reading, blocks: Sequence[Block], kind: Stretch, at: int) -> tuple[Span | None, int]:
    """The abstract behind the kind in its block `at`, or below it; and the block with which the body begins."""
    behind = trimmed(reading, Stretch(kind.end, blocks[at].end))
    below = at + 1
    first = behind or _first_line(reading, blocks, below)
    if first is None:
        return None, below
    below += 0 if behind else 1
    more = _continued(reading, blocks[below : below + MAX_LINES], first)
    return joined(reading, [first, *more]), below + len(more)


def whole_subject(reading: Reading, subject: Span, lines: Sequence[Stretch]) -> Span:
    """The subject of a letter with the lines of the head that go on with it."""
    more = [line for line in lines if line.start >= subject.end and _GOES_ON.match(reading.text, *line)]
    first = trimmed(reading, Stretch(subject.start, subject.end))
    return joined(reading, [first, *more] if first else more) or subject


def _first_line(reading: Reading, blocks: Sequence[Block], at: int) -> Stretch | None:
    """The line under the kind, where it is not the body's."""
    if at >= len(blocks) or sign("opens_body").match(reading.key, blocks[at].start, blocks[at].end):
        return None
    line = trimmed(reading, Stretch(blocks[at].start, blocks[at].end))
    return line if line and line.end - line.start <= MAX_ABSTRACT else None


def _continued(reading: Reading, blocks: Sequence[Block], first: Stretch) -> list[Stretch]:
    """The lines that go on with an abstract broken over several."""
    parts, last = [], first
    for block in blocks:
        line = trimmed(reading, Stretch(block.start, block.end))
        goes_on = _GOES_ON.match(reading.text, block.start, block.end) or _RUNS_ON.search(reading.key, *last)
        if line is None or not goes_on or block.role == "row" or _begins_anew(reading, block, first):
            break
        parts.append(line)
        last = line
    return parts


def _begins_anew(reading: Reading, block: Block, abstract: Stretch) -> bool:
    """Whether a line is the body's: by its words or length, or in capitals where the abstract is in none."""
    if block.end - abstract.start > MAX_ABSTRACT or sign("opens_body").match(reading.key, block.start, block.end):
        return True
    return is_shouted(reading.text[block.start : block.end]) and not is_shouted(reading.text[slice(*abstract)])
