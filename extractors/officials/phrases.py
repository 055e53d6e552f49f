"""A sentence as a row of marks: names, offices, honorifics and what stands between, one letter each.

The shapes in which people and offices stand together are then patterns over those letters (`rules/officials.toml`):
"đồng chí Lê Văn An, Bí thư Tỉnh ủy; Trần Thị Bình" is `HN,O;N`.

  N name   O office   H "đồng chí", "ông"   G "các đồng chí"   R rank, degree, profession
  L "là", "giữ chức"   k "kiêm"   & "và", "cùng"   p an aside: "(giữa)", "56 tuổi"   w anything else
  and , ; : - ( ) as they stand
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    marks: list[Mark] = []
    words = vocabulary()
    index = 0
    while index < len(line.words):
        if not line.spaced(index):
            aside = _aside(line, index, words)
            if aside > index:
                marks.append(Mark("p", line.words[index].start, line.words[aside - 1].end + (line.gap(index) == "(")))
                index = aside
                continue
            marks += _punctuation(line, index, marks[-1] if marks else None)
        mark, index = _mark_at(line, index, marks, words)
        if mark.code != "w" or not marks or marks[-1].code != "w":
            marks.append(mark)
        if mark.code == "w":
            index = _past_other(line, index, words)
    return marks


def _past_other(line: Line, index: int, words: Vocabulary) -> int:
    """The index behind words in lower case, one space apart, at which nothing begins."""
    text = line.text
    end = line.words[index - 1].end
    for at in range(index, len(line.words)):
        word = line.words[at]
        if word.start != end + 1 or text[end] != " " or text[word.start].isupper():
            return at
        if word.key in words.starters and _opens(line, at, words):
            return at
        end = word.end
    return len(line.words)


def _opens(line: Line, index: int, words: Vocabulary) -> bool:
    """Whether something may begin at a starter, seen from the word behind it; wrong only on the side of yes."""
    seconds = words.seconds.get(line.words[index].key)
    return seconds is None or (index + 1 < len(line.words) and line.words[index + 1].key in seconds)


def _aside(line: Line, index: int, words: Vocabulary) -> int:
    """The index behind an aside that begins here: an age, or brackets with no office in them; else `index`."""
    if line.gap(index) == "," and line.words[index].key.isdigit() and line.words[index + 1 : index + 2]:
        return index + 2 * (line.words[index + 1].key == "tuổi")
    if line.gap(index) != "(":
        return index
    end = line.text.find(")", line.words[index].start, line.words[index].start + _ASIDE)
    past = index
    while past < len(line) and line.words[past].end <= end:
        if line.begins(past, words.heads, words.statuses):
            return index
        past += 1
    return past if end > 0 else index


def _punctuation(line: Line, index: int, before: Mark | None) -> Iterator[Mark]:
    """Marks between words; the stop of "PGS." or "đ/c." is none."""
    start = max(before.end if before else 0, line.words[index - 1].end if index else line.words[0].start)
    called = before is not None and before.code in "RHG"
    for at in range(start, line.words[index].start):
        if (char := line.key[at]) in _MARKS:
            yield Mark(char, at, at + 1)
        elif not char.isspace() and not (char == "." and called):
            yield Mark("w", at, at + 1)


def _mark_at(line: Line, index: int, marks: list[Mark], words: Vocabulary) -> tuple[Mark, int]:
    """The mark that begins at a word, and the index behind it; `marks` are those before."""
    word = line.words[index]
    kinds = words.starters.get(word.key, "")
    capital = line.capital(index)
    found = _address(line, index, words) if "A" in kinds else None
    if found is None and "O" in kinds:
        found = _office(line, index, marks, words)
    if found is None and capital:
        found = _body(line, index, words)
    if found is None and "L" in kinds:
        found = _link(line, index, words)
    if found is None and capital:
        found = _name(line, index, marks[-1].code if marks else "", words)
    if found is None:
        code = "k" if word.key == "kiêm" else "&" if "&" in kinds else "w"
        return Mark(code, word.start, word.end), index + 1
    return found


def _address(line: Line, index: int, words: Vocabulary) -> tuple[Mark, int] | None:
    hit = line.find(words.addresses, index)
    head = line.find(words.heads, index)
    if hit is None or (head and head.value.head.kind == "office"):
        return None
    return Mark(hit.value, hit.start, hit.end), line.past(hit, index)


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
    return Mark("w", hit.start, hit.end), line.past(hit, index)


def _link(line: Line, index: int, words: Vocabulary) -> tuple[Mark, int] | None:
    hit = line.find(words.links, index)
    return (Mark("L", hit.start, hit.end), line.past(hit, index)) if hit else None


def _name(line: Line, index: int, before: str, words: Vocabulary) -> tuple[Mark, int] | None:
    """A name: after an honorific or an office any, elsewhere one that is known and that nothing is called after."""
    if before in _BEFORE_NAME and line.gap(index) in ("", "."):
        end = read_name(line, index, words)
        alone = end == index + 1 and before == "O"
        code = "N" if end and not (alone and not _ends_there(line, end, words)) else None
    else:
        end = known_name(line, index, words) or _listed(line, index, words)
        code = "w" if end and _namesake(line, index, words) else "N"
    if end is None or code is None:
        return None
    return Mark(code, line.words[index].start, line.words[end - 1].end), end


def _ends_there(line: Line, index: int, words: Vocabulary) -> bool:
    """Whether one syllable after an office can be all of a name: a verb, a mark or the end follows."""
    return bool(line.gap(index)) or line.begins(index, words.verbs)


def _listed(line: Line, index: int, words: Vocabulary) -> int | None:
    """A name of no known family that fills the whole place of one in a list: "; Chau Sóc Kha, Bí thư"."""
    if line.gap(index) not in ("\0", ":", ";", ",", "-") and line.words[index - 1].key not in JOINING:
        return None
    end = read_name(line, index, words)
    if end is None or not 2 <= end - index <= 4 or line.find(words.places, index) or line.gap(end) not in (",", "-"):
        return None
    return end if line.begins(end, words.heads, words.statuses) else None


def _namesake(line: Line, index: int, words: Vocabulary) -> bool:
    """Whether the name is what something is called after: "đường …", "Huân chương …", "Ảnh: …"."""
    for back in (1, 2, 3):
        at = index - back
        if at < 0:
            return False
        hit = line.find(words.namesakes, at)
        if hit and line.past(hit, at) == index and line.gap(index) in ("", ":", "."):
            return True
    return False
