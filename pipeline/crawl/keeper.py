"""Keeps answers: first the archive, synced, then the ledger; answers that come together share one sync."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.archive.exchange import Exchange
from pipeline.archive.write import Archive
from pipeline.ledger.rows import Answer, Visit
from pipeline.ledger.run import Run

_TOGETHER_SECONDS = 0.05
_MOST_TOGETHER = 64


@dataclass(frozen=True, slots=True)
class Keepsake:
    """An answer to be kept, and when its address is to be looked at again."""

    visit: Visit
    exchange: Exchange
    answer: Answer
    next_try: float | None


class Keeper:
    """Collects answers for a moment and keeps them; `on_failure` is told, once, that the disk refuses."""

    def __init__(self, archive: Archive, run: Run, on_failure: Callable[[OSError], None]) -> None:
        self._archive = archive
        self._run = run
        self._on_failure = on_failure
        self._waiting: list[Keepsake] = []
        self._has_failed = False

    def keep(self, keepsake: Keepsake) -> None:
        """Keep it within a moment."""
        self._waiting.append(keepsake)
        if len(self._waiting) >= _MOST_TOGETHER:
            self.flush()
        elif len(self._waiting) == 1:
            asyncio.get_running_loop().call_later(_TOGETHER_SECONDS, self.flush)

    def flush(self) -> None:
        """Keep what has been collected; once the disk has refused, nothing more is kept, and it stays pending."""
        waiting, self._waiting = self._waiting, []
        if not waiting or self._has_failed:
            return
        try:
            self._store(waiting)
        except OSError as error:
            self._has_failed = True
            self._on_failure(error)

    def _store(self, waiting: list[Keepsake]) -> None:
        places = [self._archive.append(kept.exchange) for kept in waiting]
        self._archive.sync()
        with self._run.ledger.transaction():
            for kept, place in zip(waiting, places, strict=True):
                fetched_at = kept.exchange.fetched_at.timestamp()
                self._run.add_version(kept.visit, kept.answer.digest, place, fetched_at, kept.exchange.url)
                self._run.fetched(kept.visit, kept.answer, kept.next_try, len(kept.exchange.body))
