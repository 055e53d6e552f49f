"""A count is read: it follows the honour that is given, or waits for the one that it receives."""

from __future__ import annotations

from dataclasses import replace

from corpus.awards import Honour, Unit
from extractors.awards import wording
from extractors.awards.authority import Authority
from extractors.awards.cues import Cue
from extractors.awards.draft import Naming
from extractors.awards.givers import MAX_REACH
from extractors.awards.namings import MAX_LIST, under_rank
from extractors.awards.signs import word_list
from extractors.awards.state import MAX_ALONE, MAX_BETWEEN, State, unit_of

GIFT = "suất"
MAX_LOOSE = 12


def count(state: State, at: int) -> None:
    """Read a number of recipients."""
    cue = state.cues[at]
    if not _is_led(state, cue) or state.key(cue.start, cue.end).endswith(GIFT):
        state.open = False
    elif state.inside:
        if state.naming and not cue.times and (state.wholes or state.naming.voice == "give"):
            state.attach(state.naming, cue, "award.parts")
    elif _is_subject(state, at):
        _wait(state, at)
    elif _is_elided(state, at):
        _wait(state, at)
        state.received = state.received_end = cue.end
    elif _takes(state, cue):
        _give(state, cue)
    elif wording.is_to(state.before(cue)):
        state.open = False
        if state.before(cue).endswith(("tặng ", "trao ")):
            _wait(state, at)
    else:
        _wait(state, at)


def bare(state: State, at: int) -> None:
    """Read a number alone in a list: "Cờ thi đua: 54; hạng Nhất 73, hạng Nhì 88", "2 hạng Nhất"."""
    cue, last, after = state.cues[at], state.naming, state.next(at)
    if last is None or state.received is not None:
        return
    if after and after.ranks and state.key(cue.end, after.start).isspace():
        last = under_rank(last, replace(cue, end=after.end), after.ranks[0])
        state.enter(last)
    elif cue.start - last.end > len(": "):
        _sum(state, last, cue)
        return
    state.attach(last, replace(cue, unit=_unit_in_list(state, last)), "award.listed")


def _sum(state: State, last: Naming, cue: Cue) -> None:
    """Read the total that a sentence tells last: "tổng số tập thể, cá nhân được khen thưởng là 1.250"."""
    if not wording.sums_up(state.key(max(state.start, cue.start - MAX_REACH), cue.start)):
        return
    said = {one.plain for one in state.cues if one.plain and one.end <= cue.start}
    unit = said.pop() if len(said) == 1 else "both" if said >= {"collective", "individual"} else unit_of(last.honour)
    draft = state.attach(last, replace(cue, unit=unit), "award.summed")
    if unit == "item":
        last.objects = draft


def are_holders(state: State, cue: Cue, honour: Honour) -> bool:
    """Whether a number of title-holders are those who receive another honour: "Giấy khen cho 90 gia đình văn hóa"."""
    last = state.naming
    if cue.count is None or last is None or last.honour == honour or unit_of(honour) == "item" or not state.open:
        return False
    gap = state.key(max(last.end, state.titled), cue.start)
    return gap.strip() == "cho" or (state.titled == last.end and gap.strip() in word_list("list_joint"))


def count_holders(state: State, cue: Cue, honour: Honour) -> None:
    """Read a number of title-holders as recipients."""
    _give(state, replace(cue, honour=None, unit=unit_of(honour)))
    state.titled = cue.end


def _unit_in_list(state: State, naming: Naming) -> Unit:
    """What the counts before it in the list counted, else what a number of these honours counts."""
    for before in reversed(state.namings[-MAX_LIST:]):
        if before is not naming and before.honour == naming.honour and before.drafts:
            return before.drafts[-1].unit
    return unit_of(naming.honour)


def _is_led(state: State, cue: Cue) -> bool:
    """Whether what stands before the number lets it count recipients."""
    if wording.is_rescued(state.before(cue)):
        return False
    if cue.times or cue.unit == "decision" or cue.start == state.start or wording.leads(state.before(cue)):
        return True
    return state.naming is not None and not state.key(state.naming.end, cue.start).strip(' "')


def _wait(state: State, at: int) -> None:
    if state.received is not None:
        giver = _giver_alone(state, at)
        if giver and state.subjects:
            state.elided.append((list(state.subjects), giver))
        state.subjects.clear()
        state.received = None
    state.subjects.append(at)
    state.loose.append(at)


