"""Bytes of a page to text, as a browser would read them, except that a charset that lies is not believed."""

from __future__ import annotations

import codecs
import re

from extractors.encodings.recognise import recognised
from extractors.errors import Unreadable

PAGE_LIMIT_BYTES = 10 * 2**20
"""The largest page that is taken for an article."""
_SNIFFED_BYTES = 4096
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_MAGIC = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"GIF8",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"RIFF",
    b"\x7fELF",
    b"MZ",
    b"\xd0\xcf\x11\xe0",
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{2,40})", re.IGNORECASE)
_BROWSER_NAMES = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "windows-1252": "cp1252", "windows-1258": "cp1258", "x-cp1258": "cp1258", "unicode": "utf-16-le",
}  # fmt: skip
_BROWSER_LABEL = re.compile(
    r"(?:utf-?8|utf-?16(?:le|be)?|unicode|(?:x-)?(?:windows|cp)-?\d{3,5}|(?:iso-?8859|latin)-?\d{1,2}|(?:us-)?ascii)"
)
_LEGACY = ("cp1258", "cp1252")
_VIETNAMESE = re.compile(
    "[ăâđêôơưĂÂĐÊÔƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]|[\u0300\u0301\u0303\u0309\u0323]"
)
_MOJIBAKE = re.compile("á[º»][\u0080-\u00ff\u0152-\u2122]|Ä[\u0090\u2018\u0091]|Æ[°¡]|Ã[\u00a0-\u00bf]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DAMAGE_SHARE = 0.02


def decoded(content: bytes, charset: str | None = None) -> str:
    """The text of a page; `charset` is what the transport declares.

    Order: byte-order mark, UTF-8 wherever the bytes are valid UTF-8 (whatever is declared), UTF-16 by its zero bytes,
    bytes in an encoding older than Unicode (as they are, for `extractors.encodings` to convert), the transport, the
    page's own `meta`, the Vietnamese code pages, detection. Raises `Unreadable` for a page that is empty, too large, no
    text, or in no charset that gives text.
    """
    _must_be_text(content)
    text = _by_mark(content) or _as_utf8(content) or _by_zero_bytes(content) or _old(content)
    text = text or _by_declaration(content, charset)
    text = _repaired(text or _by_detection(content))
    if len(_CONTROLS.findall(text)) > _DAMAGE_SHARE * len(text):
        raise Unreadable("binary", "control characters all over: not a text page; give the page itself")
    return text


def _must_be_text(content: bytes) -> None:
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("empty", "no bytes but space: nothing was captured; fetch the page again")
    if len(content) > PAGE_LIMIT_BYTES:
        size, limit = len(content) / 2**20, PAGE_LIMIT_BYTES // 2**20
        raise Unreadable("too_large", f"{size:.1f} MB, more than {limit} MB: not an article; take the page out")
    if content.startswith(_MAGIC):
        raise Unreadable("binary", "a file of another kind under a page's name; read it as what it is")


def _by_mark(content: bytes) -> str | None:
    name = next((name for mark, name in _BOMS if content.startswith(mark)), None)
    return content.decode(name, errors="replace") if name else None


def _as_utf8(content: bytes) -> str | None:
    """The bytes as UTF-8, passing over a few broken ones in text that clearly is UTF-8."""
    if b"\x00" in content:
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="replace")
    damage = text.count("\ufffd")
    return text if damage <= _DAMAGE_SHARE * len(text) and len(_VIETNAMESE.findall(text)) > 10 * damage else None


def _by_zero_bytes(content: bytes) -> str | None:
    if b"\x00" not in content:
        return None
    head = content[:_SNIFFED_BYTES]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) / 2
    name = "utf-16-le" if odd > 0.3 * half > 3 * even else "utf-16-be" if even > 0.3 * half > 3 * odd else None
    if name is None:
        raise Unreadable("binary", "zero bytes in the page: a file of another kind; read it as what it is")
    return content.decode(name, errors="replace")


def _old(content: bytes) -> str | None:
    """The bytes one by one where they are Vietnamese in an old encoding."""
    text = content.decode("latin-1")
    return text if recognised(text).encoding else None


def _by_declaration(content: bytes, charset: str | None) -> str | None:
    meta = _META.search(content, 0, _SNIFFED_BYTES)
    declared = [charset, meta[1].decode("ascii") if meta else None]
    texts = [_decoded_as(content, name) for name in [*filter(None, declared), *_LEGACY]]
    found = [text for text in texts if text]
    return max(found, key=_vietnamese_share, default=None) if any(map(_vietnamese_share, found)) else None


def _decoded_as(content: bytes, charset: str) -> str | None:
    label = charset.strip().lower()
    if not _BROWSER_LABEL.fullmatch(label):
        return None
    try:
        return content.decode(_BROWSER_NAMES.get(label, label))
    except (LookupError, UnicodeError):
        return None


def _vietnamese_share(text: str) -> float:
    letters = len(_VIETNAMESE.findall(text)) - 3 * len(_MOJIBAKE.findall(text)) - text.count("\ufffd")
    return max(0.0, letters / max(1, len(text)))


def _by_detection(content: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(content[: 64 * 1024]).best()
    if best is None:
        raise Unreadable("undecodable", "bytes in no known charset: damaged in transport; fetch the page again")
    return content.decode(best.encoding, errors="replace")


def _repaired(text: str) -> str:
    """Text that was encoded twice (`Há»™i nghá»‹`) read once more."""
    if not ("á»" in text or "áº" in text) or len(_MOJIBAKE.findall(text)) * 20 < len(text):
        return text
    try:
        return b"".join(_one_byte(c) for c in text).decode("utf-8")
    except UnicodeError:
        return text


def _one_byte(character: str) -> bytes:
    return character.encode("latin-1") if ord(character) < 256 else character.encode("cp1252")
