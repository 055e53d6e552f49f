"""From loaded files to results, each beside its file and in their order; what is too large never reaches a worker."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from extractors.model import Page
from pipeline.inputs import Loaded
from pipeline.sandbox import isolated
from pipeline.sandbox_child import Failure
from pipeline.settings import Settings

T = TypeVar("T")


def outcomes(
    loaded: Iterable[Loaded], task: Callable[[Page], T], settings: Settings
) -> Iterator[tuple[Loaded, T | Failure]]:
    """Yield each file with what `task` made of its page in a worker process, or with the failure."""
    waiting: deque[Loaded] = deque()

    def pages() -> Iterator[Page]:
        for item in loaded:
            waiting.append(item)
            if item.page:
                yield item.page

    for result in isolated(task, pages(), settings):
        yield from _too_large(waiting, settings)
        yield waiting.popleft(), result
    yield from _too_large(waiting, settings)


def _too_large(waiting: deque[Loaded], settings: Settings) -> Iterator[tuple[Loaded, Failure]]:
    while waiting and not waiting[0].page:
        item = waiting.popleft()
        reason = f"{item.byte_count:,} bytes, a page may have {settings.page_megabytes} MiB; save the article alone"
        yield item, Failure("too_large", reason)
