"""The small words between counts and honours: what lets a number count, what joins, what breaks off.

All patterns run over the match key, on stretches that the caller keeps short.
"""

from __future__ import annotations

import re

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
LEAD_REACH = 24

_LEADS = re.compile(
    r"(?:^|[,;:(\[\-•*+/\"]|(?<!\w)(?:cho|tặng|trao|đối với|với|và|cùng|gồm|có|là|cả|thêm|dương|vinh|danh|thưởng|khen|trong"
    r"|trong số|tới|đến|đã|hiện|nay|này|dịp|biểu|chọn|nhận|phong|số|ngoài|qua|thì|lên|tôn|xét|nghị|trình|nhất|sách|toàn bộ"
    r"|hạng\s\w+|các\s(?:loại|hạng)|được|đợt|tổng\scộng|tổng\ssố))\s*$"
)
_TO = re.compile(r"(?:(?<!\w)(?:cho|tặng|lên)|:)\s*$")
_ONE_OF = re.compile(r"(?<!\w)(?:một|1)\s+trong(?:\s+số)?\s*$")
_REASON = re.compile(
    r"(?<!\w)(?:vì|do|nhằm|để|đã|giúp|hỗ trợ|ủng hộ|cứu|bởi|thu hút|bắt|phục vụ|đang|quản lý|nuôi|đóng góp|đại diện cho)(?!\w)"
)
_GIFT = re.compile(r"(?:triệu|tỷ|nghìn|ngàn|000) ?đồng|suất|phần quà|học bổng|sổ tiết kiệm|tiền mặt|căn nhà")
_QUOTED = re.compile(r"\"[^\"]{0,160}\"?")
_CHAIN = re.compile(
    r"[\s\"]*(?:,|và|&|cùng|đồng thời)?[\s\"]*(?:(?:trao |được )?tặng|trao|nhận)?[\s\"]*(?:danh hiệu)?[\s\"]*"
)
_OF = re.compile(r"[\s\"]*(?:năm \d{4}\s*)?(?:lần thứ \w+\s*)?(của|do|cấp|từ)?\s*(?:các\s+)?\"?")
_PLAIN_TO = re.compile(r"[\s(]*(?:,|và|cho|tặng|của|là)?\s*(?:các|những)?\s*")
_PARTED = re.compile(r"[\s\"]*(?:các (?:loại|hạng)\s*)?")
_MANY = re.compile(
    r"(?:,|và|cùng)\s+(?:các|những|nhiều)\s+(?:[^\W\d]+\s+){1,3}(?:(?:và|,)\s+(?:[^\W\d]+\s+){1,3})?$"
)
_HEDGED = re.compile(r"(?<!\w)(?:cần|nên|xứng đáng|đáng|phải|có thể|muốn|mong|mong muốn)\s*$")
_MOTTO = re.compile(
    r"\s*[“\"][^”\"\n]{3,120}[”\"]|\s+Vì\s[^,;.\n]{3,90}?(?=\s(?:cho|tặng|của|năm)\s|[,;.\n]|$)"
)
_PROPER = re.compile(
    rf"(?:\s+(?:[“\"][^”\"\n]{{3,80}}[”\"]|[{UPPER}]\w*)){{1,8}}(?:\s+năm\s+\d{{4}})?"
)
_MORE_OF_NAME = {
    "ky-niem-chuong": _MOTTO, "huy-chuong": _MOTTO, "huy-hieu": _MOTTO, "bieu-trung": _PROPER, "giai-thuong": _PROPER,
    "khac": _PROPER,
}  # fmt: skip


def leads(before: str) -> bool:
    """Whether what stands before a number lets it count recipients.

    >>> leads("ubnd tỉnh tặng bằng khen cho "), leads("đã giúp ")
    (True, False)
    """
    return _LEADS.search(before) is not None


def is_to(before: str) -> bool:
    """Whether what stands before a number gives something to those counted: "cho", "tặng", a colon."""
    return _TO.search(before) is not None


def is_one_of(before: str) -> bool:
    """Whether one of those counted is told of: "là một trong"."""
    return _ONE_OF.search(before) is not None


def breaks_off(gap: str, *, after_count: bool) -> bool:
    """Whether a reason or another gift stands between an honour and a count; a semicolon begins anew.

    >>> breaks_off(" cho công ty sao mai vì đã giúp đỡ cho ", after_count=False)
    True
    >>> breaks_off(" \\"vì sự nghiệp giáo dục\\" cho ", after_count=False)
    False
    """
    gap = _QUOTED.sub("", gap.rsplit(";", 1)[-1])
    return _REASON.search(gap) is not None or (after_count and _GIFT.search(gap) is not None)


def chains(gap: str) -> bool:
    """Whether two honours are given together: "A và B", "khen thưởng, tặng B"."""
    return _CHAIN.fullmatch(gap) is not None


def belongs(gap: str) -> str | None:
    """The word that ties an authority to the honour before it ("của", "do", or none said); `None` if nothing does."""
    match = _OF.fullmatch(gap)
    return (match[1] or "") if match else None


def principal_at(key: str, start: int, end: int) -> int:
    """Where the name after "thừa ủy quyền (của)" must begin."""
    match = _OF.match(key, start, end)
    return match.end() if match else start


def is_plain_to(gap: str) -> bool:
    """Whether nouns without a number tell who receives: "cho các", "(", "và"."""
    return _PLAIN_TO.fullmatch(gap) is not None


def parts_follow(gap: str) -> bool:
    """Whether a parenthesis comes close enough to tell the parts of what stands before it."""
    return _PARTED.fullmatch(gap) is not None


def names_others(gap: str) -> bool:
    """Whether others than those counted are the ones that receive: "300 đại biểu cùng các cá nhân (được …)"."""
    return _MANY.search(gap) is not None


def is_hedged(before: str) -> bool:
    """Whether "được" is only wished for: "cần được", "xứng đáng được"."""
    return _HEDGED.search(before) is not None


def end_of_name(text: str, family: str, end: int) -> int:
    """Where the name of an honour is over that goes on with a motto or a proper name: Kỷ niệm chương “Vì …”."""
    more = _MORE_OF_NAME.get(family)
    match = more.match(text, end) if more else None
    return match.end() if match else end
