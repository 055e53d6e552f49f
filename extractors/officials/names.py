"""Where a person's name ends, and whether one begins.

A name is two to five capitalised syllables (also "A Lềnh", "H'Len Kbuôr", "Antonio Rossi"). After an honorific, a rank
or an office any such run is one; elsewhere it must begin with a family name.
"""

from __future__ import annotations

from extractors.lexicon import Hit
from extractors.officials.line import Line
from extractors.officials.vocabulary import BodyEntry, Vocabulary

LONGEST = 5


def run_end(line: Line, index: int, words: Vocabulary) -> int:
    """The end of the run of capitalised syllables that begins at a word and could be one name."""
    end = index
    shouted = line.shouted(index)
    while end < len(line) and end - index < LONGEST + 2 and _continues(line, index, end, shouted=shouted):
        if end > index and _breaks(line, end, words):
            break
        end += 1
    return end


def _continues(line: Line, start: int, index: int, *, shouted: bool) -> bool:
    gap = line.gap(index)
    if index > start and gap == "'":
        return line.words[index].start == line.words[index - 1].end + 1
    if index > start and gap:
        return False
    if not line.capital(index) or not line.words[index].key.isalpha():
        return False
    return index == start or line.shouted(index) == shouted or line.words[index].end - line.words[index].start == 1


def _breaks(line: Line, index: int, words: Vocabulary) -> bool:
    """Whether something that is no name begins here: an office, a body, or what the person does."""
    head = line.find(words.heads, index)
    if head and (head.value.head.kind == "office" or _written_so(line, index, head.value.canonical)):
        return not head.value.short or line.shortened(head)
    body = line.find(words.bodies, index)
    if body and _is_body(line, index, body):
        return True
    return line.shouted(index) and line.begins(index, words.verbs)


def _is_body(line: Line, index: int, body: Hit[BodyEntry]) -> bool:
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
    if line.words[index].key in words.names.families:
        end = min(end, index + LONGEST + (line.gap(index + 1) == "'"))
        end += _small_last(line, index, end, words)
    return end


def _small_last(line: Line, index: int, end: int, words: Vocabulary) -> bool:
    """Whether the last syllable is there in lower case by mistake: "Nguyễn Hương giang, Phó Chủ tịch"."""
    if end - index < 2 or end >= len(line) or not line.joins(end) or line.gap(end + 1) not in (",", "-"):
        return False
    taken = line.begins(end, words.verbs, words.heads) or line.number(end)
    return not taken and line.begins(end + 1, words.heads)


def known_name(line: Line, index: int, words: Vocabulary) -> int | None:
    """The end of a name that is known without anything before it: by its family name, its length and where it stops."""
    if not begins_name(line, index, words):
        return None
    end = run_end(line, index, words)
    fits = 2 <= end - index <= LONGEST and not _is_headline(line, index, end, words)
    return end if fits else None


def _is_headline(line: Line, index: int, end: int, words: Vocabulary) -> bool:
    """Whether the run holds a word that no name has: a headline in capitals."""
    return any(line.words[at].key in words.names.never for at in range(index, end))


def begins_name(line: Line, index: int, words: Vocabulary) -> bool:
    """Whether a name begins here, seen from inside the name of a body: "Sở Nội vụ | Trần Văn An"."""
    first = line.words[index].key
    if first not in words.names.families or not line.capital(index):
        return False
    end = run_end(line, index, words)
    past_place = _past_place(line, index, words)
    if end - index < 2 or past_place >= end or line.find(words.fields, index):
        return False
    if past_place - index > 1 and line.words[past_place].key in words.names.common:
        return False
    if len(first) == 1 and line.joins(index) and line.capital(index - 1) and not line.find(words.units, index - 1):
        return False
    if first in words.names.common or first in words.names.clans:
        return True
    return end - index >= 3 or line.words[index + 1].key in words.names.middles


def _past_place(line: Line, index: int, words: Vocabulary) -> int:
    """The index behind a known place; a country of one syllable ("Mỹ", "Anh") is rather a part of a name."""
    place = line.find(words.places, index)
    past = line.past(place, index) if place else index
    return index if place and place.value.kind == "country" and past - index == 1 else past


def _is_other(line: Line, index: int, words: Vocabulary) -> bool:
    word = line.words[index].key
    if word in words.names.families and line.gap(index + 1) in ("", "'"):
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
