"""What is timed: fetching with every guard on, and a night that finds nothing new among many known addresses."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.sources import Source
from pipeline.archive.exchange import Place
from pipeline.bench.memory import peak_of
from pipeline.bench_crawl.farm import address_of, declare, farm
from pipeline.bench_warehouse.measures import Figure
from pipeline.bench_warehouse.synthetic import write_store
from pipeline.crawl.run import crawl
from pipeline.crawl.settings import CrawlSettings
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.rows import Answer, Found
from pipeline.ledger.run import Run
from pipeline.ledger.states import Role
from pipeline.nightly.run import nightly
from pipeline.nightly.settings import NightSettings
from pipeline.nightly.sources import led_to
from pipeline.nightly.stored import stored_pages
from pipeline.settings import Settings
from pipeline.warehouse.build import build

CONTACT = "mailto:thidua@example.org"
HOSTS = 10
AT_ONCE = CrawlSettings(requests_at_once_per_host=4, requests_at_once=32)
_PAGES_PER_SHARD = 500


class Silent:
    """A teller for whom nobody listens."""

    def tell(self, event: str, text: str, **facts: object) -> None:
        """Nothing."""

    def warn(self, text: str) -> None:
        """Nothing."""

    def progress(self, what: str, done: int, total: int) -> None:
        """Nothing."""


def of_fetching(home: Path, pages: int) -> Iterator[Figure]:
    """Fetch and archive so many pages of the farm, delay 0."""
    sources = declare(home / "sources.toml", HOSTS)
    with farm(pages // HOSTS) as grown:
        limits = led_to(AT_ONCE, sources, grown.machine)
        began = time.monotonic()
        with peak_of("pipeline.crawl.child") as peak:
            report = crawl(sources, limits, home / "archive", home / "ledger.sqlite", contact=CONTACT)
        seconds = time.monotonic() - began
    fetched = sum(one.articles.fetched for one in report.sources)
    size = sum(path.stat().st_size for path in (home / "archive").glob("*.warc.gz")) / 1e6
    speed = fetched / seconds
    told = f"{speed:,.0f} pages/s ({fetched:,} pages in {seconds:.1f} s, {size:.0f} MB archived)"
    yield Figure("fetch and archive", told, ">= 100 pages/s", speed >= 100 and fetched == pages)
    yield Figure("peak memory of the crawl", f"{peak.mib:,.0f} MiB", "< 600 MiB", 0 < peak.mib < 600)


def of_nothing_new(home: Path, known: int) -> Iterator[Figure]:
    """A night over so many known addresses, each of them read and published, when the farm has nothing new."""
    settings, declarations = Settings(data_dir=home), home / "sources.toml"
    sources = declare(declarations, HOSTS)
    write_store(settings.shards_dir, known, pages_per_shard=_PAGES_PER_SHARD)
    remember(settings, sources)
    build(settings)
    with farm(known // HOSTS) as grown:
        night = NightSettings(
            contact=CONTACT,
            sources=tuple(source.id for source in sources),
            declarations=(declarations,),
            rehearse_at=grown.machine,
            crawl=AT_ONCE,
        )
        for name in ("all sitemaps new", "nothing new"):
            began = time.monotonic()
            done = nightly(settings, night, Silent())
            ended = time.monotonic()
            after = ended - grown.last_answer()
            told = f"{after:.1f} s after the last answer, {ended - began:.1f} s in all"
            is_well = after <= 10 and not done.published and not done.total.fetched
            yield Figure(f"a night over {known:,} known, {name}", told, "<= 10 s", is_well)


def remember(settings: Settings, sources: Sequence[Source]) -> None:
    """Write every page of the store into the ledger, as kept by an earlier night."""
    with Ledger(settings.ledger_path) as ledger:
        run = Run.begin(ledger)
        pages = list((stored_pages(settings) or {}).items())
        for part, source in enumerate(sources):
            own = pages[part :: len(sources)]
            run.discover(Found(address_of(source, n), source.id, Role.ARTICLE) for n in range(len(own)))
            with ledger.transaction():
                for visit, (page_id, page) in zip(run.open_visits(source.id, len(own)), own, strict=True):
                    digest = page_id.ljust(64, "0")
                    run.add_version(visit, digest, Place("20250101-9.warc.gz", 0, 0), time.time(), page.name)
                    run.fetched(visit, Answer(digest, '"1"', None), None)
        run.end()
    settings.archive_dir.mkdir(parents=True, exist_ok=True)
    (settings.archive_dir / "20250101-9.warc.gz").touch()
