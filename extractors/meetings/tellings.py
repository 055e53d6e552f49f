"""One telling of a meeting: a named noun with the date, place, host and verb of its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from corpus.rules import load_rules
from extractors.dates.model import DateMention
from extractors.meetings.clauses import Bounds, host_after, host_before, place_in
from extractors.meetings.opening import lead_sentences
from extractors.meetings.heads import Head, heads_in
from extractors.model import BlockRole
from extractors.reading import Reading

_TOLD = ("organised", "by-host", "held", "opened", "attended", "told-at")
_PLANNED = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|chuẩn bị(?: cho| tốt| tổ chức)?|sắp|kế hoạch tổ chức|xin|đề nghị|yêu cầu|hướng tới|tiến tới|nhằm|để|mong muốn"
    r"|phấn đấu|nghiên cứu|xem xét|chủ động|đẩy mạnh|làm tốt|phối hợp tổ chức các|hằng năm|hàng năm|định kỳ|thường xuyên|tăng cường|tiếp tục|kế hoạch)(?!\w)[^,.;]{0,60}$"
)
_FORMERLY = re.compile(r"(?<!\w)(?:trước đó|trước đây|năm ngoái|năm trước|cách đây|từng|theo kế hoạch|nhớ lại|khi ấy)(?!\w)")
_SAME_DAY = re.compile(r"\W{0,4}(?:cũng )?(?:trong |(?:sáng |chiều |tối |vào )?cùng )ngày(?:,| tại| \w)")
_ITEM = re.compile(r"[*•+-] ?(?=\w)")
_REACH = 220
_NEAR = 70


@dataclass(frozen=True, slots=True)
class Telling:
    """What one sentence says of one meeting.

    `rule` is the rule that the telling satisfies, `None` where the noun merely occurs; `planned` and `former` mark what
    is still to come and what lies behind the reported event, `same_day` what shares the day of the meeting told before,
    `item` what opens an item of a round-up.
    """

    head: Head
    sentence: Bounds
    role: BlockRole
    lead: bool
    rule: str | None
    dates: tuple[DateMention, ...]
    place: Bounds | None
    host: Bounds | None
    planned: bool
    former: bool
    same_day: bool
    item: bool


def tellings_of(reading: Reading, dates: Sequence[DateMention]) -> list[Telling]:
    """Every telling of the article, in order."""
    found: list[Telling] = []
    lead = set(lead_sentences(reading))
    for sentence in reading.sentences:
        heads = heads_in(reading, *sentence)
        if heads:
            inside = [d for d in dates if sentence[0] <= d.start < sentence[1]]
            found += [_telling(reading, head, sentence, inside, leads=sentence in lead) for head in heads]
    return found


def _telling(reading: Reading, head: Head, sentence: Bounds, dates: list[DateMention], *, leads: bool) -> Telling:
    key = reading.key
    before = key[max(sentence[0], head.start - _REACH) : head.start]
    after = key[head.end : min(sentence[1], head.end + _REACH)]
    rule = next((name for name in _TOLD if _matches(name, before, after)), None)
    host = _host(reading, rule, head, sentence)
    role = reading.role_at(head.start)
    return Telling(
        head=head,
        sentence=sentence,
        role=role,
        lead=leads or role in {"title", "lead"},
        rule=f"meeting.{rule}" if rule else None,
        dates=tuple(_own_dates(head, rule, dates)),
        place=place_in(reading, sentence, head, host) if rule or head.named else None,
        host=host,
        planned=bool(_PLANNED.search(before)) or after.startswith((" sẽ", " dự kiến", " sắp", " tới")),
        former=bool(_FORMERLY.search(before)),
        same_day=bool(_SAME_DAY.match(key, sentence[0], head.start)) or bool(_SAME_DAY.match(key, sentence[0] + 2, head.start)),
        item=bool(_ITEM.match(key, reading.block_at(head.start).start)),
    )


def _matches(name: str, before: str, after: str) -> bool:
    pattern = _pattern(name)
    return bool(pattern.match(after) if pattern.pattern.startswith("^") else pattern.search(before))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return load_rules("meetings").compiled(f"meeting.{name}")


def _host(reading: Reading, rule: str | None, head: Head, sentence: Bounds) -> Bounds | None:
    if rule in {"organised", "opened"}:
        match = _pattern(rule).search(reading.key, max(sentence[0], head.start - _REACH), head.start)
        return host_before(reading, sentence[0], match.start()) if match else None
    return host_after(reading, head.end, sentence[1])


def _own_dates(head: Head, rule: str | None, dates: list[DateMention]) -> list[DateMention]:
    """The dates that may be this meeting's, the likeliest first: before the verb, or right behind the name."""
    events = [d for d in dates if d.role == "event"]
    before = [d for d in reversed(events) if d.start < head.start]
    reach = head.end + (_REACH if rule in {"by-host", "held"} else _NEAR)
    after = [d for d in events if head.end - 1 <= d.start <= reach]
    return [*after, *before] if rule in {"by-host", "held", "told-at", "attended", None} and after else [*before, *after]
