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
    "Sáng 12/3/2024, Ủy ban nhân dân xã Bản Mẫu tổ chức lễ phát động phong trào thi đua “Cả nước chung sức "
    "xây dựng nông thôn mới”. Ông Lò Văn Mẫu, Chủ tịch UBND xã, dự và phát biểu. "
    "Dịp này, xã tặng Giấy khen cho 5 tập thể.\n"
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
        "foreign.html": html(
            "<p>The council met on Monday and agreed to a new budget for local schools.</p>" * 5
        ).encode(),
        "one-line.txt": ("Đồng chí Lò Văn Mẫu và " * 10_000).encode(),
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
    main = "from pipeline.cli import main; main()"
    command = [sys.executable, "-c", main, "ingest", "site", "none.html", "--data-dir", "data"]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    run = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False, timeout=100)
    return run, home


def told(run: subprocess.CompletedProcess[str], name: str) -> str:
    lines = [line for line in run.stderr.splitlines() if name in line]
    assert len(lines) == 1, lines
    return lines[0]


def test_the_run_goes_on_and_its_status_tells(ingested: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    run, home = ingested
    assert run.returncode == 1, run.stderr
    assert "Traceback" not in run.stderr
    assert all(line.startswith("thidua: ") for line in run.stderr.splitlines())
    (record,) = (home / "data" / "runs").glob("*.json")
    books = json.loads(record.read_text("utf-8"))["books"]
    assert books["given"] == len(list((home / "site").iterdir())) + 1
    assert books["known"] == 1, "the two empty files are one page"
    assert books["refused"] >= 2
    assert books["parsed"] >= 3
    assert (home / "data" / "published" / "thidua.duckdb").is_file()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("empty.html", "empty"),
        ("huge.html", "too_large"),
        ("binary.html", "binary"),
        ("foreign.html", "not_vietnamese"),
    ],
)
def test_a_bad_page_is_quarantined_in_one_line(
    ingested: tuple[subprocess.CompletedProcess[str], Path], name: str, code: str
) -> None:
    assert told(ingested[0], name).startswith(f"thidua: {name}: quarantined ({code}): ")


@pytest.mark.parametrize(
    ("name", "why"),
    [("none.html", "no such file or directory; check the path"), ("gone.html", "no such file or directory")],
)
def test_what_is_not_there_is_named(
    ingested: tuple[subprocess.CompletedProcess[str], Path], name: str, why: str
) -> None:
    assert why in told(ingested[0], name)


@pytest.mark.parametrize("name", ["good.txt", "nfd.txt", "lying-charset.html"])
def test_a_page_that_a_person_could_read_is_read(
    ingested: tuple[subprocess.CompletedProcess[str], Path], name: str
) -> None:
    import duckdb

    with duckdb.connect(str(ingested[1] / "data" / "published" / "thidua.duckdb"), read_only=True) as con:
        found = con.execute(
            "SELECT a.text FROM pages p JOIN articles a USING (article_id) WHERE p.name = ?", [name]
        ).fetchall()
    assert len(found) == 1
    assert "phong trào thi đua" in found[0][0]
    assert unicodedata.is_normalized("NFC", found[0][0])
