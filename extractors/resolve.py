"""What holds across fact kinds once each has been found: order, and who took part in which meeting."""

from __future__ import annotations

from dataclasses import replace

from extractors.model import Facts, Meeting, Official
from extractors.reading import Reading

_TAKES_PART = {"chair", "speak", "present_award", "receive_award", "attend"}


def resolved(reading: Reading, facts: Facts) -> Facts:
    """The facts in order of their spans, each official tied to the meeting in which he or she took part."""
    officials = tuple(_placed(reading, official, facts.meetings) for official in facts.officials)
    return replace(facts, officials=tuple(sorted(officials, key=lambda o: o.span.start)))


def _placed(reading: Reading, official: Official, meetings: tuple[Meeting, ...]) -> Official:
    """The official with the meeting that the text reports around the first role, else the main one."""
    acts = [claim.span.start for claim in official.roles if claim.role in _TAKES_PART]
    if not acts or not meetings:
        return official
    main = [i for i, meeting in enumerate(meetings) if meeting.main] or [0]
    if len(main) == 1:
        return replace(official, meeting=main[0])
    told_before = [i for i in main if _opening(reading, meetings[i]) <= acts[0]]
    return replace(official, meeting=told_before[-1] if told_before else main[0])


def _opening(reading: Reading, meeting: Meeting) -> int:
    return reading.sentence_at(meeting.span.start)[0]
