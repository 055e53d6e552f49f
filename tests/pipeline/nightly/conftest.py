"""Shared by the tests of nightly runs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.crawl.report import CrawlReport
from tests.mockserver.samples import sample_hosts
from tests.mockserver.server import Server
from tests.pipeline.nightly.farm import Farm

HOSTS = ("baonuiandai.example", "cttdt-phutho.example")
"""Two hosts with four pages, one of them not in Vietnamese."""


class Heard:
    """A teller that remembers."""

    def __init__(self) -> None:
        self.events: list[str] = []
        self.warnings: list[str] = []

    def tell(self, event: str, text: str, **facts: object) -> None:
        self.events.append(event)
        assert text.isprintable() and facts is not None

    def warn(self, text: str) -> None:
        self.warnings.append(text)

    def progress(self, what: str, done: int, total: int) -> None:
        assert done <= total, what


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Farm]:
    """A data directory after its first night, and the two sample hosts that it is filled from."""
    with Server(sample_hosts(HOSTS)) as server:
        farm = Farm.laid_out(tmp_path_factory.mktemp("first") / "data", server)
        assert farm.run("nightly").returncode in (0, 5)
        yield farm


@pytest.fixture
def farm(first: Farm, tmp_path: Path) -> Farm:
    """A copy of that data directory; the hosts are the same."""
    shutil.copytree(first.data, tmp_path / "data")
    return Farm.laid_out(tmp_path / "data", first.server)


@pytest.fixture
def no_crawl(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nights that ask nobody."""
    monkeypatch.setattr("pipeline.nightly.steps.crawl", lambda *_, **__: CrawlReport(99, ()))
