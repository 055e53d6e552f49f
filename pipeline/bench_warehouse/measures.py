"""What is timed: building, publishing, adding a night's articles, views, look-ups, and a plain copy of the rows."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import ParamSpec, TypeVar

import duckdb

from pipeline.bench.timing import peak_mib
from pipeline.bench_warehouse.synthetic import write_store
from pipeline.compact import FULL_SHARD
from pipeline.settings import Settings
from pipeline.show import open_fact
from pipeline.warehouse.build import BuildReport, Start, build
from pipeline.warehouse.connect import BUILD_MEMORY, quoted, reading, taking_out

P = ParamSpec("P")
T = TypeVar("T")
NIGHT = 5_000
"""Articles that a night brings."""
_ROUNDS = 5
_QUESTION = re.compile(r"^-- question: (?P<name>.+)\n(?P<sql>(?:(?!-- question:).*\n?)*)", re.MULTILINE)
_LOOKUPS = {
    "campaign_mentions": "mention_id",
    "awards": "award_id",
    "officials": "official_id",
    "articles": "article_id",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the result; `target` is what it is held to, empty where it is held to nothing."""

    name: str
    reached: str
    target: str = ""
    well: bool = True


@dataclass(frozen=True, slots=True)
class Copying:
    """Seconds by the wall clock and of CPU."""

    seconds: float
    busy: float


def figures(home: Path, articles: int, night: int = NIGHT) -> Iterator[Figure]:
    """Make a store of so many articles under `home`, build it, and time everything."""
    settings = Settings(data_dir=home)
    seconds, _ = _timed(write_store, settings.shards_dir, articles, pages_per_shard=FULL_SHARD)
    yield Figure("made the store", f"{seconds:.1f} s", "< 180 s", seconds < 180)
    busy, built = _busy(build, settings)
    yield from _of_build(built, busy, _copied(built.path, home / "plain"))
    yield from _of_questions(built.path)
    yield from _of_lookups(built.path)
    yield from _of_night(settings, articles, night)
    peak = peak_mib()
    yield Figure("peak memory", f"{peak:,.0f} MiB (DuckDB may take {BUILD_MEMORY})", "< 4,096 MiB", peak < 4096)


def _of_night(settings: Settings, articles: int, night: int) -> Iterator[Figure]:
    """A night's articles, and whether what came of it is what making everything anew gives."""
    write_store(settings.shards_dir, night, pages_per_shard=FULL_SHARD, first=articles)
    busy, grown = _busy(build, settings)
    how = f"{grown.added:,} added to the last file" if grown.added else "all made anew"
    told = f"{grown.seconds:.1f} s, {busy:.1f} s of CPU, {how}"
    yield Figure(f"a night's {night:,} articles", told, "< 60 s", grown.seconds < 60)
    busy, anew = _busy(build, settings, Start.NOTHING)
    same = anew.content_hash == grown.content_hash
    told = f"{anew.content_hash[:12]} made anew in {anew.seconds:.1f} s, {busy:.1f} s of CPU"
    yield Figure("content hash of the night", f"{grown.content_hash[:12]}, {told}", "the same", same)


def _of_build(built: BuildReport, busy: float, copying: Copying) -> Iterator[Figure]:
    rows = sum(built.rows.values())
    building = built.seconds - built.publish_seconds
    speed = rows / building
    told = f"{speed:,.0f} rows/s with all checks ({rows:,} rows in {building:.1f} s)"
    yield Figure("build", told, ">= 500,000 rows/s", speed >= 500_000)
    yield Figure("build, CPU", f"{busy:.1f} s of CPU, {rows / busy:,.0f} rows a second of one core")
    ratio = f"{building / copying.seconds:.1f} x the time, {busy / copying.busy:.1f} x the CPU of a plain COPY FROM"
    yield Figure("build beside a copy", f"{ratio} Parquet of the same rows ({copying.seconds:.1f} s)")
    size = built.path.stat().st_size / 1e6
    published = built.publish_seconds
    yield Figure("publish", f"{published:.1f} s for {size:,.0f} MB", "< 60 s", published < 60)


def _copied(path: Path, scratch: Path) -> Copying:
    """What a plain copy of all rows takes, from Parquet files into a new DuckDB file."""
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    with taking_out(path) as con:
        con.execute(f"EXPORT DATABASE {quoted(str(scratch / 'files'))} (FORMAT parquet)")
    seconds = busy = 0.0
    with duckdb.connect(str(scratch / "copy.duckdb"), config={"memory_limit": BUILD_MEMORY}) as con:
        for file in sorted((scratch / "files").glob("*.parquet")):
            con.execute(f"CREATE TABLE {file.stem} AS FROM {quoted(str(file))} LIMIT 0")
            busy -= process_time()
            seconds += _timed(con.execute, f"COPY {file.stem} FROM {quoted(str(file))}")[0]
            busy += process_time()
        seconds += _timed(con.execute, "CHECKPOINT")[0]
    shutil.rmtree(scratch)
    return Copying(seconds, busy)


def _of_questions(path: Path) -> Iterator[Figure]:
    text = files("pipeline.bench_warehouse").joinpath("questions.sql").read_text("utf-8")
    with reading(path) as con:
        for question in _QUESTION.finditer(text):
            times = [_timed(lambda sql: con.execute(sql).fetchall(), question["sql"])[0] for _ in range(_ROUNDS)]
            yield Figure(question["name"], f"{1e3 * median(times):.0f} ms", "< 300 ms", median(times) < 0.3)


def _of_lookups(path: Path) -> Iterator[Figure]:
    with reading(path) as con:
        for table, key in _LOOKUPS.items():
            ids = con.execute(f"SELECT {key} FROM {table} USING SAMPLE 50 ROWS (reservoir, 7)").fetchall()
            query = f"SELECT * FROM {table} WHERE {key} = ?"
            times = [_timed(lambda q, i: con.execute(q, i).fetchall(), query, list(one))[0] for one in ids]
            yield Figure(f"look-up in {table}", f"{1e3 * median(times):.1f} ms", "< 5 ms", median(times) < 0.005)
        (mention,) = con.execute("SELECT mention_id FROM campaign_mentions LIMIT 1").fetchall()[0]
    yield Figure("thidua show of a mention, file opened anew", f"{1e3 * _timed(open_fact, path, mention)[0]:.0f} ms")


def _busy(work: Callable[P, T], *given: P.args, **named: P.kwargs) -> tuple[float, T]:
    """Seconds of CPU, and what came of it."""
    began = process_time()
    result = work(*given, **named)
    return process_time() - began, result


def _timed(work: Callable[P, T], *given: P.args, **named: P.kwargs) -> tuple[float, T]:
    """Seconds by the wall clock, and what came of it."""
    began = perf_counter()
    result = work(*given, **named)
    return perf_counter() - began, result
