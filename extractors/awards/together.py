"""Honours that are named together: the later goes on with the earlier, is its kind, or goes with it."""

from __future__ import annotations

from dataclasses import replace

from corpus.awards import load_awards
from extractors.awards import wording
from extractors.awards.cues import Cue
from extractors.awards.draft import Draft, Naming
from extractors.awards.signs import word_list
from extractors.awards.state import MAX_BETWEEN, State

PRAISE = "khen-thuong"
ORDER = "huan-chuong"
_BADGES = frozenset({"ky-niem-chuong", "huy-hieu", "bieu-trung"})


def goes_on(state: State, before: Naming, cue: Cue) -> bool:
    """Whether those who received the honour before also receive this one; "tặng A cho" begins to give anew."""
    anew = state.verb_at is not None and state.verb_at >= before.end
    if anew and wording.is_to(state.key(cue.end, cue.end + len(" cho "))):
        return False
    return wording.chains(state.key(before.end, cue.start))


def is_kind_of(state: State, before: Naming, cue: Cue) -> bool:
    """Whether an honour is the one that those just commended are given: "khen thưởng 20 cá nhân Kỷ niệm chương"."""
    if before.honour.family != PRAISE or not before.drafts or state.received is not None or cue.count is not None:
        return False
    gap = state.key(before.end, cue.start)
    return len(gap) < MAX_BETWEEN and wording.is_whose_honour(gap)


def take_over(before: Naming, naming: Naming) -> None:
    """Let the honour that is named take the counts of the mere "khen thưởng" before it."""
    if before.honour.family == PRAISE and naming.honour.family != PRAISE:
        naming.drafts, before.drafts = before.drafts, list[Draft]()
        for draft in naming.drafts:
            draft.naming, draft.end = naming, max(draft.end, naming.end)


def share(state: State, before: Naming, naming: Naming) -> None:
    """Let those who receive an honour receive the badge that goes with it: "được tặng Bằng khen và Huy hiệu"."""
    joined = state.key(before.end, naming.at).strip(' "') in word_list("together_joint")
    if not joined or naming.honour.family not in _BADGES:
        return
    if not naming.drafts and before.objects is None and before.honour.family not in {PRAISE, *_BADGES}:
        naming.drafts = [replace(draft, naming=naming, end=naming.end) for draft in before.drafts if not draft.whole]


def unite_orders(state: State, at: int, before: Naming, naming: Naming) -> None:
    """Let one number that is of orders of two kinds be of orders whose kind is not said."""
    if _are_together(state, at, before, naming):
        counted = before if before.drafts else naming
        counted.honour = next(honour for honour in load_awards().honours if honour.family == ORDER)
        counted.rank = None


def _are_together(state: State, at: int, before: Naming, naming: Naming) -> bool:
    """Whether one number is of two orders: "17 tập thể được tặng Huân chương Độc lập, Huân chương Lao động"."""
    kinds = {before.honour.family, naming.honour.family}
    if len(kinds) < 2 or not all(kind.startswith(ORDER) for kind in kinds):
        return False
    counted = bool(before.drafts) if before.voice == "receive" else not before.drafts and _is_counted_next(state, at)
    return counted and before.objects is None and wording.chains(state.key(before.end, naming.at))


def _is_counted_next(state: State, at: int) -> bool:
    """Whether a number of recipients follows, but for the rank and who gives."""
    later = (cue for cue in state.cues[at + 1 :] if not (cue.ranks or cue.grantor or cue.scope))
    following = next(later, None)
    return following is not None and following.unit is not None
