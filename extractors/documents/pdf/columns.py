"""Columns in reading order: where a clear strip goes down between texts, what is left of it is read first."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.documents.pdf.aligned import aligned_grid
from extractors.documents.pdf.sheet import Item, Segment, box_around

_OVERLAP = 0.2
_GUTTER = 0.35
_LONE_GUTTER = 2.5
_LEAST_COLUMN = 50.0
_APART = 1.35
_DEEPEST = 6
_INFINITE = float("inf")
Strip = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Flow:
    """Items that are read one after the other, from top to bottom, between two edges.

    `reach` is how far right its lines go, which in a column is less than its edge; `side` tells that other text stands
    beside it.
    """

    items: tuple[Item, ...]
    left: float
    right: float
    reach: float
    side: bool = False


def flows_of(items: Sequence[Item], left: float, right: float, page: int) -> list[Flow]:
    """The items of a page in reading order; `left` and `right` are where its text begins and ends."""
    return [flow for flow in _flows(list(items), Flow((), left, right, right), page, 0) if flow.items]


def _flows(items: list[Item], within: Flow, page: int, depth: int) -> Iterator[Flow]:
    bands = _bands(items)
    pending: list[Item] = []
    at = 0
    while at < len(bands):
        end, strips = _zone(bands, at)
        table = aligned_grid(bands[at:], page)
        if table:
            pending.append(table[0])
            at += table[1]
        elif strips and depth < _DEEPEST:
            yield replace(within, items=tuple(pending))
            pending = []
            yield from _beside(bands[at:end], strips, within, page, depth)
            at = end
        else:
            pending += bands[at]
            at += 1
    yield replace(within, items=tuple(pending))


def _beside(
    bands: Sequence[list[Item]], strips: Sequence[Strip], within: Flow, page: int, depth: int
) -> Iterator[Flow]:
    """The columns of a zone, from left to right, each looked at again by itself."""
    items = [item for band in bands for item in band]
    edges = [-_INFINITE, *(end for _, end in strips), _INFINITE]
    for i, (begin, end) in enumerate(itertools.pairwise(edges)):
        column = [item for item in items if begin <= item.box[0] + 0.01 and item.box[0] + 0.01 < end]
        left = within.left if i == 0 else strips[i - 1][1]
        right = within.right if i == len(strips) else strips[i][1]
        reach = max(item.box[2] for item in column)
        yield from _flows(column, Flow((), left, right, reach, side=True), page, depth + 1)


def _bands(items: Sequence[Item]) -> list[list[Item]]:
    """Items that overlap in height together, from top to bottom."""
    bands: list[list[Item]] = []
    lowest = 0.0
    for item in sorted(items, key=lambda i: (i.box[1], i.box[0])):
        _, top, _, bottom = item.box
        if bands and lowest - top > _OVERLAP * (bottom - top):
            bands[-1].append(item)
            lowest = max(lowest, bottom)
        else:
            bands.append([item])
            lowest = bottom
    return bands


def _zone(bands: Sequence[list[Item]], at: int) -> tuple[int, list[Strip]]:
    """How far a zone with columns goes that begins at a band, and the strips between its columns; none is no zone."""
    strips = _wide(_free(bands[at]), bands[at])
    end = at + 1
    if not strips:
        return end, []
    while end < len(bands):
        left = _wide(_common(strips, _free(bands[end])), bands[end])
        if not left:
            break
        strips, end = left, end + 1
    if end < len(bands):
        end = _trimmed(bands, at, end, strips)
    return end, _between_columns(bands[at:end], strips)


def _free(band: Sequence[Item]) -> list[Strip]:
    """The strips that no item of a band touches, with what lies left and right of all."""
    strips: list[Strip] = []
    reached = -_INFINITE
    for left, _, right, _ in sorted(item.box for item in band):
        if left > reached:
            strips.append((reached, left))
        reached = max(reached, right)
    return [*strips, (reached, _INFINITE)]


def _common(strips: Sequence[Strip], others: Sequence[Strip]) -> list[Strip]:
    both = ((max(a, c), min(b, d)) for a, b in strips for c, d in others)
    return [(begin, end) for begin, end in both if begin < end]


def _wide(strips: Sequence[Strip], band: Sequence[Item]) -> list[Strip]:
    size = max((item.size for item in band if isinstance(item, Segment)), default=10.0)
    return [(a, b) for a, b in strips if b - a >= _GUTTER * size and a != -_INFINITE and b != _INFINITE]


def _between_columns(bands: Sequence[Sequence[Item]], strips: Sequence[Strip]) -> list[Strip]:
    """The strips that have a column of some width on both sides; a single line needs a very wide one."""
    items = [item for band in bands for item in band]
    if len(bands) == 1 and len(items) <= 2:
        size = max((item.size for item in items if isinstance(item, Segment)), default=10.0)
        strips = [(a, b) for a, b in strips if b - a >= _LONE_GUTTER * size]
    kept: list[Strip] = []
    for strip in strips:
        begin = kept[-1][1] if kept else -_INFINITE
        before = [i.box for i in items if begin <= i.box[0] + 0.01 and i.box[2] - 0.01 <= strip[0]]
        after = [i.box for i in items if i.box[0] + 0.01 >= strip[1]]
        if before and after and min(_width(before), _width(after)) >= _LEAST_COLUMN:
            kept.append(strip)
    return kept


def _width(boxes: Sequence[tuple[float, float, float, float]]) -> float:
    left, _, right, _ = box_around(boxes)
    return right - left


def _trimmed(bands: Sequence[Sequence[Item]], at: int, end: int, strips: Sequence[Strip]) -> int:
    """The end of a zone without what stands under it on one side only, further off than its lines are apart."""
    last = end
    while last > at + 1 and _one_sided(bands[last - 1], strips):
        last -= 1
    pitches = sorted(_pitch(a, b) for a, b in zip(bands[at:last], bands[at + 1 : last], strict=False))
    usual = pitches[len(pitches) // 2] if pitches else 0.0
    for i in range(last, end):
        if _pitch(bands[i - 1], bands[i]) > _APART * usual:
            return i
    return end


def _one_sided(band: Sequence[Item], strips: Sequence[Strip]) -> bool:
    sides = {sum(1 for strip in strips if item.box[0] + 0.01 >= strip[1]) for item in band}
    return len(sides) == 1


def _pitch(above: Sequence[Item], below: Sequence[Item]) -> float:
    """From the top of a band to the top of the next."""
    return box_around(i.box for i in below)[1] - box_around(i.box for i in above)[1]
