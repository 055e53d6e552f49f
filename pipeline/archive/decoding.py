"""Undoes `Content-Encoding` with one cap on everything that comes out, so that a bomb costs no more than a page."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence

import brotli
import zstandard

LAYERS = 3
"""How many encodings may lie on one another; a server that means well uses one."""
_MEMBERS = 64
"""How many gzip members may follow one another; each costs a copy of what is left."""
_STEP = 64 * 1024
_ZSTD_WINDOW = 8 * 2**20
"""The largest window that RFC 9659 lets a web server use, in bytes."""


class DecodingError(Exception):
    """The body cannot be decoded: its encoding is unknown, or it is not what it says."""


class TooLargeError(DecodingError):
    """More bytes come out than are allowed."""


def decoded(body: bytes, encodings: Sequence[str], at_most: int) -> bytes:
    """The body without its encodings, which stand in the order in which they were applied.

    Raises `TooLargeError` above `at_most` bytes, in any layer, and `DecodingError` where it cannot be decoded.

    >>> decoded(zlib.compress(b"thi dua"), ["deflate"], 100)
    b'thi dua'
    """
    named = [name for name in (given.strip().lower() for given in encodings) if name not in {"", "identity"}]
    if len(named) > LAYERS:
        raise DecodingError(f"{len(named)} encodings lie on one another")
    for name in reversed(named):
        if name not in _DECODERS:
            raise DecodingError(f"encoding {name[:40]!r} is unknown")
        body = _capped(_DECODERS[name](body), at_most)
    if len(body) > at_most:
        raise TooLargeError(f"more than {at_most} bytes")
    return body


def encodings_of(header: str | None) -> list[str]:
    """The encodings that a `Content-Encoding` header names.

    >>> encodings_of("gzip, br")
    ['gzip', 'br']
    """
    return [name.strip() for name in (header or "").split(",") if name.strip()]


def _capped(pieces: Iterator[bytes], at_most: int) -> bytes:
    whole = bytearray()
    try:
        for piece in pieces:
            whole += piece
            if len(whole) > at_most:
                raise TooLargeError(f"more than {at_most} bytes")
    except (zlib.error, brotli.error, zstandard.ZstdError, EOFError) as error:
        raise DecodingError(f"the body is not what its encoding says ({error})") from error
    return bytes(whole)


def _inflated(body: bytes, window_bits: int) -> Iterator[bytes]:
    """Every member of a gzip or zlib stream; what follows the last member is not read."""
    left = body
    for _ in range(_MEMBERS):
        inflater = zlib.decompressobj(window_bits)
        while not inflater.eof:
            piece = inflater.decompress(left, _STEP)
            left = inflater.unconsumed_tail
            if not piece and not left and not inflater.eof:
                raise EOFError("it ends early")
            yield piece
        left = inflater.unused_data
        if not left.startswith(b"\x1f\x8b"):
            return
    raise EOFError(f"it has more than {_MEMBERS} members")


def _gunzipped(body: bytes) -> Iterator[bytes]:
    return _inflated(body, zlib.MAX_WBITS + 16)


def _deflated(body: bytes) -> Iterator[bytes]:
    """`deflate` is zlib by the standard; old servers leave the zlib header out."""
    has_header = len(body) > 1 and body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0
    return _inflated(body, zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS)


def _unbrotlied(body: bytes) -> Iterator[bytes]:
    decoder = brotli.Decompressor()
    yield decoder.process(body, output_buffer_limit=_STEP)
    while not decoder.is_finished():
        piece = decoder.process(b"", output_buffer_limit=_STEP)
        if not piece:
            raise EOFError("it ends early")
        yield piece


def _unzstded(body: bytes) -> Iterator[bytes]:
    decoder = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
    with decoder.stream_reader(body, read_across_frames=True) as reader:
        while piece := reader.read(_STEP):
            yield piece


_DECODERS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": _gunzipped,
    "x-gzip": _gunzipped,
    "deflate": _deflated,
    "br": _unbrotlied,
    "zstd": _unzstded,
}
ACCEPTED = ", ".join(name for name in _DECODERS if not name.startswith("x-"))
"""What a request may say in `Accept-Encoding`."""
