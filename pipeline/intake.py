"""Reads pages into shards: each page once, in batches that are put in place whole, with books that must balance.

A run may be killed at any moment: batches in place stay, the rest is done by the next run over the same paths. What is
known (same bytes, code and registers) is not read again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol

from extractors.model import Page
from pipeline.errors import InputError
from pipeline.inputs import Found, Inputs, Loaded, find_inputs, load, skipped_line
from pipeline.outcomes import outcomes
from pipeline.rows import PageRow, quarantined_row
from pipeline.runs import Books, Run, begin, finish
from pipeline.sandbox_child import Failure
from pipeline.settings import Settings
from pipeline.shards import write_shard
from pipeline.stamp import current_stamp
from pipeline.store import Survey, remove_leftovers, set_aside, settle
from pipeline.tasks import row_of_page

Task = Callable[[Page], PageRow]


class Watcher(Protocol):
    """Who is told how a run goes."""

    def begin(self, total: int) -> None:
        """A run over so many inputs begins."""

    def advance(self) -> None:
        """One more input is dealt with."""

    def warn(self, message: str) -> None:
        """Something did not go well; one line."""


@dataclass(slots=True)
class _Tally:
    """The books of a run while it goes on."""

    watcher: Watcher
    skipped: dict[str, int]
    counts: Counter[str] = field(default_factory=Counter)
    by_reason: Counter[str] = field(default_factory=Counter)

    def refused(self, error: InputError) -> None:
        self.watcher.warn(str(error))
        self._done("refused")

    def known(self) -> None:
        self._done("known")

    def became(self, row: PageRow) -> PageRow:
        if row["outcome"] == "quarantined":
            self.watcher.warn(f"{row['name']}: quarantined ({row['reason_code']}): {row['reason']}")
            self.by_reason[row["reason_code"]] += 1
        self._done(row["outcome"])
        return row

    def books(self, given: int, set_aside: int) -> Books:
        by_reason = dict(sorted(self.by_reason.items()))
        return Books(given=given, **self.counts, by_reason=by_reason, skipped=self.skipped, set_aside=set_aside)

    def _done(self, what: str) -> None:
        self.counts[what] += 1
        self.watcher.advance()


def take_in(paths: Sequence[str], settings: Settings, watcher: Watcher, task: Task = row_of_page) -> Run:
    """Read what is new under `paths` into shards and return the record of the run.

    Only for the process that holds the lock of the data directory. Raises `SandboxError` where no worker can start.
    """
    remove_leftovers(settings)
    store = _mended_store(settings, watcher)
    inputs = find_inputs(paths)
    run = begin(settings.runs_dir, paths, settings.workers, current_stamp())
    books = _read_all(inputs, settings, store, watcher, task)
    books.check()
    settle(settings)
    return finish(settings.runs_dir, run, books)


def _mended_store(settings: Settings, watcher: Watcher) -> Survey:
    store = settle(settings)
    for error in store.bad:
        watcher.warn(f"{error} (moved to {settings.aside_dir})")
    set_aside(settings, store.bad)
    return store


def _read_all(inputs: Inputs, settings: Settings, store: Survey, watcher: Watcher, task: Task) -> Books:
    given = len(inputs.files) + len(inputs.refused)
    watcher.begin(given)
    tally = _Tally(watcher, inputs.skipped)
    if inputs.skipped:
        watcher.warn(skipped_line(inputs.skipped))
    for error in inputs.refused:
        tally.refused(error)
    in_order = sorted(inputs.files, key=lambda found: (found.name, found.path))
    rows = _rows(_unknown(in_order, settings, store, tally), settings, task)
    for batch in _batches(map(tally.became, rows), settings.pages_per_shard):
        write_shard(batch, settings.shards_dir)
    return tally.books(given, len(store.bad))


def _unknown(files: Iterable[Found], settings: Settings, store: Survey, tally: _Tally) -> Iterator[Loaded]:
    """The pages among the files that are not known; a page that stands in two files is read once."""
    coming: set[str] = set()
    for found in files:
        try:
            loaded = load(found, settings.page_megabytes * 2**20)
        except InputError as error:
            tally.refused(error)
            continue
        if loaded.page_id in coming or store.knows(loaded.page_id, found.name):
            tally.known()
        else:
            coming.add(loaded.page_id)
            yield loaded


def _rows(loaded: Iterable[Loaded], settings: Settings, task: Task) -> Iterator[PageRow]:
    for item, result in outcomes(loaded, task, settings):
        yield quarantined_row(item.head, result.code, result.reason) if isinstance(result, Failure) else result


def _batches(rows: Iterable[PageRow], size: int) -> Iterator[list[PageRow]]:
    left = iter(rows)
    while batch := list(islice(left, size)):
        yield batch