def part(state: State) -> None:
    """Let counts that follow an honour, and of which nothing else is said, be the parts of the one they add up to."""
    last, counted = state.naming, [state.cues[at] for at in state.loose[:MAX_LOOSE]]
    if last is None or len(counted) < 2 or any(cue.times or cue.unit in {"item", "decision"} for cue in counted):
        return
    if not wording.opens_parts(state.key(last.end, counted[0].start)):
        return
    total = sum(cue.count or 0 for cue in counted)
    whole = next((draft for draft in last.drafts if draft.count == total), None)
    if whole:
        for cue in counted:
            state.attach(last, cue, "award.parts").whole = whole
        state.loose.clear()


def _giver_alone(state: State, at: int) -> Authority | None:
    """Who gives, where nothing but their name stands between "được" and the next count: "được UBND tỉnh, 9 …"."""
    first = at
    while first and state.cues[first - 1].start >= state.received_end:
        first -= 1
    between = state.cues[first:at]
    if not between or not all(cue.grantor or cue.scope for cue in between):
        return None
    joined = state.before(state.cues[at]).endswith((", ", "và "))
    if state.key(state.received_end, between[0].start).strip() or not joined:
        return None
    return state.authorities.first(between, state.cues[at].start)


def _is_subject(state: State, at: int) -> bool:
    """Whether the clause goes on to say that what is counted receives an honour."""
    cue = state.cues[at]
    before = state.before(cue)
    if before.endswith("cho ") or (state.naming and _is_given_to(state, before)) or _continues_list(state, cue):
        return False
    received = False
    for later in state.cues[at + 1 :]:
        if later.start - cue.end > MAX_REACH or (later.unit and received):
            return False
        if later.mark == ";" and (received or later.start - cue.end > MAX_ALONE or not state.opens_with_count(later)):
            return False
        if later.honour or later.deed in {"commend", "recall"}:
            return received
        if later.deed == "give" and (state.wholes or not received):
            return received
        received = received or later.deed in {"receive", "propose"}
    return False


def _is_elided(state: State, at: int) -> bool:
    """Whether the honour stands right behind the count, the verb being that of the count before it.

    "4 đơn vị được tặng Cờ thi đua, 2 đơn vị Bằng khen", "tặng 3 tập thể Cờ thi đua, 5 tập thể Bằng khen".
    """
    last, after = state.naming, state.next(at)
    if last is None or not last.drafts or after is None or after.honour is None or after.count is not None:
        return False
    handed = last.voice == "receive" or last.drafts[-1].rule == "award.handed"
    between = state.key(state.cues[at].end, after.start)
    return handed and not after.honour.holder and wording.is_handed(between) and between != ""


def _is_given_to(state: State, before: str) -> bool:
    """Whether the words before a count give it the last honour; a colon may open a list: "trong đó:"."""
    last = state.naming
    opens = last is not None and (last.honour.family == "khen-thuong" or last.voice == "receive")
    return wording.is_to(before) and not (opens and before.rstrip().endswith(":"))


def _continues_list(state: State, cue: Cue) -> bool:
    """Whether the count is the next of those that the last honour is given to: of a unit not yet among them."""
    last = state.naming
    if last is None or last.voice != "give" or not last.drafts or not last.named:
        return False
    joined = state.key(last.end, cue.start).strip() in word_list("list_joint")
    return joined and all(draft.unit != cue.unit for draft in last.drafts)


def _takes(state: State, cue: Cue) -> bool:
    """Whether the count follows an honour that is being given."""
    last = state.naming
    if last is None or not state.open or cue.times:
        return False
    before = state.before(cue)
    raised = before.endswith(" lên ")
    gap = state.key(last.end, cue.start)
    if last.voice == "receive" and not raised and not _is_shared_out(last, before, gap):
        return False
    if last.honour.family == "khen-thuong" and len(gap) > MAX_BETWEEN:
        return False
    gap = state.unnamed(last.end, cue.start)
    return not wording.breaks_off(gap, after_count=bool(last.drafts))


def _is_shared_out(naming: Naming, before: str, gap: str) -> bool:
    """Whether what was received is handed on: "đón nhận 9 Huân chương do … trao tặng cho 5 tập thể và 4 cá nhân"."""
    shared = any(draft is not naming.objects for draft in naming.drafts)
    return gap.strip() in word_list("list_joint") and bool(naming.named) if shared else wording.is_to(before)


def _give(state: State, cue: Cue) -> None:
    last = state.naming
    if last:
        last.named = last.named or last.end
        last.end = max(last.end, cue.end)
        state.attach(last, cue, "award.commended" if last.honour.family == "khen-thuong" else "award.given")
