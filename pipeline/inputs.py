"""What was given on the command line: files, folders and globs, as pages to read."""

from __future__ import annotations

import glob
import hashlib
import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.model import MediaType, Page
from pipeline.captures import Rank, rank_of
from pipeline.errors import InputError, printable
from pipeline.rows import PageRow, page_id

MEDIA_TYPES: dict[str, MediaType] = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".shtml": "text/html",
    ".txt": "text/plain",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".doc": "application/msword",
    ".xls": "application/vnd.ms-excel",
}
"""What a file is by its suffix; one line more here and it is read."""
ARCHIVES = (".warc", ".warc.gz")
Named = tuple[Path, str]
KINDS = ", ".join((*MEDIA_TYPES, *ARCHIVES))
_MENDS = {"PermissionError": "give this user the right to read it", "FileNotFoundError": "check the path"}
_NOTHING = InputError("''", "an empty path", "give a file, a folder or a glob")


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page to read and the file that it stands in.

    `name` is the file's path below what was given, with forward slashes, or the page's address in an archive, which
    tells when it was captured too.
    """

    path: Path
    name: str
    media_type: MediaType
    captured_at: int | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A page's identity and, unless it is too large to be read, the page."""

    page_id: str
    byte_count: int
    found: PageFile
    page: Page | None

    @property
    def head(self) -> PageRow:
        """The columns of a shard that tell which page it is."""
        return {
            "page_id": self.page_id,
            "name": self.found.name,
            "media_type": self.found.media_type,
            "byte_count": self.byte_count,
            "captured_at": self.found.captured_at,
        }

    @property
    def rank(self) -> Rank:
        """Its place among the captures of the same bytes."""
        return rank_of(self.found.captured_at, self.found.name)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the paths came to: files in the order given, refusals, how many files of other suffixes stand there.

    `archives` are WARC files, each of many pages (`pipeline.archived`).
    """

    files: tuple[PageFile, ...]
    refused: tuple[InputError, ...]
    skipped: dict[str, int]
    archives: tuple[Path, ...] = ()


def find_inputs(paths: Iterable[str]) -> Inputs:
    """Look every path up; a file that is given twice counts once, a folder's files come in order of name."""
    files: dict[str, PageFile] = {}
    archives: dict[str, Path] = {}
    refused: list[InputError] = []
    skipped: Counter[str] = Counter()
    for found in (found for path in paths for found in _look_up(path)):
        if isinstance(found, InputError):
            refused.append(found)
            continue
        path, name = found
        suffix = path.suffix.lower()
        if suffix in MEDIA_TYPES:
            files.setdefault(os.path.realpath(path), PageFile(path, name, MEDIA_TYPES[suffix]))
        elif path.name.lower().endswith(ARCHIVES):
            archives.setdefault(os.path.realpath(path), path)
        else:
            skipped[printable(suffix) or "no suffix"] += 1
    return Inputs(tuple(files.values()), tuple(refused), dict(sorted(skipped.items())), tuple(archives.values()))


def skipped_line(skipped: dict[str, int]) -> str:
    """One line that names what was passed over.

    >>> skipped_line({".css": 12, ".jpg": 300}).partition(" .html")[0]
    'skipped 312 files that are not'
    >>> skipped_line({".css": 12, ".jpg": 300}).rpartition(".xls, ")[2]
    '.warc, .warc.gz: 12 .css, 300 .jpg'
    """
    each = ", ".join(f"{count} {suffix}" for suffix, count in skipped.items())
    return f"skipped {sum(skipped.values())} files that are not {KINDS}: {each}"


def loaded_from(page: Page, path: Path) -> Loaded:
    """A page that was taken out of an archive."""
    found = PageFile(path, page.name, page.media_type, page.captured_at)
    return Loaded(page_id(page.content), len(page.content), found, page)


def load(found: PageFile, at_most: int) -> Loaded:
    """Read a file; one over `at_most` bytes is only hashed. Raises `InputError` where it cannot be read."""
    try:
        with found.path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > at_most:
                return Loaded(hashlib.file_digest(file, "sha256").hexdigest()[:32], size, found, None)
            content = file.read()
    except OSError as error:
        raise _unreadable(found.path, error) from error
    return Loaded(page_id(content), len(content), found, Page(content, found.name, found.media_type))


def each_loaded(files: Iterable[PageFile], at_most: int) -> Iterator[Loaded | InputError]:
    """Every file, or why it cannot be read."""
    for found in files:
        try:
            yield load(found, at_most)
        except InputError as error:
            yield error


def _look_up(path: str) -> Iterator[Named | InputError]:
    try:
        is_folder = stat.S_ISDIR(Path(path).stat().st_mode) if path else False
    except FileNotFoundError as error:
        yield from _matches(path) if glob.has_magic(path) else [_unreadable(path, error)]
    except OSError as error:
        yield _unreadable(path, error)
    else:
        given = Path(path)
        yield from _files(given, given if is_folder else given.parent) if path else [_NOTHING]


def _matches(pattern: str) -> Iterator[Named | InputError]:
    fixed = Path(*_before_magic(Path(pattern).parts))
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - a pattern may begin at the root
    if not matches:
        yield InputError(pattern, "no file fits the pattern", "check the pattern")
    for match in matches:
        yield from _files(Path(match), fixed)


def _before_magic(parts: tuple[str, ...]) -> list[str]:
    magic = next(i for i, part in enumerate(parts) if glob.has_magic(part))
    return list(parts[:magic])


def _files(given: Path, root: Path) -> Iterator[Named | InputError]:
    if not given.is_dir():
        yield _file(given, root)
        return
    troubles: list[OSError] = []
    for folder, folders, names in os.walk(given, onerror=troubles.append):
        folders.sort()
        yield from (_file(Path(folder, name), root) for name in sorted(names))
    yield from (_unreadable(trouble.filename, trouble) for trouble in troubles)


def _file(path: Path, root: Path) -> Named | InputError:
    if path.exists() and not path.is_file():
        return InputError(path, "not a regular file", "give files, folders or globs of saved pages")
    return path, _name(path, root)


def _name(path: Path, root: Path) -> str:
    relative = path.relative_to(root).as_posix()
    return os.fsencode(relative).decode("utf-8", "backslashreplace")


def _unreadable(path: Path | str, error: OSError) -> InputError:
    why = (error.strerror or type(error).__name__).lower()
    return InputError(path, why, _MENDS.get(type(error).__name__, "check the file and the disk"))
