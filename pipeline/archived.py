"""The pages of any WARC file as inputs: our own archive's, and anybody else's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.archive.read import Passed, contents_of
from pipeline.archive.records import Damaged
from pipeline.errors import InputError
from pipeline.inputs import Loaded, loaded_from

_MEND = "what follows it is read; take a sound copy for the rest"


def archived(path: Path, at_most: int, passed: Counter[str]) -> Iterator[Loaded | InputError]:
    """Each page and document of the file, and each damage as a refusal; every other answer is counted in `passed`."""
    try:
        for item in contents_of(path, at_most):
            match item:
                case Damaged():
                    yield InputError(f"{path} at byte {item.offset}", f"damaged: {item.why}", _MEND)
                case Passed():
                    passed[item.why] += 1
                case page:
                    yield loaded_from(page, path)
    except OSError as error:
        yield InputError(path, (error.strerror or "cannot be read").lower(), "check the file and the disk")


def passed_line(passed: Mapping[str, int]) -> str:
    """One line that names what was passed over.

    >>> passed_line({"status 404": 2, "image/png": 30})
    'passed over 32 answers in archives that are no pages: 30 image/png, 2 status 404'
    """
    each = ", ".join(f"{count} {kind}" for kind, count in sorted(passed.items()))
    return f"passed over {sum(passed.values())} answers in archives that are no pages: {each}"
