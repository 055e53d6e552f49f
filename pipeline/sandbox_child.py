"""The inside of a worker process: takes pages, runs the task under a memory cap, sends results back."""

from __future__ import annotations

import logging
import math
import os
import resource
import signal
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from typing import Any, Generic, TypeVar

from extractors.documents.sniffing import is_document
from extractors.errors import Unreadable
from extractors.model import Page
from pipeline.errors import printable

T = TypeVar("T")
_GRACE_SECONDS = 2


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may take; a document may take longer."""

    seconds: float
    memory_bytes: int
    document_seconds: float

    def seconds_for(self, page: Page) -> float:
        """Wall-clock time that this page may take."""
        return self.document_seconds if is_document(page.media_type) else self.seconds


@dataclass(frozen=True, slots=True)
class Ready:
    """The child has loaded everything and waits for pages."""


@dataclass(frozen=True, slots=True)
class Success(Generic[T]):
    """What the task made of a page."""

    value: T


@dataclass(frozen=True, slots=True)
class Failure:
    """Why the task made nothing of a page: a code to count by, and one line."""

    code: str
    reason: str


def serve(connection: Connection, task: Callable[[Page], Any], limits: Limits) -> None:
    """Answer each page that comes until the other end closes; the parent alone decides about signals and deadlines."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _be_quiet()
    connection.send(_warmed())
    _cap_memory(limits.memory_bytes)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            page = connection.recv()
            signal.alarm(math.ceil(limits.seconds_for(page)) + _GRACE_SECONDS)
            answer = _attempt(task, page)
            signal.alarm(0)
            connection.send_bytes(answer)


def _attempt(task: Callable[[Page], Any], page: Page) -> Any:
    try:
        return ForkingPickler.dumps(Success(task(page)))
    except Unreadable as refusal:
        failure = Failure(refusal.code, refusal.reason)
    except MemoryError:
        failure = Failure("memory", "reading it took more memory than a page may take")
    except Exception as error:
        failure = Failure("error", printable(f"{type(error).__name__}: {error}")[:300])
    return ForkingPickler.dumps(failure)


def _warmed() -> Ready | str:
    try:
        from pipeline.sandbox_warm import warm

        warm()
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return Ready()


def _be_quiet() -> None:
    """Keep libraries' logs and dying words off the terminal: what happened is told by the parent, in one line."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def _cap_memory(more_bytes: int) -> None:
    status = Path("/proc/self/statm")
    if status.exists():
        used = int(status.read_text("ascii").split()[0]) * resource.getpagesize()
        # the hard limit stays: an office suite started from here needs more address space than a page may take
        resource.setrlimit(resource.RLIMIT_AS, (used + more_bytes, resource.getrlimit(resource.RLIMIT_AS)[1]))
