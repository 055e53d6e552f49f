"""Bytes to text: every encoding a browser reads, and charsets that lie."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.decoding import PAGE_LIMIT_BYTES, decoded
from extractors.errors import Unreadable
from tests.extractors.pages import FIRST

TONES = "\u0300\u0301\u0303\u0309\u0323"


def in_cp1258(text: str) -> bytes:
    """Vietnamese Windows text: base letters, tones as marks of their own."""
    parts = []
    for character in text:
        marks = unicodedata.normalize("NFD", character)
        base = unicodedata.normalize("NFC", "".join(c for c in marks if c not in TONES))
        parts.append((base + "".join(c for c in marks if c in TONES)).encode("cp1258"))
    return b"".join(parts)


def same(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("declared", [None, "utf-8", "windows-1252", "windows-1258", "no-such-charset", ""])
def test_unicode_is_read_whatever_is_declared(codec: str, declared: str | None) -> None:
    assert decoded((FIRST * 3).encode(codec), declared).lstrip("\ufeff") == FIRST * 3


@pytest.mark.parametrize("declared", [None, "windows-1258", "utf-8", "iso-8859-1"])
def test_vietnamese_windows_text(declared: str | None) -> None:
    assert same(decoded(in_cp1258(FIRST), declared)) == FIRST


def test_the_page_may_declare_its_own_charset() -> None:
    markup = "<meta charset='windows-1258'><p>"
    assert same(decoded(markup.encode() + in_cp1258(FIRST))) == markup + FIRST


def test_a_meta_that_lies_about_utf8_is_not_believed() -> None:
    text = f"<meta http-equiv=content-type content='text/html; charset=windows-1252'><p>{FIRST}"
    assert decoded(text.encode()) == text


def test_a_few_broken_bytes_do_not_spoil_utf8() -> None:
    assert decoded(FIRST.encode() + b" \xff\xfe " + FIRST.encode()).startswith(FIRST)


def test_text_encoded_twice_is_read_once_more() -> None:
    assert decoded(FIRST.encode().decode("latin-1").encode()) == FIRST


def test_mojibake_that_cannot_be_undone_is_left_as_it_is() -> None:
    broken = FIRST.encode().decode("cp1252", "replace")
    assert decoded(broken.encode()) == broken


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"), (b" \r\n\t\n", "empty"), ("\ufeff  ".encode(), "empty"), (b"\x00" * 50, "empty"),
        (b"a" * (PAGE_LIMIT_BYTES + 1), "too_large"), (b"%PDF-1.7 ...", "binary"), (b"PK\x03\x04...", "binary"),
        (b"\x1f\x8b\x08", "binary"), (b"\x89PNG\r\n", "binary"), (b"<html>\x00\x01\x00\x02 trang" * 9, "binary"),
        (b"\x01\x02\x03\x04\x05\x06" * 30, "binary"),
    ],
)  # fmt: skip
def test_what_is_no_page_is_refused_with_a_reason(content: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        decoded(content)
    assert refused.value.code == code
    assert "\n" not in refused.value.reason
    assert len(refused.value.reason) > 20


@given(
    st.binary(max_size=400), st.sampled_from([None, "utf-8", "windows-1258", "utf-16", "hz", "idna", "rot13", "\x00"])
)
def test_any_bytes_are_text_or_refused(content: bytes, charset: str | None) -> None:
    try:
        text = decoded(content, charset)
    except Unreadable as refused:
        assert refused.reason
    else:
        assert isinstance(text, str)
