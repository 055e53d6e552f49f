"""What a sentence's namings come to once it has been read: units of objects, totals and parts, lone winners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.awards import Unit
from extractors.awards.beside import apart, named_beside
from extractors.awards.draft import Draft, Naming
from extractors.awards.signs import sign, word_list
from extractors.awards.winners import Winner, official_named, winner_after, winner_before, winner_between
from extractors.model import Official
from extractors.reading import Reading

_LONELY = frozenset({"khen-thuong", "giai-thuong", "huy-hieu", "khac", "van-hoa"})
MAX_VERB = 40
PARTY = "đảng"
PRIZE = "giai-thuong"
PRAISE = "khen-thuong"


def settled(reading: Reading, namings: Sequence[Naming], start: int) -> Iterator[Draft]:
    """The counts of a sentence that begins at `start`, in the order in which they were read."""
    before: Naming | None = None
    for naming in namings:
        if naming.honour.holder and not _is_listed(reading, before, naming) and not _confers(reading, naming, start):
            naming.drafts.clear()
        if naming.objects and naming.objects.rule == "award.holders" and _attend(reading, naming, start):
            naming.drafts.clear()
        before = naming
        if naming.objects and naming.honour.family != PRIZE and _is_of_contest(reading, naming, start):
            naming.drafts.clear()
        if naming.objects and naming.drafts:
            _settle_objects(naming, naming.objects)
        if is_of_party(reading, naming):
            naming.agent = None
        _unite(naming.drafts)
        yield from naming.drafts


def _unite(drafts: Sequence[Draft]) -> None:
    """Let a number of examples whose parts are collectives and individuals count both: "150 điển hình, gồm …"."""
    parted: dict[int, set[Unit]] = {}
    for part in drafts:
        if part.whole:
            parted.setdefault(id(part.whole), set()).add(part.unit)
    for whole in drafts:
        if whole.unit == "individual" and parted.get(id(whole), set()) >= {"collective", "individual"}:
            whole.unit = "both"


def _attend(reading: Reading, naming: Naming, start: int) -> bool:
    """Whether title-holders are counted as guests: "dự có 12 Chiến sĩ thi đua", "đoàn đại biểu gồm 5 Anh hùng"."""
    if naming.voice == "receive" or naming.between is not None:
        return False
    clause = reading.key[max(start, naming.at - 90) : naming.at].rpartition(";")[2]
    return sign("attends").search(clause) is not None


def _is_listed(reading: Reading, before: Naming | None, naming: Naming) -> bool:
    """Whether holders are counted in a list of honours: "21 Chiến sĩ thi đua toàn quốc, 7 Anh hùng Lao động"."""
    if before is None or not before.objects or not before.drafts or not naming.objects:
        return False
    return reading.key[before.end : naming.at].strip() in word_list("clause_joint")


def _is_of_contest(reading: Reading, naming: Naming, start: int) -> bool:
    """Whether the number is one of medals and certificates that contestants won: "3 huy chương bạc và 2 bằng khen"."""
    return sign("of_contest").search(reading.key, max(start, naming.at - 40), naming.at) is not None


def is_of_party(reading: Reading, naming: Naming) -> bool:
    """Whether the honour is a badge of the party, whoever hands it over."""
    return naming.honour.family == "huy-hieu" and PARTY in reading.key[naming.at : naming.at + 48]


def _confers(reading: Reading, naming: Naming, start: int) -> bool:
    clause = reading.key[max(start, naming.start - 70) : naming.end].rpartition(";")[2]
    held = naming.objects is not None and sign("holding").search(clause) and not sign("attends").search(clause)
    return bool(held or sign("confers").search(clause) or sign("then_conferred").match(reading.key, naming.end))


def _settle_objects(naming: Naming, objects: Draft) -> None:
    """Tell what a number of honours counts from the recipients after it."""
    parts = [draft for draft in naming.drafts if draft is not objects]
    if not parts:
        if naming.plain:
            objects.unit = "both" if len(naming.plain) > 1 else next(iter(naming.plain))
            objects.end = max(objects.end, naming.plain_at)
        return
    if sum(part.count for part in parts) == objects.count:
        if len(parts) == 1:
            naming.drafts.remove(objects)
            return
        units = {part.unit for part in parts}
        objects.unit = "both" if len(units) > 1 else units.pop()
        for part in parts:
            part.whole = objects


def winners(reading: Reading, namings: Sequence[Naming], end: int, officials: Sequence[Official]) -> Iterator[Draft]:
    """A count for each honour of the sentence whose winner is named: one, or people in a row.

    Of mere praise only beside another honour: "A được tặng Bằng khen; B được UBND huyện khen thưởng".
    """
    told, received = False, None
    for at, naming in enumerate(namings):
        if naming.drafts:
            later = next((one.start for one in namings[at + 1 :] if one.start >= naming.end), end)
            for winner in named_beside(reading, naming, later, end):
                yield _won(reading, naming, winner, officials)
        praised = told and naming.honour.family == PRAISE and naming.voice == "receive" and naming.agent is not None
        if naming.recalled or not (praised or _may_be_one(reading, naming)) or not _is_handed(reading, naming):
            continue
        following = next((later.at for later in namings[at + 1 :] if later.honour.family != PRAISE), end)
        until = following if following > naming.end else end
        one = _winner_besides(reading, naming) if naming.drafts else _winner(reading, naming, until)
        one = one or _still(reading, namings[:at], naming, received)
        received = one or received
        if one:
            told = True
            together = at > 0 and _is_handed_together(reading, namings[at - 1], naming)
            for won in (naming, namings[at - 1]) if together else (naming,):
                yield from (_won(reading, won, winner, officials) for winner in apart(reading, one))


def _still(reading: Reading, before: Sequence[Naming], naming: Naming, received: Winner | None) -> Winner | None:
    """Who received the honour before, where another authority goes on to give.

    "X được A tặng …, B tặng …", "A tặng … cho X; B cũng tặng …".
    """
    giver = naming.agent
    if received is None or naming.voice != "give" or naming.drafts or naming.between is None or giver is None:
        return None
    past = max(before[-1].end, received.end)
    joint = reading.key[past : giver.start].strip(' "') if past <= giver.start else None
    verb = reading.key[giver.end : naming.between[0]]
    goes_on = before[-1].voice == "receive" or sign("gives_too").match(verb)
    said = sign("to_winner").match(reading.key, naming.end) or len(verb) > MAX_VERB
    return received if goes_on and joint in word_list("clause_joint") and not said else None


def _is_handed_together(reading: Reading, before: Naming, naming: Naming) -> bool:
    """Whether one winner is given two honours at once: "tặng Bằng khen và Huy hiệu cho chị X"."""
    if naming.voice != "give" or naming.drafts or before.voice != "give" or before.drafts or before.recalled:
        return False
    joint = reading.key[before.end : naming.at].strip(' "')
    return joint in word_list("together_joint") and _may_be_one(reading, before) and before.honour != naming.honour


def _won(reading: Reading, naming: Naming, winner: Winner, officials: Sequence[Official]) -> Draft:
    """The draft of an honour and who won it; one who is an official has the name that the article gives them."""
    official = official_named(officials, winner) if len(winner.names) == 1 else None
    start, stop = min(naming.start, winner.start), max(naming.end, winner.end)
    names = (official,) if official and winner.unit == "individual" else winner.names
    unit = "collective" if naming.honour.recipient == "collective" else winner.unit
    late = any(verb in reading.key[start : naming.at] for verb in word_list("posthumous"))
    return Draft(naming, len(names), unit, "exact", "award.winner", start, stop, recipients=names, posthumous=late)


def _winner_besides(reading: Reading, naming: Naming) -> Winner | None:
    """Who is named before those counted: "cho Văn phòng Huyện ủy Tam Sơn và 8 cá nhân"."""
    first = min(draft.start_of_count for draft in naming.drafts)
    return winner_after(reading, naming, first) if naming.named and naming.voice == "give" else None


def _may_be_one(reading: Reading, naming: Naming) -> bool:
    """Whether one honour of this kind is told of its winner; of badges those with a motto or of the party."""
    named = naming.honour.family == "huy-hieu" and reading.key[naming.end - 1] != "u"
    return named or naming.honour.family not in _LONELY


def _winner(reading: Reading, naming: Naming, until: int) -> Winner | None:
    if naming.voice == "receive":
        return winner_before(reading, naming)
    return winner_after(reading, naming, until) or winner_between(reading, naming)


def _is_handed(reading: Reading, naming: Naming) -> bool:
    """Whether a word that names an honour only among honours stands right behind its verb."""
    if not naming.honour.weak:
        return True
    return sign("verb_right_before").search(reading.key, max(0, naming.at - 24), naming.at) is not None
