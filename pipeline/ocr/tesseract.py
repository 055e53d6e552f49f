"""Runs Tesseract on the picture of a page and reads the words that it found, with their places and confidences."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.children import bounded

LANGUAGE = "vie"
_WORD_LEVEL = "5"
_SECONDS_A_PAGE = 90
_LIST_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Sighted:
    """A word on a picture; `box` is left, top, right, bottom in dots, `line` tells words of one line, from 0 up."""

    text: str
    line: int
    box: tuple[int, int, int, int]
    confidence: float


@cache
def is_installed() -> bool:
    """Whether Tesseract is here with its Vietnamese data."""
    if shutil.which("tesseract") is None:
        return False
    told = subprocess.run(
        ["tesseract", "--list-langs"], capture_output=True, text=True, timeout=_LIST_SECONDS, check=False
    )
    return LANGUAGE in told.stdout.split()


def words_on(picture: bytes, dots_per_inch: int) -> list[Sighted]:
    """The words on a picture in PNM form, in reading order; none where Tesseract fails or takes too long."""
    command = ["tesseract", "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(dots_per_inch), "--psm", "3", "tsv"]
    try:
        done = subprocess.run(
            command,
            input=picture,
            capture_output=True,
            timeout=_SECONDS_A_PAGE,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            preexec_fn=bounded(_SECONDS_A_PAGE),
        )
    except subprocess.TimeoutExpired:
        return []
    return list(_words(done.stdout.decode("utf-8", "replace")))


def _words(table: str) -> Iterator[Sighted]:
    lines: dict[tuple[str, ...], int] = {}
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row.get("level") != _WORD_LEVEL or not text:
            continue
        line = lines.setdefault((row["block_num"], row["par_num"], row["line_num"]), len(lines))
        left, top = int(row["left"]), int(row["top"])
        box = (left, top, left + int(row["width"]), top + int(row["height"]))
        yield Sighted(text, line, box, max(0.0, float(row["conf"]) / 100))
