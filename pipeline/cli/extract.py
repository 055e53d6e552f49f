"""`thidua extract`: facts on the screen, nothing stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import Paths, Workers, settings_of
from pipeline.cli.watchers import warn, warn_of_nothing
from pipeline.errors import InputError

if TYPE_CHECKING:
    from pipeline.inputs import Inputs, Loaded
    from pipeline.settings import Settings


class Format(StrEnum):
    """How facts are printed."""

    JSONL = "jsonl"
    TEXT = "text"


def extract(
    paths: Paths,
    output: Annotated[
        Format, typer.Option("--format", help="jsonl: one object a page; text: the article with its facts marked.")
    ] = Format.JSONL,
    workers: Workers = None,
) -> None:
    """Print the facts found in pages; nothing is stored.

    Example: thidua extract pages/lang-son.html --format text
    """
    from pipeline.inputs import find_inputs
    from pipeline.runs import InputBooks

    inputs = find_inputs(paths)
    counts = _print_all(inputs, output, settings_of(workers=workers))
    books = InputBooks(
        given=len(inputs.files) + len(inputs.refused) + counts["archived"],
        parsed=counts["parsed"],
        quarantined=counts["quarantined"],
        refused=counts["refused"],
    )
    if not books.given:
        warn_of_nothing(paths)
    raise typer.Exit(books.exit_status)


def _print_all(inputs: Inputs, output: Format, settings: Settings) -> Counter[str]:
    from pipeline.cli.printed import print_jsonl, print_marked
    from pipeline.outcomes import outcomes
    from pipeline.sandbox_child import Failure
    from pipeline.tasks import facts_of_page

    counts: Counter[str] = Counter()
    for loaded, result in outcomes(_loaded(inputs, counts, settings), facts_of_page, settings):
        if isinstance(result, Failure):
            warn(f"{loaded.found.name}: quarantined ({result.code}): {result.reason}")
            counts["quarantined"] += 1
            continue
        article, facts = result
        if output is Format.JSONL:
            is_archived = loaded.found.path in inputs.archives
            print_jsonl(article, facts, loaded.found.name if is_archived else loaded.found.path.stem)
        else:
            print_marked(article, facts)
        counts["parsed"] += 1
    return counts


def _loaded(inputs: Inputs, counts: Counter[str], settings: Settings) -> Iterator[Loaded]:
    from pipeline.inputs import each_loaded, skipped_line

    at_most = settings.page_bytes
    if inputs.skipped:
        warn(skipped_line(inputs.skipped))
    for error in inputs.refused:
        _refuse(error, counts)
    for item in chain(each_loaded(inputs.files, at_most), _archived(inputs, counts, at_most)):
        if isinstance(item, InputError):
            _refuse(item, counts)
        else:
            yield item


def _archived(inputs: Inputs, counts: Counter[str], at_most: int) -> Iterator[Loaded | InputError]:
    from pipeline.archived import archived

    for path in inputs.archives:
        for item in archived(path, at_most, Counter()):
            counts["archived"] += 1
            yield item


def _refuse(error: InputError, counts: Counter[str]) -> None:
    warn(str(error))
    counts["refused"] += 1
