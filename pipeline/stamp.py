"""The stamp of a shard: which code and which registers made it, so that a change in either is noticed.

The stamp is made of the files themselves, so an edited rule counts as changed without anyone raising a version.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

_HOUSE = Path(__file__).parents[1]
_CODE = (
    "corpus", "extractors", "pipeline/ocr", "pipeline/office", "pipeline/office/assets/registrymodifications.xcu",
    "pipeline/children.py", "pipeline/extract.py", "pipeline/fact_rows.py", "pipeline/prepare.py", "pipeline/rows.py",
    "pipeline/shard_schema.py", "pipeline/signature.py", "pipeline/tasks.py",
)  # fmt: skip
_REGISTERS = ("corpus/registers", "corpus/rules", "corpus/sources")
_READERS = (
    "charset-normalizer", "lxml", "openpyxl", "pypdfium2", "python-docx", "rensa", "spacy", "trafilatura",
)  # fmt: skip
"""The packages that pages are read with; of the programs (Tesseract, LibreOffice) no version is known here."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a page's row depends on besides the page."""

    code_version: str
    register_hash: str


@cache
def current_stamp() -> Stamp:
    """The stamp of the installed code, the packages that it reads with, and the registers."""
    packages = " ".join(f"{name}={version(name)}" for name in _READERS)
    code = _digest(_files(_CODE, "*.py"), _HOUSE, packages)[:12]
    return Stamp(f"{version('thidua')}+{code}", _digest(_files(_REGISTERS, "*"), _HOUSE))


def _files(names: Iterable[str], pattern: str) -> list[Path]:
    """The files of those names, and in the folders of those names every file of that pattern."""
    paths = {_HOUSE / name for name in names}
    within = {path for place in paths for path in place.rglob(pattern)}
    return sorted(path for path in paths | within if path.is_file() and "__pycache__" not in path.parts)


def _digest(paths: Iterable[Path], home: Path, more: str = "") -> str:
    digest = hashlib.sha256(more.encode())
    for path in paths:
        content = path.read_bytes()
        digest.update(f"{path.relative_to(home).as_posix()}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:32]
