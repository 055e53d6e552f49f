"""An honour is named: by its name, by its rank alone, or by a word that takes up an earlier one."""

from __future__ import annotations

from dataclasses import replace

from corpus.awards import Honour, load_awards
from extractors.awards import wording
from extractors.awards.cues import Cue, Rank
from extractors.awards.draft import Draft, Naming
from extractors.awards.givers import MAX_REACH
from extractors.awards.state import MAX_BETWEEN, State, unit_of

MAX_TIMES = 24
MAX_LIST = 8
PRIZE = "giai-thuong"
PRAISE = "khen-thuong"


def name(state: State, at: int, cue: Cue, honour: Honour) -> Naming:
    """Name an honour: what waits for it receives it, else it is being given."""
    before = state.naming
    naming = Naming(
        _specific(state, honour, cue), cue.start, cue.start, cue.end, "give", honour.rank, agent=state.givers.now
    )
    _hold_verb(state, naming)
    if _is_predicate(state, at, cue):
        naming.voice = "receive"
        _receive(state, naming, cue)
    elif before and _is_kind_of(state, before, cue):
        _take_over(before, naming)
    elif before and before.voice == "receive" and _goes_on(state, before, cue):
        naming.voice, naming.subject = "receive", before.subject
        _take_over(before, naming)
    else:
        _decide(state, naming, cue)
    state.enter(naming)
    if cue.count is not None:
        unit = unit_of(naming.honour)
        rule = "award.objects" if unit == "item" else "award.holders"
        naming.objects = state.attach(naming, replace(cue, unit=unit), rule)
    return naming


def rank(state: State, cue: Cue) -> None:
    """Rank the honour just named, or name it again under another rank: "hạng Nhì cho 1 tập thể, hạng Ba cho …"."""
    last = state.naming
    if last is None or not load_awards().families[last.honour.family].ranked:
        return
    one: Rank | None = cue.ranks[0] if len(cue.ranks) == 1 else None
    if last.rank is None and not state.inside and state.key(last.end, cue.start).strip(' "') in {"", "các"}:
        last.rank, last.end = one, cue.end
        for draft in last.drafts:
            draft.end = max(draft.end, cue.end)
        return
    received = state.received is not None and not state.inside
    naming = under_rank(last, cue, one)
    if received:
        naming.voice = last.voice
        _receive(state, naming, cue)
    state.enter(naming)


def under_rank(last: Naming, cue: Cue, one: Rank | None) -> Naming:
    """The honour of a naming under another rank, given by the same authority."""
    return Naming(last.honour, cue.start, cue.start, cue.end, "give", one, last.of, last.agent)


def recall(state: State, at: int, cue: Cue) -> None:
    """Take "danh hiệu này" for the honour last named that it can mean."""
    word = state.key(cue.start, cue.end).split()[0]
    for honour in reversed(state.known):
        if word in {"phần", "hình"} or _is_called(word, honour):
            name(state, at, cue, honour).recalled = True
            return


def commend(state: State, at: int, cue: Cue) -> None:
    """Name an honour whose kind is not said."""
    name(state, at, cue, next(honour for honour in load_awards().honours if honour.family == "khen-thuong"))


def complete(state: State) -> None:
    """Give "trong đó 13 mẹ được phong tặng", which names no honour, the one whose parts are being told."""
    if state.naming:
        for index in state.subjects:
            state.attach(state.naming, state.cues[index], "award.parts")
        state.subjects.clear()
        state.received = None


def _specific(state: State, honour: Honour, cue: Cue) -> Honour:
    """The order that a bare "huân chương" takes up: "1 Huân chương Độc lập hạng Nhất, 5 huân chương hạng Nhì"."""
    last = state.naming
    if last is None or not last.honour.family.startswith("huan-chuong-"):
        return honour
    return last.honour if state.key(cue.start, cue.end).endswith("huân chương") else honour


