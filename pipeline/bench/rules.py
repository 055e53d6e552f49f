"""`python -m pipeline.bench.rules`: how the time of every rule grows on its worst case.

Each is given the worst text that its own example makes, three times as long each time twice over; a rule whose time
grows by much more than the text is named, and the command ends with status 1.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import typer

from corpus.rules import load_rules
from pipeline.bench.hostile import TABLES, Hostile, hostile_to, work_of
from pipeline.bench.timing import timed

LIMIT = 2.6
"""Growth of time by which a text twice as long may cost more; what is linear comes to two."""
SIZES = (20_000, 40_000, 80_000)
_AGAIN = 7
"""Rounds in which a figure above the limit must stand, or it was the machine's doing."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What a hostile text cost, in CPU seconds, at each size."""

    hostile: Hostile
    seconds: tuple[float, ...]

    @property
    def growth(self) -> float:
        """By how much the last doubling of the text multiplied the time."""
        return self.seconds[-1] / self.seconds[-2] if self.seconds[-2] else 1.0


def trials(tables: Iterable[str], sizes: Sequence[int] = SIZES) -> Iterator[Trial]:
    """Every rule of the tables on its worst cases."""
    for name in tables:
        table, work = load_rules(name), work_of(name)
        for hostile in (hostile for rule in table.rules for hostile in hostile_to(table, rule)):
            texts = [hostile.grown(size) for size in sizes]
            trial = Trial(hostile, tuple(timed(partial(work, text), rounds=2)[0] for text in texts))
            if trial.growth > LIMIT:
                trial = Trial(hostile, tuple(timed(partial(work, text), rounds=_AGAIN)[0] for text in texts))
            yield trial


def told(trial: Trial) -> str:
    """One line: the rule, its worst text, milliseconds at each size, growth."""
    figures = "".join(f"{1e3 * seconds:>10.2f}" for seconds in trial.seconds)
    mark = "  grows too fast" if trial.growth > LIMIT else ""
    return f"{trial.hostile.rule:<32} {trial.hostile.cast:<8}{figures}{trial.growth:>8.2f}{mark}"


def bench_rules(
    tables: list[str] = typer.Argument(None, help="Rule tables by name; all where none is given."),  # noqa: B008
) -> None:
    """Time every rule on its worst case at three sizes of text; status 1 where one grows too fast."""
    sizes = "".join(f"{size // 1000:>8,}k" for size in SIZES)
    typer.echo(f"{'rule':<32} {'text':<8} {sizes.strip():>28}  growth; milliseconds of one core")
    worst: list[Trial] = []
    for trial in trials(tables or TABLES):
        typer.echo(told(trial))
        worst += [trial] if trial.growth > LIMIT else []
    named = sorted({trial.hostile.rule for trial in worst})
    typer.echo(f"above {LIMIT} per doubling: {', '.join(named) or 'none'}")
    sys.exit(1 if named else 0)


if __name__ == "__main__":
    typer.run(bench_rules)
