"""Who holds a meeting: the body before its verb, in "do … tổ chức", or in the name itself."""

from __future__ import annotations

import re

from extractors.meetings.heads import first_activity
from extractors.meetings.model import Bounds
from extractors.meetings.words import pattern, rule_pattern
from extractors.model import MeetingKind
from extractors.reading import Reading

_LONGEST = 200
_BEFORE = 350
_BEHIND = 320
_OF = " của "
_BETWEEN = r'[,;:."?!]|(?<!\w){before_deed}(?!\w)'
_CLAUSE = re.compile(r"[,;:] ?|(?<= )- ?|\) ?-? ?|(?<=\d) (?=[^\W\d])")
_SHORTENED = r"[^\s()]{2,15}\) (?!{host_end}(?!\w))\w"
_END = rf"(?:[ ,]*(?<!\w){{host_end}}(?!\w)| với| \((?!{_SHORTENED})|, ?(?:{{person}}|{{leaders}})(?!\w)).*$"


def host_before(reading: Reading, start: int, verb: int) -> Bounds | None:
    """The body that is the subject of the verb at `verb`: the first clause before it that begins like a body's name.

    Behind a "tại" the parts of an address ("huyện …, tỉnh …") are passed over where another body follows.
    """
    key = reading.key
    start = max(start, verb - _BEFORE)
    begins = [start, *(clause.end() for clause in _CLAUSE.finditer(key, start, verb) if clause.end() < verb)]
    begins = [at for at in begins if not _is_no_body(key, at, verb)]
    bodies = [at for at in begins if pattern(r"{org}(?!\w)").match(key, at, verb)]
    if pattern(r"(?<!\w)tại ").search(key, start, verb):
        bodies = [at for at in bodies if not pattern("{territory}").match(key, at, verb)] or bodies[-1:]
    if bodies:
        return next(filter(None, (_cut(key, at, verb) for at in bodies)), None)
    return _cut(key, begins[-1], verb) if begins and _is_proper_name(reading.text[begins[-1] : verb]) else None


def host_after(reading: Reading, name_end: int, end: int) -> Bounds | None:
    """The body in "do … tổ chức" right behind a name, or `None`."""
    match = rule_pattern("by-host").match(reading.key[name_end : min(end, name_end + _BEHIND)])
    if match is None or pattern(r"{leaders}(?!\w)").match(match["host"]):
        return None
    return _cut(reading.key, name_end + match.start("host"), name_end + match.end("host"))


def host_of_name(reading: Reading, start: int, noun_end: int, end: int) -> Bounds | None:
    """The body at the end of a name ("phiên họp của Hội đồng …"), or `None`."""
    key = reading.key
    at = key.rfind(_OF, noun_end, end)
    body = at + len(_OF)
    if at < 0 or not pattern("{told_of}$").search(key, start, at) or not pattern(r"{org}(?!\w)").match(key, body, end):
        return None
    return _cut(key, body, end) if reading.text[body].isupper() else None


def host_of_title(reading: Reading, kind: MeetingKind | None) -> Bounds | None:
    """The body that a headline such as "Hội Nông dân tỉnh tổng kết …" names as holding a meeting of this kind."""
    title = next((block for block in reading.article.blocks if block.role == "title"), None)
    if title is None or not pattern(r"{org}(?!\w)").match(reading.key, title.start, title.end):
        return None
    told = first_activity(reading.key, title.start, title.end)
    if told is None or told[1] != kind or pattern(_BETWEEN).search(reading.key, title.start, told[0]):
        return None
    return _cut(reading.key, title.start, told[0])


def _is_no_body(key: str, at: int, end: int) -> bool:
    return bool(pattern(r"(?:{person}|{adverbial})(?!\w)").match(key, at, end))


def _is_proper_name(text: str) -> bool:
    words = text.split()[:2]
    return bool(words) and all(word[0].isupper() for word in words) and (len(words) > 1 or not words[0][1:].islower())


def _cut(key: str, start: int, end: int) -> Bounds | None:
    """A host without what follows its name; `None` where the stretch is a clause and no name."""
    if _is_no_body(key, start, end) or pattern(r"(?<!\w){speaks}(?!\w)").search(key, start, end):
        return None
    over = pattern(_END).search(key[start:end])
    end = start + over.start() if over else end
    end = start + len(key[start:end].rstrip(" ,-:("))
    return (start, end) if 2 <= end - start <= _LONGEST else None
