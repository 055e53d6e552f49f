"""A lone winner named instead of counted: "trao A cho ông X", "Công ty X đón nhận A"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.awards.draft import Naming
from extractors.awards.names import addressed, personal_name
from extractors.model import AwardUnit, Official
from extractors.reading import Reading

_TO = re.compile(r"[\s\"]*(?:năm \d{4}\s*)?(?:cho|tặng)\s+")
_CLIP = re.compile(
    r"[,;:()\n]|\s(?:vì|đã|có|với|năm|trong|tại|nhân|về|là|do|lần|từ|giai đoạn|hoàn thành|ngày|để|khi|được|vào|và các|không|cũng|mà|này)\s|\s[-–]\s"
)
_DELEGATE = re.compile(r"(?:đại diện(?: lãnh đạo| cho)?|lãnh đạo|tập thể lãnh đạo|tập thể|tập thể cán bộ)\s+")
_PLURAL = re.compile(r"(?<!\w)(?:các|những|nhiều|một số|một trong|hàng (?:chục|trăm|nghìn|ngàn|loạt)|mọi|toàn bộ)(?!\w)|^\d")
_BODY = re.compile(
    r"(?:tập thể|đơn vị|công ty|tổng công ty|tập đoàn|ngân hàng|cục|chi cục|tổng cục|sở|trường|huyện|xã|phường|quận|thị xã|thành phố|tp|tỉnh|ngành"
    r"|trung tâm|bệnh viện|đội|phòng|ban|hội|đoàn|lực lượng|nhân dân|cán bộ|đảng bộ|đảng ủy|hải quan|văn phòng|viện|học viện|đại học|khoa|báo|đài"
    r"|công an|bộ|ủy ban|ubnd|mttq|liên đoàn|lđlđ|hợp tác xã|htx|chi bộ|công đoàn|chi nhánh|nhà máy|xí nghiệp|câu lạc bộ|clb|thôn|bản|ấp|tổ|khối|vụ"
    r"|vietnam|hiệp hội|kho bạc|thanh tra|tòa án|bảo hiểm|trạm|đồn|trung đoàn|sư đoàn|lữ đoàn|tiểu đoàn|quân khu|bộ đội)(?!\w)"
)
_CUT = re.compile(r"[,;:\n]\s*|(?<!\w\.)(?<!tp)(?<!pgs)(?<!gs)(?<!ts)(?<!bs)\.\s+|\)\s*[-–]?\s*")
_PROPER = re.compile(r"[A-ZĐÀ-Ỹ]\S{1,30}(?:\s(?:[-–&]\s)?[A-ZĐÀ-Ỹ\d]\S{0,30}){0,6}")
_CAPITAL = re.compile(r"[A-ZĐÀ-Ỹ]")


@dataclass(frozen=True, slots=True)
class Winner:
    """A winner named at `[start, end)`."""

    start: int
    end: int
    name: str
    unit: AwardUnit


def winner_after(reading: Reading, naming: Naming, end: int) -> Winner | None:
    """Who the honour is given to, named after it."""
    start = _TO.match(reading.key, naming.end, end)
    if not start:
        return None
    clip = _CLIP.search(reading.key, start.end(), min(end, start.end() + 160))
    return _winner(reading, start.end(), clip.start() if clip else min(end, start.end() + 160))


def winner_before(reading: Reading, naming: Naming) -> Winner | None:
    """Who receives the honour, named before "được" or "đón nhận"."""
    if naming.subject is None:
        return None
    start, end = naming.subject
    for cut in _CUT.finditer(reading.key, start, end):
        start = cut.end()
    text = reading.text[start:end]
    dash = re.search(r"\s[-–]\s", text)
    if dash and personal_name(text[: dash.start()].strip()):
        end = start + dash.start()
    return _winner(reading, start, end)


def _winner(reading: Reading, start: int, end: int) -> Winner | None:
    while end > start and not reading.text[end - 1].isalnum():
        end -= 1
    end -= len(re.search(r"(?:\s+(?:đã|cũng|vinh dự|còn|lại|tiếp tục|vừa|cũng đã))*$", reading.key[start:end])[0])  # type: ignore[index]
    delegate = _DELEGATE.match(reading.key, start, end)
    body_start = delegate.end() if delegate else start
    key = reading.key[body_start:end]
    if end - body_start < 3 or end - body_start > 110 or _PLURAL.search(key):
        return None
    name_at = addressed(key)
    text = reading.text[body_start:end]
    if name_at and not delegate:
        return Winner(start, end, text[name_at:], "individual") if _CAPITAL.match(text[name_at:]) else None
    return _named(reading, body_start, end, by_delegate=delegate is not None)


def _named(reading: Reading, start: int, end: int, *, by_delegate: bool) -> Winner | None:
    text, key = reading.text[start:end], reading.key[start:end]
    name = personal_name(text)
    if name and not by_delegate and " của " not in key:
        return Winner(start, end, name, "individual")
    body = _BODY.match(key)
    if body and body.end() < len(key):
        return Winner(start, end, text, "collective")
    if _PROPER.fullmatch(text):
        return Winner(start, end, text, "collective")
    return None


def official_named(officials: Sequence[Official], winner: Winner) -> str | None:
    """The name of the official whose mention lies within the winner's words."""
    for official in officials:
        for mention in (official.span, *official.mentions):
            if winner.start <= mention.start and mention.end <= winner.end:
                return official.name
    return None
