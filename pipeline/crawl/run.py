"""One crawl in a process of its own: Twisted's reactor cannot be started twice."""

from __future__ import annotations

import os
import pickle
import selectors
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from corpus.sources import Source
from pipeline.crawl.report import CrawlReport, report_of
from pipeline.crawl.settings import CrawlSettings
from pipeline.errors import ThiduaError
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.run import Run

Watch = Callable[[int, int], None]
"""Told now and then how many of the addresses discovered so far are dealt with."""
_CONTACT_CHARACTERS = range(4, 200)
_A_LOOK_SECONDS = 1.0


class CrawlError(ThiduaError):
    """A crawl that cannot begin."""


@dataclass(frozen=True, slots=True)
class Job:
    """What the crawling process is told."""

    run_id: int
    sources: tuple[Source, ...]
    limits: CrawlSettings
    archive: Path
    ledger: Path
    contact: str
    only_urls: tuple[str, ...]


def crawl(
    sources: Sequence[Source],
    settings: CrawlSettings,
    archive: Path,
    ledger: Path,
    *,
    contact: str,
    only_urls: Sequence[str] = (),
    watch: Watch | None = None,
) -> CrawlReport:
    """Fetch what is new on the sources into the archive folder and the ledger file, and report by source.

    With `only_urls` nothing else is visited but the documents that these pages link to. `contact` is the web or mail
    address that every request names. Only for the process that holds the crawl's lock. Raises `CrawlError` where the
    crawl cannot begin. One that could not go on says so in the report: what was acknowledged until then stays, the rest
    is pending.
    """
    check_contact(contact)
    _check_addresses(sources, only_urls)
    with Ledger(ledger) as opened:
        run = Run.begin(opened)
        job = Job(run.run_id, tuple(sources), settings, archive, ledger, contact, tuple(only_urls))
        notes, stopped = _run(job, lambda: watch(*run.progress()) if watch else None)
        return report_of(run, (source.id for source in sources), notes, stopped=stopped)


def _run(job: Job, look: Callable[[], None]) -> tuple[tuple[str, ...], str | None]:
    """Run the job to its end; the notes it made, and what stopped it before its end."""
    command = [sys.executable, "-m", "pipeline.crawl.child"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None, "it is a pipe"
        assert process.stdout is not None, "it is a pipe"
        pickle.dump(job, process.stdin)
        process.stdin.flush()  # stays open: the child ends when it closes
        lines = _read(process.stdout, look).decode("utf-8", "replace").splitlines()
        status = process.wait()
    if status == 0:
        return tuple(lines), None
    if lines and status > 0:
        return tuple(lines[:-1]), lines[-1]
    return tuple(lines), f"the crawling process ended with status {status}"


def _read(pipe: IO[bytes], look: Callable[[], None]) -> bytes:
    """All that comes through the pipe until it closes, with a look at the ledger every second."""
    told = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while True:
            if selector.select(_A_LOOK_SECONDS):
                piece = os.read(pipe.fileno(), 1 << 16)
                if not piece:
                    look()
                    return bytes(told)
                told += piece
            look()


def check_contact(contact: str) -> None:
    """Raise `CrawlError` unless it can be the web or mail address that every request names."""
    if len(contact) not in _CONTACT_CHARACTERS or not contact.isprintable() or not contact.isascii():
        next_step = "give the one that site owners may write to, as --contact, THIDUA_CONTACT or in nightly.toml"
        raise CrawlError("contact", f"{contact!r} is no web or mail address", next_step)


def _check_addresses(sources: Sequence[Source], only_urls: Sequence[str]) -> None:
    for url in only_urls:
        if not any(source.covers(url) for source in sources):
            raise CrawlError(url, "is on no domain of the sources given", "declare a source for it")
