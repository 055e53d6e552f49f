"""Campaigns named without quotes after a campaign noun: one, or a list of them, known to the register or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from extractors.campaigns.extent import unknown_name, words_from
from extractors.campaigns.grammar import part, standing
from extractors.campaigns.matching import Match, local_opening, opening
from extractors.campaigns.names import MOST_TO_TURN, name_book
from extractors.campaigns.naming import Naming, rule_for
from extractors.campaigns.words import NameWord, words
from extractors.lexicon import WORD
from extractors.reading import Reading

_MOST_LISTED = 40
_AHEAD = 40
_TURN_WITHIN = 160
_SPACE = re.compile(r"\s*")


def after_nouns(reading: Reading) -> Iterator[Naming]:
    """Names that follow a campaign noun, and the lists they open."""
    for noun in standing(reading, "campaign_noun"):
        end = reading.block_at(noun.start()).end
        first = _first(reading, noun, end)
        if first is None:
            yield from _unknown(reading, noun, end)
            continue
        weak = _is_verb(noun) and (first.match is None or first.match.form.needs in ("cue", "quotes"))
        yield replace(first, weak=weak)
        if not weak:
            yield from _listed(reading, noun, first.end, end)


def _listed(reading: Reading, noun: re.Match[str], at: int, end: int) -> Iterator[Naming]:
    """The names that follow in a list from `at` on."""
    for _ in range(_MOST_LISTED):
        step = part("next_name").match(reading.key, at, end)
        item = _item(reading, noun, step.end(), end) if step else None
        if item is None:
            return
        yield item
        at = item.end


def _item(reading: Reading, noun: re.Match[str], at: int, end: int) -> Naming | None:
    match = _name_at(reading, at, end)
    if match:
        return _naming(reading, at, match, noun.start(), "campaign.unquoted-list")
    stop = unknown_name(reading, at, end)
    if stop is None or not _is_several(reading, noun):
        return None
    return Naming(at, stop, stop, noun.start(), "campaign.candidate-unquoted-list")


def _first(reading: Reading, noun: re.Match[str], end: int) -> Naming | None:
    at = noun.end()
    for at in _starts(reading, noun, end):
        match = _name_at(reading, at, end)
        if match and match.end > noun.end():
            return _naming(reading, at, match, noun.start(), "campaign.unquoted")
    if _is_verb(noun) or at < noun.end() or not _may_be_local(reading, at, end):
        return None
    local = local_opening(name_book(), words_from(reading, at, end), partial(_is_body, reading))
    return _naming(reading, at, local, noun.start(), "campaign.unquoted") if local else None


def _starts(reading: Reading, noun: re.Match[str], end: int) -> Iterator[int]:
    """Where the name may begin: with the noun, in it, after what opens a list, after modifiers."""
    verb = noun[0].rfind("thi")
    if _opens_name(noun[0]):
        yield noun.start()
    if verb >= 0 and reading.text[noun.start() + verb].isupper():
        yield noun.start() + verb
    past = _past_modifiers(reading, noun, end)
    if reading.key[past : past + 1] in ('"', "'"):
        return
    if verb != 0:
        opened = part("opens_list").match(reading.key, noun.end(), end)
        if opened:
            yield opened.end()
    near = _SPACE.match(reading.key, noun.end(), end)
    yield from dict.fromkeys([past, near.end() if near else past])


def _past_modifiers(reading: Reading, noun: re.Match[str], end: int) -> int:
    modifiers = part("modifier").match(reading.key, noun.end(), end)
    return modifiers.end() if modifiers else noun.end()


@lru_cache(maxsize=256)
def _opens_name(noun: str) -> bool:
    """Whether names of the register begin with a noun ("cuộc vận động 50"), which few do; not "thi đua", a verb."""
    return not noun.startswith("thi") and name_book().passing(words(noun, 0, len(noun))) is not None


def _is_verb(noun: re.Match[str]) -> bool:
    """Whether the noun is nothing but "thi đua", which people do without any campaign."""
    return noun[0].startswith("thi")


def _is_several(reading: Reading, noun: re.Match[str]) -> bool:
    return part("several").search(reading.key, max(0, noun.start() - _AHEAD), noun.start()) is not None


def _may_be_local(reading: Reading, at: int, end: int) -> bool:
    """Whether a local form may begin right here; a quick no for nearly all that follows a noun."""
    if WORD.match(reading.key, at, end) is None or part("name_stop").match(reading.key, at, end):
        return False
    return name_book().may_turn(reading.cut_in(at, min(end, at + _TURN_WITHIN))[0][:MOST_TO_TURN])


def _is_body(reading: Reading, slot: Sequence[NameWord]) -> bool:
    """Right after a campaign noun even "nông dân" or "phụ nữ" fills a slot, but nothing that says something."""
    return not slot or not part("name_stop").search(reading.key, slot[0].start, slot[-1].end)


def _name_at(reading: Reading, at: int, end: int) -> Match | None:
    word = WORD.match(reading.key, at, end)
    if word is None or not name_book().may_begin(word[0]):
        return None
    match = opening(name_book(), words_from(reading, at, end))
    return match if match and match.form.needs != "cue_and_quotes" else None


def _naming(reading: Reading, at: int, match: Match, noun: int, rule: str) -> Naming:
    start = at
    inner = part("full_campaign_noun").match(reading.key, at, match.end)
    if inner and match.form.short:
        start = next(words(reading.key, inner.end(), match.end)).start
    return Naming(start, match.end, match.end, noun, rule_for(match, rule), match)


def _unknown(reading: Reading, noun: re.Match[str], end: int) -> Iterator[Naming]:
    """The name right after the noun that the register does not know, or a list that begins with such a one."""
    if _is_verb(noun) or noun[0] == "chiến dịch":
        return
    start = _past_modifiers(reading, noun, end)
    listed = list(_unknown_list(reading, noun, start, end)) if _is_several(reading, noun) else []
    yield from listed
    plain = noun[0] == "phong trào" and not part("counted_name").match(reading.key, start, end)
    stop = unknown_name(reading, start, end, fewest=2 + plain) if start > noun.end() and not listed else None
    if stop:
        yield Naming(start, stop, stop, noun.start(), "campaign.candidate-unquoted")


def _unknown_list(reading: Reading, noun: re.Match[str], start: int, end: int) -> Iterator[Naming]:
    """The list that begins with a name that the register does not know, behind what opens it or at `start`."""
    opened = part("opens_list").match(reading.key, noun.end(), end)
    for at in (opened.end(), start) if opened else (start,):
        stop = unknown_name(reading, at, end) if at > noun.end() else None
        listed = list(_listed(reading, noun, stop, end)) if stop else []
        if stop and listed:
            yield Naming(at, stop, stop, noun.start(), "campaign.candidate-unquoted-list")
            yield from listed
            return
