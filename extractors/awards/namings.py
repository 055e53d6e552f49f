"""An honour is named: by its name, by its rank alone, or by a word that takes up an earlier one."""

from __future__ import annotations

from dataclasses import replace

from corpus.awards import Honour, load_awards
from extractors.awards import receiving, together, wording
from extractors.awards.cues import Cue, Rank
from extractors.awards.draft import Naming
from extractors.awards.signs import word_list
from extractors.awards.state import MAX_BETWEEN, State, unit_of

MAX_LIST = 8
_RESULTS = "khen thưởng"


def name(state: State, at: int, cue: Cue, honour: Honour) -> Naming:
    """Name an honour: what waits for it receives it, else it is being given."""
    before = state.naming
    naming = Naming(
        _specific(state, honour, cue), cue.start, cue.start, cue.end, "give", honour.rank, agent=state.givers.now
    )
    _hold_verb(state, naming)
    if receiving.is_predicate(state, at, cue):
        naming.voice = "receive"
        receiving.receive(state, naming, cue)
    elif before and together.is_kind_of(state, before, cue):
        together.take_over(before, naming)
    elif before and before.voice == "receive" and together.goes_on(state, before, cue):
        naming.voice, naming.subject = "receive", before.subject
        together.take_over(before, naming)
        together.share(state, before, naming)
    else:
        _decide(state, naming, cue)
    if before and cue.count is None:
        together.unite_orders(state, at, before, naming)
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
        receiving.receive(state, naming, cue)
    state.enter(naming)


def under_rank(last: Naming, cue: Cue, one: Rank | None) -> Naming:
    """The honour of a naming under another rank, given by the same authority."""
    return Naming(last.honour, cue.start, cue.start, cue.end, "give", one, last.of, last.agent)


def recall(state: State, at: int, cue: Cue) -> None:
    """Take "danh hiệu này" for the honour last named that it can mean."""
    word = state.key(cue.start, cue.end).split()[0]
    for honour in reversed(state.known):
        if word in word_list("any_honour") or _is_called(word, honour):
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
        state.loose.clear()
        state.received = None


def _specific(state: State, honour: Honour, cue: Cue) -> Honour:
    """The order that a bare "huân chương" takes up: "1 Huân chương Độc lập hạng Nhất, 5 huân chương hạng Nhì"."""
    last = state.naming
    if last is None or not last.honour.family.startswith("huan-chuong-"):
        return honour
    return last.honour if state.key(cue.start, cue.end).endswith("huân chương") else honour


def _hold_verb(state: State, naming: Naming) -> None:
    """Let the naming begin at the verb of giving before it, and note what stands between the two."""
    if state.verb_at is None:
        return
    announced = state.verb == _RESULTS and ":" in state.key(state.verb_at, naming.at)
    if naming.at - state.verb_at < MAX_BETWEEN and not announced:
        naming.start = min(naming.start, state.verb_at)
    last = state.naming
    if last is None or last.at < state.verb_at:
        naming.between = (state.verb_at + len(state.verb), naming.at)


def _decide(state: State, naming: Naming, cue: Cue) -> None:
    """Join "N quyết định" to the honour that the decisions grant, "tặng N" to the honour that follows."""
    subject = state.last_subject()
    if subject and subject.unit == "decision" and cue.start - subject.end < receiving.MAX_TIMES:
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


def _is_called(word: str, honour: Honour) -> bool:
    title = load_awards().families[honour.family].unit != "item"
    return title if word == "danh" else word == "huân" and honour.family.startswith("huan-chuong")
