"""Single pages by their addresses, through the same guards and the same door as those of a night."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.sources import Source, source_of
from pipeline.intake import Task
from pipeline.lock import CRAWL, exclusive
from pipeline.nightly.settings import NightSettings, SettingsError
from pipeline.nightly.steps import Steps, take_steps
from pipeline.nightly.telling import Teller
from pipeline.settings import Settings
from pipeline.tasks import row_of_page


def crawl_pages(
    urls: Sequence[str], settings: Settings, night: NightSettings, teller: Teller, task: Task = row_of_page
) -> Steps:
    """Fetch the pages, known or not, keep, read and publish them.

    Raises `SettingsError` for an address of no declared source, `BusyError` at once where another run is at work, and
    what ends a night.
    """
    sources = {source.id: source for source in (_source_of(url, night) for url in urls)}
    with exclusive(settings.data_dir, CRAWL):
        return take_steps(tuple(sources.values()), urls, settings, night, teller, task)


def _source_of(url: str, night: NightSettings) -> Source:
    source = next((own for own in night.declared() if own.covers(url)), None) or source_of(url)
    if source is None:
        raise SettingsError(url, "is on no domain of a declared source", "declare one; see docs/sources.md")
    return source
