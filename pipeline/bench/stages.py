"""The stages of thidua, timed page by page: read, extract, write, build."""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TypeVar

from extractors.errors import Unreadable
from extractors.model import Article, Page
from pipeline.rows import PageRow

T = TypeVar("T")
ROUNDS = 3
"""How often a page is read and extracted; the fastest time counts, the others had company."""


@dataclass(frozen=True, slots=True)
class Stage:
    """CPU seconds of one stage: one figure for each page, or one for the whole batch of `pages`."""

    name: str
    seconds: tuple[float, ...]
    pages: int
    syllables: int

    @property
    def total(self) -> float:
        """Seconds over all pages."""
        return sum(self.seconds)


@dataclass(frozen=True, slots=True)
class Run:
    """What the stages took, the articles that came of the pages, and the memory at its highest, in MiB."""

    stages: tuple[Stage, ...]
    articles: tuple[Article, ...]
    pages: int
    unreadable: int
    peak_mib: float
    peak_with_build_mib: float

    def __getitem__(self, name: str) -> Stage:
        return next(stage for stage in self.stages if stage.name == name)


def timed(work: Callable[[], T], rounds: int = ROUNDS) -> tuple[float, T]:
    """The fewest CPU seconds that the work took, and what came of it."""
    best, result = _once(work)
    for _ in range(rounds - 1):
        seconds, result = _once(work)
        best = min(best, seconds)
    return best, result


def run_stages(pages: Sequence[Page]) -> Run:
    """Take the pages the whole way, into a warehouse that is thrown away."""
    from extractors.language import extract
    from pipeline.rows import parsed_row

    _warm_up(pages)
    reads = [timed(partial(_read, page)) for page in pages]
    read = [(page, article) for page, (_, article) in zip(pages, reads, strict=True) if article]
    articles = tuple(article for _, article in read)
    extracts = [timed(partial(extract, article)) for article in articles]
    peak = peak_mib()
    told = [parsed_row(page, article, facts) for (page, article), (_, facts) in zip(read, extracts, strict=True)]
    syllables = sum(row["article"]["syllables"] for row in told)
    in_pages = (
        Stage("read", tuple(seconds for seconds, _ in reads), len(pages), syllables),
        Stage("extract", tuple(seconds for seconds, _ in extracts), len(articles), syllables),
    )
    in_batch = _store(told, syllables) if told else ()
    return Run((*in_pages, *in_batch), articles, len(pages), len(pages) - len(articles), peak, peak_mib())


def peak_mib() -> float:
    """The highest resident memory of this process so far, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def _once(work: Callable[[], T]) -> tuple[float, T]:
    begun = process_time()
    result = work()
    return process_time() - begun, result


def _read(page: Page) -> Article | None:
    from extractors.article import read_page

    try:
        return read_page(page)
    except Unreadable:
        return None


def _warm_up(pages: Sequence[Page]) -> None:
    """Load the registers and compile the rules, which a worker does once in its life."""
    from extractors.language import extract

    first = next((article for article in map(_read, pages) if article), None)
    if first:
        extract(first)


def _store(rows: Sequence[PageRow], syllables: int) -> tuple[Stage, Stage]:
    from pipeline.settings import Settings
    from pipeline.shards import write_shard
    from pipeline.warehouse.build import build

    with TemporaryDirectory(prefix="thidua-bench-") as folder:
        settings = Settings(data_dir=Path(folder))
        written, _ = timed(lambda: write_shard(rows, settings.shards_dir), rounds=1)
        built, _ = timed(lambda: build(settings), rounds=1)
    return Stage("write", (written,), len(rows), syllables), Stage("build", (built,), len(rows), syllables)
