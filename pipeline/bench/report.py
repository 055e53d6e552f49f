"""Says what was measured, row by row and line by line."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median, quantiles

from pipeline.bench.others import Comparison, Unmeasured
from pipeline.bench.stages import Run
from pipeline.bench.timing import Stage

HEADS = ("stage", "ms a page", "median", "95th", "pages/s", "syllables/s")


def rows(run: Run) -> Iterator[tuple[str, ...]]:
    """The cells of the table, one row for each stage and one for a page's way from bytes to shard."""
    for stage in run.stages:
        yield _cells(stage)
    way = [stage for stage in run.stages if stage.name in ("read", "extract", "write")]
    mean = sum(stage.total / stage.pages for stage in way if stage.pages)
    if mean and run.articles:
        syllables = run["extract"].syllables / len(run.articles)
        yield ("bytes to shard", f"{1e3 * mean:.2f}", "", "", f"{1 / mean:,.0f}", f"{syllables / mean:,.0f}")


def lines(
    run: Run,
    reading: Comparison | Unmeasured,
    extracting: Comparison | Unmeasured,
    tokenizing: Comparison | Unmeasured,
) -> Iterator[str]:
    """What stands below the table."""
    yield f"{run.pages} pages, {len(run.articles)} articles, {run.unreadable} not readable; CPU time of one core"
    yield (
        f"peak memory: {run.peak_mib:.0f} MiB after reading and extracting, "
        f"{run.peak_with_build_mib:.0f} MiB with the build"
    )
    yield _by_page(reading) if isinstance(reading, Comparison) else _not_made(reading)
    yield _by_syllable(extracting) if isinstance(extracting, Comparison) else _not_made(extracting)
    yield _by_article(tokenizing) if isinstance(tokenizing, Comparison) else _not_made(tokenizing)


def _cells(stage: Stage) -> tuple[str, ...]:
    if not stage.total or not stage.pages:
        return (stage.name, "-", "", "", "", "")
    spread = ("", "")
    if len(stage.seconds) > 1:
        spread = (f"{1e3 * median(stage.seconds):.2f}", f"{1e3 * quantiles(stage.seconds, n=20)[-1]:.2f}")
    each = 1e3 * stage.total / stage.pages
    speed = (f"{stage.pages / stage.total:,.0f}", f"{stage.syllables / stage.total:,.0f}")
    return (stage.name, f"{each:.2f}", *spread, *speed)


def _by_page(pair: Comparison) -> str:
    ours, other = (1e3 * stage.total / stage.pages for stage in (pair.ours, pair.other))
    detail = f"{ours:.2f} and {other:.2f} ms a page; {pair.ours.pages} pages of HTML"
    return f"{pair.ours.name} takes {ours / other:.2f} x {pair.other.name} ({detail})"


def _by_article(pair: Comparison) -> str:
    """Medians, and the median of the ratios: a text of one's own may be an odd one."""
    ours, other = (1e3 * median(stage.seconds) for stage in (pair.ours, pair.other))
    ratio = median(slow / quick for quick, slow in zip(pair.ours.seconds, pair.other.seconds, strict=True) if quick)
    detail = f"{ours:.2f} and {other:.2f} ms; {pair.ours.pages} articles of some {pair.characters:,} characters"
    return f"all facts of a long article take 1/{ratio:.1f} of {pair.other.name} on the same text ({detail})"


def _by_syllable(pair: Comparison) -> str:
    ours, other = (stage.syllables / stage.total for stage in (pair.ours, pair.other))
    detail = f"{ours:,.0f} and {other:,.0f} syllables/s; {pair.ours.pages} articles, {pair.other.pages} sentences"
    return f"{pair.ours.name} is {ours / other:.1f} x as fast as {pair.other.name} sentence by sentence ({detail})"


def _not_made(missing: Unmeasured) -> str:
    return f"{missing.name}: not measured, {missing.why}"
