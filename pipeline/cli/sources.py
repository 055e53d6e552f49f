"""`thidua sources`: what is declared, whether it holds together, and how a live site answers."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.formats import AnswerFormat, mistakes
from pipeline.errors import ExitStatus
from pipeline.tabular import Answer, Format, write

if TYPE_CHECKING:
    from corpus.sources import Source
    from pipeline.probe import Probe

sources = typer.Typer(help="Declared sources. Example: thidua sources list", no_args_is_help=True)

_SHOWN = 10
_COLUMNS = ("id", "kind", "province", "now", "from", "to", "verified", "feeds", "sitemaps", "start pages", "pattern")

Name = Annotated[str, typer.Argument(metavar="NAME", help="The id or name of a source, diacritics or not.")]
Contact = Annotated[
    str,
    typer.Option("--contact", envvar="THIDUA_CONTACT", help="Where the site's keepers reach you: an address or page."),
]
At = Annotated[
    str | None, typer.Option("--at", metavar="URL", help="Rehearse: look for the source under this address instead.")
]


@sources.callback()
def _group() -> None:
    """Declared sources."""


@sources.command(name="list")
def list_(output: AnswerFormat = Format.TABLE) -> None:
    """All declared sources.

    Example: thidua sources list --format csv
    """
    from corpus.sources import load_sources

    write(Answer(_COLUMNS, [_row(source) for source in load_sources()]), output, sys.stdout)


@sources.command()
def check() -> None:
    """Tell every mistake in the declarations, a line each; exit status 1 if there is any.

    Example: thidua sources check
    """
    from corpus.source_checks import check_sources

    findings = check_sources()
    for remark in findings.remarks:
        typer.echo(f"remark   {remark}")
    for mistake in findings.mistakes:
        typer.echo(f"mistake  {mistake}")
    typer.echo(f"{findings.sources} sources, {len(findings.mistakes)} mistakes, {len(findings.remarks)} remarks")
    if findings.mistakes:
        raise typer.Exit(ExitStatus.SOME_QUARANTINED)


@sources.command()
def show(name: Name) -> None:
    """Everything that is declared about a source.

    Example: thidua sources show bao-ha-tinh
    """
    from pipeline.source_names import UnknownSourceError, source_named

    with mistakes(UnknownSourceError):
        source = source_named(name)
    told = {**source.model_dump(), "province_now": source.province_now}
    width = max(map(len, told))
    for key, value in told.items():
        typer.echo(f"{key:{width}}  {_told(value)}".rstrip())


@sources.command()
def probe(name: Name, contact: Contact, at: At = None) -> None:
    """Look a live site over with a handful of requests and say what would be crawled; nothing is kept.

    Example: thidua sources probe bao-ha-tinh --contact mailto:ban@vidu.vn
    """
    from corpus.sources import relocated
    from pipeline.probe import probe as look_over
    from pipeline.source_names import UnknownSourceError, source_named
    from pipeline.visitor import Visitor

    with mistakes(UnknownSourceError):
        source = source_named(name)
    looked_at = relocated(source, at) if at else source
    found = look_over(looked_at, Visitor(looked_at, contact))
    for line in _report(found):
        typer.echo(line)
    if not found.is_well:
        raise typer.Exit(ExitStatus.NOTHING_DONE)


def _row(source: Source) -> tuple[object, ...]:
    return (
        source.id,
        source.kind,
        source.province,
        source.province_now,
        source.valid_from,
        source.valid_to,
        "yes" if source.verified else "no",
        len(source.feeds),
        len(source.sitemaps),
        len(source.start_pages),
        "own" if source.article_pattern else "general",
    )


def _told(value: object) -> str:
    match value:
        case None:
            return "-"
        case bool():
            return "yes" if value else "no"
        case tuple():
            return ", ".join(map(str, value)) or "-"
        case _:
            return str(getattr(value, "pattern", value))


def _report(found: Probe) -> list[str]:
    source = found.source
    lines = [f"{source.id}  {source.name}", f"{'delay':8}  {found.delay_seconds:g} s between {found.requests} requests"]
    lines += [
        f"{step.what:8}  {'ok ' if step.is_well else 'NO '} {step.url}\n{'':14}{step.told}" for step in found.steps
    ]
    count = len(found.would_crawl)
    limit = " (the night's limit)" if count == source.max_pages else ""
    lines.append(f"{'crawl':8}  {count} articles{limit}, {found.off_topic} left out as off topic")
    lines += [f"{'':10}{link.url}  {link.title}".rstrip() for link in found.would_crawl[:_SHOWN]]
    return [*lines, f"{'':10}and {count - _SHOWN} more"] if count > _SHOWN else lines
