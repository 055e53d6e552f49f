"""A sentence as a row of marks: names, offices, honorifics and what stands between, one letter each.

The shapes in which people and offices stand together are then patterns over those letters (`rules/officials.toml`):
"đồng chí Lê Văn An, Bí thư Tỉnh ủy; Trần Thị Bình" is `HN,O;N`.

  N name   O office   H "đồng chí", "ông"   G "các đồng chí", "3 (Phó Chủ tịch)"   R rank, degree, profession
  L "là", "giữ chức"   k "kiêm"   & "và", "cùng"   p an aside: "(giữa)", "56 tuổi"   w anything else
  and , ; : - ( ) as they stand
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.officials.line import Line
from extractors.officials.names import known_name, read_name
from extractors.officials.offices import Office, read_office
from extractors.officials.vocabulary import JOINING, Vocabulary, vocabulary

_MARKS = frozenset(",;:-()")
_BEFORE_NAME = frozenset("HGRO")
_AFTER_NAME = re.compile(r"(?:^|[^O])[HGR]*N(?:[,(-]+R?[,-]?O\)?)*[,(-]+R?[,-]?$")
_PARTING = frozenset(",(-R")
_BACK = 16
_ASIDE = 60


class Mark(NamedTuple):
    """One letter of the row with where it stands; an office carries its reading."""

    code: str
    start: int
    end: int
    office: Office | None = None


def marks_of(line: Line) -> list[Mark]:
    """The row of marks of a sentence."""
    words = vocabulary()
    marks: list[Mark] = []
    past = 0
    end = len(line)
    for stop in (*_stops(line, words), end):
        while past < stop and _may_name(line, past, marks):
            past = _read_on(line, past, marks, words)
        if past < stop:
            _append_word(marks, line, past)
            past = stop
        if past == stop < end:
            past = _read_on(line, stop, marks, words)
    return marks


def _stops(line: Line, words: Vocabulary) -> list[int]:
    """Where something may begin whatever goes before: not at words one space apart that nothing begins with."""
    text, proper, opening, kinds = line.text, words.proper, words.opening, words.kinds
    return [
        index
        for index, (key, start, end, following) in enumerate(
            zip(line.keys, line.starts, [-2, *line.ends], [*line.keys[1:], ""], strict=False)
        )
        if start != end + 1
        or text[end] != " "
        or (key in opening and (kinds(key, following) or (key in proper and text[start].isupper())))
    ]


def _may_name(line: Line, index: int, marks: list[Mark]) -> bool:
    """Whether a name of any word may begin, for what stands before it."""
    called = (marks and marks[-1].code in _BEFORE_NAME) or (index and line.keys[index - 1] in JOINING)
    return bool(called) and line.capital(index)


def _read_on(line: Line, index: int, marks: list[Mark], words: Vocabulary) -> int:
    """Append what begins at a word, with the marks before it, and give the index behind it."""
    if not line.spaced(index):
        gap = line.gap(index)
        aside = _aside(line, index, gap, words)
        if aside > index:
            marks.append(Mark("p", line.starts[index], line.ends[aside - 1] + (gap == "(")))
            return aside
        marks += _punctuation(line, index, marks[-1] if marks else None)
    found = _mark_at(line, index, marks, words)
    if found is None:
        _append_word(marks, line, index)
        return index + 1
    marks.append(found[0])
    return found[1]


def _append_word(marks: list[Mark], line: Line, index: int) -> None:
    if not marks or marks[-1].code != "w":
        marks.append(Mark("w", line.starts[index], line.ends[index]))


def _aside(line: Line, index: int, gap: str, words: Vocabulary) -> int:
    """The index behind an aside that begins behind a gap: an age, or brackets with no office in them; else `index`."""
    if gap == "," and line.keys[index].isdigit() and line.keys[index + 1 : index + 2]:
        return index + 2 * (line.keys[index + 1] == "tuổi")
    if gap != "(":
        return index
    end = line.text.find(")", line.starts[index], line.starts[index] + _ASIDE)
    past = index
    while past < len(line) and line.ends[past] <= end:
        if line.begins(past, words.heads, words.statuses):
            return index
        past += 1
    return past if end > 0 else index


def _punctuation(line: Line, index: int, before: Mark | None) -> list[Mark]:
    """Marks between words; the stop of "PGS." or "đ/c." is none."""
    start = max(before.end if before else 0, line.ends[index - 1] if index else line.starts[0])
    called = before is not None and before.code in "RHG"
    return [
        Mark(char if char in _MARKS else "w", at, at + 1)
        for at, char in enumerate(line.key[start : line.starts[index]], start)
        if char != " " and not char.isspace() and not (char == "." and called)
    ]


def _mark_at(line: Line, index: int, marks: list[Mark], words: Vocabulary) -> tuple[Mark, int] | None:
    """The mark that begins at a word, and the index behind it; `None` for any other word. `marks` are those before."""
    key, capital = line.keys[index], line.text[line.starts[index]].isupper()
    kinds = words.kinds(key, line.keys[index + 1] if index + 1 < len(line) else "")
    found = _address(line, index, words) if "A" in kinds else None
    if found is None and "O" in kinds:
        found = _office(line, index, marks)
    if found is None and capital and key in words.bodies.firsts:
        found = _body(line, index, words)
    if found is None and "L" in kinds:
        found = _link(line, index, words)
    if found is None and capital:
        found = _name(line, index, marks[-1].code if marks else "", words)
    if found is None and kinds:
        found = _joining(line, index, kinds, words)
    return found


def _joining(line: Line, index: int, kinds: str, words: Vocabulary) -> tuple[Mark, int] | None:
    """A word that joins, or a number that says how many hold the office behind it: "3 | Phó Chủ tịch HĐQT gồm …"."""
    code = "k" if line.keys[index] == "kiêm" else "&" if "&" in kinds else "G" if "C" in kinds else ""
    if not code or (code == "G" and not _counts(line, index, words)):
        return None
    return Mark(code, line.starts[index], line.ends[index]), index + 1


def _counts(line: Line, index: int, words: Vocabulary) -> bool:
    head = line.find(words.heads, index + 1) if line.joins(index + 1) else None
    return head is not None and head.value.head.kind == "office"


def _address(line: Line, index: int, words: Vocabulary) -> tuple[Mark, int] | None:
    hit = line.find(words.addresses, index)
    head = line.find(words.heads, index) if hit else None
    if hit is None or (head and head.value.head.kind == "office"):
        return None
    return Mark(hit.value, hit.start, hit.end), hit.past


def _office(line: Line, index: int, marks: list[Mark]) -> tuple[Mark, int] | None:
    office = read_office(line, index, after_name=_is_after_name(marks))
    return (Mark("O", office.start, office.end, office), office.past) if office else None


def _is_after_name(marks: list[Mark]) -> bool:
    """Whether the offices here are of a name before them, a comma, dash or bracket between."""
    if not marks or marks[-1].code not in _PARTING:
        return False
    return _AFTER_NAME.search("".join([mark.code for mark in marks[-_BACK:]])) is not None


def _body(line: Line, index: int, words: Vocabulary) -> tuple[Mark, int] | None:
    """A body that stands alone, so that no office is read out of its name ("Văn phòng Chủ tịch nước")."""
    hit = line.find(words.bodies, index)
    if hit is None or " " not in line.key[hit.start : hit.end]:
        return None
    return Mark("w", hit.start, hit.end), hit.past


def _link(line: Line, index: int, words: Vocabulary) -> tuple[Mark, int] | None:
    hit = line.find(words.links, index)
    return (Mark("L", hit.start, hit.end), hit.past) if hit else None


def _name(line: Line, index: int, before: str, words: Vocabulary) -> tuple[Mark, int] | None:
    """A name: after an honorific or an office any, elsewhere one that is known and that nothing is called after."""
    if before in _BEFORE_NAME and line.gap(index) in ("", "."):
        end = read_name(line, index, words)
        alone = end == index + 1 and before == "O"
        code = "N" if end and not (alone and not _ends_there(line, end, words)) else None
    else:
        known = line.keys[index] in words.names.families and known_name(line, index, words)
        end = known or _listed(line, index, words)
        code = "w" if end and _namesake(line, index, words) else "N"
    if end is None or code is None:
        return None
    return Mark(code, line.starts[index], line.ends[end - 1]), end


def _ends_there(line: Line, index: int, words: Vocabulary) -> bool:
    """Whether one syllable after an office can be all of a name: a verb, a mark or the end follows."""
    return bool(line.gap(index)) or line.begins(index, words.verbs)


def _listed(line: Line, index: int, words: Vocabulary) -> int | None:
    """A name of no known family that fills the whole place of one in a list: "; Chau Sóc Kha, Bí thư"."""
    if line.spaced(index + 1) and not line.capital(index + 1):
        return None
    if line.gap(index) not in ("\0", ":", ";", ",", "-") and line.keys[index - 1] not in JOINING:
        return None
    end = read_name(line, index, words)
    if end is None or not 2 <= end - index <= 4 or line.find(words.places, index) or line.gap(end) not in (",", "-"):
        return None
    return end if line.begins(end, words.heads, words.statuses) else None


def _namesake(line: Line, index: int, words: Vocabulary) -> bool:
    """Whether the name is what something is called after, or who took the picture: "đường …", "Ảnh: …"."""
    gap = line.gap(index)
    if gap not in ("", ":", "."):
        return False
    tries = (words.bylines,) if gap == ":" else (words.namesakes, words.bylines)
    hits = ((at, line.find(trie, at)) for at in range(max(0, index - 3), index) for trie in tries)
    return any(hit is not None and hit.past == index for at, hit in hits)
