"""Quotation marks as newspapers really use them."""

from __future__ import annotations

import pytest

from extractors.campaigns.quotes import LONGEST, quotes_of
from tests.articles import reading_of


def quoted(text: str) -> list[str]:
    reading = reading_of(text)
    return [reading.text[quote.start : quote.end] for quote in quotes_of(reading)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('đưa “A b” và "C d" về', ["A b", "C d"]),
        ('đưa “A b" và «C d» về', ["A b", "C d"]),
        ("đưa 'A b c' về buôn Sút M'grư", ["A b c"]),
        ("đưa “A 'b c d' e” về", ["A 'b c d' e"]),
        ("đưa “A b’’ về", ["A b"]),
        ("câu cụt” rồi “A b” về", ["A b"]),
        ("đưa “A b và “C d” về", ["A b và ", "C d"]),
        ("dòng một “A b\ndòng hai “C d”", ["A b", "C d"]),
        ('đưa "A b;" C d ", về', ["A b;", " C d "]),
        ('đưa "A b", về; C d", về', ["A b", ", về; C d"]),
        ("không có gì", []),
        ("rỗng “” và “A b”", ["A b"]),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_mark_too_far_away_does_not_close() -> None:
    reading = reading_of("“A " + "b " * LONGEST + "” c")
    assert not any(quote.closed for quote in quotes_of(reading))
