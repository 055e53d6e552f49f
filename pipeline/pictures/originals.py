"""The bytes of the files that articles were read from: from our archive, else from folders that somebody still has.

A file is the right one where its bytes hash to the id of the page (`pipeline.rows.page_id`), whatever it is called.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pipeline.archive.read import ArchiveError, page_at
from pipeline.ledger.kept import kept_where
from pipeline.ledger.ledger import Ledger
from pipeline.ledger.rows import Kept
from pipeline.pictures.paper import Original
from pipeline.rows import page_id
from pipeline.settings import Settings


class Originals:
    """Where original files may stand; the folders are walked once, and only if the archive has not got them all."""

    def __init__(self, settings: Settings, folders: Sequence[Path] = ()) -> None:
        self.settings = settings
        self._folders = tuple(folders)

    def contents(self, wanted: Iterable[Original]) -> Iterator[tuple[Original, bytes | None]]:
        """The bytes of each file, one after the other; `None` where it is nowhere. Raises `LedgerError`."""
        asked = list(wanted)
        kept = self._kept({original.page_id for original in asked})
        for original in asked:
            yield original, self._archived(original, kept.get(original.page_id)) or self._in_folders(original)

    def _kept(self, page_ids: set[str]) -> dict[str, Kept]:
        if not page_ids or not self.settings.ledger_path.is_file():
            return {}
        with Ledger(self.settings.ledger_path) as ledger:
            return {kept.page_id: kept for kept in kept_where(ledger, lambda page, *_: page in page_ids)}

    def _archived(self, original: Original, kept: Kept | None) -> bytes | None:
        if kept is None:
            return None
        try:
            content = page_at(self.settings.archive_dir, kept.place).content
        except ArchiveError:
            return None
        return content if page_id(content) == original.page_id else None

    def _in_folders(self, original: Original) -> bytes | None:
        """Files of its name first, then any other of its size."""
        named = self._by_name.get(_last_part(original.name), [])
        return _right_one(named, original) or _right_one(self._by_size.get(original.byte_count, []), original)

    @cached_property
    def _by_name(self) -> dict[str, list[Path]]:
        found: dict[str, list[Path]] = defaultdict(list)
        for path in _files(self._folders):
            found[_told(path.name)].append(path)
        return found

    @cached_property
    def _by_size(self) -> dict[int, list[Path]]:
        found: dict[int, list[Path]] = defaultdict(list)
        for path in (path for paths in self._by_name.values() for path in paths):
            size = _size(path)
            if size is not None:
                found[size].append(path)
        return found


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for given in folders:
        for folder, below, names in os.walk(given):
            below.sort()
            yield from (Path(folder, name) for name in sorted(names))


def _right_one(paths: Iterable[Path], original: Original) -> bytes | None:
    for path in paths:
        if _size(path) != original.byte_count:
            continue
        try:
            content = path.read_bytes()
        except OSError:
            continue
        if page_id(content) == original.page_id:
            return content
    return None


def _size(path: Path) -> int | None:
    """Its size in bytes; `None` for what is no file, which to open may never end."""
    try:
        return path.stat().st_size if path.is_file() else None
    except OSError:
        return None


def _last_part(name: str) -> str:
    """What a page's file is called, of its path or its address; it is compared, never opened.

    >>> _last_part("https://vi-du.vn/tep/quyet%20dinh.pdf?tai=1"), _last_part("../../b/c.pdf"), _last_part("http://[x")
    ('quyet dinh.pdf', 'c.pdf', 'http://[x')
    """
    if not name.startswith(("http://", "https://")):
        return name.rpartition("/")[2]
    try:
        return unquote(urlsplit(name).path).rpartition("/")[2]
    except ValueError:
        return name


def _told(name: str) -> str:
    """A file's name as `pipeline.inputs` writes it."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
