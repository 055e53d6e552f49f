"""Who holds a meeting and where: the parts of a sentence around its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from corpus.meetings import load_meeting_words
from corpus.rules import fill, load_rules
from extractors.meetings.heads import Head
from extractors.reading import Reading
from extractors.text import phrase_key

Bounds = tuple[int, int]
_AT = re.compile(r"(?<!\w)(?<!điểm cầu )(?<!hiện )(?<!tồn )tại (?=\w)")
_PLACE_END = re.compile(
    r"[,;:\"?!]|(?<= )-(?= )(?! \w+ ?[,.;(])|\n|(?<!\w)(?:đã|vừa|sẽ|được|diễn ra|tổ chức|khai mạc|long trọng|trọng thể|với|do|nhằm|dưới|vào|để|nhân"
    r"|ngày \d+|(?:sáng|chiều|tối|trưa) (?:ngày )?\d+|sáng nay|chiều nay|hôm nay|trong khuôn khổ|trong|theo|có|bằng|khi|và kết nối|kết nối|chính thức|phối hợp)(?!\w)"
)
_NO_PLACE = re.compile(
    r"(?:đây|đó|sao|điểm cầu|các|nhiều|những|một|phiên|thời điểm|quyết định|văn bản|kế hoạch|công văn|tờ trình|nghị|khoản|điều|chỗ|nhà riêng|địa phương"
    r"|việt nam|kỳ|cuộc|buổi|vị trí|hai|ba|\d+)(?!\w)"
)
_REACH = 110
_OPENING = 75
_PLACE_TOO_LONG = 120
_HOST_TOO_LONG = 200
_CLAUSE = re.compile(r"[,;:] ?|(?<= )- ?|\) ?-? ?")
_AFTER_HOST = re.compile(
    r"(?:[ ,]*(?<!\w)(?:đã|vừa|sẽ|cũng|được|tiếp tục|chính thức|long trọng|trọng thể|trang trọng|phối hợp|đồng chủ trì|đồng|cùng|chủ trì"
    r"|và chủ trì|tưng bừng|sôi nổi|thành công|liên kết|về việc|xin|có kế hoạch|dự kiến|chuẩn bị|hôm (?:nay|qua|\d+)|(?:sáng|chiều|tối) (?:nay|\d+)"
    r"|ngày \d+|tham gia)(?!\w)| với| \(|, ?(?:phó|chủ tịch|bí thư|bộ trưởng|thứ trưởng|ông|bà|đồng chí)(?!\w)).*$"
)
_NO_BODY = re.compile(
    r"(?:các )?(?:đồng chí|đ/c|ông|bà|phó|thủ tướng|chủ tịch|chủ nhiệm|bộ trưởng|thứ trưởng|bí thư|tổng bí thư|giám đốc|tổng giám đốc"
    r"|(?:tổng )?cục trưởng|vụ trưởng|trưởng|quyền|thượng tướng|đại tướng|trung tướng|thiếu tướng|đại tá|thượng tá|gs|ts|pgs|ủy viên|ngài|lãnh đạo"
    r"|tại|ngày|sáng|chiều|tối|nhân|nhằm|thực hiện|được|theo|dưới|để|trong|với|từ|sau|vừa|trước|hưởng ứng|đây|đó|thừa|căn cứ|nội dung|công tác"
    r"|việc|phát biểu|chủ trì|kết luận|tham dự|dự|thông tin|nói|ngoài|bên cạnh|cùng|khi|qua|người|tiếp|cảm ơn|cám ơn)(?!\w)"
)
_SPEAKS = re.compile(r"(?<!\w)(?:cho biết|cho rằng|khẳng định|nhấn mạnh|vinh dự|trao tặng|nói|thông tin|đã có)(?!\w)")
_TERRITORY = re.compile(r"(?:tỉnh|thành phố|tp|huyện|thị xã|quận|xã|phường|thị trấn)(?!\w)(?! ủy| đoàn)")
_TOLD_OF = re.compile(r"(?:năm (?:19|20)\d\d|lần thứ \w{1,6}|quý \w{1,3}(?:/\d{4})?|công tác|họp|đại hội|hội nghị|buổi lễ)$")


def host_before(reading: Reading, start: int, verb: int) -> Bounds | None:
    """The body that is the subject of the verb at `verb`: the last stretch before it that begins like a body's name."""
    key = reading.key
    start = max(start, verb - _HOST_TOO_LONG - 150)
    begins = [start, *(clause.end() for clause in _CLAUSE.finditer(key, start, verb) if clause.end() < verb)]
    bodies = [at for at in begins if _org().match(key, at, verb) and not _NO_BODY.match(key, at, verb)]
    proper = [at for at in bodies if not _TERRITORY.match(key, at, verb)] if _AT.search(key, start, verb) else bodies
    at = next(iter(proper or bodies[-1:]), None)
    if at is None and begins and _is_proper_name(reading.text[begins[-1] : verb]) and not _NO_BODY.match(key, begins[-1], verb):
        at = begins[-1]
    return _cut_host(key, at, verb) if at is not None else None


