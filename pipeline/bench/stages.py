"""The stages of thidua, timed page by page: read, extract, write, build."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from extractors.errors import Unreadable
from extractors.model import Article, Page
from pipeline.bench.timing import Stage, peak_mib, timed
from pipeline.rows import PageRow


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


def run_stages(pages: Sequence[Page]) -> Run:
    """Take the pages the whole way, into a warehouse that is thrown away."""
    from extractors.language import extract
    from pipeline.rows import parsed_row

    _warm_up(pages)
    reads = [timed(partial(article_in, page)) for page in pages]
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


def article_in(page: Page) -> Article | None:
    """The article, or `None` where the page cannot be read."""
    from extractors.article import read_page

    try:
        return read_page(page)
    except Unreadable:
        return None


def _warm_up(pages: Sequence[Page]) -> None:
    """Load the registers and compile the rules, which a worker does once in its life."""
    from extractors.language import extract

    first = next((article for article in map(article_in, pages) if article), None)
    if first:
        extract(first)


def _store(rows: Sequence[PageRow], syllables: int) -> tuple[Stage, Stage]:
    from pipeline.settings import Settings
    from pipeline.shards import write_shard
    from pipeline.warehouse.build import build

    with TemporaryDirectory(prefix="thidua-bench-") as folder:
        settings = Settings(data_dir=Path(folder))
        written, _ = timed(partial(write_shard, rows, settings.shards_dir), rounds=1)
        built, _ = timed(partial(build, settings), rounds=1)
    return Stage("write", (written,), len(rows), syllables), Stage("build", (built,), len(rows), syllables)
