"""The steps that a night and the crawl of single pages share: fetch, read, close the books, publish."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from corpus.sources import Source
from pipeline.crawl.report import CrawlReport
from pipeline.crawl.run import check_contact, crawl
from pipeline.intake import Task
from pipeline.lock import patiently
from pipeline.nightly.publishing import is_current
from pipeline.nightly.reading import Read, read_kept
from pipeline.nightly.settings import NightSettings
from pipeline.nightly.sources import led_to, rehearsed
from pipeline.nightly.telling import Teller
from pipeline.publish import published_manifest
from pipeline.settings import Settings
from pipeline.warehouse.build import build


@dataclass(frozen=True, slots=True)
class Steps:
    """What the steps came to; `content_hash` is that of what is published now, and `is_new` whether they made it."""

    report: CrawlReport
    read: Read
    content_hash: str | None
    is_new: bool


def take_steps(
    sources: Sequence[Source], urls: Sequence[str], settings: Settings, night: NightSettings, teller: Teller, task: Task
) -> Steps:
    """Visit the sources, or only those addresses of them, and publish what came of it."""
    report = _crawl(sources, urls, settings, night, teller)
    own = {source.id: source for source in night.declared()}
    read = patiently(night.store_wait_seconds, lambda: read_kept(report, own, settings, teller, task))
    content_hash, is_new = _publish(settings, night, read, teller)
    return Steps(report, read, content_hash, is_new)


def _crawl(
    sources: Sequence[Source], urls: Sequence[str], settings: Settings, night: NightSettings, teller: Teller
) -> CrawlReport:
    check_contact(night.contact)
    limits = night.crawl
    if night.rehearse_at:
        sources = rehearsed(sources)
        limits = led_to(limits, sources, night.rehearse_at)
    what = f"{len(urls)} pages of {len(sources)} sources" if urls else f"{len(sources)} sources"
    teller.tell("crawl", f"crawling {what}", sources=[source.id for source in sources], urls=list(urls))
    report = crawl(
        sources, limits, settings.archive_dir, settings.ledger_path, contact=night.contact, only_urls=urls,
        watch=lambda done, total: teller.progress("crawl", done, total),
    )  # fmt: skip
    _tell(report, teller)
    return report


def _tell(report: CrawlReport, teller: Teller) -> None:
    for note in report.notes:
        teller.tell("note", note)
    for one in report.sources:
        for reason, times in one.reasons:
            teller.tell("reason", f"{one.source}: {times:,} {reason}", source=one.source, reason=reason, times=times)
        for trap in one.traps:
            text = f"{one.source}: trap: {trap.name}, {trap.times:,} times, such as {trap.example}"
            teller.tell("trap", text, source=one.source, **asdict(trap))
    if report.stopped:
        teller.warn(f"the crawl was stopped: {report.stopped}; what was kept is read, the rest stays pending")


def _publish(settings: Settings, night: NightSettings, read: Read, teller: Teller) -> tuple[str | None, bool]:
    if is_current(settings, read.stored):
        manifest = published_manifest(settings.warehouse_path)
        teller.tell("unchanged", "nothing new: what is published stays as it is")
        return (manifest.content_hash if manifest else None), False
    built = patiently(night.store_wait_seconds, lambda: build(settings))
    text = f"published {built.path} (content {built.content_hash[:16]}) in {built.seconds:.1f} s"
    teller.tell("published", text, path=str(built.path), content_hash=built.content_hash, rows=built.rows)
    return built.content_hash, True
