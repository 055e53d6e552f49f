"""Which row stands for a page, and the upkeep that leaves only that one."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

import pytest

from pipeline.captures import rank_of
from pipeline.settings import Settings
from pipeline.shards import Shard, scan, write_shard
from pipeline.stamp import Stamp, current_stamp
from pipeline.store import remove_leftovers, set_aside, settle, survey

OLD = Stamp("0.0.1+old", "old-registers")
PARSED = {"outcome": "parsed"}
TIMEOUT = {"outcome": "quarantined", "reason_code": "timeout", "reason": "slow"}
REFUSED = {"outcome": "quarantined", "reason_code": "no_text", "reason": "nothing there"}


def row(page_id: str, name: str, outcome: dict[str, str] = PARSED, captured_at: int | None = None) -> dict[str, object]:
    head = {"page_id": page_id, "name": name, "media_type": "text/plain", "byte_count": 1, "captured_at": captured_at}
    return {**head, **outcome}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path)


def standing(settings: Settings) -> list[tuple[str, str, str, str | None]]:
    shards = [shard for shard in scan(settings.shards_dir) if isinstance(shard, Shard)]
    rows = [(r["page_id"], r["name"], r["outcome"], r["reason_code"]) for s in shards for r in s.table.to_pylist()]
    return sorted(rows)


@pytest.mark.parametrize(
    ("loser", "winner"),
    [
        ((row("p", "a.txt"), OLD), (row("p", "b.txt"), None)),
        ((row("p", "a.txt", TIMEOUT), None), (row("p", "b.txt"), None)),
        ((row("p", "a.txt", TIMEOUT), None), (row("p", "b.txt"), OLD)),
        ((row("p", "b.txt"), None), (row("p", "a.txt"), None)),
        ((row("p", "a.txt"), None), (row("p", "b.txt", captured_at=7), None)),
        ((row("p", "a.txt", captured_at=7), None), (row("p", "b.txt", captured_at=8), None)),
        ((row("p", "b.txt", captured_at=8), None), (row("p", "a.txt", captured_at=8), None)),
        ((row("p", "a.txt", captured_at=8), OLD), (row("p", "b.txt", captured_at=7), None)),
        ((row("p", "a.txt", TIMEOUT), None), (row("p", "b.txt", REFUSED), None)),
    ],
)
def test_one_row_stands_for_a_page_and_the_others_go(
    settings: Settings,
    loser: tuple[dict[str, object], Stamp | None],
    winner: tuple[dict[str, object], Stamp | None],
) -> None:
    write_shard([loser[0], row("q", "q.txt")], settings.shards_dir, loser[1])
    write_shard([row("r", "r.txt"), winner[0]], settings.shards_dir, winner[1])
    settled = settle(settings)
    assert {(r[0], r[1]) for r in standing(settings)} == {("p", winner[0]["name"]), ("q", "q.txt"), ("r", "r.txt")}
    assert settled.superseded == {}
    assert settled.standing.keys() == {"p", "q", "r"}


def test_rows_that_stay_keep_their_stamp(settings: Settings) -> None:
    write_shard([row("p", "p.txt"), row("q", "q.txt")], settings.shards_dir, OLD)
    write_shard([row("p", "p.txt")], settings.shards_dir)
    settle(settings)
    stamps = {s.table.column("page_id")[0].as_py(): s.stamp for s in scan(settings.shards_dir) if isinstance(s, Shard)}
    assert stamps == {"p": current_stamp(), "q": OLD}


def test_what_is_left_of_a_shard_may_be_what_another_held(settings: Settings) -> None:
    pages = [row(page, f"{page}.txt") for page in "abcdef"]
    for part in (pages[:3], pages[3:], pages):
        write_shard(part, settings.shards_dir)
    assert settle(settings).standing.keys() == set("abcdef")
    assert [page for page, *_ in standing(settings)] == list("abcdef")


def test_a_store_in_order_is_left_alone(settings: Settings) -> None:
    paths = [write_shard([row(page, f"{page}.txt")], settings.shards_dir) for page in "pqr"]
    before = [(path, path.stat().st_mtime_ns, path.stat().st_ino) for path in sorted(paths)]
    settle(settings)
    assert [(p, p.stat().st_mtime_ns, p.stat().st_ino) for p in sorted(settings.shards_dir.iterdir())] == before


def test_the_row_that_stands_does_not_depend_on_how_rows_came_into_shards(tmp_path: Path) -> None:
    kinds, times = (PARSED, TIMEOUT, REFUSED), (None, 5, 9, None)
    rows = [row(f"p{n % 7}", f"{n:02}.txt", kinds[n % 3], times[n % 4]) for n in range(40)]

    def settled(order: Iterable[dict[str, object]], size: int, folder: str) -> list[tuple[str, str, str, str | None]]:
        settings, shuffled = Settings(data_dir=tmp_path / folder), list(order)
        for at in range(0, len(shuffled), size):
            write_shard(shuffled[at : at + size], settings.shards_dir)
        settle(settings)
        return standing(settings)

    first = settled(rows, 40, "one")
    assert len(first) == 7
    for n, size in enumerate((1, 3, 11)):
        assert settled(random.Random(n).sample(rows, len(rows)), size, f"more{n}") == first


@pytest.mark.parametrize(
    ("stored", "stamp", "name", "at", "known"),
    [
        (row("p", "b.txt"), None, "b.txt", None, True),
        (row("p", "b.txt"), None, "c.txt", None, True),
        (row("p", "b.txt"), None, "a.txt", None, False),
        (row("p", "b.txt"), None, "c.txt", 7, False),
        (row("p", "b.txt", captured_at=7), None, "c.txt", 8, False),
        (row("p", "b.txt", captured_at=7), None, "b.txt", 7, True),
        (row("p", "b.txt", captured_at=7), None, "a.txt", 6, True),
        (row("p", "b.txt", captured_at=7), None, "a.txt", None, True),
        (row("p", "b.txt"), OLD, "b.txt", None, False),
        (row("p", "b.txt", REFUSED), None, "b.txt", None, True),
        (row("p", "b.txt", TIMEOUT), None, "b.txt", None, False),
        (row("q", "b.txt"), None, "b.txt", None, False),
    ],
)
def test_a_page_is_known_where_reading_it_again_could_change_nothing(
    settings: Settings, stored: dict[str, object], stamp: Stamp | None, name: str, at: int | None, *, known: bool
) -> None:
    write_shard([stored], settings.shards_dir, stamp)
    assert survey(settings.shards_dir).knows("p", rank_of(at, name)) is known


def test_bad_shards_are_moved_aside_and_kept(settings: Settings) -> None:
    good = write_shard([row("p", "p.txt")], settings.shards_dir)
    for content in (b"first", b"second", b"third"):
        (settings.shards_dir / "broken.parquet").write_bytes(content)
        found = settle(settings)
        assert [error.path.name for error in found.bad] == ["broken.parquet"]
        set_aside(settings, found.bad)
        assert list(settings.shards_dir.iterdir()) == [good]
        if content == b"second":
            next(path for path in settings.aside_dir.iterdir() if path.read_bytes() == b"first").unlink()
    assert sorted(path.read_bytes() for path in settings.aside_dir.iterdir()) == [b"second", b"third"]


def test_only_half_written_files_are_removed(settings: Settings) -> None:
    good = write_shard([row("p", "p.txt")], settings.shards_dir)
    (settings.shards_dir / ".0123.parquet.tmp").write_bytes(b"half")
    remove_leftovers(settings)
    assert list(settings.shards_dir.iterdir()) == [good]
