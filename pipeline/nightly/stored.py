"""What the shards hold, page by page: the one place that says what has been read."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.captures import Rank, rank_of
from pipeline.errors import ShardError
from pipeline.sandbox import TRANSIENT
from pipeline.settings import Settings
from pipeline.shards import scan
from pipeline.stamp import current_stamp
from pipeline.store import COLUMNS, Survey, places_in


@dataclass(frozen=True, slots=True)
class StoredPage:
    """What became of a page: the article in it, or `None` where it was quarantined.

    `name` is the address or file that it goes by, `captured_at` when that was: of several captures with the same bytes
    the one of the least rank (`pipeline.captures`). `is_passing`: its outcome depended on the machine as well, so it is
    read again.
    """

    article_id: str | None
    name: str
    captured_at: int | None = None
    is_passing: bool = False

    @property
    def rank(self) -> Rank:
        """Its place among the captures of the same bytes."""
        return rank_of(self.captured_at, self.name)


def stored_pages(settings: Settings) -> dict[str, StoredPage] | None:
    """Every page of the store by its id; of its rows the one that stands. `None` where a file is no good shard."""
    found, stamp = Survey(), current_stamp()
    pages: dict[str, StoredPage] = {}
    for shard in scan(settings.shards_dir, (*COLUMNS, "article.article_id")):
        if isinstance(shard, ShardError):
            return None
        columns = (shard.table.column(name).to_pylist() for name in ("name", "captured_at", "article"))
        for (page_id, place), name, captured_at, article in zip(places_in(shard, stamp), *columns, strict=True):
            if found.add(page_id, place):
                article_id = article["article_id"] if article else None
                pages[page_id] = StoredPage(article_id, name, captured_at, place.reason_code in TRANSIENT)
    return pages
