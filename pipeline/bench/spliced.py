"""`python -m pipeline.bench.spliced --seconds N`: articles, pages and documents that nobody wrote, read and judged.

Each is made at random, and the same again from its seed and number. Reading may refuse one with a reason; whatever ends
in an error, takes longer than a page may, or gives a fact that does not hold together is named, and kept where `--keep`
says; the command ends with status 1 then.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import count, takewhile
from pathlib import Path
from random import Random
from time import monotonic
from typing import get_args

import typer

from corpus.files import HOME
from extractors.article import read_page
from extractors.errors import UnreadableCode
from extractors.language import extract
from extractors.model import Page
from pipeline.bench.breaches import breaches
from pipeline.bench.damage import damaged, spoiled
from pipeline.bench.material import own_material
from pipeline.bench.packages import damaged_package
from pipeline.bench.splicing import spliced, spliced_article
from pipeline.inputs import MEDIA_TYPES
from pipeline.sandbox import isolated
from pipeline.sandbox_child import Failure
from pipeline.settings import Settings

SAMPLES = HOME / "samples"
KINDS = ("article", "article", "article", "page", "page", "document")
"""What trials are of, in turns."""
REFUSED = frozenset(get_args(UnreadableCode))


def trial(seed: int, number: int) -> Page:
    """What is tried, by its number: an article, a page or a document, and its seed in its name."""
    kind = KINDS[number % len(KINDS)]
    return _MAKERS[kind](Random(f"{seed} {number}"), f"{kind} {seed} {number}")


def article(random: Random, name: str) -> Page:
    """An article spliced from our own sentences."""
    return Page(spliced(random, own_material()).encode("utf-8", "replace"), name, "text/plain")


def page(random: Random, name: str) -> Page:
    """A sample page after some accidents."""
    chosen = random.choice(sorted((SAMPLES / "site").glob("*.html")))
    return damaged(random, name, chosen.read_text("utf-8"), own_material())


def document(random: Random, name: str) -> Page:
    """A sample document some of whose bytes are spoiled, or a package whose XML is."""
    chosen = random.choice(sorted(path for path in (SAMPLES / "documents").iterdir() if path.suffix in MEDIA_TYPES))
    content = chosen.read_bytes()
    in_package = chosen.suffix != ".pdf" and random.random() < 0.8
    content = damaged_package(random, content, own_material()) if in_package else spoiled(random, content)
    return Page(content, name, MEDIA_TYPES[chosen.suffix])


def judged(made: Page) -> tuple[str, ...]:
    """What does not hold of a trial; raises `Unreadable` where it is refused. Of an article no line is left out."""
    read = spliced_article(made.content.decode()) if made.name.startswith("article") else read_page(made)
    return tuple(breaches(made, read, extract(read)))


def failures(trials: Iterable[Page], settings: Settings) -> Iterator[tuple[Page, str]]:
    """Each trial that went wrong, with the reason; a refusal is none."""
    given: deque[Page] = deque()
    for told in isolated(judged, _noted(trials, given), settings):
        made = given.popleft()
        if not isinstance(told, Failure):
            yield from ((made, reason) for reason in told[:1])
        elif told.code not in REFUSED or not told.reason or "\n" in told.reason:
            yield made, f"{told.code}: {told.reason}"


def bench_spliced(
    seconds: float = typer.Option(60.0, help="How long to go on."),
    seed: int = typer.Option(1, help="Where chance begins."),
    keep: Path = typer.Option(None, help="A folder for what goes wrong."),  # noqa: B008
) -> None:
    """Read what nobody wrote until the time is over; status 1 where anything goes wrong."""
    end = monotonic() + seconds
    numbers = takewhile(lambda _: monotonic() < end, count())
    tried, wrong = count(), 0
    made = (trial(seed, number) for number, _ in zip(numbers, tried, strict=False))
    for one, reason in failures(made, Settings(workers=1)):
        wrong += 1
        typer.echo(f"{one.name}: {reason}")
        if keep:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / one.name.replace(" ", "-")).write_bytes(one.content)
    typer.echo(f"{next(tried)} tried, {wrong} went wrong")
    sys.exit(1 if wrong else 0)


def _noted(trials: Iterable[Page], given: deque[Page]) -> Iterator[Page]:
    for one in trials:
        given.append(one)
        yield one


_MAKERS: dict[str, Callable[[Random, str], Page]] = {"article": article, "page": page, "document": document}

if __name__ == "__main__":
    typer.run(bench_spliced)
