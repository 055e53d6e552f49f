"""Office files packed anew without the time of packing, so that the same paper is the same file."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_LONG_AGO = (2020, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def repacked(content: bytes) -> bytes:
    """The same parts in the same order, every time stamp the same."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _STAMP.sub(rb"\g<1>2020-01-01T00:00:00Z", part)
            new.writestr(ZipInfo(name, _LONG_AGO), part, ZIP_DEFLATED)
    return out.getvalue()
