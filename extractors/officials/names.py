"""Where a person's name ends, and whether one begins.

A name is two to five capitalised syllables (also "A Lềnh", "H'Len Kbuôr", "Antonio Rossi"). After an honorific, a rank
or an office any such run is one; elsewhere it must begin with a family name.
"""

from __future__ import annotations

from extractors.lexicon import Hit
from extractors.officials.line import Line
from extractors.officials.vocabulary import BodyEntry, Vocabulary
from extractors.text import phrase_key

LONGEST = 5
_MIDDLE = frozenset({"văn", "thị", "hữu", "đức", "ngọc", "quang", "minh", "thanh", "xuân", "đình", "công", "quốc"})
_NEVER = frozenset({"các", "và", "của", "những", "tại", "cho", "với", "từ", "về", "kỳ", "pháp", "trong"})
_CLAN = frozenset({"a", "y", "h", "k", "ksor", "siu", "rơ", "niê", "nay", "kpă", "rah", "rmah", "bo", "đinh"})


def run_end(line: Line, index: int, vocabulary: Vocabulary) -> int:
    """The end of the run of capitalised syllables that begins at a word and could be one name."""
    end = index
    shouted = line.shouted(index)
    while end < len(line) and end - index < LONGEST + 2 and _continues(line, index, end, shouted=shouted):
        if end > index and _breaks(line, end, vocabulary):
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


def _breaks(line: Line, index: int, vocabulary: Vocabulary) -> bool:
    """Whether something that is no name begins here: an office, a body, or what the person does."""
    head = line.find(vocabulary.heads, index)
    if head and (head.value.head.kind == "office" or _written_so(line, index, head.value.canonical)):
        return not head.value.short or line.shortened(head)
    body = line.find(vocabulary.bodies, index)
    if body and _is_body(line, index, body):
        return True
    return line.shouted(index) and line.find(vocabulary.verbs, index) is not None


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


def read_name(line: Line, index: int, vocabulary: Vocabulary) -> int | None:
    """The end of the name after an honorific, a rank or an office; `None` where no name stands."""
    end = run_end(line, index, vocabulary)
    if end == index or _is_other(line, index, vocabulary):
        return None
    if line.words[index].key in vocabulary.families:
        end = min(end, index + LONGEST + (line.gap(index + 1) == "'"))
        end += _small_last(line, index, end, vocabulary)
    return end


def _small_last(line: Line, index: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether the last syllable is there in lower case by mistake: "Nguyễn Hương giang, Phó Chủ tịch"."""
    if end - index < 2 or end >= len(line) or not line.joins(end) or line.gap(end + 1) not in (",", "-"):
        return False
    free = not (line.find(vocabulary.verbs, end) or line.find(vocabulary.heads, end) or line.words[end].key.isdigit())
    return free and line.find(vocabulary.heads, end + 1) is not None


def known_name(line: Line, index: int, vocabulary: Vocabulary) -> int | None:
    """The end of a name that is known without anything before it: by its family name, its length and where it stops."""
    if not begins_name(line, index, vocabulary):
        return None
    end = run_end(line, index, vocabulary)
    if any(line.words[at].key in _NEVER for at in range(index, end)):
        return None
    return end if 2 <= end - index <= LONGEST else None


def begins_name(line: Line, index: int, vocabulary: Vocabulary) -> bool:
    """Whether a name begins here, seen from inside the name of a body: "Sở Nội vụ | Trần Văn An"."""
    first = line.words[index].key
    if first not in vocabulary.families or not line.capital(index):
        return False
    place = line.find(vocabulary.places, index)
    past_place = line.past(place, index) if place and place.value.kind != "country" else index
    end = run_end(line, index, vocabulary)
    if end - index < 2 or past_place >= end or line.find(vocabulary.fields, index):
        return False
    if past_place - index > 1 and line.words[past_place].key in vocabulary.common_families:
        return False
    if len(first) == 1 and line.joins(index) and line.capital(index - 1) and not line.find(vocabulary.units, index - 1):
        return False
    if first in vocabulary.common_families or first in _CLAN:
        return True
    return end - index >= 3 or line.words[index + 1].key in _MIDDLE


def _is_other(line: Line, index: int, vocabulary: Vocabulary) -> bool:
    word = line.words[index].key
    if word in vocabulary.families and line.gap(index + 1) in ("", "'"):
        body = line.find(vocabulary.bodies, index)
        return body is not None and _is_body(line, index, body)
    if word in vocabulary.others:
        return True
    return bool(line.find(vocabulary.heads, index) or line.find(vocabulary.units, index))


def plain_name(text: str) -> str:
    """The name in ordinary capitals where it is written in capitals throughout, spaces squeezed.

    >>> plain_name("NGUYỄN  VĂN AN"), plain_name("H'Len Kbuôr")
    ('Nguyễn Văn An', "H'Len Kbuôr")
    """
    squeezed = " ".join(text.split())
    return squeezed.title() if squeezed.isupper() and len(squeezed) > 3 else squeezed


def is_history(name: str, vocabulary: Vocabulary) -> bool:
    """Whether the name is of a figure of history, never present."""
    return phrase_key(name) in vocabulary.history
