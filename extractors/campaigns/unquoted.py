"""Campaigns named without quotes: after a campaign noun, in a list, or by a long name that can mean nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from extractors.campaigns.grammar import part, standing
from extractors.campaigns.matching import Match, local_opening, opening
from extractors.campaigns.names import is_bare, name_book
from extractors.campaigns.naming import Naming, rule_for
from extractors.campaigns.words import NameWord, words
from extractors.reading import Reading

_WINDOW = 240
_MOST_LISTED = 40
_SPACE = re.compile(r"\s*")
_OPENS_LIST = re.compile(r"[^\".;:\n]{0,120}:\s*(?=\w)|[^\".;:,\n]{0,100}?(?<!\w)(?:như|là|gồm)\s+(?=\w)")
_NEXT = re.compile(r"\s*(?:[,;]\s*(?:và\s)?|và\s|cùng\s|cùng với\s|-\s)\s*")
_BREAK = re.compile(r"[\"()]|[.:!?…](?=\s|$)")
_STOP = re.compile(r"[.,;:()\"]")
_COUNTED_NAME = re.compile(r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mỗi|\d{1,3})\s")


def after_nouns(reading: Reading) -> Iterator[Naming]:
    """Names of the register that follow a campaign noun, and the lists they open; candidates with a capital."""
    for noun in standing(reading, "campaign_noun"):
        end = reading.block_at(noun.start()).end
        found = list(_after(reading, noun, end))
        yield from found or _candidate(reading, noun, end)


def bare(reading: Reading) -> Iterator[Naming]:
    """Long names anywhere."""
    book, past = name_book(), 0
    for opening_words in reading.block_matches(book.bare_opening, book.bare_firsts):
        start, block = opening_words.start(), reading.block_at(opening_words.start())
        found = book.longest(_words_from(reading, start, block.end)) if start >= past else None
        if found and is_bare(found.form, found.size) and not _is_anothers(reading, start, block.start):
            past = found.end
            yield Naming(start, past, past, start, "campaign.bare", Match(found.form, past, "exact"))


def _is_anothers(reading: Reading, at: int, floor: int) -> bool:
    """Whether another noun stands right before: a contest or fund of that name is not the campaign."""
    ahead = reading.key[max(floor, at - 40) : at].rstrip(' :"')
    other = [match.end() for match in part("other_noun").finditer(ahead)]
    return bool(other) and other[-1] == len(ahead)


def _after(reading: Reading, noun: re.Match[str], end: int) -> Iterator[Naming]:
    first = _first(reading, noun, end)
    if first is None:
        return
    weak = _is_verb(noun) and (first.match is None or first.match.form.needs in ("cue", "quotes"))
    yield replace(first, weak=weak)
    at = first.end
    for _ in range(0 if weak else _MOST_LISTED):
        step = _NEXT.match(reading.key, at, end)
        match = _name_at(reading, step.end(), end) if step else None
        if step is None or match is None:
            return
        yield _naming(reading, step.end(), match, noun.start(), "campaign.unquoted-list")
        at = match.end


def _first(reading: Reading, noun: re.Match[str], end: int) -> Naming | None:
    at = noun.end()
    for at in _starts(reading, noun, end):
        match = _name_at(reading, at, end)
        if match and match.end > noun.end():
            return _naming(reading, at, match, noun.start(), "campaign.unquoted")
    if _is_verb(noun) or at < noun.end():
        return None
    local = local_opening(name_book(), _words_from(reading, at, end), partial(_is_body, reading))
    return _naming(reading, at, local, noun.start(), "campaign.unquoted") if local else None


def _starts(reading: Reading, noun: re.Match[str], end: int) -> Iterator[int]:
    """Where the name may begin: with the noun, in it, after what opens a list, after modifiers."""
    verb = noun[0].rfind("thi")
    if verb != 0:
        yield noun.start()
    if verb >= 0 and reading.text[noun.start() + verb].isupper():
        yield noun.start() + verb
    modifiers = part("modifier").match(reading.key, noun.end(), end)
    past = modifiers.end() if modifiers else noun.end()
    if reading.key[past : past + 1] in ('"', "'"):
        return
    if verb != 0:
        opened = _OPENS_LIST.match(reading.key, noun.end(), end)
        if opened:
            yield opened.end()
    near = _SPACE.match(reading.key, noun.end(), end)
    yield from dict.fromkeys([past, near.end() if near else past])


def _is_verb(noun: re.Match[str]) -> bool:
    """Whether the noun is nothing but "thi đua", which people do without any campaign."""
    return noun[0].startswith("thi")


def _is_body(reading: Reading, slot: Sequence[NameWord]) -> bool:
    """Right after a campaign noun even "nông dân" or "phụ nữ" fills a slot, but nothing that says something."""
    return not slot or not part("name_stop").search(reading.key, slot[0].start, slot[-1].end)


def _name_at(reading: Reading, at: int, end: int) -> Match | None:
    if at >= end or not reading.key[at].isalnum():
        return None
    match = opening(name_book(), _words_from(reading, at, end))
    return match if match and match.form.needs != "cue_and_quotes" else None


def _words_from(reading: Reading, at: int, end: int) -> Iterator[NameWord]:
    """The words from `at` on that one name may have: up to a mark that no name goes over."""
    end = min(end, at + _WINDOW)
    mark = _BREAK.search(reading.key, at, end)
    return words(reading.key, at, mark.start() if mark else end)


def _naming(reading: Reading, at: int, match: Match, noun: int, rule: str) -> Naming:
    start = at
    inner = part("full_campaign_noun").match(reading.key, at, match.end)
    if inner and match.form.short:
        start = next(words(reading.key, inner.end(), match.end)).start
    return Naming(start, match.end, match.end, noun, rule_for(match, rule), match)


def _candidate(reading: Reading, noun: re.Match[str], end: int) -> Iterator[Naming]:
    """A name with a capital right after "phong trào thi đua" or "cuộc vận động", up to where a name cannot go on."""
    modifiers = part("modifier").match(reading.key, noun.end(), end)
    start = modifiers.end() if modifiers else noun.end()
    if _is_verb(noun) or start >= end or start == noun.end() or not reading.text[start].isupper():
        return
    if part("not_a_name").match(reading.key, start, end):
        return
    stop = _end_of_name(reading, start, end)
    name = list(words(reading.key, start, stop))
    capitals = [reading.text[word.start].isupper() for word in name]
    plain = "thi" not in noun[0] and noun[0].startswith("phong") and not _COUNTED_NAME.match(reading.key, start, end)
    if 2 + plain <= len(name) <= 8 and not all(capitals):
        yield Naming(start, name[-1].end, name[-1].end, noun.start(), "campaign.candidate-unquoted")


def _end_of_name(reading: Reading, start: int, end: int) -> int:
    mark = _STOP.search(reading.key, start, min(end, start + _WINDOW))
    limit = mark.start() if mark else min(end, start + _WINDOW)
    stop = part("name_stop").search(reading.key, start + 1, limit)
    return stop.start() if stop else limit
