"""A sentence as a row of marks: names, offices, honorifics and what stands between, one letter each.

The shapes in which people and offices stand together are then patterns over those letters (`rules/officials.toml`):
"đồng chí Lê Văn An, Bí thư Tỉnh ủy; Trần Thị Bình" is `HN,O;N`.

  N name   O office   H "đồng chí", "ông"   G "các đồng chí", "3 (Phó Chủ tịch)"   R rank, degree, profession
  L "là", "giữ chức"   k "kiêm"   & "và", "cùng"   p an aside: "(giữa)", "56 tuổi"   w anything else
  and , ; : - ( ) as they stand
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import add
from typing import NamedTuple

from extractors.officials.line import Line
from extractors.officials.names import known_name, read_name
from extractors.officials.offices import Office, read_office
from extractors.officials.vocabulary import JOINING, Vocabulary, vocabulary

_MARKS = frozenset(",;:-()")
_BEFORE_NAME = frozenset("HGRO")
_AFTER_NAME = re.compile(r"(?:^|[^O])[HGR]*N(?:[,(-]+R?[,-]?O\)?)*[,(-]+R?[,-]?$")
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
    stops = iter([*_stops(line, words), len(line)])
    index, stop = 0, next(stops)
    while index < len(line):
        while stop < index:
            stop = next(stops)
        if index < stop and not (marks and marks[-1].code in _BEFORE_NAME and line.capital(index)):
            _append(marks, Mark("w", line.starts[index], line.end(index)))
            index = stop
        else:
            index = _read_on(line, index, marks, words)
    return marks


def _stops(line: Line, words: Vocabulary) -> list[int]:
    """Where something may begin whatever goes before: not at words one space apart that nothing begins with."""
    text, starters, seconds, proper = line.text, words.starters, words.seconds, words.proper
    ends = [-2, *map(add, line.starts, map(len, line.keys))]
    nexts = [*line.keys[1:], ""]
    return [
        index
        for index, (key, start, end, following) in enumerate(zip(line.keys, line.starts, ends, nexts, strict=False))
        if start != end + 1
        or text[end] != " "
        or (key in starters and (key not in seconds or following in seconds[key]))
        or (text[start].isupper() and (key in proper or line.keys[index - 1] in JOINING))
    ]


def _opens(line: Line, index: int, words: Vocabulary) -> bool:
    """Whether something may begin at a starter, seen from the word behind it; wrong only on the side of yes."""
    seconds = words.seconds.get(line.keys[index])
    return seconds is None or (index + 1 < len(line) and line.keys[index + 1] in seconds)


def _read_on(line: Line, index: int, marks: list[Mark], words: Vocabulary) -> int:
    """Append what begins at a word, with the marks before it, and give the index behind it."""
    if not line.spaced(index):
        aside = _aside(line, index, words)
        if aside > index:
            marks.append(Mark("p", line.starts[index], line.end(aside - 1) + (line.gap(index) == "(")))
            return aside
        marks += _punctuation(line, index, marks[-1] if marks else None)
    mark, past = _mark_at(line, index, marks, words)
    _append(marks, mark)
    return past


def _append(marks: list[Mark], mark: Mark) -> None:
    if mark.code != "w" or not marks or marks[-1].code != "w":
        marks.append(mark)


def _aside(line: Line, index: int, words: Vocabulary) -> int:
    """The index behind an aside that begins here: an age, or brackets with no office in them; else `index`."""
    if line.gap(index) == "," and line.keys[index].isdigit() and line.keys[index + 1 : index + 2]:
        return index + 2 * (line.keys[index + 1] == "tuổi")
    if line.gap(index) != "(":
        return index
    end = line.text.find(")", line.starts[index], line.starts[index] + _ASIDE)
    past = index
    while past < len(line) and line.end(past) <= end:
        if line.begins(past, words.heads, words.statuses):
            return index
        past += 1
    return past if end > 0 else index


def _punctuation(line: Line, index: int, before: Mark | None) -> Iterator[Mark]:
    """Marks between words; the stop of "PGS." or "đ/c." is none."""
    start = max(before.end if before else 0, line.end(index - 1) if index else line.starts[0])
    called = before is not None and before.code in "RHG"
    for at in range(start, line.starts[index]):
        if (char := line.key[at]) in _MARKS:
            yield Mark(char, at, at + 1)
        elif not char.isspace() and not (char == "." and called):
            yield Mark("w", at, at + 1)


def _mark_at(line: Line, index: int, marks: list[Mark], words: Vocabulary) -> tuple[Mark, int]:
    """The mark that begins at a word, and the index behind it; `marks` are those before."""
    key, capital = line.keys[index], line.capital(index)
    kinds = words.starters.get(key, "") if _opens(line, index, words) else ""
    found = _address(line, index, words) if "A" in kinds else None
    if found is None and "O" in kinds:
        found = _office(line, index, marks, words)
    if found is None and capital and key in words.bodies.firsts:
        found = _body(line, index, words)
    if found is None and "L" in kinds:
        found = _link(line, index, words)
    if found is None and capital:
        found = _name(line, index, marks[-1].code if marks else "", words)
    if found is None:
        code = (
            "k"
            if key == "kiêm"
            else "&"
            if "&" in kinds
            else "G"
            if "C" in kinds and _counts(line, index, words)
            else "w"
        )
        return Mark(code, line.starts[index], line.end(index)), index + 1
    return found


def _counts(line: Line, index: int, words: Vocabulary) -> bool:
    """Whether a number says how many hold the office behind it: "3 | Phó Chủ tịch HĐQT gồm …"."""
    head = line.find(words.heads, index + 1) if line.joins(index + 1) else None
    return head is not None and head.value.head.kind == "office"


def _address(line: Line, index: int, words: Vocabulary) -> tuple[Mark, int] | None:
    hit = line.find(words.addresses, index)
    head = line.find(words.heads, index)
    if hit is None or (head and head.value.head.kind == "office"):
        return None
    return Mark(hit.value, hit.start, hit.end), hit.past


def _office(line: Line, index: int, marks: list[Mark], words: Vocabulary) -> tuple[Mark, int] | None:
    if line.find(words.heads, index) is None and line.find(words.statuses, index) is None:
        return None
    before = "".join(mark.code for mark in marks[-_BACK:])
    office = read_office(line, index, after_name=_AFTER_NAME.search(before) is not None)
    return (Mark("O", office.start, office.end, office), office.past) if office else None


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
    return Mark(code, line.starts[index], line.end(end - 1)), end


def _ends_there(line: Line, index: int, words: Vocabulary) -> bool:
    """Whether one syllable after an office can be all of a name: a verb, a mark or the end follows."""
    return bool(line.gap(index)) or line.begins(index, words.verbs)


def _listed(line: Line, index: int, words: Vocabulary) -> int | None:
    """A name of no known family that fills the whole place of one in a list: "; Chau Sóc Kha, Bí thư"."""
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
