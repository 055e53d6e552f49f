"""Those who signed a document beside the first: of bodies that issue it together, or in columns side by side."""

from __future__ import annotations

from bisect import bisect_right

from extractors.frames.offices import is_between
from extractors.frames.signature import REACH, signers_at
from extractors.model import Block, Signer
from extractors.reading import Reading

MOST = 8


def cosigners(reading: Reading, signer: Signer) -> tuple[Signer, ...]:
    """The signers behind the first: offices with names that follow, nothing but copies between."""
    blocks = reading.article.blocks
    at = _block_of(blocks, signer)
    start = next((n for n in range(at, max(-1, at - REACH), -1) if signer in signers_at(reading, n)), at)
    found = [other for other in signers_at(reading, start) if other != signer]
    at = _block_of(blocks, found[-1] if found else signer)
    while at + 1 < len(blocks) and len(found) < MOST:
        at += 1
        if more := signers_at(reading, at):
            found += more
            at = _block_of(blocks, more[-1])
        elif not is_between(reading, blocks[at]):
            break
    return tuple(found[:MOST])


def _block_of(blocks: tuple[Block, ...], signer: Signer) -> int:
    return bisect_right(blocks, signer.span.start, key=_begin) - 1


def _begin(block: Block) -> int:
    return block.start
