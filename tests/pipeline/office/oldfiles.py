"""What LibreOffice itself makes and reads, where it is installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.office.program import convert, office_program

needs_office = pytest.mark.skipif(
    office_program() is None, reason="LibreOffice (Debian's libreoffice-writer-nogui) is not installed"
)


def old_file(content: bytes, folder: Path, to: str) -> bytes:
    """A file of today as an old one: `to` is "doc:MS Word 97" or "xls:MS Excel 97"."""
    folder.mkdir()
    given = folder / "given"
    given.write_bytes(content)
    program = office_program()
    assert program is not None
    convert(program, given, to)
    return (folder / f"given.{to.partition(':')[0]}").read_bytes()


def programs_under(pid: int) -> set[int]:
    """The processes that a process started, and those that they started."""
    found: set[int] = set()
    parents = {int(path.name): _parent(path) for path in Path("/proc").iterdir() if path.name.isdigit()}
    waiting = [pid]
    while waiting:
        above = waiting.pop()
        below = {child for child, parent in parents.items() if parent == above} - found
        found |= below
        waiting += below
    return found


def is_running(pid: int) -> bool:
    """Whether a process is there and not only waiting to be buried."""
    return _stat(Path("/proc", str(pid)))[:1] not in (["Z"], ["X"], [])


def _parent(process: Path) -> int:
    told = _stat(process)
    return int(told[1]) if told else -1


def _stat(process: Path) -> list[str]:
    try:
        return (process / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []
