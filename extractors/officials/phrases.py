"""A sentence as a row of marks: names, offices, honorifics and what stands between, one letter each.

The shapes in which people and offices stand together are then patterns over those letters (`rules/officials.toml`):
"đồng chí Lê Văn An, Bí thư Tỉnh ủy; Trần Thị Bình" is `HN,O;N`.

  N name   O office   H "đồng chí", "ông"   G "các đồng chí", "3 (Phó Chủ tịch)"   R rank, degree, profession
  L "là", "giữ chức"   k "kiêm"   & "và", "cùng"   p an aside: "(giữa)", "56 tuổi"   w anything else
  and , ; : - ( ) as they stand
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from extractors.officials.line import Line
from extractors.officials.names import known_name, read_name
from extractors.officials.offices import Office, read_office
from extractors.officials.signs import sign
from extractors.officials.vocabulary import Vocabulary, vocabulary

_OTHER_WORDS = frozenset({("quan", "thường"), ("chức", "vụ")})  # "cơ quan thường trực", "chức vụ phó …"
_MARKS = frozenset(",;:-()")
_BEFORE_NAME = frozenset("HGRO")
_AFTER_NAME = re.compile(r"(?:[,(-]+R?[,-]?O\)?)*[,(-]+R?[,-]?")
_PARTING = frozenset(",(-R")
_BACK = 16
_ASIDE = 60


class Mark(NamedTuple):
    """One letter of the row with where it stands; `past` is the index of the word behind. An office has its reading."""

    code: str
    start: int
    end: int
    past: int
    office: Office | None = None


def marks_of(line: Line) -> list[Mark]:
    """The row of marks of a sentence."""
    words = vocabulary()
    marks: list[Mark] = []
    past = 0
    for stop, kinds in _stops(line, words):
        if past < stop:
            past = _read_to(line, past, stop, marks, words)
        if past == stop:
            past = _read_on(line, stop, kinds, marks, words)
    if past < len(line):
        _read_to(line, past, len(line), marks, words)
    return marks


def codes_of(marks: list[Mark]) -> str:
    """The letters of a row of marks."""
    return "".join([mark.code for mark in marks])


def _stops(line: Line, words: Vocabulary) -> list[tuple[int, str]]:
    """Where something may begin whatever goes before, with its kinds: not at words beside that nothing begins with."""
    text, keys, opening, openings, proper = line.text, line.keys, words.opening, words.openings, words.proper
    stops: list[tuple[int, str]] = []
    for index, (start, key, gap) in enumerate(zip(line.starts, keys, line.gaps, strict=False)):
        if gap or key in opening:
            own = openings.get(key)
            kinds = (own.get(keys[index + 1]) or own[""]) if own else ""
            if kinds or gap or (key in proper and text[start].isupper()):
                stops.append((index, kinds))
    return stops


def _read_to(line: Line, index: int, stop: int, marks: list[Mark], words: Vocabulary) -> int:
    """Append what stands before a stop: a name of any words where one may begin, else words; give the index behind."""
    while index < stop and _may_name(line, index, marks, words):
        index = _append(marks, _name(line, index, marks[-1].code, words), line, index)
    if index < stop:
        _append_word(marks, line, index)
        return stop
    return index


def _may_name(line: Line, index: int, marks: list[Mark], words: Vocabulary) -> bool:
    called = marks[-1].code in _BEFORE_NAME or line.keys[index - 1] in words.joining
    return called and line.text[line.starts[index]].isupper()


def _read_on(line: Line, index: int, kinds: str, marks: list[Mark], words: Vocabulary) -> int:
    """Append what begins at a word, with the marks before it, and give the index behind it."""
    gap = line.gaps[index]
    if gap and index:
        aside = _aside(line, index, gap, words) if gap in "(," else index
        if aside > index:
            marks.append(Mark("p", line.starts[index], line.ends[aside - 1] + (gap == "("), aside))
            return aside
        marks += _punctuation(line, index, marks[-1])
    capital = line.text[line.starts[index]].isupper()
    mark = _mark_at(line, index, kinds, marks, words, capital=capital) if kinds or capital else None
    return _append(marks, mark, line, index)


def _append(marks: list[Mark], mark: Mark | None, line: Line, index: int) -> int:
    if mark is None:
        _append_word(marks, line, index)
        return index + 1
    marks.append(mark)
    return mark.past


def _append_word(marks: list[Mark], line: Line, index: int) -> None:
    if not marks or marks[-1].code != "w":
        marks.append(Mark("w", line.starts[index], line.ends[index], index + 1))


def _aside(line: Line, index: int, gap: str, words: Vocabulary) -> int:
    """The index behind an aside that begins behind a gap: an age, or brackets with no office in them; else `index`."""
    if gap == "," and line.keys[index].isdigit():
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


def _punctuation(line: Line, index: int, before: Mark) -> list[Mark]:
    """Marks between words; the stop of "PGS." or "đ/c." is none."""
    start = max(before.end, line.ends[index - 1])
    called = before.code in "RHG"
    return [
        Mark(char if char in _MARKS else "w", at, at + 1, index)
        for at, char in enumerate(line.key[start : line.starts[index]], start)
        if char != " " and not (char.isspace() or (char == "." and called))
    ]


def _mark_at(line: Line, index: int, kinds: str, marks: list[Mark], words: Vocabulary, *, capital: bool) -> Mark | None:
    """The mark that begins at a word, `None` for any other word; `marks` are those before."""
    found = _address(line, index, words) if "A" in kinds else None
    if found is None and "O" in kinds:
        found = _office(line, index, marks)
    if found is None and capital and line.keys[index] in words.bodies.firsts:
        found = _body(line, index, words)
    if found is None and "L" in kinds:
        found = _link(line, index, words)
    if found is None and capital:
        found = _name(line, index, marks[-1].code if marks else "", words)
    if found is None and kinds:
        found = _joining(line, index, kinds, words)
    return found


def _joining(line: Line, index: int, kinds: str, words: Vocabulary) -> Mark | None:
    """A word that joins, or a number that says how many hold the office behind it: "3 | Phó Chủ tịch HĐQT gồm …"."""
    code = "k" if line.keys[index] == "kiêm" else "&" if "&" in kinds else "G" if "C" in kinds else ""
    if not code or (code == "G" and not _counts(line, index, words)):
        return None
    return Mark(code, line.starts[index], line.ends[index], index + 1)


def _counts(line: Line, index: int, words: Vocabulary) -> bool:
    head = line.find(words.heads, index + 1) if line.joins(index + 1) else None
    return head is not None and head.value.head.kind == "office"


def _address(line: Line, index: int, words: Vocabulary) -> Mark | None:
    hit = line.find(words.addresses, index)
    head = line.find(words.heads, index) if hit else None
    if hit is None or (head and head.value.head.kind == "office"):
        return None
    return Mark(hit.value, hit.start, hit.end, hit.past)


def _office(line: Line, index: int, marks: list[Mark]) -> Mark | None:
    office = read_office(line, index, after_name=_is_after_name(marks))
    if office is None or _is_unheld(line, index):
        return None
    return Mark("O", office.start, office.end, office.past, office)


def _is_unheld(line: Line, index: int) -> bool:
    """Whether the words before an office make it none that is held: "vào vai chủ tịch xã", "cơ quan thường trực"."""
    start = line.starts[index]
    before = line.keys[index - 1] if index else ""
    staged = sign("on_stage").search(line.key, max(0, start - 24), start)
    return staged is not None or (before, line.keys[index]) in _OTHER_WORDS


def _is_after_name(marks: list[Mark]) -> bool:
    """Whether the offices here are of a name before them, a comma, dash or bracket between."""
    if not marks or marks[-1].code not in _PARTING:
        return False
    codes = codes_of(marks[-_BACK:])
    name = codes.rfind("N")
    return name >= 0 and codes[name - 1 : name] != "O" and _AFTER_NAME.fullmatch(codes, name + 1) is not None


def _body(line: Line, index: int, words: Vocabulary) -> Mark | None:
    """A body that stands alone, so that no office is read out of its name ("Văn phòng Chủ tịch nước")."""
    hit = line.find(words.bodies, index)
    return Mark("w", hit.start, hit.end, hit.past) if hit and " " in line.key[hit.start : hit.end] else None


def _link(line: Line, index: int, words: Vocabulary) -> Mark | None:
    hit = line.find(words.links, index)
    if hit is not None:
        return Mark("L", hit.start, hit.end, hit.past)
    appointed = sign("appointed").match(line.key, line.starts[index])
    past = bisect_left(line.starts, appointed.end()) if appointed else index
    if past == index or not line.begins(past, words.heads, words.statuses):
        return None
    return Mark("L", line.starts[index], line.ends[past - 1], past)


def _name(line: Line, index: int, before: str, words: Vocabulary) -> Mark | None:
    """A name: after an honorific or an office any, elsewhere one that is known and that nothing is called after."""
    if before in _BEFORE_NAME and line.gaps[index] in ("", "."):
        end = read_name(line, index, words)
        alone = end == index + 1 and before == "O"
        code = "N" if end and not (alone and not _ends_there(line, end, words)) else None
    else:
        known = line.keys[index] in words.names.families and known_name(line, index, words)
        end = known or _listed(line, index, words)
        code = "w" if end and _namesake(line, index, words) else "N"
    if end is None or code is None:
        return None
    return Mark(code, line.starts[index], line.ends[end - 1], end)


def _ends_there(line: Line, index: int, words: Vocabulary) -> bool:
    """Whether one syllable after an office can be all of a name: a verb, a mark or the end follows."""
    return bool(line.gaps[index]) or line.begins(index, words.verbs)


def _listed(line: Line, index: int, words: Vocabulary) -> int | None:
    """A name of no known family that fills the whole place of one in a list: "; Chau Sóc Kha, Bí thư"."""
    if line.joins(index + 1) and not line.capital(index + 1):
        return None
    if line.gaps[index] not in ("\0", ":", ";", ",", "-") and line.keys[index - 1] not in words.joining:
        return None
    end = read_name(line, index, words)
    if end is None or not 2 <= end - index <= 4 or line.find(words.places, index) or line.gaps[end] not in (",", "-"):
        return None
    return end if line.begins(end, words.heads, words.statuses) else None


def _namesake(line: Line, index: int, words: Vocabulary) -> bool:
    """Whether the name is what something is called after, or who took the picture: "đường …", "Ảnh: …"."""
    gap = line.gaps[index]
    if gap not in ("", ":", "."):
        return False
    tries = (words.bylines,) if gap == ":" else (words.namesakes, words.bylines)
    hits = ((at, line.find(trie, at)) for at in range(max(0, index - 3), index) for trie in tries)
    return any(hit is not None and hit.past == index for at, hit in hits)
