"""The grammar of a sentence about honours: it reads the cues from left to right and joins counts to honours.

News says either that an authority *gives* an honour *to* so many ("tặng A cho N"), and the count follows the honour,
or that so many *receive* it ("N được tặng A"), and the count comes first. What one clause leaves out it takes over
from the clause before: the verb, the authority, the honour under another rank.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.awards import counts, namings, wording
from extractors.awards.cues import Cue
from extractors.awards.draft import Naming
from extractors.awards.namings import MAX_LIST
from extractors.awards.signs import word_list
from extractors.awards.state import MAX_BETWEEN, State

_LEVEL = "cấp "
_SUPERIORS = "cấp trên"


def read(state: State) -> list[Naming]:
    """All namings of honours in the sentence, each with the counts that belong to it."""
    for at, cue in enumerate(state.cues):
        last = state.naming
        if last is None or not (last.start < cue.start and cue.end <= last.end):
            _step(state, at, cue)
    counts.part(state)
    return state.namings


def read_host(state: State) -> None:
    """Let who holds the gathering be the one that gives honours of which nothing else tells who gives them."""
    unsaid = [naming for naming in state.namings if not (naming.of or naming.agent or naming.honour.level)]
    host = state.givers.host(state.start) if unsaid else None
    for naming in unsaid:
        naming.agent = host


def _step(state: State, at: int, cue: Cue) -> None:
    if cue.mark:
        _mark(state, cue)
    elif cue.ranks:
        namings.rank(state, cue)
    elif cue.honour and counts.are_holders(state, cue, cue.honour):
        counts.count_holders(state, cue, cue.honour)
    elif cue.honour:
        namings.name(state, at, cue, cue.honour)
    elif cue.bare:
        counts.bare(state, at)
    elif cue.unit:
        counts.count(state, at)
    elif cue.deed:
        _deed(state, at, cue)
    else:
        _tell_more(state, at, cue)


def _mark(state: State, cue: Cue) -> None:
    if cue.mark == "(":
        last = state.naming
        near = last is not None and wording.parts_follow(state.key(last.end, cue.start))
        state.inside, state.wholes = True, tuple(last.drafts) if last and near else ()
    elif cue.mark == ")":
        state.inside, state.wholes = False, ()
    elif cue.mark == ";" and not state.inside:
        state.begin_clause(cue)
    elif (
        cue.mark == ":" and not state.subjects and state.key(state.received_end, cue.start).strip() and _is_idle(state)
    ):
        state.received = None


def _is_idle(state: State) -> bool:
    """Whether "được" has not been followed by a word of giving: "công tác khen thưởng được quan tâm: …"."""
    return state.received is not None and (state.verb_at is None or state.verb_at < state.received)


def _deed(state: State, at: int, cue: Cue) -> None:
    if cue.deed in {"give", "commend"}:
        state.verb, state.verb_at = state.key(cue.start, cue.end), cue.start
        state.givers.note(at)
    match cue.deed:
        case "receive":
            state.receive(cue)
        case "propose" if state.key(cue.start, cue.end).endswith(_SUPERIORS):
            state.givers.now = None
        case "propose" if state.received is None and _is_near_subject(state, cue):
            state.receive(cue)
        case "give" if state.wholes and state.received is not None and not _names_honour(state.next(at)):
            if state.verb in word_list("conferring"):
                namings.complete(state)
        case "commend":
            namings.commend(state, at, cue)
        case "recall":
            namings.recall(state, at, cue)
        case "detail" if not state.inside:
            state.detailed = cue.start
            state.wholes = tuple(state.naming.drafts) if state.naming else ()


def _is_near_subject(state: State, cue: Cue) -> bool:
    subject = state.last_subject()
    gap = state.key(subject.end, cue.start) if subject else ","
    return len(gap) < MAX_BETWEEN and "," not in gap


def _names_honour(cue: Cue | None) -> bool:
    return cue is not None and (cue.honour is not None or cue.deed == "recall")


def _tell_more(state: State, at: int, cue: Cue) -> None:
    """Read what else is said of the honour: whose it is, and who receives a number of them."""
    last = state.naming
    if last is None:
        return
    given = last.voice == "give" and any(draft is not last.objects for draft in last.drafts)
    parted = last.drafts and state.detailed > last.at
    if cue.grantor and ((given and last.of) or parted) and _begins_level(state, at, cue):
        state.enter(Naming(last.honour, cue.start, cue.start, cue.end, "give", of=state.givers.level_of(at)))
    elif cue.grantor and _shares(state, last, at):
        last.shared = True
    elif cue.grantor and last.of is None and not given:
        last.of = state.givers.of(at, last.end)
        last.end = max(last.end, last.of.end) if last.of else last.end
    elif cue.plain and _tells_recipients(state, last, cue):
        for naming in _given_together(state):
            naming.plain.add(cue.plain)
            naming.plain_at = cue.end


def _shares(state: State, last: Naming, at: int) -> bool:
    """Whether another authority gives it together with the one in its name: "Cờ thi đua của Chính phủ và Bộ …"."""
    cue = state.cues[at]
    if last.honour.level is None or state.key(last.end, cue.start).strip() != "và":
        return False
    if " của " not in state.key(last.at, last.end) or (cue.grantor and cue.grantor.level == last.honour.level):
        return False
    later = next((one for one in state.cues[at + 1 :] if not (one.grantor or one.scope)), None)
    return later is None or later.deed not in {"give", "commend", "propose"}


def _tells_recipients(state: State, last: Naming, cue: Cue) -> bool:
    """Whether a noun without a number tells who receives the honours that were counted."""
    if last.objects is None or _is_one_person(state, last, cue):
        return False
    return wording.is_plain_to(state.key(max(last.end, last.plain_at), cue.start))


def _is_one_person(state: State, last: Naming, cue: Cue) -> bool:
    """Whether several honours go to one who is named: "2 Giấy khen cho chị Mai"."""
    name = state.reading.text[cue.end : cue.end + 2]
    several = last.objects is not None and last.objects.count > 1
    return several and cue.plain == "individual" and name[:1] == " " and name[1:].isupper()


def _begins_level(state: State, at: int, cue: Cue) -> bool:
    """Whether the same honour is counted at another level: "… cấp tỉnh 12 tập thể; cấp huyện 30 tập thể"."""
    after = state.next(at)
    if after and after.mark == ":":
        after = state.next(at + 1)
    if after is None or after.unit is None or not state.key(cue.start, cue.end).startswith(_LEVEL):
        return False
    return state.key(cue.end, after.start).strip(" :") == ""


def _given_together(state: State) -> Sequence[Naming]:
    """The last naming and those joined to it: "3 A và 2 B cho các tập thể"."""
    together = state.namings[-1:]
    for naming in reversed(state.namings[-MAX_LIST:-1]):
        gap = state.key(naming.end, together[0].at)
        if not naming.objects or len(naming.drafts) > 1 or not wording.chains(gap):
            break
        together.insert(0, naming)
    return together
