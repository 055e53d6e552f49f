"""The cues of a sentence: honours, counts, ranks, authorities, verbs and marks, each with its place.

One pass of one lexicon over the sentence finds all phrases of the registers; numbers and ranks are joined to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corpus.awards import Deed, Grantor, Honour, Level, Unit
from extractors.awards.names import UPPER
from extractors.awards.signs import sign, word_list
from extractors.awards.vocabulary import Meaning, unknown_title, vocabulary
from extractors.lexicon import Hit
from extractors.model import Qualifier
from extractors.numbers import Number, numbers_in
from extractors.reading import Reading

Rank = Literal["1", "2", "3"]
Mark = Literal["(", ")", ";", ":"]

_RANK_NAMES: dict[str, Rank] = {
    "nhất": "1", "nhì": "2", "ba": "3", "i": "1", "ii": "2", "iii": "3", "1": "1", "2": "2", "3": "3",
}  # fmt: skip
_LIST_END = re.compile(r"\s*(?:[;,.)]|$|và(?!\w))")
_BEHIND = re.compile(r"\s*:?\s(\d{1,3}(?:\.\d{3}){0,2})(?!\.\d)(?=\s*(?:[,;.)]|$|và(?!\w)))")
_OUT_OF = re.compile(r"(?<![\w/.,-])(\d{1,3}(?:\.\d{3})*)/(\d{1,3}(?:\.\d{3})*)(?![\w/-]|[.,]\d)")
DAYS, MONTHS = 31, 12
MAX_FIGURES = 12
MAX_VERB = 12
_MARK = re.compile(r"[();:]")
_NAMED_BODY = re.compile(rf"[ ][{UPPER}]\w+[ ]\w")
_AND_ONE = " và "
_YEAR = "năm"
_NOUN = re.compile(r"\s+([^\W\d_]{2,})")


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase, count, rank or mark at `[start, end)` of the key; exactly the fields of its nature are set.

    `count` with `unit` is a number of recipients, `count` with `honour` a number of honours, a `bare` count stands
    alone. `plain` is a counter without a number; `times` tells that the counter is "lần".
    """

    start: int
    end: int
    honour: Honour | None = None
    count: int | None = None
    qualifier: Qualifier = "exact"
    unit: Unit | None = None
    plain: Unit | None = None
    times: bool = False
    bare: bool = False
    ranks: tuple[Rank, ...] = ()
    grantor: Grantor | None = None
    scope: Level | None = None
    deed: Deed | None = None
    mark: Mark | None = None


def cues_in(reading: Reading, start: int, end: int) -> list[Cue]:
    """The cues of a sentence from left to right, without overlap."""
    key = reading.key
    hits = list(vocabulary().find(key, reading.words_in(start, end)))
    ranks = list(_ranks(key, start, end))
    numbers = {number.end: number for number in (*numbers_in(key, start, end), *_out_of(key, start, end))}
    marks = (Cue(m.start(), m.end(), mark=m[0]) for m in _MARK.finditer(key, start, end))  # type: ignore[arg-type]
    cues = [
        *_bare(key, start, end, numbers),
        *_headed(key, hits, numbers),
        *_other_titles(reading, start, end, hits),
        *ranks,
        *marks,
        *_counted(reading, hits, numbers),
        *_others_counted(reading, hits, numbers),
    ]
    cues.sort(key=lambda cue: (cue.start, -cue.end))
    return list(_without_overlap(cues))


def _out_of(key: str, start: int, end: int) -> Iterator[Number]:
    """How many of all: the 95 of "95/102 thôn đạt danh hiệu …"; what may be a day is none."""
    past, at = start, key.find("/", start, end)
    while at >= 0:
        match = _OUT_OF.search(key, max(past, at - MAX_FIGURES), min(end, at + MAX_FIGURES))
        some, whole = (int(figures.replace(".", "")) for figures in match.groups()) if match else (0, 0)
        if match and 1 < some <= whole and (some > DAYS or whole > MONTHS):
            yield Number(match.start(), match.start(), match.end(), some)
        past = match.end() if match else past
        at = key.find("/", max(past, at + 1), end)


def _bare(key: str, start: int, end: int, numbers: dict[int, Number]) -> Iterator[Cue]:
    """Numbers that count without a noun: after the colon of a list or "là", before or after a rank."""
    for number in numbers.values():
        if number.count is None:
            continue
        listed = sign("listed_number").search(key, max(start, number.start - 24), number.start) and _LIST_END.match(
            key, number.end, end
        )
        numbered = number.count == 1 and key[number.end : number.end + 1] in {".", ")"}
        if (listed and not numbered) or sign("rank_next").match(key, number.end, end):
            yield Cue(number.start, number.end, count=number.count, qualifier=number.qualifier, bare=True)


def _headed(key: str, hits: list[Hit[Meaning]], numbers: dict[int, Number]) -> Iterator[Cue]:
    """Numbers that stand behind their noun: "tập thể: 12, cá nhân: 30"."""
    for hit in hits:
        if not hit.value.counter or hit.start - 1 in numbers:
            continue
        behind = _BEHIND.match(key, hit.end)
        if behind and key[hit.start : hit.end] in word_list("headed_noun"):
            yield Cue(hit.start, behind.end(), count=int(behind[1].replace(".", "")), unit=hit.value.counter)


