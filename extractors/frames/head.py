"""The head of a document: who issues it, number, place and date, down to its kind and abstract."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.documents import Kind
from extractors.frames.abstract import abstract_under, whole_subject
from extractors.frames.issuer import bodies
from extractors.frames.opening import ends_head, is_apart, number_in, opens_head
from extractors.frames.signs import kind_name, kinds_by_name, sign
from extractors.frames.stretch import Stretch, is_shouted, outside, trimmed
from extractors.model import Block, Span
from extractors.reading import Reading

MAX_BLOCKS, MAX_CHARS, MAX_DATELINE, MOST_BROKEN = 40, 6000, 90, 2


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
    body: int = 0
    lines: list[Stretch] = field(default_factory=list)


def read_head(reading: Reading) -> Head | None:
    """The head, `None` where the first lines are none."""
    blocks = _first_blocks(reading)
    first = next((n for n, block in enumerate(blocks) if opens_head(reading, block)), None)
    if first is None:
        return None
    head = Head(body=len(blocks))
    below = len(blocks)
    for n, block in enumerate(blocks):
        if n >= first and (_take_kind(reading, head, block) or ends_head(reading, block)):
            below = n
            break
        _take_line(reading, head, block)
    issuers = bodies(reading, head.lines)
    head.issuer, head.parent = issuers[-1] if issuers else None, issuers[-2] if len(issuers) > 1 else None
    _finish(reading, head, blocks, below)
    return head


def _first_blocks(reading: Reading) -> Sequence[Block]:
    return [block for block in reading.article.blocks[:MAX_BLOCKS] if block.start < MAX_CHARS]


def _take_line(reading: Reading, head: Head, block: Block) -> None:
    """Take what a line above the kind says; the rest may name who issues the document."""
    key, taken = reading.key, []
    for name in ("nation", "motto"):
        for match in sign(name).finditer(key, block.start, block.end):
            head.national = head.national or is_apart(reading, block, match)
            taken.append(Stretch(*match.span()))
    number = number_in(reading, block) if head.number is None else None
    if number:
        head.number = number
        taken.append(Stretch(*number.span()))
    for dateline in list(_datelines(reading, block, taken)):
        head.dateline = head.dateline or dateline
        taken.append(Stretch(*dateline.span()))
    taken += _broken(reading, head, block)
    subject = sign("subject").search(key, block.start, block.end)
    if subject and head.abstract is None and (block.role != "title" or subject.start() == block.start):
        to = sign("to_all").search(key, subject.end(), block.end)
        end = to.start() if to else block.end
        head.abstract = reading.span(subject.start(), end)
        taken.append(Stretch(subject.start(), end))
    head.lines += (part for left in outside(block.start, block.end, taken) if (part := trimmed(reading, left)))


def _datelines(reading: Reading, block: Block, taken: Sequence[Stretch]) -> Iterator[re.Match[str]]:
    """Place and date; the place is a name, and not what stands before it on the line."""
    for free in outside(block.start, block.end, taken):
        match = sign("dateline").search(reading.key, *free)
        if match and reading.text[match.start()].isupper() and match.end() - match.start() < MAX_DATELINE:
            yield match


def _broken(reading: Reading, head: Head, block: Block) -> Iterator[Stretch]:
    """Take a part of the head that one of the last lines begins and this one ends; what of it stands on this line."""
    for begun in [line for line in head.lines if line.end < block.start][-MOST_BROKEN:]:
        for name in ("nation", "motto", "dateline", "number"):
            match = sign(name).match(reading.key, begun.start, min(block.end, begun.start + MAX_DATELINE))
            if match is None or match.end() <= block.start or not reading.text[match.start()].isupper():
                continue
            _take_part(head, name, match)
            head.lines = [line for line in head.lines if line.start < begun.start]
            yield Stretch(block.start, match.end())
            return


def _take_part(head: Head, name: str, match: re.Match[str]) -> None:
    if name == "dateline":
        head.dateline = head.dateline or match
    elif name == "number":
        head.number = head.number or match
    else:
        head.national = True


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