def host_of_name(reading: Reading, start: int, end: int) -> Bounds | None:
    """The body at the end of a name ("phiên họp của Hội đồng …"), or `None`."""
    at = reading.key.rfind(" của ", start, end)
    if at < 0 or not _TOLD_OF.search(reading.key, start - 12, at) or not _org().match(reading.key, at + 5, end) or not reading.text[at + 5].isupper():
        return None
    return _cut_host(reading.key, at + 5, end)


def host_after(reading: Reading, name_end: int, end: int) -> Bounds | None:
    """The body in "do … tổ chức" right behind a name, or `None`."""
    match = load_rules("meetings").compiled("meeting.by-host").match(reading.key[name_end : min(end, name_end + 320)])
    if match is None:
        return None
    return _cut_host(reading.key, name_end + match.start("host"), name_end + match.end("host"))


def place_in(reading: Reading, sentence: Bounds, head: Head, host: Bounds | None) -> Bounds | None:
    """Where the meeting is, as the sentence says it with "tại": before the host or right behind the name."""
    key = reading.key
    behind = max(head.end, host[1] if host else 0)
    before = host[0] if host and host[0] < head.start else head.start
    opening = (p for p in places_in(reading, sentence[0], before, sentence[1]) if _is_adjunct(key, sentence[0], p[0] - len("tại ")))
    found = [*opening, *places_in(reading, head.end, min(sentence[1], behind + _REACH), sentence[1])]
    return next((place for place in found if not (host and place[0] <= host[0] < place[1])), None)


def _is_adjunct(key: str, start: int, at: int) -> bool:
    """Whether a "tại" opens a clause of its own ("Sáng 3/10, tại …"), or at least stands at the opening of the sentence."""
    return at - start <= _OPENING or key[start:at].rstrip().endswith((",", "-", ")", *"0123456789"))


def places_in(reading: Reading, start: int, end: int, limit: int) -> Iterator[Bounds]:
    """The places that follow a "tại" in `[start, end)`; a place may run on to `limit`."""
    for match in _AT.finditer(reading.key, start, end):
        if place := _place(reading, match.end(), limit):
            yield place


def _place(reading: Reading, at: int, limit: int) -> Bounds | None:
    key = reading.key
    if _NO_PLACE.match(key, at, limit) or _meeting_noun().match(key, at, limit):
        return None
    close = _PLACE_END.search(key, at, min(limit, at + _PLACE_TOO_LONG))
    end = close.start() if close else min(limit, at + _PLACE_TOO_LONG)
    opened = key.rfind("(", at, end)
    end = opened if opened > key.rfind(")", at, end) else end
    while end > at and key[end - 1] in " .,-(":
        end -= 1
    return (at, end) if end - at > 1 and end - at < _PLACE_TOO_LONG else None


def _is_proper_name(text: str) -> bool:
    words = text.split()[:2]
    return bool(words) and all(word[0].isupper() for word in words) and (len(words) > 1 or not words[0][1:].islower())


def _cut_host(key: str, start: int, end: int) -> Bounds | None:
    if _NO_BODY.match(key, start, end) or _SPEAKS.search(key, start, end):
        return None
    cut = _AFTER_HOST.search(key[start:end])
    end = start + cut.start() if cut else end
    while end > start and key[end - 1] in " ,-:(":
        end -= 1
    return (start, end) if 2 <= end - start <= _HOST_TOO_LONG else None


@cache
def _org() -> re.Pattern[str]:
    return re.compile(fill("{org}", load_rules("meetings").parts) + r"(?!\w)")


@cache
def _meeting_noun() -> re.Pattern[str]:
    words = sorted((phrase_key(row.word) for row in load_meeting_words().heads), key=len, reverse=True)
    return re.compile("(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")
