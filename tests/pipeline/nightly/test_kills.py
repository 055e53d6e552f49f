"""Nightly runs killed at random instants: nothing acknowledged is lost, nothing is there twice, the end is the same.

`THIDUA_KILLS` sets how many; `make crash` has 500 of them.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

from pipeline.archive.read import page_at, pages_of
from pipeline.ledger.ledger import Ledger
from pipeline.publish import published_manifest
from tests.mockserver.samples import sample_hosts
from tests.mockserver.server import Server
from tests.pipeline.kept import kept_versions
from tests.pipeline.nightly.farm import Farm

KILLS = int(os.environ.get("THIDUA_KILLS", "10"))
LANES = 2
DELAY = 0.1
SECONDS_AT_FIRST = 3.0
"""What a run takes at least, about; later kills come within the time of the last run that ended."""
Content = tuple[object, ...]
HOSTS = (
    "cttdt-hoabinh.example", "cttdt-binhdinh.example", "tintonghop.example", "sonoivu-yenbai.example",
    "vinhlong.baosongxanh.example",
)  # fmt: skip
"""The last has an article that links to two documents."""


def test_a_night_that_is_killed_again_and_again_ends_as_an_undisturbed_one(tmp_path: Path) -> None:
    with ThreadPoolExecutor(LANES + 1) as lanes:
        undisturbed = lanes.submit(_undisturbed, tmp_path / "undisturbed")
        jobs = [lanes.submit(_lane, tmp_path / str(lane), lane, undisturbed) for lane in range(LANES)]
        assert sum(job.result() for job in jobs) >= KILLS


def _undisturbed(folder: Path) -> Content:
    with Server(sample_hosts(HOSTS)) as server:
        farm = Farm.laid_out(folder, server, DELAY)
        assert farm.run("nightly").returncode in (0, 5)
        return _content(farm)


def _lane(folder: Path, seed: int, undisturbed: Future[Content]) -> int:
    """Kill runs, let one end, compare, and so on; how many were killed."""
    dice, kills, rounds, seconds = random.Random(seed), 0, 0, SECONDS_AT_FIRST
    while kills < KILLS / LANES:
        rounds += 1
        with Server(sample_hosts(HOSTS)) as server:
            farm = Farm.laid_out(folder / str(rounds), server, DELAY)
            for _ in range(min(dice.randint(4, 6), -(-KILLS // LANES) - kills)):
                kills += _killed(farm, dice.uniform(0.2, seconds), whole_session=dice.random() < 0.5)
            began = time.monotonic()
            assert farm.run("nightly").returncode in (0, 5)
            seconds = max(SECONDS_AT_FIRST, time.monotonic() - began)
            assert _content(farm) == undisturbed.result()
            _check_archive(farm)
            _check_pace(server)
        shutil.rmtree(farm.data)
    return kills


def _killed(farm: Farm, after: float, whole_session: bool) -> bool:
    """Start a run and kill it; whether it had not ended by itself before."""
    acknowledged = Counter(farm.kept())
    with farm.start("nightly") as process:
        try:
            process.communicate(timeout=after)
        except subprocess.TimeoutExpired:
            (os.killpg if whole_session else os.kill)(process.pid, signal.SIGKILL)
    assert acknowledged <= Counter(farm.kept()), "what was acknowledged is lost"
    return process.returncode == -signal.SIGKILL


def _content(farm: Farm) -> Content:
    """What must not depend on the kills: the warehouse, and which pages are kept, each once."""
    manifest = published_manifest(farm.settings.warehouse_path)
    assert manifest is not None
    return manifest.content_hash, manifest.rows["pages"], sorted(farm.kept())


def _check_archive(farm: Farm) -> None:
    """Every version stands where the ledger says, and nothing else stands in the archive."""
    with Ledger(farm.settings.ledger_path) as ledger:
        versions = kept_versions(ledger)
    assert all(page_at(farm.settings.archive_dir, kept.place).url == kept.url for kept in versions)
    archived = [page for path in farm.settings.archive_dir.glob("*.warc.gz") for page in pages_of(path)]
    assert len(archived) == len(versions)


def _check_pace(server: Server) -> None:
    """No two requests to a host were closer together than its delay, within a run and from one run to the next."""
    for host in HOSTS:
        times = [hit.at for hit in server.hits(host)]
        assert all(later - earlier >= DELAY for earlier, later in pairwise(times)), host
