"""The small words between counts and honours: what lets a number count, what joins, what breaks off.

All of them look at stretches of match key that the caller keeps short.
"""

from __future__ import annotations

import re

from extractors.awards.signs import sign

LEAD_REACH = 24

_QUOTED = re.compile(r"\"[^\"]{0,160}\"?")
_MORE_OF_NAME = {
    "ky-niem-chuong": "motto", "huy-chuong": "motto", "huy-hieu": "of_badge", "bieu-trung": "proper_name",
    "giai-thuong": "proper_name", "khac": "proper_name",
}  # fmt: skip


def leads(before: str) -> bool:
    """Whether what stands before a number lets it count recipients.

    >>> leads("ubnd tỉnh tặng bằng khen cho "), leads("đã giúp ")
    (True, False)
    """
    return sign("leads").search(before) is not None


def is_to(before: str) -> bool:
    """Whether what stands before a number gives something to those counted: "cho", "tặng", a colon."""
    return sign("gives_to").search(before) is not None


def is_rescued(before: str) -> bool:
    """Whether those counted are the ones that were helped or caught: "cứu được 14 người"."""
    return sign("rescued").search(before) is not None


def is_one_of(before: str) -> bool:
    """Whether one of those counted is told of: "là một trong"."""
    return sign("one_of").search(before) is not None


def breaks_off(gap: str, *, after_count: bool) -> bool:
    """Whether a reason or another gift stands between an honour and a count; a semicolon begins anew.

    >>> breaks_off(" cho công ty sao mai vì đã giúp đỡ cho ", after_count=False)
    True
    >>> breaks_off(" \\"vì sự nghiệp giáo dục\\" cho ", after_count=False)
    False
    """
    gap = _QUOTED.sub("", gap.rsplit(";", 1)[-1])
    return sign("reason").search(gap) is not None or (after_count and sign("gift").search(gap) is not None)


def chains(gap: str) -> bool:
    """Whether two honours are given together: "A và B", "khen thưởng, tặng B"."""
    return sign("chain").fullmatch(gap) is not None


def belongs(gap: str) -> str | None:
    """The word that ties an authority to the honour before it ("của", "do", or none said); `None` if nothing does."""
    match = sign("belongs").fullmatch(gap)
    return (match["tie"] or "") if match else None


def principal_at(key: str, start: int, end: int) -> int:
    """Where the name after "thừa ủy quyền (của)" must begin."""
    match = sign("belongs").match(key, start, end)
    return match.end() if match else start


def is_plain_to(gap: str) -> bool:
    """Whether nouns without a number tell who receives: "cho các", "(", "và"."""
    return sign("plain_to").fullmatch(gap) is not None


def parts_follow(gap: str) -> bool:
    """Whether a parenthesis comes close enough to tell the parts of what stands before it."""
    return sign("parts_follow").fullmatch(gap) is not None


def opens_parts(gap: str) -> bool:
    """Whether the words before a count let it be a part of what was counted before.

    >>> opens_parts(" của ubnd tỉnh, trong đó "), opens_parts("; tham gia có ý kiến của ")
    (True, False)
    """
    return sign("opens_parts").search(gap) is not None


def sums_up(before: str) -> bool:
    """Whether a number is the total that the sentence leads to.

    >>> sums_up("tổng số bằng khen đã tặng trong năm là "), sums_up("số tiền thưởng kèm bằng khen là ")
    (True, False)
    """
    return sign("sums_up").search(before) is not None


def is_handed(gap: str) -> bool:
    """Whether those counted are handed the honour that follows: "tặng 12 tập thể (danh hiệu) A".

    >>> is_handed(" danh hiệu "), is_handed(" tiêu biểu và "), is_handed(" học bổng, ")
    (True, False, False)
    """
    return sign("handed").fullmatch(gap) is not None


def is_whose_honour(gap: str) -> bool:
    """Whether only words about those counted stand before the honour that they are given.

    >>> is_whose_honour(" ngoài ngành "), is_whose_honour(" tiêu biểu và trao "), is_whose_honour(" được tặng ")
    (True, False, False)
    """
    return sign("whose_honour").fullmatch(gap) is not None


def names_others(gap: str) -> bool:
    """Whether others than those counted are the ones that receive: "300 đại biểu cùng các cá nhân (được …)"."""
    return sign("names_others").search(gap) is not None


def is_hedged(before: str) -> bool:
    """Whether "được" is only wished for: "cần được", "xứng đáng được"."""
    return sign("hedged").search(before) is not None


def end_of_name(text: str, family: str, end: int) -> int:
    """Where the name of an honour is over that goes on with a motto or a proper name: Kỷ niệm chương “Vì …”."""
    more = _MORE_OF_NAME.get(family)
    match = sign(more).match(text, end) if more else None
    return match.end() if match else end
