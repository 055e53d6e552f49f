"""`thidua crawl`: single pages by their addresses."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from pipeline.cli.nightly import (
    Config,
    Contact,
    LogOption,
    Rehearse,
    balance_lines,
    given_values,
    night_settings_of,
)
from pipeline.cli.options import DEFAULT_DATA_DIR, DataDir, Workers, settings_of
from pipeline.cli.tellers import Log, telling
from pipeline.errors import ExitStatus


def crawl(
    urls: Annotated[list[str], typer.Argument(metavar="URL...", help="Pages of declared sources.")],
    data_dir: DataDir = DEFAULT_DATA_DIR,
    contact: Contact = None,
    config: Config = None,
    rehearse_at: Rehearse = None,
    log: LogOption = Log.TEXT,
    workers: Workers = None,
) -> None:
    """Fetch pages by address, as politely and safely as a nightly run does, and publish them.

    Exit status: 0 all were had; 1 some were not (each reason is named); 3 nothing could be done; 4 the books do not
    close, nothing was published; 75 another run is at work.

    Example: thidua crawl https://baohatinh.vn/tin-post1.html --contact mailto:ban@vidu.vn
    """
    from pipeline.nightly.books import SourceBooks
    from pipeline.nightly.pages import crawl_pages

    night = night_settings_of(data_dir, config, given_values(contact=contact, rehearse_at=rehearse_at))
    with telling(log) as teller:
        done = crawl_pages(urls, settings_of(data_dir, workers), night, teller)
    books = done.read.books
    if log is Log.JSON:
        typer.echo(json.dumps({source: asdict(own) for source, own in books.items()}, ensure_ascii=False))
    else:
        typer.echo("\n".join(balance_lines(books)))
    total = sum(books.values(), SourceBooks())
    is_short = done.report.stopped or total.refused + total.failed + total.pending + total.lost
    raise typer.Exit(ExitStatus.SOME_QUARANTINED if is_short else ExitStatus.WELL)
