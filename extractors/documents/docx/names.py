"""The names of WordprocessingML that reading asks for, and what is asked of an element."""

from __future__ import annotations

from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE = f"{_CHOICE}AlternateContent"
CHOICE = f"{_CHOICE}Choice"
_OFF = ("0", "false", "off", "none")
_MOST_DIGITS = 4


def w(name: str) -> str:
    """A name of the main namespace in full."""
    return _W + name


def value(element: Any, *path: str) -> str | None:
    """The `w:val` of the element below that the path leads to, `None` where there is none."""
    for name in path:
        element = element.find(_W + name) if element is not None else None
    return None if element is None else element.get(_W + "val", "")


def whole(element: Any, *path: str) -> int:
    """The same as a number of columns or points, 0 where none that Word would write stands there."""
    told = value(element, *path) or ""
    return int(told) if told.isdecimal() and len(told) <= _MOST_DIGITS else 0


def is_on(element: Any, *path: str) -> bool | None:
    """Whether the switch below is on, `None` where it is not set."""
    found = value(element, *path)
    return None if found is None else found.lower() not in _OFF
