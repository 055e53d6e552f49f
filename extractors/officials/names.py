"""Where a person's name ends, and whether one begins.

A name is two to five capitalised syllables (also "A Lềnh", "H'Len Kbuôr", "Antonio Rossi"). After an honorific, a rank
or an office any such run is one; elsewhere it must begin with a family name.
"""

from __future__ import annotations

from extractors.officials.line import Line
from extractors.officials.tries import Found
from extractors.officials.vocabulary import BodyEntry, Vocabulary
from extractors.text import phrase_key

LONGEST = 5


def run_end(line: Line, index: int, words: Vocabulary) -> int:
    """The end of the run of capitalised syllables that begins at a word and could be one name."""
    if not _capitalised(line, index):
        return index
    shouted = line.shouted(index)
    end = index + 1
    while end - index < LONGEST + 2 and _continues(line, index, end, words, shouted=shouted):
        if _breaks(line, end, words):
            break
        end += 1
    return end


def _capitalised(line: Line, index: int) -> bool:
    return line.capital(index) and line.keys[index].isalpha()


def _continues(line: Line, start: int, index: int, words: Vocabulary, *, shouted: bool) -> bool:
    gap = line.gaps[index]
    if gap:
        tied = gap == "'" or (gap == "-" and _hyphenated(line, start, index, words))
        return tied and line.starts[index] == line.ends[index - 1] + 1
    if not _capitalised(line, index):
        return False
    return line.shouted(index) == shouted or line.ends[index] - line.starts[index] == 1


def _hyphenated(line: Line, start: int, index: int, words: Vocabulary) -> bool:
    """Whether the dash may stand inside a foreign name: "Anna Berg-Olsen"; "Lê Thị Mơ-TUV" goes on with an office."""
    foreign = line.keys[start] not in words.names.families
    return foreign and line.capital(start) and not line.shouted(index)


def _breaks(line: Line, index: int, words: Vocabulary) -> bool:
    """Whether something that is no name begins here: an office, a body, or what the person does."""
    head = line.find(words.heads, index)
    if head and (head.value.head.kind == "office" or _written_so(line, index, head.value.canonical)):
        return not head.value.short or line.shortened(head)
    body = line.find(words.bodies, index)
    if body and _is_body(line, index, body):
        return True
    return line.shouted(index) and line.begins(index, words.verbs)


def _is_body(line: Line, index: int, body: Found[BodyEntry]) -> bool:
    """Whether a body stands here, and not a name that reads like one: "Thị Đoàn", "Công An", "Ban, Bí thư"."""
    if body.value.short:
        return line.shortened(body)
    name = line.key[body.start : body.end]
    return " " in name and "," not in name and " - " not in name and _written_so(line, index, body.value.canonical)


def _written_so(line: Line, index: int, canonical: str) -> bool:
    """Whether the second word of a phrase has its capital only where the phrase has one."""
    second = canonical.split()[1:2]
    return not second or line.shouted(index) or second[0][0].isupper() or not line.capital(index + 1)


def read_name(line: Line, index: int, words: Vocabulary) -> int | None:
    """The end of the name after an honorific, a rank or an office; `None` where no name stands."""
    end = run_end(line, index, words)
    if end == index or _is_other(line, index, words) or _is_headline(line, index, end, words):
        return None
    if line.keys[index] in words.names.families:
        end = _past_small_middle(line, index, end, words)
        end = min(end, index + LONGEST + (line.gaps[index + 1] == "'"))
        end += _small_last(line, index, end, words)
    return end


def _past_small_middle(line: Line, index: int, end: int, words: Vocabulary) -> int:
    """The end of a name whose middle syllable is there in lower case by mistake: "Lê công Bền (Giám đốc"."""
    if end - index > 1 or not line.joins(end) or line.keys[end] not in words.names.middles:
        return end
    past = run_end(line, end + 1, words) if line.joins(end + 1) else end + 1
    titled = end + 1 < past <= end + 3 and line.gaps[past] in (",", "-", "(") and line.begins(past, words.heads)
    return past if titled else end


def _small_last(line: Line, index: int, end: int, words: Vocabulary) -> bool:
    """Whether the last syllable is there in lower case by mistake: "Nguyễn Hương giang, Phó Chủ tịch"."""
    if end - index < 2 or end >= len(line) or not line.joins(end) or line.gaps[end + 1] not in (",", "-"):
        return False
    taken = line.begins(end, words.verbs, words.heads) or line.number(end)
    return not taken and line.begins(end + 1, words.heads)


def known_name(line: Line, index: int, words: Vocabulary) -> int | None:
    """The end of a name that is known without anything before it: by its family name, its length and where it stops."""
    end = begun_name(line, index, words)
    fits = end is not None and end - index <= LONGEST and not _is_headline(line, index, end, words)
    return end if fits else None


def _is_headline(line: Line, index: int, end: int, words: Vocabulary) -> bool:
    """Whether the run holds a word that no name has: a headline in capitals, a country before the name."""
    if line.keys[index] in words.names.common and not line.shouted(index):
        return False
    return any(line.keys[at] in words.names.never for at in range(index, end))


def begun_name(line: Line, index: int, words: Vocabulary) -> int | None:
    """The end of the run that begins as a name, seen from inside the name of a body: "Sở Nội vụ | Trần Văn An"."""
    first, names = line.keys[index], words.names
    if first not in names.families or not line.capital(index):
        return None
    end = run_end(line, index, words)
    if end - index < 2 or _is_place(line, index, end, words) or line.find(words.fields, index):
        return None
    if len(first) == 1 and line.joins(index) and line.capital(index - 1) and not line.find(words.units, index - 1):
        return None
    told = first in names.common or first in names.clans or end - index >= 3 or line.keys[index + 1] in names.middles
    return end if told else None


def _is_place(line: Line, index: int, end: int, words: Vocabulary) -> bool:
    """Whether the run is a known place, or one with a person's name behind it."""
    past = _past_place(line, index, words)
    return past >= end or (past - index > 1 and line.keys[past] in words.names.common)


def _past_place(line: Line, index: int, words: Vocabulary) -> int:
    """The index behind a known place; a country of one syllable ("Mỹ", "Anh") is rather a part of a name."""
    place = line.find(words.places, index)
    past = place.past if place else index
    return index if place and place.value.kind == "country" and past - index == 1 else past


def _is_other(line: Line, index: int, words: Vocabulary) -> bool:
    word = line.keys[index]
    if word in words.names.families and line.gaps[index + 1] in ("", "'"):
        body = line.find(words.bodies, index)
        return body is not None and _is_body(line, index, body)
    if word in words.names.others:
        return True
    return line.begins(index, words.heads, words.units)


def plain_name(text: str) -> str:
    """The name in ordinary capitals where it is written in capitals throughout, spaces squeezed.

    >>> plain_name("NGUYỄN  VĂN AN"), plain_name("H'Len Kbuôr")
    ('Nguyễn Văn An', "H'Len Kbuôr")
    """
    squeezed = " ".join(text.split())
    return squeezed.title() if squeezed.isupper() and len(squeezed) > 3 else squeezed


def suits(who: str, name: str) -> bool:
    """Whether a word of address suits a name: "ông" no "Thị", "bà" no "Văn".

    >>> suits("ông", "Trần Thị Bình"), suits("bà", "Trần Thị Bình"), suits("đồng chí", "Trần Thị Bình")
    (False, True, True)
    """
    middle = phrase_key(name).split()[1:-1]
    return not ((who == "ông" and "thị" in middle) or (who == "bà" and "văn" in middle))
