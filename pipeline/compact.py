"""Joins small shards into full ones: each file that is opened costs as much as reading some hundred pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa

from pipeline.atomic import sync_directory
from pipeline.shards import read_shard, write_shard
from pipeline.stamp import Stamp

FULL_SHARD = 5_000
"""Pages of a shard that stays as it is; so a page is written again at most once."""


def compact(shards_dir: Path, pages: Mapping[str, int]) -> bool:
    """Join small shards of one stamp where a full one comes of it; `pages` of each shard. Whether any was joined.

    The joined shard is put in place before the small ones go: what is stored twice meanwhile stands once.
    """
    joined = False
    small = {name: count for name, count in sorted(pages.items()) if count < FULL_SHARD}
    for stamp, names in _groups(shards_dir, small):
        paths = [shards_dir / name for name in names]
        write_shard(pa.concat_tables([read_shard(path).table for path in paths]), shards_dir, stamp)
        for path in paths:
            path.unlink()
        sync_directory(shards_dir)
        joined = True
    return joined


def _groups(shards_dir: Path, small: Mapping[str, int]) -> Iterator[tuple[Stamp, list[str]]]:
    """Shards of one stamp that fill one together."""
    if sum(small.values()) < FULL_SHARD:
        return
    waiting: dict[Stamp, list[str]] = defaultdict(list)
    for name in small:
        stamp = read_shard(shards_dir / name, ()).stamp
        waiting[stamp].append(name)
        if sum(small[one] for one in waiting[stamp]) >= FULL_SHARD:
            yield stamp, waiting.pop(stamp)
