"""The head of a document: who issues it, number, place and date, down to its kind and abstract."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.documents import Kind
from extractors.model import Block, Span
from extractors.official.abstract import abstract_under, whole_subject
from extractors.official.issuer import bodies
from extractors.official.signs import kind_name, kinds_by_name, sign
from extractors.official.stretch import Stretch, is_shouted, outside, trimmed
from extractors.reading import Reading

MAX_BLOCKS, MAX_CHARS, MAX_LINE, MAX_DATELINE = 40, 6000, 200, 90
_CAPITALS_TITLE = re.compile(r"\s*(?:căn cứ|kính gửi|xét )")


@dataclass(slots=True)
class Head:
    """What the head says; `body` is the index of the first block below it."""

    national: bool = False
    number: re.Match[str] | None = None
    dateline: re.Match[str] | None = None
    kind: Kind | None = None
    kind_at: Stretch | None = None
    abstract: Span | None = None
    issuer: Span | None = None
    parent: Span | None = None
    addressed: bool = False
    body: int = 0
    lines: list[Stretch] = field(default_factory=list)


def read_head(reading: Reading) -> Head | None:
    """The head, `None` where the first lines are none."""
    blocks = _first_blocks(reading)
    first = next((n for n, block in enumerate(blocks) if _opens(reading, block)), None)
    if first is None:
        return None
    head = Head(body=len(blocks))
    below = len(blocks)
    for n, block in enumerate(blocks):
        if n >= first and (_take_kind(reading, head, block) or _ends(reading, block)):
            below = n
            break
        _take_line(reading, head, block)
    issuers = bodies(reading, head.lines)
    head.issuer, head.parent = issuers[-1] if issuers else None, issuers[-2] if len(issuers) > 1 else None
    _finish(reading, head, blocks, below)
    return head


def _first_blocks(reading: Reading) -> Sequence[Block]:
    return [block for block in reading.article.blocks[:MAX_BLOCKS] if block.start < MAX_CHARS]


def _opens(reading: Reading, block: Block) -> bool:
    """Whether a line is one that only a head has: nation, motto, or a number of its own."""
    if block.end - block.start > MAX_LINE * 2:
        return False
    return _national(reading, block) or _number(reading, block) is not None


def _national(reading: Reading, block: Block) -> bool:
    for name in ("nation", "motto"):
        match = sign(name).search(reading.key, block.start, block.end)
        if match and _is_apart(reading, block, match):
            return True
    return False


def _is_apart(reading: Reading, block: Block, match: re.Match[str]) -> bool:
    """Whether nation or motto is a line, or stands beside the left column of the head, and not in a sentence."""
    before = reading.text[block.start : match.start()].strip(" |\t_-*")
    return not before or is_shouted(before) or sign("nation").search(before.lower()) is not None


def _number(reading: Reading, block: Block) -> re.Match[str] | None:
    """The number, where nothing but names in capitals stands before it and nothing but a date behind."""
    match = sign("number").search(reading.key, block.start, min(block.end, block.start + MAX_LINE))
    if match is None:
        return None
    before = reading.text[block.start : match.start()].strip(" |\t_-*")
    if before and not (is_shouted(before) or sign("nation").search(before.lower())):
        return None
    return match if not before or len(before) > 3 else None


def _ends(reading: Reading, block: Block) -> bool:
    return _CAPITALS_TITLE.match(reading.key, block.start, block.end) is not None


def _take_line(reading: Reading, head: Head, block: Block) -> None:
    """Take what a line above the kind says; the rest may name who issues the document."""
    key, taken = reading.key, []
    for name in ("nation", "motto"):
        for match in sign(name).finditer(key, block.start, block.end):
            head.national = head.national or _is_apart(reading, block, match)
            taken.append(Stretch(*match.span()))
    number = _number(reading, block) if head.number is None else None
    if number:
        head.number = number
        taken.append(Stretch(*number.span()))
    for dateline in list(_datelines(reading, block, taken)):
        head.dateline = head.dateline or dateline
        taken.append(Stretch(*dateline.span()))
    subject = sign("subject").search(key, block.start, block.end)
    if subject and head.abstract is None and (block.role != "title" or subject.start() == block.start):
        head.abstract = reading.span(subject.start(), block.end)
        taken.append(Stretch(subject.start(), block.end))
    head.lines += (part for left in outside(block.start, block.end, taken) if (part := trimmed(reading, left)))


def _datelines(reading: Reading, block: Block, taken: Sequence[Stretch]) -> Iterator[re.Match[str]]:
    """Place and date; the place is a name, and not what stands before it on the line."""
    for free in outside(block.start, block.end, taken):
        match = sign("dateline").search(reading.key, *free)
        if match and reading.text[match.start()].isupper() and match.end() - match.start() < MAX_DATELINE:
            yield match


def _take_kind(reading: Reading, head: Head, block: Block) -> bool:
    """Take the kind where a block is its name, or begins with it in capitals."""
    match = kind_name().match(reading.key, block.start, block.end)
    if match is None:
        return False
    start, end = match.span("kind")
    if reading.text[end : block.end].strip(" :.*") and not is_shouted(reading.text[start:end]):
        return False
    if sign("number").match(reading.key, min(end + 1, block.end), block.end):
        return False
    head.kind, head.kind_at = kinds_by_name()[" ".join(match["kind"].split())], Stretch(start, end)
    return True


def _finish(reading: Reading, head: Head, blocks: Sequence[Block], below: int) -> None:
    """Read the abstract, under the kind or, in a letter, on from "V/v"; then the body begins."""
    head.body = below
    if head.kind_at:
        head.abstract, head.body = abstract_under(reading, blocks, head.kind_at, below)
    elif head.abstract:
        head.abstract = whole_subject(reading, head.abstract, head.lines)
