"""An honour is received: the counts and names before "được" get it."""

from __future__ import annotations

from extractors.awards import wording
from extractors.awards.cues import Cue
from extractors.awards.draft import Naming
from extractors.awards.givers import MAX_REACH
from extractors.awards.signs import word_list
from extractors.awards.state import MAX_BETWEEN, State

MAX_TIMES = 24
PRIZE = "giai-thuong"


def is_predicate(state: State, at: int, cue: Cue) -> bool:
    """Whether what was counted or named before receives this honour: nothing but who gives it stands between."""
    if state.inside or state.received is None or (cue.count is not None and _is_prize(cue)):
        return False
    if state.proposed and _is_given_on(state, at):
        return False
    bare = cue.start - state.received_end
    while at and state.cues[at - 1].start >= state.received_end:
        at -= 1
        bare -= state.cues[at].end - state.cues[at].start
    subject = state.last_subject()
    return bare <= MAX_BETWEEN and (subject is None or cue.start - subject.end < MAX_REACH)


def _is_given_on(state: State, at: int) -> bool:
    """Whether an honour that files propose is given to a number: "60 hồ sơ đề nghị … tặng A cho 45 tập thể"."""
    files, after = state.last_subject(), state.next(at)
    if files is None or files.unit != "item":
        return False
    while after and (after.grantor or after.scope):
        at += 1
        after = state.next(at)
    return after is not None and after.unit is not None and wording.is_to(state.before(after))


def _is_prize(cue: Cue) -> bool:
    """Whether a cue names a prize of a contest, whose number counts prizes whoever wins them."""
    return cue.honour is not None and cue.honour.family == PRIZE


def receive(state: State, naming: Naming, cue: Cue) -> None:
    """Let the counts that wait receive an honour; where none waits, note where those who do are named."""
    if not state.subjects:
        naming.subject = _subject(state, state.received or state.anchor)
    for counted in (state.cues[index] for index in state.subjects):
        if not _has_own_number(counted, cue) and (state.received or cue.start) - counted.end <= MAX_REACH:
            rule = _received_rule(state, counted, naming)
            if rule:
                state.attach(naming, counted, rule)
    if naming.drafts:
        _receive_elided(state, naming)
        naming.beside.append((state.cues[state.subjects[-1]].end, state.received or cue.start))
    state.subjects.clear()
    state.received = None


def _subject(state: State, received: int) -> tuple[int, int]:
    """Where those who receive are named: before "được", or where they received another honour just before."""
    before = state.naming
    if before and before.subject and state.key(before.end, received).strip(' "') in word_list("and_then"):
        return before.subject
    return state.anchor, received


def _receive_elided(state: State, naming: Naming) -> None:
    """Let those whose verb was left out receive the same honour, each from their own giver."""
    for subjects, giver in state.elided:
        begins = state.cues[subjects[0]].start
        sibling = Naming(naming.honour, begins, naming.at, naming.end, "receive", naming.rank, agent=giver)
        for index in subjects:
            state.attach(sibling, state.cues[index], "award.received")
        state.namings.append(sibling)
    state.elided.clear()


def _has_own_number(subject: Cue, cue: Cue) -> bool:
    """Whether more honours are counted than those who share them: "ba tỉnh được tặng 286 Huân chương"."""
    return subject.count is not None and cue.count is not None and cue.count > subject.count and not subject.times


def _received_rule(state: State, cue: Cue, naming: Naming) -> str | None:
    """How those counted receive the honour, or `None` where it is others that receive it."""
    gap = state.key(cue.end, state.received or cue.end)
    if wording.names_others(gap) or wording.is_hedged(gap) or (naming.rank and cue.start < state.detailed):
        return None
    if cue.times:
        return "award.times" if len(gap) < MAX_TIMES and "," not in state.key(cue.end, naming.at) else None
    if wording.is_one_of(state.before(cue)):
        return None if "," in gap else "award.one-of"
    return "award.received"
