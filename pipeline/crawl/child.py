"""The crawling process: told its job on standard input, it ends when that closes, so it never outlives its parent."""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial

from scrapy.crawler import AsyncCrawlerProcess

from corpus.sources import Source
from extractors.discovery.addresses import canonical
from pipeline.archive.write import Archive
from pipeline.crawl.frontier import Frontier
from pipeline.crawl.guard import guard_of
from pipeline.crawl.hosts import Hosts
from pipeline.crawl.intake import Intake
from pipeline.crawl.keeper import Keeper
from pipeline.crawl.run import Job
from pipeline.crawl.scrapy_settings import scrapy_settings
from pipeline.crawl.spider import SourceSpider
from pipeline.errors import ExitStatus, ThiduaError
from pipeline.ledger.kept import check_archive, file_opened, promised
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.rows import Found
from pipeline.ledger.run import Run
from pipeline.ledger.states import GuideKind, Role
from pipeline.lock import exclusive, patiently

_HANDOVER_SECONDS = 10.0
"""How long an orphan of a killed run may take to end."""


def main() -> int:
    """Do the job on standard input; notes go to standard output, one a line, the last says what stopped it."""
    job: Job = pickle.load(sys.stdin.buffer)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        with ExitStack() as held, Ledger(job.ledger) as ledger:
            patiently(_HANDOVER_SECONDS, lambda: held.enter_context(exclusive(job.archive)))
            lost = check_archive(ledger, job.archive)
            note = partial(file_opened, ledger)
            with Archive(job.archive, promised=promised(ledger), on_open=note) as archive:
                _tell(*lost, *map(str, archive.cuts))
                stopped = _crawl(job, ledger, archive)
    except (ThiduaError, OSError) as error:
        stopped = str(error)
    if stopped:
        _tell(stopped)
    return ExitStatus.NOTHING_DONE if stopped else ExitStatus.WELL


def _crawl(job: Job, ledger: Ledger, archive: Archive) -> str | None:
    """Crawl, and return what stopped it before its end."""
    run = Run(ledger, job.run_id)
    for found in _beginnings(job, run):
        run.demand(found)
    process = AsyncCrawlerProcess(scrapy_settings(job.limits))
    crawler = process.create_crawler(SourceSpider)

    def stop(error: OSError) -> None:
        crawler.spider.stop(f"the archive refuses: {error.strerror}")  # type: ignore[union-attr]

    hosts = Hosts(ledger, job.limits.failures_in_a_row)
    process.crawl(
        crawler,
        sources={source.id: source for source in job.sources},
        limits=job.limits,
        contact=job.contact,
        guard=guard_of(job.sources),
        ledger=ledger,
        run=run,
        hosts=hosts,
        frontier=Frontier(run, job.sources, job.limits, hosts),
        intake=Intake(run, Keeper(archive, run, stop), job.limits),
    )
    process.start()
    return crawler.spider.stopped if isinstance(crawler.spider, SourceSpider) else "the crawl could not begin"


def _beginnings(job: Job, run: Run) -> Iterator[Found]:
    """What the run visits whatever the ledger says; what is due besides is added on the way."""
    for url in job.only_urls:
        source = next(source for source in job.sources if source.covers(url))
        yield Found(canonical(url), source.id, Role.ARTICLE)
    if not job.only_urls:
        for source in job.sources:
            run.add_due(source.id)
            yield from _guides(source)


def _guides(source: Source) -> Iterator[Found]:
    """The declared guides, asked for as they are declared."""
    kinds = (
        (GuideKind.FEED, source.feeds),
        (GuideKind.SITEMAP, source.sitemaps),
        (GuideKind.LISTING, source.start_pages),
    )
    for kind, urls in kinds:
        yield from (Found(url, source.id, Role.GUIDE, kind) for url in urls)


def _tell(*notes: str) -> None:
    for note in notes:
        sys.stdout.write(f"{note}\n")
    sys.stdout.flush()


def _end_with_parent() -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os._exit(ExitStatus.INTERRUPTED)


if __name__ == "__main__":
    sys.exit(main())
