"""What the archive holds according to the ledger, and what to do when it does not."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from pipeline.archive.exchange import Place
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.rows import Kept


def kept_versions(ledger: Ledger, after: int = 0) -> Iterator[Kept]:
    """The versions in the archive in order of acknowledgement; `after` is the last one that was seen before."""
    for row in ledger.rows("kept", after=after):
        place = Place(row["file"], row["offset"], row["length"])
        yield Kept(row["version_id"], row["url"], row["source"], row["digest"], place, row["fetched_at"], row["run_id"])


def acknowledged(ledger: Ledger) -> dict[str, int]:
    """How many bytes of each file of the archive are known to be whole."""
    return dict(map(tuple, ledger.rows("acknowledged")))


def check_archive(ledger: Ledger, directory: Path) -> tuple[str, ...]:
    """Compare lengths; what a file has lost is to be fetched again, and each loss is one line."""
    return tuple(
        _lost(ledger, directory / file, end)
        for file, end in acknowledged(ledger).items()
        if _is_short(directory / file, end)
    )


def _is_short(path: Path, end: int) -> bool:
    return not path.exists() or path.stat().st_size < end


def _lost(ledger: Ledger, path: Path, end: int) -> str:
    length = path.stat().st_size if path.exists() else 0
    reason = f"{path.name} has {length} bytes and the ledger knows {end}"
    with ledger.transaction():
        lost = {row["url_id"] for row in ledger.rows("lose_versions", file=path.name, length=length, reason=reason)}
        for url_id in lost:
            ledger.rows("requeue_url", url_id=url_id, reason="its version was lost", now=time.time())
    return f"{reason}: {len(lost)} pages were lost and will be fetched again"
