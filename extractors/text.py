"""Normalisation with a map back, and the match key.

Two texts exist for every page: the *clean* text that people read and facts quote, and the *key* that rules match on.
Both have the same length, so a position found in the key is a position in the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

_DROPPED = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f"
_LETTERS = {"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ", "\u01a2": "Ư", "\u01a3": "ư"}
_LINES = {"\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\r": "\n"}
_CONTROLS = {chr(c): None for c in [*range(0x09), *range(0x0E, 0x20), 0x7F, *range(0xD800, 0xE000)]}
_CLEAN: dict[str, str | None] = {
    **_CONTROLS, **dict.fromkeys(_DROPPED), **dict.fromkeys(_SPACES, " "), **_LETTERS, **_LINES,
}  # fmt: skip
_NEEDS_CLEANING = re.compile("[" + re.escape("".join(_CLEAN)) + "]")
_NEVER_COMPOSES_BACK = re.compile(r"[\u0000-\u02ff\u1e00-\u2cff]")

_MARKS = dict.fromkeys("“”„‟″＂«»", '"') | dict.fromkeys("‘’‚‛′`", "'") | dict.fromkeys("‐‑‒–—―−", "-")
_MARK = re.compile("[" + "".join(_MARKS) + "]")
_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_TONE = re.compile(r"o[àáảãạèéẻẽẹ](?<!qo.)(?!\w)|u[ỳýỷỹỵ](?<!qu.)(?!\w)")
_Y_FOR_I = {
    "sỹ": "sĩ",
    "kỉ": "kỷ",
    "kĩ": "kỹ",
    "quí": "quý",
    "lí": "lý",
    "mĩ": "mỹ",
    "hi": "hy",
    "qui": "quy",
    "tỉ": "tỷ",
}
_IY = re.compile("(?:" + "|".join(rf"{syllable}(?<!\w{syllable})" for syllable in _Y_FOR_I) + r")(?!\w)")


@dataclass(frozen=True, slots=True)
class Mapped:
    """A text and, for each of its characters, where it stood in the text it was made from."""

    text: str
    origin: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.text) != len(self.origin):
            raise ValueError(f"map of {len(self.origin)} positions for a text of {len(self.text)} characters")

    def cut(self, start: int, end: int) -> Mapped:
        """The stretch `[start, end)`, still mapped to the same original."""
        return Mapped(self.text[start:end], self.origin[start:end])

    def replace(self, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> Mapped:
        """Replace each match; the new characters map to the start of what they replace.

        >>> Mapped("Đ\\nồng", (0, 1, 2, 3, 4)).replace(re.compile(r"\\n"), "").origin
        (0, 2, 3, 4)
        """
        parts: list[str] = []
        origin: list[int] = []
        at = 0
        for match in pattern.finditer(self.text):
            made = new if isinstance(new, str) else new(match)
            parts += (self.text[at : match.start()], made)
            origin += self.origin[at : match.start()]
            kept = self.origin[match.start() : match.end()] or (origin[-1] if origin else 0,)
            origin += [kept[min(i, len(kept) - 1)] for i in range(len(made))]
            at = match.end()
        return Mapped("".join([*parts, self.text[at:]]), (*origin, *self.origin[at:])) if at else self


def joined(pieces: Sequence[Mapped], separator: str) -> Mapped:
    """Pieces of one original put together; a separator maps to the end of the piece before it."""
    text: list[str] = []
    origin: list[int] = []
    for piece in pieces:
        if text:
            text.append(separator)
            origin += [origin[-1] if origin else 0] * len(separator)
        text.append(piece.text)
        origin += piece.origin
    return Mapped("".join(text), tuple(origin))


def clean(raw: str) -> Mapped:
    """Compose (NFC), mend Ð and half-migrated letters, level the spaces, drop the invisible.

    >>> clean("Uỷ viên\\u00a0BCH T.Ư Ðảng").text
    'Uỷ viên BCH T.Ư Đảng'
    >>> clean("Chie\\u0302\\u0301n si\\u0303").text
    'Chiến sĩ'
    """
    mapped = _composed(raw)
    if not _NEEDS_CLEANING.search(mapped.text):
        return mapped
    crlf = mapped.replace(re.compile(r"\r\n"), "\n")
    made = [(_CLEAN.get(c, c), o) for c, o in zip(crlf.text, crlf.origin, strict=True)]
    kept = [(c, o) for c, o in made if c is not None]
    return Mapped("".join(c for c, _ in kept), tuple(o for _, o in kept))


def _composed(raw: str) -> Mapped:
    if unicodedata.is_normalized("NFC", raw):
        return Mapped(raw, tuple(range(len(raw))))
    starts = [m.start() for m in _NEVER_COMPOSES_BACK.finditer(raw)]
    if not starts or starts[0] != 0:
        starts.insert(0, 0)
    text: list[str] = []
    origin: list[int] = []
    for at, end in zip(starts, [*starts[1:], len(raw)], strict=True):
        made = unicodedata.normalize("NFC", raw[at:end])
        text.append(made)
        origin += [at] * len(made)
    return Mapped("".join(text), tuple(origin))


def match_key(text: str) -> str:
    """The text as rules see it: same length, lower case, one kind of quote, dash, space, tone style and i/y.

    >>> match_key("Uỷ ban – “Hoà Bình” Chiến sỹ")
    'ủy ban - "hòa bình" chiến sĩ'
    >>> match_key("quý quỷ giá già")
    'quý quỷ giá già'
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    return _IY.sub(lambda m: _Y_FOR_I[m[0]], fold_tones(_MARK.sub(lambda m: _MARKS[m[0]], lowered)))


def fold_tones(lowered: str) -> str:
    """Lower-case text with every tone mark of an open oa, oe, uy where most newspapers put it, length kept.

    >>> fold_tones("hoà khoẻ thuỷ quý")
    'hòa khỏe thủy quý'
    """
    return _TONE.sub(lambda m: _TONES[m[0]], lowered)


@lru_cache(maxsize=65536)
def phrase_key(phrase: str) -> str:
    """The match key of a register entry or a name: cleaned, spaces squeezed, for comparing and not for positions.

    >>> phrase_key("Thi đua  -  Khen thưởng") == phrase_key("thi đua – khen thưởng")
    True
    """
    return " ".join(match_key(clean(phrase).text).split())


def search_key(phrase: str) -> str:
    """The phrase without diacritics, for looking things up as people type them.

    >>> search_key("Đắk Lắk, Thừa Thiên Huế")
    'dak lak, thua thien hue'
    """
    bare = unicodedata.normalize("NFD", phrase_key(phrase).replace("đ", "d"))
    return "".join(c for c in bare if not unicodedata.combining(c))