def _other_titles(reading: Reading, start: int, end: int, hits: list[Hit[Meaning]]) -> Iterator[Cue]:
    """Titles that the register does not know: danh hiệu "Đảo xanh", danh hiệu Bàn tay vàng."""
    if reading.key.find("danh hiệu", start, end) < 0:
        return
    honours = [hit for hit in hits if hit.value.honour]
    for match in sign("other_title").finditer(reading.text, start, end):
        at = match.start()
        said = match["quoted"] or sign("confers_title").search(reading.key, max(start, at - MAX_VERB), at)
        if said and not any(at <= hit.start < match.end() for hit in honours):
            yield Cue(at, match.end(), honour=unknown_title())


def _ranks(key: str, start: int, end: int) -> Iterator[Cue]:
    if key.find("hạng", start, end) < 0 and key.find("loại", start, end) < 0:
        return
    for match in sign("ranks").finditer(key, start, end):
        names = sign("one_rank").findall(match["names"])
        yield Cue(match.start(), match.end(), ranks=tuple(dict.fromkeys(_RANK_NAMES[name] for name in names)))


def _counted(reading: Reading, hits: list[Hit[Meaning]], numbers: dict[int, Number]) -> Iterator[Cue]:
    key, taken = reading.key, -1
    for i, hit in enumerate(hits):
        if hit.start < taken or hit.value.deed == "silent" or _is_of_number(key, hit):
            continue
        number = _number_before(key, hit, numbers)
        if number is None:
            yield _plain(hit)
        elif hit.value.honour:
            yield _cue(hit, number, number.start)
        else:
            cue = _counted_unit(reading, hits, i, number)
            taken = cue.end
            yield cue


def _is_of_number(key: str, hit: Hit[Meaning]) -> bool:
    """Whether letters end the number of a document: "2293/QĐ-BTC"."""
    return hit.value.grantor is not None and key[hit.start - 1 : hit.start] in {"-", "/"}


def _others_counted(reading: Reading, hits: list[Hit[Meaning]], numbers: dict[int, Number]) -> Iterator[Cue]:
    """Those told by a noun which the register does not know: people, unless it is a measure.

    Such a noun stands behind "cho" or a word of praise, or is an abbreviation ("8 ĐVTN").
    """
    key = reading.key
    known = {hit.start for hit in hits if not (hit.value.grantor and hit.value.grantor.office)}
    for number in numbers.values():
        noun = _NOUN.match(key, number.end)
        if not noun or noun.start(1) in known or number.count is None or sign("measure").fullmatch(noun[1]):
            continue
        if key[number.number_start : number.end] == _YEAR:
            continue
        given = sign("to_people").search(key[max(0, number.start - 16) : number.start])
        if given or sign("people_shortened").match(reading.text, noun.start(1), noun.end()):
            yield Cue(number.start, noun.end(), count=number.count, qualifier=number.qualifier, unit="individual")


def _number_before(key: str, hit: Hit[Meaning], numbers: dict[int, Number]) -> Number | None:
    if not (hit.value.honour or hit.value.counter):
        return None
    gap = 14 if hit.value.honour else 2
    for at in range(hit.start, max(hit.start - gap - 1, -1), -1):
        number = numbers.get(at)
        if number:
            fits = sign("classifier").fullmatch(key, at, hit.start) and not sign("no_count").search(
                key[max(0, number.number_start - 14) : number.number_start]
            )
            return number if fits and _whole(key, number) is not None else None
    return None


def _whole(key: str, number: Number) -> int | None:
    figures = key[number.number_start : number.end]
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", figures):
        return int(figures.replace(",", ""))
    return number.count


def _cue(hit: Hit[Meaning], number: Number, start: int) -> Cue:
    return Cue(start, hit.end, honour=hit.value.honour, count=number.count, qualifier=number.qualifier)


def _plain(hit: Hit[Meaning]) -> Cue:
    meaning = hit.value
    return Cue(
        hit.start, hit.end, honour=meaning.honour, plain=meaning.counter, grantor=meaning.grantor, scope=meaning.scope,
        deed=meaning.deed,
    )  # fmt: skip


def _counted_unit(reading: Reading, hits: list[Hit[Meaning]], at: int, number: Number) -> Cue:
    """One number with its counters: "5 tập thể", "5 tập thể, cá nhân" (both), "5 lượt cá nhân" (items)."""
    key = reading.key
    unit, end = hits[at].value.counter, hits[at].end
    for following in hits[at + 1 : at + 3]:
        joined = sign("units_joint").fullmatch(key, end, following.start) and not _names_body(reading, following)
        if not joined or key[following.start : following.end] not in word_list("joined_unit"):
            break
        if following.value.counter != unit and unit != "item":
            unit = "both"
        end = following.end
    times = key[hits[at].start : hits[at].end] == "lần"
    return Cue(number.start, end, count=_whole(key, number), qualifier=number.qualifier, unit=unit, times=times)


def _names_body(reading: Reading, hit: Hit[Meaning]) -> bool:
    """Whether a counter introduces one that is named: "5 cá nhân và tập thể Trường Tiểu học Sao Mai"."""
    named = _NAMED_BODY.match(reading.text, hit.end) is not None
    return named and reading.key.endswith(_AND_ONE, max(0, hit.start - len(_AND_ONE)), hit.start)


def _without_overlap(cues: list[Cue]) -> Iterator[Cue]:
    past = -1
    for cue in cues:
        if cue.start >= past:
            yield cue
            past = cue.end
