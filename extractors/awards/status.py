"""Whether a count was given in what is reported, proposed, or is a total over a period; or is none at all.

The nearest sign decides: in the clause, else at the head of the sentence, else in the sentences of honours before it in
the paragraph, else in the line that introduces a list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.rules import fill, load_rules
from extractors.awards.draft import Draft
from extractors.model import AwardStatus
from extractors.reading import Reading

OPENING = 5
_LISTED = re.compile(r"\s*(?:[-+*•]|\d{1,2}[.)])\s*|\s*\d")
_GOES_ON = re.compile(
    r"\s*(?:[-+*•]\s*)?(?:kết quả|cùng thời gian|cụ thể|ngoài ra|theo đó|về khen thưởng|trong đó|bên cạnh đó|đồng thời|riêng|cùng với đó"
    r"|hình thức|qua đó|từ kết quả|tổng số)(?!\w)"
)
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s*-\s*((?:19|20)\d\d))?(?!\d)")
_PROPOSING = (
    "đề nghị", "trình", "kiến nghị", "đề xuất", "xét", "suy tôn", "bỏ phiếu", "hiệp y", "lấy ý kiến", "đủ điều kiện",
    "thông qua",
)  # fmt: skip
_TIMED = frozenset({"award.times", "award.one-of", "award.decisions"})


@dataclass(frozen=True, slots=True)
class Standing:
    """What a stretch of text tells about the counts after it; `period` are the years a total is over."""

    status: AwardStatus
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Signs:
    """The compiled signs of `rules/awards.toml`."""

    period: re.Pattern[str]
    having: re.Pattern[str]
    event: re.Pattern[str]
    proposal: re.Pattern[str]
    unreal: re.Pattern[str]
    council: re.Pattern[str]
    denied: re.Pattern[str]
    holding: re.Pattern[str]
    signed: re.Pattern[str]


@cache
def signs() -> Signs:
    """The signs, compiled once."""
    parts = load_rules("awards").parts
    return Signs(*(re.compile(fill(parts[name], parts)) for name in ("period", "having", "event", "proposal", "unreal", "council", "denied", "holding", "signed")))


def is_unreal(clause: str, at: int) -> bool:
    """Whether a clause whose count begins at `at` tells of a target, a cap or a rule, or denies the honour.

    >>> is_unreal("năm 2025 lựa chọn không quá 20 tập thể", 28), is_unreal("dịp này, ubnd tỉnh tặng 5 bằng khen", 9)
    (True, False)
    """
    found = signs()
    return found.unreal.search(clause, 0, at) is not None or found.denied.search(clause) is not None


def proposes(text: str) -> bool:
    """Whether a stretch proposes honours and does not go on to say that they were decided.

    >>> proposes("dịp này, đề nghị ubnd tỉnh tặng "), proposes("hội đồng trình bộ trưởng ký quyết định tặng ")
    (True, False)
    """
    if not any(word in text for word in _PROPOSING):
        return False
    found = signs()
    proposal = _last(found.proposal, text)
    return proposal is not None and not found.signed.search(text, proposal.start())


def standing_of(prefix: str) -> Standing | None:
    """What the words before a count tell, or `None`; the prefix begins a sentence or a clause.

    >>> standing_of("trong năm, toàn tỉnh có ").status, standing_of("tại hội nghị tổng kết giai đoạn 2012-2015, ").status
    ('statistic', 'conferred')
    """
    if proposes(prefix):
        return Standing("proposed")
    found = signs()
    event = _last(found.event, prefix)
    total = max((m for m in (_last(found.period, prefix), _last(found.having, prefix)) if m), key=_begin, default=None)
    if total and (event is None or total.start() >= event.start()):
        return _total(prefix, total.start())
    if event:
        return Standing("conferred")
    held = _last(found.holding, prefix)
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
    period = re.search(fill("{span_of_time}", load_rules("awards").parts), line)
    return _total(line, period.start()) if period else None


def standing_of_article(reading: Reading) -> Standing:
    """What counts are that nothing nearer tells: what a council that votes has agreed on is proposed."""
    sits = any(signs().council.search(reading.key, block.start, block.end) for block in reading.article.blocks[:OPENING])
    return Standing("proposed" if sits else "conferred")


def is_listed(key: str, start: int) -> bool:
    """Whether a line is an item of a list: a bullet, or a number first.

    >>> is_listed("- 5 bằng khen", 0), is_listed("tại hội nghị", 0)
    (True, False)
    """
    return _LISTED.match(key, start) is not None


def goes_on(key: str, start: int) -> bool:
    """Whether a paragraph goes on with what the one before it told.

    >>> goes_on("cùng thời gian, tỉnh cũng tặng", 0), goes_on("dịp này, tỉnh tặng", 0)
    (True, False)
    """
    return _GOES_ON.match(key, start) is not None


def _total(text: str, start: int) -> Standing:
    years = _YEARS.search(text, start)
    return Standing("statistic", "-".join(y for y in years.groups() if y) if years else None)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(text):
        pass
    return found


def standing_by_rule(draft: Draft) -> Standing | None:
    """Counts of times, and of many among whom one is told of, are totals whatever the sentence says."""
    return Standing("statistic") if draft.rule in _TIMED else None


def standing_by_voice(draft: Draft) -> Standing | None:
    """A number of honours that one has received ("đã được tặng 3 Cờ thi đua") sums up its past."""
    received = draft.naming.voice == "receive" and draft.rule in {"award.objects", "award.listed"}
    return Standing("statistic") if received else None
