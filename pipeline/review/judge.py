"""One line of a sheet: a verdict, or the reason why it is none."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import datetime

from extractors.text import clean
from pipeline.review.known import Fact, Known, Place
from pipeline.review.sheet import Line
from pipeline.review.verdict import FactKind, Judgement, Verdict
from pipeline.review.wording import KNOWN, Wording, read_wording

Told = dict[str, object]
"""A verdict that nobody has signed yet."""
_LONGEST = 2000
"""Characters of a note or an answer."""


def judge(line: Line, known: Known, *, at: datetime, reviewer: str | None = None) -> Verdict | str:
    """The verdict of a line, else what is wrong with it; `reviewer` is who it is where the line does not say."""
    wording = read_wording(line["verdict"])
    who = " ".join((line["reviewer"] or reviewer or "").split())
    if wording is None:
        return f"no verdict {line['verdict']!r}; write {KNOWN}"
    if not who:
        return "nobody stands in the column reviewer"
    if max(len(who), len(line["note"]), len(line["should_be"])) > _LONGEST:
        return f"a cell of more than {_LONGEST:,} characters"
    told = _on_place(line, wording, known) if _is_about_no_fact(line, wording) else _on_fact(line, wording, known)
    if isinstance(told, str):
        return told
    return Verdict.model_validate({**told, "reviewer": who, "at": at, "note": line["note"] or None})


def _is_about_no_fact(line: Line, wording: Wording) -> bool:
    return wording.judgement == "missed" or not line["fact_id"]


def _on_fact(line: Line, wording: Wording, known: Known) -> Told | str:
    fact = known.facts.get(line["fact_id"])
    if fact is None:
        return f"no fact {line['fact_id']} is in the warehouse; draw a new sheet"
    stale = _stale(line, fact)
    if stale:
        return stale
    answer = _answer(line, wording)
    match wording.judgement, answer:
        case "right" | "withdrawn", "":
            return _verdict(fact.kind, wording.judgement, fact.place, fact.said)
        case "right" | "withdrawn", _:
            return f"{wording.judgement}, and yet should be {answer!r}; write one of them"
        case "wrong", "":
            return _verdict(fact.kind, "wrong", fact.place, fact.said)
        case _:
            return _corrected(fact, answer, known)


def _stale(line: Line, fact: Fact) -> str | None:
    if _same(line["quote"]) != _same(fact.place.quote):
        return f"its words are {fact.place.quote!r} now, the sheet has {line['quote']!r}; draw a new sheet"
    if _same(line["says"]) != _same(fact.said):
        return f"it says {fact.said!r} now, the sheet has {line['says']!r}; draw a new sheet"
    return None


def _corrected(fact: Fact, answer: str, known: Known) -> Told | str:
    truth = known.campaign(answer) if fact.kind == "campaign" else answer
    if not answer:
        return "should be what? write it after the verdict or into the column should_be"
    if truth is None:
        return f"no campaign {answer!r}; give its id, or accept it first with `thidua campaigns accept`"
    if truth == fact.said:
        return f"says {truth!r} already; write right"
    return _verdict(fact.kind, "should_be", fact.place, fact.said, truth)


def _on_place(line: Line, wording: Wording, known: Known) -> Told | str:
    """A campaign that was missed: its words are looked for in the sentence, or in the whole article."""
    if wording.judgement not in ("missed", "withdrawn"):
        return "no fact_id; only what was missed has none"
    text = known.texts.get(line["article_id"])
    if text is None:
        return f"no article {line['article_id']!r} is in the warehouse"
    words = wording.rest or ("" if line["fact_id"] else line["quote"])
    campaign = known.campaign(line["should_be"])
    if not words:
        return "missed what? write its words after the verdict"
    if campaign is None:
        return f"no campaign {line['should_be']!r}; give the id of what was missed in should_be"
    found = _found(text, clean(words).text, clean(line["sentence"]).text)
    if isinstance(found, str):
        return found
    at = known.place(line["article_id"], *found)
    if wording.judgement == "missed" and _is_found(known, at, campaign):
        return f"{campaign} is found there already"
    return _verdict("campaign", wording.judgement, at, None, campaign)


def _found(text: str, words: str, sentence: str) -> tuple[int, int] | str:
    around = text.find(sentence) if sentence else -1
    start, end = (around, around + len(sentence)) if around >= 0 else (0, len(text))
    places = [match.span() for match in re.compile(re.escape(words)).finditer(text, start, end)]
    if len(places) == 1:
        return places[0]
    if places:
        return f"{words!r} stands there {len(places)} times; give more words, or the sentence"
    return f"{words!r} does not stand in the article"


def _is_found(known: Known, at: Place, campaign: str) -> bool:
    return any(
        found == campaign and start < at.end and end > at.start
        for found, start, end in known.found.get(at.article_id, ())
    )


def _answer(line: Line, wording: Wording) -> str:
    return wording.rest or line["should_be"]


def _same(text: str) -> str:
    """The text as a spreadsheet may give it back: spaces and compositions do not count."""
    return " ".join(clean(text).text.split())


def _verdict(
    kind: FactKind, judgement: Judgement, place: Place, said: str | None, should_be: str | None = None
) -> Told:
    return {"kind": kind, "judgement": judgement, "said": said, "should_be": should_be, **asdict(place)}
