"""The command line under test, and pages in our own words for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

PAGE = (
    "Xã {place} phát động thi đua\n"
    "Sáng 12/3/2024, Ủy ban nhân dân xã {place} tổ chức lễ phát động phong trào thi đua “Cả nước chung sức "
    "xây dựng nông thôn mới”. Ông Lò Văn Mẫu, Chủ tịch UBND xã {place}, dự và phát biểu. "
    "Dịp này, xã tặng Giấy khen cho 5 tập thể.\n"
)


@pytest.fixture
def thidua() -> Callable[..., Result]:
    """Runs a command of `thidua` in this process."""
    from pipeline.cli import app

    runner = CliRunner()
    return lambda *arguments: runner.invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Three good pages and an empty one."""
    home = tmp_path / "site"
    home.mkdir()
    for name, place in (("mot", "Bản Một"), ("hai", "Bản Hai"), ("ba", "Bản Ba")):
        (home / f"{name}.txt").write_text(PAGE.format(place=place))
    (home / "rong.txt").write_bytes(b"")
    return home
