"""The Vietnamese encodings from before Unicode: TCVN3 (ABC), VNI for Windows, VISCII.

TCVN3 is the lower-case half of TCVN 5712:1993 with the seven plain capitals (its fonts whose name ends in H show small
letters as capitals); VISCII is RFC 1456; VNI is the two-byte table of its Windows fonts.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args

from pydantic import Field

from corpus.files import HOME, RegisterError, RegisterRow, checked, read_csv, unique

Encoding = Literal["tcvn3", "vni", "viscii"]
ENCODINGS: tuple[Encoding, ...] = get_args(Encoding)
_HOME = HOME / "registers" / "encodings"


class _Row(RegisterRow):
    """A letter and its bytes, in hexadecimal digits."""

    bytes: str = Field(pattern=r"^(?:[0-9a-f]{2}){1,2}$")
    letter: str = Field(min_length=1, max_length=1)


@cache
def letters_of(encoding: Encoding) -> dict[str, str]:
    """The letters of an encoding by their bytes, one character for each byte; raises `RegisterError`.

    >>> letters_of("tcvn3")["©"], letters_of("vni")["eä"], letters_of("viscii")["ð"]
    ('â', 'ệ', 'đ')
    """
    path = _HOME / f"{encoding}.csv"
    rows = list(checked(path, read_csv(path), _Row))
    unique(path, ((line, row.bytes) for line, row in rows), "code")
    unique(path, ((line, row.letter) for line, row in rows), "letter")
    if not rows:
        raise RegisterError(f"{path.name}: no letters; restore the file")
    return {bytes.fromhex(row.bytes).decode("latin-1"): row.letter for _, row in rows}
