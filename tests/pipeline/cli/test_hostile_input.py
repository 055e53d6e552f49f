"""Bad input through the real command: one clear line each, the rest goes on, the exit status tells."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

GOOD = (
    "Xã Bản Mẫu phát động thi đua\n"
    "Sáng 12/3/2024, Ủy ban nhân dân xã Bản Mẫu tổ chức lễ phát động phong trào thi đua “Cả nước chung sức xây dựng nông "
    "thôn mới”. Ông Lò Văn Mẫu, Chủ tịch UBND xã, dự và phát biểu. Dịp này, xã tặng Giấy khen cho 5 tập thể.\n"
)


def html(body: str, charset: str = "utf-8") -> str:
    return f"<html><head><meta charset={charset}><title>Tin</title></head><body>{body}</body></html>"


def article(text: str) -> str:
    title, *paragraphs = text.strip().split("\n")
    return f"<article><h1>{title}</h1>" + "".join(f"<p>{p}</p>" for p in paragraphs) + "</article>"


def hostile_site(home: Path) -> None:
    """One good page and one of each kind of bad one."""
    contents: dict[str, bytes] = {
        "good.txt": GOOD.encode(),
        "nfd.txt": unicodedata.normalize("NFD", GOOD.replace("Bản Mẫu", "Bản Hai")).encode(),
        "lying-charset.html": html(article(GOOD.replace("Bản Mẫu", "Bản Ba")), "iso-8859-1").encode(),
        "empty.html": b"",
        "empty.txt": b"",
        "huge.html": html("<p>thi đua</p>" * 2_000_000).encode(),
        "nested.html": html("<div>" * 100_000 + GOOD).encode(),
        "binary.html": bytes(range(256)) * 400,
        "foreign.html": html("<p>The council met on Monday and agreed to a new budget for local schools.</p>" * 5).encode(),
        "one-line.txt": ("Đồng chí Lò Văn Mẫu và " * 40_000).encode(),
    }
    for name, content in contents.items():
        (home / name).write_bytes(content)
    (home / "gone.html").symlink_to(home / "nowhere")
    if Path("/proc/self/mem").exists():
        (home / "unreadable.html").symlink_to("/proc/self/mem")


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    home = tmp_path_factory.mktemp("hostile")
    (home / "site").mkdir()
    hostile_site(home / "site")
    command = [sys.executable, "-m", "pipeline.cli", "ingest", "site", "none.html", "--data-dir", "data"]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    run = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False, timeout=100)
    return run, home
