"""The nouns of the sample documents: what stands in one, before any layout."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Style = Literal["body", "section", "centre", "list"]
Decree = Literal["30/2020", "01/2011"]
"""Which rules the layout follows: Decree 30/2020/NĐ-CP or Circular 01/2011/TT-BNV."""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `notes` are its footnotes, in order, each marked in the text by `^`."""

    text: str
    style: Style = "body"
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph in which an author tracked changes: `before` + inserted + `after` is accepted, `deleted` is gone."""

    before: str
    deleted: str
    inserted: str
    after: str

    @property
    def text(self) -> str:
        """The paragraph with all changes accepted."""
        return self.before + self.inserted + self.after


@dataclass(frozen=True, slots=True)
class TextBox:
    """A paragraph in a box of its own beside the running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of equal length, the first `head` of them its heading.

    A merge `(row, column, rows, columns)` keeps its text in its first cell; the cells it covers are empty.
    """

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    head: int = 1
    merges: tuple[tuple[int, int, int, int], ...] = ()


Piece = Para | Change | TextBox | Grid


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of an official document; `to` are the addressees after "Kính gửi", `copies` those of "Nơi nhận".

    `behalf` are the lines above the signer's office ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"). An official letter has
    no `kind` line: its abstract stands under the number.
    """

    issuer: str
    number: str
    place: str
    day: tuple[int, int, int]
    abstract: str
    behalf: tuple[str, ...]
    office: str
    signer: str
    parent: str | None = None
    kind: str | None = None
    to: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    decree: Decree = "30/2020"

    @property
    def dateline(self) -> str:
        """Place and date as the decree writes them, days and the first two months with a nought."""
        day, month, year = self.day
        return f"{self.place}, ngày {day:02d} tháng {month:02d} năm {year}" if month < 3 else (
            f"{self.place}, ngày {day:02d} tháng {month} năm {year}"
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: frame, what stands between head and signature, what is attached behind it, and its gold facts."""

    name: str
    frame: Frame | None
    body: tuple[Piece, ...]
    annex: tuple[Piece, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Everything but the frame, in order."""
        return (*self.body, *self.annex)
