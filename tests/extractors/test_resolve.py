"""Officials are tied to the meeting in which they took part."""

from __future__ import annotations

from extractors.model import Facts, Meeting, Official, RoleClaim, Span
from extractors.resolve import resolved
from tests.articles import reading_of

TEXT = "Hội nghị một họp sáng nay. Ông An dự. Hội nghị hai họp chiều nay. Ông Bình dự. Ông Chi nghỉ."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def meeting(words: str, **more: object) -> Meeting:
    return Meeting(span(words), words, "other", "meeting.x", 0.9, **more)  # type: ignore[arg-type]


def official(name: str, act: str | None) -> Official:
    claims = (RoleClaim("attend", span(act), "role.x"),) if act else ()
    return Official(span(name), name, (), "official.x", 0.9, roles=claims)


def meetings_of(*meetings: Meeting) -> list[int | None]:
    people = (official("Bình", "Bình dự"), official("An", "An dự"), official("Chi", None))
    facts = resolved(reading_of(TEXT), Facts(meetings=meetings, officials=people))
    assert [o.name for o in facts.officials] == ["An", "Bình", "Chi"]
    return [o.meeting for o in facts.officials]


def test_each_goes_to_the_meeting_told_before() -> None:
    assert meetings_of(meeting("Hội nghị một"), meeting("Hội nghị hai")) == [0, 1, None]


def test_a_single_main_meeting_takes_everybody_who_took_part() -> None:
    assert meetings_of(meeting("Hội nghị một", main=False), meeting("Hội nghị hai")) == [1, 1, None]


def test_without_a_meeting_nobody_is_tied() -> None:
    assert meetings_of() == [None, None, None]
