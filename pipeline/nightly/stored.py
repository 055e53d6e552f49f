"""What the shards hold, page by page: the one place that says what has been read."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.errors import ShardError
from pipeline.sandbox import TRANSIENT
from pipeline.settings import Settings
from pipeline.shards import scan

_COLUMNS = ("page_id", "name", "reason_code", "article.article_id")


@dataclass(frozen=True, slots=True)
class StoredPage:
    """What became of a page: the article in it, or `None` where it was quarantined.

    `name` is the address or file that it goes by: of several with the same bytes the one that sorts first
    (`pipeline.store`). `is_passing`: its outcome depended on the machine as well, so it is read again.
    """

    article_id: str | None
    name: str
    is_passing: bool = False


def stored_pages(settings: Settings) -> dict[str, StoredPage] | None:
    """Every page of the store by its id; of its rows the one that stands. `None` where a file is no good shard."""
    pages: dict[str, StoredPage] = {}
    for shard in scan(settings.shards_dir, _COLUMNS):
        if isinstance(shard, ShardError):
            return None
        columns = (shard.table.column(name).to_pylist() for name in ("page_id", "name", "reason_code", "article"))
        for page_id, name, code, article in zip(*columns, strict=True):
            page = StoredPage(article["article_id"] if article else None, name, code in TRANSIENT)
            other = pages.setdefault(page_id, page)
            pages[page_id] = min(page, other, key=lambda one: (one.is_passing, one.name))
    return pages
