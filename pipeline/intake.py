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
from pipeline.archived import archived, passed_line
from pipeline.captures import Rank
from pipeline.errors import InputError
from pipeline.inputs import Inputs, Loaded, each_loaded, find_inputs, skipped_line
from pipeline.outcomes import outcomes
from pipeline.rows import PageRow, quarantined_row
from pipeline.runs import InputBooks, RunRecord, begin, finish
from pipeline.sandbox_child import Failure
from pipeline.settings import Settings
from pipeline.shards import write_shard
from pipeline.stamp import current_stamp
from pipeline.store import Survey, remove_leftovers, set_aside, settle
from pipeline.tasks import row_of_page

Task = Callable[[Page], PageRow]


class Watcher(Protocol):
    """Who is told how a run goes."""

    def warn(self, text: str) -> None:
        """Something did not go well; one line."""

    def progress(self, what: str, done: int, total: int) -> None:
        """So much of something is done by now."""


@dataclass(slots=True)
class _Tally:
    """The books of a run while it goes on."""

    watcher: Watcher
    skipped: dict[str, int]
    given: int = 0
    passed: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    by_reason: Counter[str] = field(default_factory=Counter)

    def expect(self, inputs: int) -> None:
        self.given += inputs
        self._tell()

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

    def books(self, set_aside: int) -> InputBooks:
        by_reason = dict(sorted(self.by_reason.items()))
        passed = {f"{kind} in archives": count for kind, count in sorted(self.passed.items())}
        skipped = {**self.skipped, **passed}
        return InputBooks(given=self.given, **self.counts, by_reason=by_reason, skipped=skipped, set_aside=set_aside)

    def _done(self, what: str) -> None:
        self.counts[what] += 1
        self._tell()

    def _tell(self) -> None:
        self.watcher.progress("read", self.counts.total(), self.given)


def take_in(paths: Sequence[str], settings: Settings, watcher: Watcher, task: Task = row_of_page) -> RunRecord:
    """Read what is new under `paths` into shards and return the record of the run.

    Only for the process that holds the lock of the data directory. Raises `SandboxError` where no worker can start.
    """
    store = sound_store(settings, watcher.warn)
    inputs = find_inputs(paths)
    run = begin(settings.runs_dir, paths, settings.workers, current_stamp())
    books = _read_all(inputs, settings, store, watcher, task)
    books.check()
    settle(settings)
    return finish(settings.runs_dir, run, books)


def sound_store(settings: Settings, warn: Callable[[str], None]) -> Survey:
    """What is stored, after the leftovers of dead runs were removed and files that are no good shards set aside."""
    remove_leftovers(settings)
    store = settle(settings)
    for error in store.bad:
        warn(f"{error} (moved to {settings.aside_dir})")
    set_aside(settings, store.bad)
    return store


def unknown(pages: Iterable[Loaded], store: Survey, known: Callable[[], None]) -> Iterator[Loaded]:
    """The pages that no sound row of this code and these registers stands for; `known` hears of each of the others."""
    coming: dict[str, Rank] = {}
    for page in pages:
        earlier = coming.get(page.page_id)
        if (earlier and earlier <= page.rank) or store.knows(page.page_id, page.rank):
            known()
        else:
            coming[page.page_id] = page.rank
            yield page


def into_shards(loaded: Iterable[Loaded], settings: Settings, task: Task, became: Callable[[PageRow], PageRow]) -> int:
    """Read each page in a worker process and put the rows, as `became` returns them, into shards; how many."""
    rows = map(became, _rows(loaded, settings, task))
    count = 0
    while batch := list(islice(rows, settings.pages_per_shard)):
        write_shard(batch, settings.shards_dir)
        count += len(batch)
    return count


def _read_all(inputs: Inputs, settings: Settings, store: Survey, watcher: Watcher, task: Task) -> InputBooks:
    tally = _Tally(watcher, inputs.skipped)
    tally.expect(len(inputs.files) + len(inputs.refused))
    if inputs.skipped:
        watcher.warn(skipped_line(inputs.skipped))
    for error in inputs.refused:
        tally.refused(error)
    pages = unknown(_readable(_contents(inputs, settings, tally), tally), store, tally.known)
    into_shards(pages, settings, task, tally.became)
    if tally.passed:
        watcher.warn(passed_line(tally.passed))
    return tally.books(len(store.bad))


def _contents(inputs: Inputs, settings: Settings, tally: _Tally) -> Iterator[Loaded | InputError]:
    """Every file and every page of the archives, or why it cannot be read."""
    at_most = settings.page_bytes
    yield from each_loaded(sorted(inputs.files, key=lambda found: (found.name, found.path)), at_most)
    for path in sorted(inputs.archives):
        for item in archived(path, at_most, tally.passed):
            tally.expect(1)
            yield item


def _readable(items: Iterable[Loaded | InputError], tally: _Tally) -> Iterator[Loaded]:
    for item in items:
        if isinstance(item, InputError):
            tally.refused(item)
        else:
            yield item


def _rows(loaded: Iterable[Loaded], settings: Settings, task: Task) -> Iterator[PageRow]:
    for item, result in outcomes(loaded, task, settings):
        yield quarantined_row(item.head, result.code, result.reason) if isinstance(result, Failure) else result
