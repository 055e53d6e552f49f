"""Where the head of a document begins and ends: its nation, motto or number, and the line that opens its text."""

from __future__ import annotations

import re

from extractors.frames.signs import sign
from extractors.frames.stretch import is_shouted
from extractors.model import Block
from extractors.reading import Reading

MAX_LINE = 200
_CAPITALS_TITLE = re.compile(r"\s*(?:căn cứ|kính gửi|xét )")


def opens_head(reading: Reading, block: Block) -> bool:
    """Whether a line is one that only a head has: nation, motto, or a number of its own."""
    if block.end - block.start > MAX_LINE * 2:
        return False
    return _national(reading, block) or number_in(reading, block) is not None


def _national(reading: Reading, block: Block) -> bool:
    for name in ("nation", "motto"):
        match = sign(name).search(reading.key, block.start, block.end)
        if match and is_apart(reading, block, match):
            return True
    return False


def is_apart(reading: Reading, block: Block, match: re.Match[str]) -> bool:
    """Whether nation or motto is a line, or stands beside the left column of the head, and not in a sentence."""
    before = reading.text[block.start : match.start()].strip(" |\t_-*")
    return not before or is_shouted(before) or sign("nation").search(before.lower()) is not None


def number_in(reading: Reading, block: Block) -> re.Match[str] | None:
    """The number, where nothing but names in capitals stands before it and nothing but a date behind."""
    match = sign("number").search(reading.key, block.start, min(block.end, block.start + MAX_LINE))
    if match is None:
        return None
    before = reading.text[block.start : match.start()].strip(" |\t_-*")
    if before and not (is_shouted(before) or sign("nation").search(before.lower())):
        return None
    return match if not before or len(before) > 3 else None


def ends_head(reading: Reading, block: Block) -> bool:
    """Whether a line opens the text itself, no kind having been named."""
    return _CAPITALS_TITLE.match(reading.key, block.start, block.end) is not None
