"""What the archive holds according to the ledger, and what to do when it does not."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from sqlite3 import Row

from pipeline.archive.exchange import Place
from pipeline.captures import Rank, rank_of
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.rows import Kept


def kept_where(ledger: Ledger, is_asked: Callable[[str, Rank, int], bool]) -> tuple[Kept, ...]:
    """The versions in the archive whose page, rank and run are asked for, oldest first; cheap where these are few."""
    heads = (tuple(row) for row in ledger.rows("kept_heads"))
    asked = [n for n, page, at, name, run in heads if is_asked(page, rank_of(at, name), run)]
    return tuple(map(_kept, ledger.rows("kept_ones", ids=json.dumps(asked)))) if asked else ()


def acknowledged(ledger: Ledger) -> dict[str, int]:
    """How many bytes of each file of the archive are known to be whole."""
    return dict(map(tuple, ledger.rows("acknowledged")))


def promised(ledger: Ledger) -> dict[str, int]:
    """How many bytes of each file stay; a run that died wrote what stands behind them, and never acknowledged it."""
    return dict(map(tuple, ledger.rows("promised")))


def file_opened(ledger: Ledger, file: str, length: int) -> None:
    """Note, before anything is added to a file, how long it is."""
    with ledger.transaction():
        ledger.rows("set_file", file=file, start=length)


def lose(ledger: Ledger, kept: Kept, reason: str) -> None:
    """Note that the archive no longer gives a version, so that its address is fetched again."""
    with ledger.transaction():
        for row in ledger.rows("lose_version", version_id=kept.version_id, reason=reason):
            ledger.rows("requeue_url", url_id=row["url_id"], reason="its version was lost", now=time.time())


def check_archive(ledger: Ledger, directory: Path) -> tuple[str, ...]:
    """Compare lengths; what a file has lost is to be fetched again, and each loss is one line."""
    return tuple(
        _lost(ledger, directory / file, end)
        for file, end in acknowledged(ledger).items()
        if _is_short(directory / file, end)
    )


def _kept(row: Row) -> Kept:
    place = Place(row["file"], row["offset"], row["length"])
    head = (row["version_id"], row["url"], row["name"], row["source"], row["digest"])
    return Kept(*head, place, row["fetched_at"], row["run_id"])


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
