"""`thidua nightly`: what the cron line calls."""

from __future__ import annotations

import json
import traceback
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.options import DEFAULT_DATA_DIR, DataDir, Workers, settings_of
from pipeline.cli.tellers import Log, telling
from pipeline.cli.watchers import EXPECTED, warn
from pipeline.errors import BusyError, ExitStatus, status_of

if TYPE_CHECKING:
    from pipeline.nightly.books import SourceBooks
    from pipeline.nightly.record import Night
    from pipeline.nightly.settings import NightSettings
    from pipeline.settings import Settings

Contact = Annotated[
    str | None,
    typer.Option("--contact", envvar="THIDUA_CONTACT", help="Where the sites' keepers reach you: an address or page."),
]
Config = Annotated[
    Path | None,
    typer.Option("--config", envvar="THIDUA_CONFIG", help="The settings; default: nightly.toml in the data directory."),
]
Rehearse = Annotated[
    str | None,
    typer.Option("--rehearse-at", metavar="ADDRESS:PORT", help="Rehearse: one machine stands for every source."),
]
LogOption = Annotated[Log, typer.Option("--log", help="On stderr: text for people, or one JSON object a line.")]


def nightly(
    data_dir: DataDir = DEFAULT_DATA_DIR,
    source: Annotated[
        list[str] | None,
        typer.Option("--source", metavar="NAME", help="A source to visit, verified or not; may be repeated."),
    ] = None,
    unverified: Annotated[
        bool, typer.Option("--unverified", help="Visit also sources that nobody has seen answer.")
    ] = False,
    contact: Contact = None,
    config: Config = None,
    rehearse_at: Rehearse = None,
    log: LogOption = Log.TEXT,
    workers: Workers = None,
) -> None:
    """Fetch what is new on the sources, keep it, read it, publish it, and say what came of it.

    \b
    Exit status:
      0    well: published, or nothing was new
      1    done, but the crawl was stopped early, or pages or shards were lost (each is named)
      2    the command was used wrongly
      3    nothing could be done (the last line says why)
      4    the books do not close; nothing was published
      5    done, and the coverage of a source raises an alarm
      75   another run is at work; this one left at once
      130  stopped from the keyboard; what was kept stays

    Example: thidua nightly --data-dir data --contact mailto:ban@vidu.vn
    """
    given = given_values(contact=contact, sources=source, unverified=unverified or None, rehearse_at=rehearse_at)
    settings = settings_of(data_dir, workers)
    raise typer.Exit(_run(settings, night_settings_of(data_dir, config, given), log))


def night_settings_of(data_dir: Path, config: Path | None, given: dict[str, Any]) -> NightSettings:
    """The settings of the file, under what was given on the command line."""
    from pipeline.nightly.settings import SettingsError, night_settings

    if config is not None and not config.is_file():
        raise SettingsError(config, "no such file", "check the path")
    return night_settings(config or data_dir / "nightly.toml", given)


def given_values(**values: object) -> dict[str, Any]:
    """Those settings that were given on the command line."""
    return {key: value for key, value in values.items() if value}


def _run(settings: Settings, night: NightSettings, log: Log) -> ExitStatus:
    from pipeline.nightly.run import nightly as run_night

    try:
        with telling(log) as teller:
            done = run_night(settings, night, teller)
    except BusyError:
        raise
    except (Exception, KeyboardInterrupt) as error:
        return _failed(error, settings, night)
    _report(done, log)
    status = ExitStatus(done.status or ExitStatus.WELL)
    if status is not ExitStatus.WELL:
        _notify(night, {"data": str(settings.data_dir), **asdict(done)})
    return status


def _failed(error: BaseException, settings: Settings, night: NightSettings) -> ExitStatus:
    """Tell whoever is to be told; a defect of the program is logged with its traceback, all else goes on."""
    told = str(error) or type(error).__name__
    _notify(night, {"status": int(status_of(error)), "trouble": told, "data": str(settings.data_dir)})
    if isinstance(error, EXPECTED):
        raise error
    traceback.print_exception(error)
    warn(f"a defect of the program: {told}; report it with the lines above")
    return ExitStatus.NOTHING_DONE


def _notify(night: NightSettings, told: Mapping[str, object]) -> None:
    from pipeline.nightly.notify import notify

    for trouble in notify(night, told):
        warn(trouble)


def _report(night: Night, log: Log) -> None:
    if log is Log.JSON:
        typer.echo(json.dumps(asdict(night), ensure_ascii=False))
        return
    typer.echo("\n".join(balance_lines(night.books)))


def balance_lines(books: Mapping[str, SourceBooks]) -> list[str]:
    """The books as a table: a line for each source that had anything to deal with, and one for all together."""
    from pipeline.nightly.books import SourceBooks

    own = {name: one for name, one in books.items() if one.discovered or one.caught_up}
    rows = {**own, "all": sum(books.values(), SourceBooks())}
    width = max(map(len, rows))
    heads = {column.name: column.name.replace("_", " ") for column in fields(SourceBooks)}
    lines = [f"{'':{width}}  {'  '.join(heads.values())}"]
    for name, one in rows.items():
        cells = (f"{getattr(one, column):>{len(head)},}" for column, head in heads.items())
        lines.append(f"{name:{width}}  {'  '.join(cells)}")
    return lines
