"""What a document is about: the lines under its kind, or behind "V/v" in the head of a letter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.frames.signs import body_head, kind_name, office_head, sign
from extractors.frames.stretch import Stretch, begins_small, is_shouted, joined, trimmed
from extractors.model import Block, Span
from extractors.reading import Reading

MAX_ABSTRACT, MAX_LINES = 700, 6
_STOPS = (".", ";", ",", ":")
_RUNS_ON = re.compile(r"(?:,|(?<!\w)(?:và|của|về|năm|tỉnh|huyện|xã|các|cho|trong|tại|với|để|thành phố|ngày|tháng))\s*$")
_WANTS_NUMBER = re.compile(r"(?<!\w)(?:quý|thứ|khóa|hạng|giai đoạn|kỳ)\s*$")
_NUMBER_OR_QUOTE = re.compile(r"\s*(?:\d+(?![.)]\s|\d*[.)]\s)|[\"“(])")


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
    more = [line for line in lines if line.start >= subject.end and _may_go_on(reading, *line)]
    first = trimmed(reading, Stretch(subject.start, subject.end))
    return joined(reading, [first, *more] if first else more) or subject


def _first_line(reading: Reading, blocks: Sequence[Block], at: int) -> Stretch | None:
    """The line under the kind, where it is not the body's."""
    if at >= len(blocks):
        return None
    line = trimmed(reading, Stretch(blocks[at].start, blocks[at].end))
    opens = _opens_body(reading, blocks[at]) and not _stands_over_body(reading, blocks, at)
    return line if line and not opens and line.end - line.start <= MAX_ABSTRACT else None


def _opens_body(reading: Reading, block: Block) -> bool:
    """Whether a line begins as the text below an abstract does; in capitals only what issues, or a heading, does."""
    if sign("opens_body").match(reading.key, block.start, block.end) is None:
        return False
    shouted = is_shouted(reading.text[block.start : block.end])
    return not shouted or sign("opens_body_loud").match(reading.key, block.start, block.end) is not None


def _stands_over_body(reading: Reading, blocks: Sequence[Block], at: int) -> bool:
    """Whether a line that ends without a stop stands over one that begins the body as well: it is the abstract."""
    open_end = not reading.text[blocks[at].start : blocks[at].end].rstrip().endswith(_STOPS)
    return (
        open_end
        and sign("opens_clause").match(reading.key, blocks[at].start, blocks[at].end) is not None
        and (at + 1 < len(blocks) and sign("opens_clause").match(reading.key, blocks[at + 1].start) is not None)
    )


def _continued(reading: Reading, blocks: Sequence[Block], first: Stretch) -> list[Stretch]:
    """The lines that go on with an abstract broken over several."""
    parts, last = [], first
    for block in blocks:
        line = trimmed(reading, Stretch(block.start, block.end))
        if line is None or block.role == "row" or block.end - first.start > MAX_ABSTRACT:
            break
        if not (_WANTS_NUMBER.search(reading.key, *last) or _goes_on(reading, last, block, first)):
            break
        parts.append(line)
        last = line
    return parts


def _goes_on(reading: Reading, last: Stretch, block: Block, abstract: Stretch) -> bool:
    """Whether a line goes on with an abstract: by how it begins or the last one ends, and nothing makes it the body's.

    The body's are lines with its words, and lines in capitals where the abstract is in none.
    """
    loud, loud_before = is_shouted(reading.text[block.start : block.end]), is_shouted(reading.text[slice(*abstract)])
    if loud:
        return loud_before and not _names_office(reading, block) and not _opens_body(reading, block)
    if not (_may_go_on(reading, block.start, block.end) or _RUNS_ON.search(reading.key, *last)):
        return False
    return not _opens_body(reading, block)


def _names_office(reading: Reading, block: Block) -> bool:
    """Whether a line begins with a body, an office or the kind of a document."""
    patterns = (body_head(), office_head(), kind_name())
    return any(pattern.match(reading.key, block.start, block.end) for pattern in patterns)


def _may_go_on(reading: Reading, start: int, end: int) -> bool:
    """Whether a line begins in the middle of something: with a small letter, a number, a quote."""
    small = begins_small(reading.text[start:end])
    return small or _NUMBER_OR_QUOTE.match(reading.text, start, end) is not None
