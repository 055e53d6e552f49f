"""Who runs a campaign and whether the text launches or reviews it, from the words around its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.campaigns.grammar import part
from extractors.campaigns.naming import Naming
from extractors.model import CampaignStatus
from extractors.reading import Reading

_REACH = 140
_LONGEST_BODY = 9
_OFFICE = re.compile(r"(?<!\w)(?:chủ tịch|bí thư|giám đốc|trưởng|trưởng ban|chánh|thứ trưởng|bộ trưởng|ủy viên)\s+$")
_PLAIN = frozenset(("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "ngành", "tổ chức", "lực lượng"))
_NOT_IN_BODY = frozenset("là đã được cho khi để theo từ tại trong sau ngày năm ông bà những này cần phải không gắn hành".split())
_OF = re.compile(r"[\s,;.…]*(?:\"\s*)?của\s+")
_BY = re.compile(r"[^\";.]{0,60}?(?<!\w)(?:do|được)\s+")
_RUNS = r"(?:phát động|chủ trì|triển khai|tổ chức|khởi xướng|thực hiện|quản lý)"
_OWNER_END = re.compile(
    rf"\s*(?:[,;:.…(\"\n]|$|(?<!\w)(?:{_RUNS}|đã|vừa|được|trên|trong|tại|ở|năm|giai đoạn|từ|tiếp tục|với|là|cũng|gắn)(?!\w)"
    r"|(?<!\w)và (?:phong trào|cuộc vận động|đợt))"
)
_SUBJECT_VERB = re.compile(
    r"(?:(?<!\w)(?:đã|sẽ|còn|cũng|vừa|đều|tiếp tục|chính thức|đồng thời|chủ động|tích cực)\s+)*"
    r"(?<!\w)(?:tổ chức (?:lễ )?phát động|phát động|tổ chức|triển khai|đẩy mạnh|duy trì|tiếp tục|mở|ra quân|có|với)"
    r"(?:\s(?:lễ phát động|thực hiện|các|những|hai|ba|bốn|nhiều|\d+|đợt|lớn))*\s*$"
)


def status_of(reading: Reading, naming: Naming) -> CampaignStatus:
    """Whether the text reports the launch (`launched`) or a review of the campaign, or only names it."""
    start = max(reading.sentence_at(naming.start)[0], naming.noun - _REACH)
    before = reading.key[start : naming.noun]
    after = reading.key[naming.after : naming.after + _REACH]
    if part("launch").search(before) or part("launched_after").match(after):
        return "launched"
    return "reviewed" if part("review").search(before) else "named"


def owners_of(reading: Reading, namings: Sequence[Naming]) -> list[str | None]:
    """The owner of each naming as written: "của …", "do … phát động", or the subject of the clause.

    An owner behind a name holds for the names before it in the same stretch of the list, up to a semicolon or another
    owner; one between the noun and its list holds for the whole list.
    """
    owners = [_behind(reading, naming) for naming in namings]
    for at in range(len(namings) - 2, -1, -1):
        if owners[at] is None and _joined(reading, namings[at], namings[at + 1]):
            owners[at] = owners[at + 1]
    for at, naming in enumerate(namings):
        owners[at] = owners[at] or _ahead(reading, naming)
    for at, (one, other) in enumerate(pairwise(namings), 1):
        if owners[at] is None and one.noun == other.noun:
            owners[at] = owners[at - 1]
    return owners


def _joined(reading: Reading, one: Naming, other: Naming) -> bool:
    if other.start - one.after > _REACH:
        return False
    between = reading.key[one.after : other.start]
    return not set(";\n") & set(between) and ". " not in between


def _behind(reading: Reading, naming: Naming) -> str | None:
    end = min(reading.sentence_at(naming.start)[1], naming.after + _REACH)
    again = part("campaign_noun").search(reading.key, naming.after, end)
    end = again.start() if again else end
    of = _OF.match(reading.key, naming.after, end)
    if of:
        return _owner(reading, of.end(), end, ran=False)
    by = _BY.match(reading.key, naming.after, end)
    return _owner(reading, by.end(), end, ran=True) if by else None


def _owner(reading: Reading, start: int, end: int, *, ran: bool) -> str | None:
    """The body that begins at `start`; `ran` asks for a verb behind it that says that it runs the campaign."""
    if not part("body").match(reading.key, start, end):
        return None
    stop = _OWNER_END.search(reading.key, start, end)
    limit = stop.start() if stop else end
    if ran and not re.compile(rf"\s*{_RUNS}").match(reading.key, limit, end):
        return None
    return reading.text[start:limit].strip() or None


def _ahead(reading: Reading, naming: Naming) -> str | None:
    """The owner between the noun and its list, else the body that is the subject before the name or the noun."""
    by = _BY.match(reading.key, naming.noun, naming.start)
    if by and (owner := _owner(reading, by.end(), naming.start, ran=True)):
        return owner
    for at in (naming.start, naming.noun):
        floor = max(reading.sentence_at(at)[0], at - _REACH)
        verb = _SUBJECT_VERB.search(reading.key[floor:at].rstrip(' "'))
        if verb:
            return _subject(reading, floor, floor + verb.start())
    return None


def _subject(reading: Reading, floor: int, end: int) -> str | None:
    """The body whose name ends right where the verb begins; a person's office there gives way to the one before it."""
    comma = max(reading.key.rfind(mark, floor, end) for mark in ",;:")
    for body in part("body").finditer(reading.key, max(comma + 1, floor), end):
        if _OFFICE.search(reading.key, floor, body.start()):
            return _subject(reading, floor, comma) if comma >= floor and reading.key[comma] == "," else None
        words = reading.key[body.end() : end].split()
        name = " ".join(reading.text[body.start() : end].split())
        proper = name[0].isupper() or body[0] in _PLAIN
        if proper and " " in name and len(words) <= _LONGEST_BODY and not _NOT_IN_BODY & set(words):
            return name
    return None
