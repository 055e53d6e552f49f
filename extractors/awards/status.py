"""Whether a count was given in what is reported, proposed, or is a total over a period; or is none at all.

The nearest sign decides: in the clause, else at the head of the sentence, else in the sentences of honours before it in
the paragraph, else in the line that introduces a list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.awards.draft import Draft
from extractors.awards.signs import last, sign, word_list
from extractors.model import AwardStatus
from extractors.reading import Reading

OPENING = 5
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s*-\s*((?:19|20)\d\d))?(?!\d)")
_TIMED = frozenset({"award.times", "award.one-of", "award.decisions"})


@dataclass(frozen=True, slots=True)
class Standing:
    """What a stretch of text tells about the counts after it; `period` are the years a total is over."""

    status: AwardStatus
    period: str | None = None


CONFERRED = Standing("conferred")
PROPOSED = Standing("proposed")


def is_unreal(clause: str, at: int) -> bool:
    """Whether a clause whose count begins at `at` tells of a target, a cap or a rule, or denies the honour.

    >>> is_unreal("năm 2025 lựa chọn không quá 20 tập thể", 28), is_unreal("dịp này, ubnd tỉnh tặng 5 bằng khen", 9)
    (True, False)
    """
    return sign("unreal").search(clause, 0, at) is not None or sign("denied").search(clause) is not None


def proposes(text: str) -> bool:
    """Whether a stretch proposes honours and does not go on to say that they were decided.

    >>> proposes("dịp này, đề nghị ubnd tỉnh tặng "), proposes("hội đồng trình bộ trưởng ký quyết định tặng ")
    (True, False)
    """
    if not any(word in text for word in word_list("proposing")):
        return False
    proposal = last("proposal", text)
    return proposal is not None and not sign("signed").search(text, proposal.start())


def is_of_now(key: str, end: int) -> bool:
    """Whether the words right behind a count say that it is given now.

    >>> is_of_now("có 3 giáo viên được tặng bằng khen dịp này", 33)
    True
    """
    return sign("of_now").match(key, end) is not None


def standing_behind(key: str, end: int) -> Standing | None:
    """A total, where a period stands right behind the counts: "khen thưởng 45 tập thể trong 5 năm qua".

    >>> standing_behind("đã khen thưởng 45 tập thể trong giai đoạn 2015-2020.", 25).period
    '2015-2020'
    >>> standing_behind("khen thưởng 45 tập thể có thành tích trong năm 2020.", 22)
    """
    period = sign("over_period").match(key, end)
    return _total(period[0], 0) if period else None


def is_handed_over(key: str, end: int) -> bool:
    """Whether somebody is told of who hands over the honour whose name ends at `end`: "do đồng chí … trao tặng"."""
    return sign("handed_over").match(key, end) is not None


def standing_of(prefix: str) -> Standing | None:
    """What the words before a count tell, or `None`; the prefix begins a sentence or a clause.

    >>> standing_of("trong năm, toàn tỉnh có ").status
    'statistic'
    >>> standing_of("tại hội nghị tổng kết giai đoạn 2012-2015, ").status
    'conferred'
    """
    if proposes(prefix):
        return PROPOSED
    event = last("event", prefix)
    period, having = last("period", prefix), last("having", prefix)
    total = max((m for m in (period, having) if m), key=_begin, default=None)
    if event and total is having and sign("occasion").match(event[0]):
        return CONFERRED
    if total and (event is None or total.start() >= event.start()):
        return _total(prefix, total.start())
    if event:
        return CONFERRED
    held = last("holding", prefix) or last("results", prefix)
    return _total(prefix, held.start()) if held else None


def _begin(match: re.Match[str]) -> int:
    return match.start()


def standing_of_list(line: str) -> Standing | None:
    """What a line that introduces a list tells: there a period counts wherever it stands.

    >>> standing_of_list("với những kết quả trong giai đoạn 2002 - 2020, đơn vị đã được khen thưởng:").period
    '2002-2020'
    """
    told = standing_of(line)
    if told:
        return told
    period = sign("span_of_time").search(line) or sign("results").search(line)
    return _total(line, period.start()) if period else None


def standing_of_article(reading: Reading) -> Standing:
    """What counts are that nothing nearer tells: what a council that votes has agreed on is proposed."""
    sits = any(
        sign("council").search(reading.key, block.start, block.end) for block in reading.article.blocks[:OPENING]
    )
    return PROPOSED if sits else CONFERRED


def is_listed(key: str, start: int) -> bool:
    """Whether a line is an item of a list: a bullet, or a number first.

    >>> is_listed("- 5 bằng khen", 0), is_listed("tại hội nghị", 0)
    (True, False)
    """
    return sign("listed").match(key, start) is not None


def goes_on(key: str, start: int) -> bool:
    """Whether a paragraph goes on with what the one before it told.

    >>> goes_on("cùng thời gian, tỉnh cũng tặng", 0), goes_on("dịp này, tỉnh tặng", 0)
    (True, False)
    """
    return sign("goes_on").match(key, start) is not None


def _total(text: str, start: int) -> Standing:
    years = _YEARS.search(text, start)
    return Standing("statistic", "-".join(y for y in years.groups() if y) if years else None)


def standing_by_rule(draft: Draft) -> Standing | None:
    """Counts of times, and of many among whom one is told of, are totals whatever the sentence says."""
    return Standing("statistic") if draft.rule in _TIMED else None


def standing_by_voice(draft: Draft) -> Standing | None:
    """A number of honours that one has received ("đã được tặng 3 Cờ thi đua") sums up its past, as a sum does."""
    received = draft.naming.voice == "receive" and draft.rule in {"award.objects", "award.listed"}
    return Standing("statistic") if received or draft.rule == "award.summed" else None
