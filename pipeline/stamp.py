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

import corpus
import extractors

_REGISTERS = ("registers", "rules", "sources")
_PIPELINE_CODE = ("extract.py", "fact_rows.py", "rows.py", "signature.py", "shard_schema.py")
_READERS = ("beautifulsoup4", "lxml", "rensa", "spacy", "trafilatura", "underthesea")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a page's row depends on besides the page."""

    code_version: str
    register_hash: str


@cache
def current_stamp() -> Stamp:
    """The stamp of the installed code, the packages that it reads with, and the registers."""
    house = Path(corpus.__file__).parents[1]
    code = [*_files(Path(extractors.__file__).parent, "*.py"), *_files(Path(corpus.__file__).parent, "*.py")]
    code += [Path(__file__).with_name(name) for name in _PIPELINE_CODE]
    packages = " ".join(f"{name}={version(name)}" for name in _READERS)
    known = [path for name in _REGISTERS for path in _files(Path(corpus.__file__).parent / name, "*")]
    return Stamp(f"{version('thidua')}+{_digest(code, house, packages)[:12]}", _digest(known, house))


def _files(folder: Path, pattern: str) -> list[Path]:
    return sorted(path for path in folder.rglob(pattern) if path.is_file() and "__pycache__" not in path.parts)


def _digest(paths: Iterable[Path], home: Path, more: str = "") -> str:
    digest = hashlib.sha256(more.encode())
    for path in paths:
        content = path.read_bytes()
        digest.update(f"{path.relative_to(home).as_posix()}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:32]
