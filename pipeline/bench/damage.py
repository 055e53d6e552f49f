"""Pages and documents after accidents: marks cut, moved and nested, letters in the wrong encoding, bytes spoiled."""

from __future__ import annotations

import re
from random import Random

from extractors.model import Page
from pipeline.bench.material import Material
from pipeline.bench.splicing import spliced, stretch

_CODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1258", "cp1252", "utf-32-le", "utf-7")
_CHARSETS = (None, None, "utf-8", "windows-1258", "utf-16", "no-such", "iso-2022-jp", "idna", "base64", "\x00")


def damaged(random: Random, name: str, markup: str, material: Material) -> Page:
    """A page after a few accidents, in any encoding and called any."""
    for _ in range(random.randint(1, 8)):
        markup = _accident(random, markup, material)
    content = markup.encode(random.choice(_CODINGS), "replace")
    if random.random() < 0.3:
        content = spoiled(random, content)
    return Page(content, name, charset=random.choice(_CHARSETS), url=random.choice((None, "https://a.example/1")))


def spoiled(random: Random, content: bytes) -> bytes:
    """Bytes some of which are others, gone, or said twice."""
    spoilt = bytearray(content)
    for _ in range(random.randint(1, 12)):
        at = random.randint(0, len(spoilt))
        match random.randrange(4):
            case 0:
                spoilt[at : at + 1] = bytes([random.randrange(256)])
            case 1:
                del spoilt[at : at + random.randint(1, 200)]
            case 2:
                spoilt[at:at] = spoilt[at : at + random.randint(1, 200)]
            case _:
                spoilt[at:at] = random.randbytes(random.randint(1, 8))
    return bytes(spoilt[: random.randint(0, len(spoilt))] if random.random() < 0.1 else spoilt)


def _accident(random: Random, markup: str, material: Material) -> str:
    places = [match.start() for match in re.finditer("<", markup)] or [0]
    at, other = sorted((random.choice(places), random.choice(places)))
    match random.randrange(7):
        case 0:
            return markup[:at] + random.choice(material.tags) * random.choice((1, 1, 3, 200)) + markup[at:]
        case 1:
            return markup[:at] + markup[at + random.randint(1, 300) :]
        case 2:
            return markup[:at] + markup[other:] + markup[at:other]
        case 3:
            return markup[:other] + markup[at : at + 3000] + markup[other:]
        case 4:
            return markup[:at] + f"<p>{spliced(random, material)}</p>" + markup[at:]
        case 5:
            return markup[: random.randint(0, len(markup))]
        case _:
            return markup[:at] + _table(random, material) + markup[at:]


def _table(random: Random, material: Material) -> str:
    spans = ("", "", "", " rowspan=2", " colspan=2", " rowspan=0", " colspan=1000", " rowspan=65535")
    rows = (
        "".join(f"<td{random.choice(spans)}>{stretch(random, material, 3)}" for _ in range(random.randint(0, 5)))
        for _ in range(random.randint(0, 6))
    )
    return "<table><tr>" + "<tr>".join(rows) + "</table>"
