"""What a row of a list is: an entry, the name of a group, a total, a heading told again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from corpus.tables import Label, load_tables
from extractors.awards.names import addressed, begins_personal
from extractors.awards.signs import sign
from extractors.model import AwardUnit, Cell
from extractors.reading import Reading
from extractors.tables.columns import Column, Heading, meaning_of
from extractors.tables.grid import Grid, is_numbering, key_of, number_in, text_of
from extractors.text import phrase_key

RowKind = Literal["entry", "group", "total", "skip"]
_NUMBERED = re.compile(
    r"(?:[ivx]{1,5}|[a-zđ]|\d{1,3}(?:\.\d{1,2}){0,3})\s*[.)/:-]\s*|(?:danh sách|các|đối với|khen|về|phần)\s+"
)
_ORDINAL = re.compile(r"\d{1,6}[.)]?")
_ASIDE = re.compile(r"\s*(?:[,;(\n]|\s[-–]\s).*", re.DOTALL)
_COUNTED = re.compile(
    r"(?<![\d/.,-])(?<!năm )(?<!số )(?<!quý )(\d{1,3}(?:\.\d{3})+|\d{1,6})"
    r"(?=\s*(?:tập thể|cá nhân|người|đồng chí|hộ|gia đình|đơn vị|\)|$))"
)
_HOUSEHOLD = re.compile(r"(?:hộ|gia đình)\s")
_PLAIN_NAME = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+){1,6}")


@dataclass(frozen=True, slots=True)
class RowWords:
    """The cells of a row without its ordinal, and that ordinal."""

    ordinal: str
    cells: tuple[Cell, ...]


def words_of_row(reading: Reading, grid: Grid, heading: Heading, row: int) -> RowWords:
    """The row taken apart."""
    ordinals = {column.number for column in heading.of("ordinal")}
    first = next((cell for cell in grid.rows[row] if cell.column in ordinals), None)
    if first is not None and first.columns > 1:
        first = None
    rest = tuple(cell for cell in grid.rows[row] if cell is not first)
    return RowWords(text_of(reading, first).strip(), rest)


def kind_of_row(reading: Reading, heading: Heading, row: RowWords, names: Sequence[Column]) -> RowKind:
    """What the row is."""
    if not row.cells or is_numbering(reading, row.cells) or _is_heading(reading, row):
        return "skip"
    if label_of(key_of(reading, row.cells[0])) == "total":
        return "total"
    if _ORDINAL.fullmatch(row.ordinal):
        return "entry"
    named = [cell for cell in row.cells if cell.column in {column.number for column in names}]
    if len(row.cells) > 1 and named and not row.ordinal:
        return "entry"
    if len(row.cells) > 1 and not heading.of("ordinal"):
        return "entry"
    if heading.of("ordinal") or not named or named[0].columns > 1:
        return "group"
    return "entry" if is_person(text_of(reading, named[0])) or is_body(key_of(reading, named[0])) else "group"


def _is_heading(reading: Reading, row: RowWords) -> bool:
    """Whether a row is the heading told again on the next page."""
    if len(row.cells) < 2 or _ORDINAL.fullmatch(row.ordinal):
        return False
    return all(meaning_of(key_of(reading, cell)) for cell in row.cells)


def label_of(key: str) -> Label | None:
    """What the words of a row that is no entry begin with.

    >>> label_of("i. tập thể"), label_of("ii - cá nhân: 62 người"), label_of("tổng cộng"), label_of("sở y tế")
    ('collective', 'individual', 'total', None)
    """
    for _ in range(3):
        key = _NUMBERED.sub("", key, count=1) if _NUMBERED.match(key) else key
    for word, means in _labels():
        if key.startswith(word) and not key[len(word) : len(word) + 1].isalnum():
            return means
    return None


@cache
def _labels() -> tuple[tuple[str, Label], ...]:
    listed = [(phrase_key(word), row.means) for row in load_tables().labels for word in row.words]
    return tuple(sorted(listed, key=lambda entry: (-len(entry[0]), entry[0])))


def count_in(key: str) -> int | None:
    """The number that a group row gives: "cá nhân: 62 người", "(16 tập thể)".

    >>> count_in("ii. cá nhân: 62 người"), count_in("tập thể (16)"), count_in("i. tập thể năm 2021")
    (62, 16, None)
    """
    found = [number_in(match[1]) for match in _COUNTED.finditer(key)]
    return found[-1] if found else None


def unit_of_name(reading: Reading, cell: Cell, told: AwardUnit | None) -> AwardUnit:
    """Who is named: as the group or the heading tells, else as the name looks."""
    key = key_of(reading, cell)
    if _HOUSEHOLD.match(key):
        return "household"
    if told and told != "both":
        return told
    return "individual" if is_person(text_of(reading, cell)) else "collective"


def is_person(text: str) -> bool:
    """Whether a cell names a person: words of a name and nothing else, behind a word of address if any.

    >>> is_person("Bà Lò Thị Mến"), is_person("Trạm Y tế xã Hiệp Mỹ"), is_person("NGUYỄN VĂN SÁNG")
    (True, False, True)
    """
    at = addressed(text.lower())
    name = _ASIDE.sub("", text[at or 0 :]).strip()
    if not _PLAIN_NAME.fullmatch(name) or (is_body(name.lower()) and not begins_personal(name.split())):
        return False
    return all(word[:1].isupper() for word in re.split(r"[ '-]", name))


def is_body(key: str) -> bool:
    """Whether a cell begins like the name of a body."""
    return sign("body").match(key) is not None or sign("whole_body").match(key) is not None


def name_in(reading: Reading, cell: Cell, unit: AwardUnit) -> str:
    """The name of an entry: of a person without address and what follows, of others as it stands."""
    text = " ".join(text_of(reading, cell).split())
    if unit != "individual":
        return text.rstrip(" .;,")
    at = addressed(text.lower())
    return _ASIDE.sub("", text[at or 0 :]).strip() or text
