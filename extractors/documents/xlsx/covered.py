"""How many fields merged cells and links of a workbook cover: opening it makes each of them, whatever it holds."""

from __future__ import annotations

import re
from zipfile import ZipFile

from openpyxl.utils import range_boundaries

from extractors.errors import Unreadable

MOST_FIELDS = 3_000_000
_COVERING = re.compile(
    rb"<(?:\w{1,20}:)?(?:mergeCell|hyperlink)\s[^<>]{0,400}?\bref\s?=\s?[\"']([A-Z0-9$:]{2,40})[\"']"
)


def must_cover_little(package: ZipFile) -> None:
    """Raise `Unreadable` where they cover more than a sheet may have, `ValueError` for an area that is none."""
    parts = (package.read(name) for name in package.namelist() if name.endswith(".xml"))
    fields = sum(_size(area.decode()) for part in parts for area in _COVERING.findall(part))
    if fields > MOST_FIELDS:
        raise Unreadable("too_large", f"merged cells or links over {fields} fields; split the file")


def _size(area: str) -> int:
    """How many fields an area has, one of whole rows or columns those at its edge.

    >>> _size("A1:C2"), _size("B7"), _size("A:C")
    (6, 1, 3)
    """
    left, top, right, bottom = (int(edge or 0) for edge in range_boundaries(area))
    return max(right - left + 1, 0) * max(bottom - top + 1, 0)
