"""The same count told twice is one fact: in the headline and the body, in a caption, before and after a list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from extractors.awards.signs import sign
from extractors.awards.standings import RETOLD
from extractors.awards.told import Told
from extractors.awards.totals import linked, under
from extractors.model import Award
from extractors.text import phrase_key

MAX_ALIKE = 200


def merged(told: Sequence[Told]) -> tuple[Award, ...]:
    """One award for each fact, in order of their spans, with `part_of` set."""
    place: dict[int, int] = {}
    kept: dict[int, Told] = {}
    by_count: dict[int, list[int]] = defaultdict(list)
    for i, one in enumerate(told):
        alike = by_count[one.award.count]
        first = next((j for j in alike[-MAX_ALIKE:] if _same(kept[j], one)), None)
        if first is None:
            place[i], kept[i] = i, one
            alike.append(i)
        else:
            place[i], kept[first] = first, _fuller(kept[first], one)
    return _ordered(told, list(linked(kept).items()), place)


def _ordered(told: Sequence[Told], kept: Sequence[tuple[int, Told]], place: dict[int, int]) -> tuple[Award, ...]:
    order = sorted(kept, key=lambda pair: (pair[1].award.span.start, pair[1].award.span.end, pair[0]))
    index = {first: n for n, (first, _) in enumerate(order)}
    awards = []
    for first, one in order:
        whole = one.whole if one.whole is not None else told[first].whole
        part_of = index[place[whole]] if whole is not None and place[whole] != first else None
        if part_of is not None:
            one = under(one, order[part_of][1].award)
        awards.append(replace(one.award, part_of=part_of))
    return tuple(awards)


def _same(one: Told, other: Told) -> bool:
    a, b = one.award, other.award
    if one.sentence == other.sentence or a.count != b.count:
        return False
    if not _same_kind(a, b) or not (_compatible(a.level, b.level) or _is_short_for(a.grantor, b.grantor)):
        return False
    if _speaks_for(a, b):
        return True
    if a.award != b.award:
        return {a.status, b.status} != {"conferred", "proposed"} and not _is_by_another(one, other)
    if {a.level, b.level} != {"state"} and not _same_authority(a.grantor, b.grantor):
        return False
    if a.recipients and b.recipients and not _share_name(a.recipients, b.recipients):
        return False
    retold = one.role in RETOLD or other.role in RETOLD or "award.one-of" in {a.rule, b.rule}
    return retold or a.status == b.status


def _is_short_for(one: str | None, other: str | None) -> bool:
    """Whether one authority is told in full by the other, so that its level is too: "Cục trưởng (Cục X)"."""
    a, b = phrase_key(one or ""), phrase_key(other or "")
    return bool(a and b) and a != b and (a.startswith(f"{b} ") or b.startswith(f"{a} "))


def _is_by_another(one: Told, other: Told) -> bool:
    """Whether the body of an article tells of two honours that two authorities gave."""
    a, b = one.award, other.award
    if one.role in RETOLD or other.role in RETOLD or _same_authority(a.grantor, b.grantor):
        return False
    return a.grantor is not None and b.grantor is not None and _head(a.grantor) != _head(b.grantor)


def _same_kind(a: Award, b: Award) -> bool:
    if a.unit != b.unit:
        return a.award == b.award and _compatible(a.rank, b.rank) and _speaks_for(a, b)
    if a.award == b.award:
        return _compatible(a.rank, b.rank)
    if "huan-chuong" in {a.award, b.award}:
        return a.award.startswith("huan-chuong") and b.award.startswith("huan-chuong") and _names_same(a, b)
    return "khen-thuong" in {a.award, b.award} and a.unit != "item"


def _names_same(a: Award, b: Award) -> bool:
    """Whether both tell of one named winner, of whose order one leaves out the kind."""
    return a.rule == b.rule == "award.winner" and _share_name(a.recipients, b.recipients)


def _speaks_for(a: Award, b: Award) -> bool:
    """Whether one is the winner itself and the other the person who received it in the winner's name."""
    if a.rule != "award.winner" or b.rule != "award.winner":
        return False
    return any(phrase_key(one.recipients[0]) in phrase_key(other.span.quote) for one, other in ((a, b), (b, a)))


def _compatible(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _same_authority(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return True
    a, b = _body(one), _body(other)
    of_a, of_b = _without_committee(a), _without_committee(b)
    if of_a.startswith(of_b) or of_b.startswith(of_a):
        return True
    return a in b or b in a or _initials(one) == _initials(other) or _is_delegated(one) or _is_delegated(other)


def _head(authority: str) -> str:
    """The word that a body's name begins with: "UBND" of "Chủ tịch UBND tỉnh"."""
    return _body(authority).partition(" ")[0]


def _body(authority: str) -> str:
    return sign("leads_body").sub("", phrase_key(authority))


def _without_committee(body: str) -> str:
    """The place alone of what is a committee's: "tỉnh" of "UBND tỉnh"."""
    return sign("committee_of").sub("", body)


def _initials(authority: str) -> str:
    """The letters that a name and its abbreviation share: "Bộ Giáo dục và Đào tạo", "Bộ GD&ĐT"."""
    words = [word for word in re.findall(r"\w+", authority) if word not in {"và", "của"}]
    return "".join(word if word.isupper() else word[0].upper() for word in words)


def _is_delegated(authority: str) -> bool:
    """Whether a person hands over what may be another's to grant: "Phó Chủ tịch …", "Thứ trưởng …"."""
    return sign("delegated").match(phrase_key(authority)) is not None


def _share_name(a: Sequence[str], b: Sequence[str]) -> bool:
    one, other = ([_words_of_name(name) for name in names] for names in (a, b))
    return any(_is_within(x, y) or _is_within(y, x) for x in one for y in other)


def _is_within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a name is told in full by another: its words in a row, or two and more of them anywhere."""
    in_row = " ".join(short) in " ".join(long)
    return in_row or (len(short) > 1 and set(short) <= set(long))


def _words_of_name(name: str) -> list[str]:
    """The words of a name for comparing, dashes and stops left out."""
    return re.findall(r"\w+", sign("of_place").sub("", phrase_key(name)))


def _fuller(one: Told, other: Told) -> Told:
    """The telling that says more; of equals, the one in the body, then the first."""

    def weight(told: Told) -> tuple[bool, int, bool]:
        award = told.award
        said = (award.level, award.grantor, award.rank, award.recipients or None)
        return (
            award.award not in {"khen-thuong", "huan-chuong"},
            sum(part is not None for part in said),
            told.role not in RETOLD,
        )

    return other if weight(other) > weight(one) else one