def _is_predicate(state: State, at: int, cue: Cue) -> bool:
    """Whether what was counted or named before receives this honour: nothing but who gives it stands between."""
    if state.inside or state.received is None or (cue.count is not None and _is_prize(cue)):
        return False
    bare = cue.start - state.received_end
    while at and state.cues[at - 1].start >= state.received_end:
        at -= 1
        bare -= state.cues[at].end - state.cues[at].start
    subject = state.last_subject()
    return bare <= MAX_BETWEEN and (subject is None or cue.start - subject.end < MAX_REACH)


def _is_prize(cue: Cue) -> bool:
    """Whether a cue names a prize of a contest, whose number counts prizes whoever wins them."""
    return cue.honour is not None and cue.honour.family == PRIZE


def _receive(state: State, naming: Naming, cue: Cue) -> None:
    if not state.subjects:
        naming.subject = (state.anchor, state.received or state.anchor)
    for counted in (state.cues[index] for index in state.subjects):
        if not _has_own_number(counted, cue) and (state.received or cue.start) - counted.end <= MAX_REACH:
            rule = _received_rule(state, counted, naming)
            if rule:
                state.attach(naming, counted, rule)
    if naming.drafts:
        _receive_elided(state, naming)
    state.subjects.clear()
    state.received = None


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


def _goes_on(state: State, before: Naming, cue: Cue) -> bool:
    """Whether those who received the honour before also receive this one; "tặng A cho" begins to give anew."""
    anew = state.verb_at is not None and state.verb_at >= before.end
    if anew and wording.is_to(state.key(cue.end, cue.end + len(" cho "))):
        return False
    return wording.chains(state.key(before.end, cue.start))


def _is_kind_of(state: State, before: Naming, cue: Cue) -> bool:
    """Whether an honour is the one that those just commended are given: "khen thưởng 20 cá nhân Kỷ niệm chương"."""
    if before.honour.family != PRAISE or not before.drafts or state.received is not None or cue.count is not None:
        return False
    gap = state.key(before.end, cue.start)
    return len(gap) < MAX_BETWEEN and wording.is_whose_honour(gap)


def _hold_verb(state: State, naming: Naming) -> None:
    """Let the naming begin at the verb of giving before it, and note what stands between the two."""
    if state.verb_at is None:
        return
    if naming.at - state.verb_at < MAX_BETWEEN:
        naming.start = min(naming.start, state.verb_at)
    last = state.naming
    if last is None or last.at < state.verb_at:
        naming.between = (state.verb_at + len(state.verb), naming.at)


def _decide(state: State, naming: Naming, cue: Cue) -> None:
    """Join "N quyết định" to the honour that the decisions grant, "tặng N" to the honour that follows."""
    subject = state.last_subject()
    if subject and subject.unit == "decision" and cue.start - subject.end < MAX_TIMES:
        state.attach(naming, subject, "award.decisions")
    elif subject and naming.between and _are_given(state, naming, naming.between[0]):
        for index in state.subjects:
            state.attach(naming, state.cues[index], "award.handed")
    state.subjects.clear()


def _are_given(state: State, naming: Naming, since: int) -> bool:
    """Whether the counts that wait stand right behind the verb, and the honour right behind them."""
    first, last = state.cues[state.subjects[0]], state.cues[state.subjects[-1]]
    before, after = state.key(since, first.start), state.key(last.end, naming.at)
    return before.strip() in {"", "cho"} and len(after) < MAX_BETWEEN and wording.is_handed(after)


def _take_over(before: Naming, naming: Naming) -> None:
    """Let the honour that is named take the counts of the mere "khen thưởng" before it."""
    if before.honour.family == PRAISE and naming.honour.family != PRAISE:
        naming.drafts, before.drafts = before.drafts, list[Draft]()
        for draft in naming.drafts:
            draft.naming, draft.end = naming, max(draft.end, naming.end)


def _is_called(word: str, honour: Honour) -> bool:
    title = load_awards().families[honour.family].unit != "item"
    return title if word == "danh" else word == "huân" and honour.family.startswith("huan-chuong")
