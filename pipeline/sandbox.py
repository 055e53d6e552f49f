"""Runs a task on pages in child processes, so that no page can take the run down with it.

Each page has a deadline and its worker a memory cap; a worker that hangs, dies or runs out of memory is replaced, and
the page fails with a code. Results come in the order of the pages, whatever the number of workers.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

from extractors.model import Page
from pipeline.errors import SandboxError
from pipeline.sandbox_child import Failure, Limits, Ready, Success, serve
from pipeline.settings import Settings

T = TypeVar("T")
_SPENT = frozenset({"timeout", "memory", "crashed"})
TRANSIENT = _SPENT | {"needs_office", "scan"}
"""Codes that depend on the machine as well as on the page: such a page is tried again by the next run. A scan, or an
old Word file, waits for the program that reads it."""
_START_SECONDS = 120.0
_PAGES_AHEAD = 4
_PAGES_A_WORKER = 2000  # whatever a library keeps of the pages that it read ends with its worker


def isolated(task: Callable[[Page], T], pages: Iterable[Page], settings: Settings) -> Iterator[T | Failure]:
    """Yield what `task`, a module-level function, makes of each page, or a `Failure`, in the order of the pages."""
    limits = Limits(settings.page_seconds, settings.page_memory_mb * 2**20, settings.document_seconds)
    pool = _Pool(task, limits, settings.workers)
    numbered = enumerate(pages)
    finished: dict[int, T | Failure] = {}
    told = 0
    try:
        while True:
            pool.feed(numbered, window=told + settings.workers * _PAGES_AHEAD)
            if not pool.busy:
                return
            finished.update(pool.results())
            while told in finished:
                yield finished.pop(told)
                told += 1
    finally:
        pool.close()


class _Pool(Generic[T]):
    """Up to `size` workers, started as pages come."""

    def __init__(self, task: Callable[[Page], T], limits: Limits, size: int) -> None:
        self._task = task
        self._limits = limits
        self._size = size
        self._idle: list[_Worker[T]] = []
        self._next = 0
        self.busy: list[_Worker[T]] = []

    def feed(self, numbered: Iterator[tuple[int, Page]], *, window: int) -> None:
        """Give pages to idle workers, as long as there are both and the page's number is below `window`."""
        while len(self.busy) < self._size and self._next < window:
            work = next(numbered, None)
            if work is None:
                return
            self._next = work[0] + 1
            worker = self._idle.pop() if self._idle else _Worker(self._task, self._limits)
            self.busy.append(worker)
            worker.give(*work)

    def results(self) -> Iterator[tuple[int, T | Failure]]:
        """Wait until a worker has a result, has died or is out of time, and yield what came."""
        soonest = min(worker.deadline for worker in self.busy)
        ready = wait([worker.connection for worker in self.busy], max(0.0, soonest - time.monotonic()))
        now = time.monotonic()
        for worker in [w for w in self.busy if w.connection in ready or w.deadline <= now]:
            result = worker.take() if worker.connection in ready else worker.out_of_time()
            self.busy.remove(worker)
            if worker.pages_given >= _PAGES_A_WORKER or (isinstance(result, Failure) and result.code in _SPENT):
                worker.end()
            else:
                self._idle.append(worker)
            yield worker.number, result

    def close(self) -> None:
        """End every worker."""
        for worker in [*self.busy, *self._idle]:
            worker.end()


class _Worker(Generic[T]):
    """One child process and the page it is at."""

    def __init__(self, task: Callable[[Page], T], limits: Limits) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["pipeline.sandbox_warm"])
        self.connection: Connection
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, task, limits), daemon=True)
        self._limits = limits
        self._seconds = limits.seconds
        self.number = -1
        self.pages_given = 0
        self.deadline = 0.0
        self._start(theirs)

    def _start(self, theirs: Connection) -> None:
        try:
            self._process.start()
            theirs.close()
            answer = self.connection.recv() if self.connection.poll(_START_SECONDS) else "no answer"
        except (EOFError, OSError) as error:
            answer = f"{type(error).__name__} {error}".strip()
        if not isinstance(answer, Ready):
            raise SandboxError("worker process", f"cannot start ({answer})", "mend what it names, then run again")

    def give(self, number: int, page: Page) -> None:
        """Send a page; its time runs from now. A child that is already dead shows when its answer is awaited."""
        self.number = number
        self.pages_given += 1
        self._seconds = self._limits.seconds_for(page)
        self.deadline = time.monotonic() + self._seconds
        with suppress(BrokenPipeError, ConnectionResetError):
            self.connection.send(page)

    def take(self) -> T | Failure:
        """What the child sent, or a failure where it died instead."""
        try:
            answer: Success[T] | Failure = self.connection.recv()
        except (EOFError, ConnectionResetError):
            self._process.join()
            return Failure("crashed", f"reading it ended the worker process ({_ending(self._process.exitcode)})")
        return answer.value if isinstance(answer, Success) else answer

    def out_of_time(self) -> Failure:
        """End the child in the middle of its page."""
        return Failure("timeout", f"reading it took more than {self._seconds:g} s")

    def end(self) -> None:
        """Stop the child at once; it holds nothing that could be lost."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self.connection.close()


def _ending(exit_code: int | None) -> str:
    if exit_code is not None and exit_code < 0:
        return signal.Signals(-exit_code).name
    return f"exit status {exit_code}"
