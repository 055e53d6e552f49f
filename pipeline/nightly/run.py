"""One night from end to end: crawl, read, close the books, publish, look the coverage over, report."""

from __future__ import annotations

from dataclasses import replace

from pipeline.coverage.watch import today_in_viet_nam
from pipeline.errors import ExitStatus, status_of
from pipeline.intake import Task
from pipeline.ledger.rows import Books
from pipeline.lock import CRAWL, exclusive
from pipeline.nightly.alarms import alarms_of
from pipeline.nightly.books import SourceBooks
from pipeline.nightly.record import Night, begin, end
from pipeline.nightly.settings import NightSettings
from pipeline.nightly.sources import sources_tonight
from pipeline.nightly.steps import Steps, take_steps
from pipeline.nightly.telling import Teller
from pipeline.settings import Settings
from pipeline.tasks import row_of_page


def nightly(settings: Settings, night: NightSettings, teller: Teller, task: Task = row_of_page) -> Night:
    """Run one night and return its record; what was kept before stays, and is read, whatever happens.

    Raises `BusyError` at once where another run is at work, and what ends the night otherwise; its record then names
    it.
    """
    with exclusive(settings.data_dir, CRAWL):
        record = begin(settings.nights_dir)
        try:
            sources = sources_tonight(night, today_in_viet_nam())
            record = recorded(record, take_steps(sources, (), settings, night, teller, task))
            record = replace(record, alarms=alarms_of(settings))
        except BaseException as error:
            trouble = str(error) or type(error).__name__
            end(settings.nights_dir, replace(record, trouble=trouble), status_of(error))
            raise
        for alarm in record.alarms:
            teller.tell("alarm", alarm)
        return end(settings.nights_dir, record, status_after(record))


def status_after(record: Night) -> ExitStatus:
    """What the record of a run that came to its end means for the exit status."""
    if record.alarms:
        return ExitStatus.ALARM
    is_partly = record.stopped or record.total.lost or record.set_aside
    return ExitStatus.SOME_QUARANTINED if is_partly else ExitStatus.WELL


def recorded(record: Night, steps: Steps) -> Night:
    """The record with what the steps came to."""
    return replace(
        record,
        run_id=steps.report.run_id,
        books=steps.read.books,
        guides={one.source: _guides(one.guides) for one in steps.report.sources},
        content_hash=steps.content_hash,
        published=steps.is_new,
        stopped=steps.report.stopped,
        set_aside=steps.read.set_aside,
        notes=steps.report.notes,
    )


def _guides(books: Books) -> SourceBooks:
    return SourceBooks(books.discovered, books.fetched, books.not_modified, books.refused, books.failed, books.pending)
