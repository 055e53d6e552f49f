"""A small village with its warehouse, built once and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.settings import Settings
from tests.pipeline.review.village import news, village


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Four articles of two sources: those of odd number name the campaign twice, so there are six mentions."""
    return village(tmp_path_factory.mktemp("village"), [news(n, mentions=n % 2 + 1) for n in range(4)])


@pytest.fixture
def settings(built_once: Settings, tmp_path: Path) -> Settings:
    """A village that a test may review."""
    shutil.copytree(built_once.data_dir, tmp_path, dirs_exist_ok=True)
    return Settings(data_dir=tmp_path)
