"""Judges the facts of one document against its gold facts: one verdict for each thing compared.

Matching is greedy and one to one, required gold facts first; an optional gold fact that is found counts for nothing,
and excuses what it matched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.evaluate.compare import folded, folded_campaign, folded_title, likeness

Fact = Mapping[str, Any]
Likeness = Callable[[Fact, Fact], float]

GENERIC = "thi-dua-yeu-nuoc"
_CLOSE, _CLOSE_NAME, _CLOSE_PLACE = 0.88, 0.85, 0.8
_SAME_MEETING, _SAME_AWARD = 0.9, 1.0
_STRICT = ("unit", "level", "status")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one comparison adds to a metric; `found` is the fact that the program made, `None` for a miss."""

    document: str
    metric: str
    outcome: str
    detail: str
    right: int = 0
    wrong: int = 0
    missed: int = 0
    found: Fact | None = None


@dataclass(frozen=True, slots=True)
class Pairing:
    """Gold facts with what was found for them, gold facts missed, and facts found in excess."""

    pairs: tuple[tuple[Fact, Fact], ...]
    missed: tuple[Fact, ...]
    spare: tuple[Fact, ...]


def paired(gold: Sequence[Fact], found: Sequence[Fact], like: Likeness) -> Pairing:
    """Match each gold fact, required ones first, with the likest fact still free (likeness above 0)."""
    free = list(found)
    pairs: list[tuple[Fact, Fact]] = []
    missed: list[Fact] = []
    for fact in sorted(gold, key=_optional):
        best = max(free, key=lambda other: like(fact, other), default=None)
        if best is not None and like(fact, best) > 0:
            pairs.append((fact, best))
            free.remove(best)
        else:
            missed.append(fact)
    return Pairing(tuple(pairs), tuple(missed), tuple(free))


def judged(gold: Fact, found: Fact) -> Iterator[Verdict]:
    """Every verdict on one document; `found` is in the guide's shape."""
    document = str(gold["id"])
    yield from _campaigns(document, gold, found)
    yield from _officials(document, gold, found)
    yield from _meetings(document, gold, found)
    yield from _awards(document, gold, found)
    yield from _verdicts(document, "shares", _pair_shares(gold, found), str)
    yield from _published(document, gold, found)


def _optional(fact: Fact) -> bool:
    return bool(fact.get("optional"))


def _listed(document: Fact, key: str) -> list[Fact]:
    return list(document.get(key) or [])


def _verdicts(document: str, metric: str, pairing: Pairing, show: Callable[[Fact], str]) -> Iterator[Verdict]:
    for gold, found in pairing.pairs:
        yield Verdict(document, metric, "right", show(found), right=int(not _optional(gold)), found=found)
    for gold in pairing.missed:
        if not _optional(gold):
            yield Verdict(document, metric, "missed", show(gold), missed=1)
    for found in pairing.spare:
        yield Verdict(document, metric, "wrong", show(found), wrong=1, found=found)


def _field(
    document: str,
    metric: str,
    gold: object,
    found: object,
    detail: str,
    *,
    right: bool,
) -> Iterator[Verdict]:
    if gold or found:
        outcome = "right" if right else "differs"
        counts = (1, 0, 0) if right else (0, int(bool(found)), int(bool(gold)))
        yield Verdict(document, metric, outcome, detail, *counts)


def _campaigns(document: str, gold: Fact, found: Fact) -> Iterator[Verdict]:
    pairing = paired(_merged(_listed(gold, "campaigns")), _merged(_listed(found, "campaigns")), _like_campaign)
    yield from _verdicts(document, "campaigns", pairing, lambda c: f"{c.get('campaign')} {c.get('name')}")
    for want, have in pairing.pairs:
        if want.get("campaign") and not _optional(want):
            right = want["campaign"] == have.get("campaign")
            yield Verdict(document, "campaign_ids", "", str(want["name"]), right=right, missed=not right)
        if not _optional(want) and want["mentions"] is not None and have["mentions"] is not None:
            yield _mentions(document, want, have)


def _mentions(document: str, want: Fact, have: Fact) -> Verdict:
    both = min(want["mentions"], have["mentions"])
    wrong, missed = have["mentions"] - both, want["mentions"] - both
    outcome = "count" if wrong or missed else "right"
    detail = f"{want.get('name')}: gold {want['mentions']} found {have['mentions']}"
    return Verdict(document, "campaign_mentions", outcome, detail, both, wrong, missed)


def _merged(campaigns: Iterable[Fact]) -> list[Fact]:
    merged: dict[str, dict[str, Any]] = {}
    for campaign in campaigns:
        if campaign.get("campaign") == GENERIC:
            continue
        key = campaign.get("campaign") or folded_campaign(campaign.get("name"))
        mentions = campaign.get("mentions", 1)
        if key not in merged:
            merged[key] = {**campaign, "mentions": mentions}
        elif mentions is None or merged[key]["mentions"] is None:
            merged[key]["mentions"] = None
        else:
            merged[key]["mentions"] += mentions
    return list(merged.values())


def _like_campaign(a: Fact, b: Fact) -> float:
    if a.get("campaign") and b.get("campaign"):
        return float(a["campaign"] == b["campaign"])
    x, y = folded_campaign(a.get("name")), folded_campaign(b.get("name"))
    if x == y:
        return 1.0
    return 0.9 if likeness(x, y) >= _CLOSE_NAME else 0.0


def _officials(document: str, gold: Fact, found: Fact) -> Iterator[Verdict]:
    pairing = paired(_listed(gold, "officials"), _listed(found, "officials"), _like_official)
    yield from _verdicts(document, "officials", pairing, lambda o: f"{o.get('name')} {o.get('titles')}")
    for metric in ("titles", "roles"):
        for missed in pairing.missed:
            if not _optional(missed):
                yield Verdict(document, metric, "person", str(missed["name"]), missed=len(missed.get(metric, [])))
        for spare in pairing.spare:
            yield Verdict(document, metric, "person", str(spare["name"]), wrong=len(spare.get(metric, [])))
    for want, have in pairing.pairs:
        if not _optional(want):
            yield from _titles(document, want, have)
            yield from _roles(document, want, have)


def _like_official(a: Fact, b: Fact) -> float:
    return float(bool(_names(a) & _names(b)))


def _names(official: Fact) -> set[str]:
    return {folded(name) for name in [official.get("name"), *(official.get("aliases") or [])] if name}


def _titles(document: str, want: Fact, have: Fact) -> Iterator[Verdict]:
    gold = [{"title": t} for t in want.get("titles", [])]
    excused = [{"title": t, "optional": True} for t in want.get("optional_titles", [])]
    found = [{"title": t} for t in have.get("titles", [])]
    pairing = paired([*gold, *excused], found, _like_title)
    yield from _verdicts(document, "titles", pairing, lambda t: f"{want['name']}: {t['title']}")


def _like_title(a: Fact, b: Fact) -> float:
    like = likeness(folded_title(a["title"]), folded_title(b["title"]))
    return like if like >= _CLOSE else 0.0


def _roles(document: str, want: Fact, have: Fact) -> Iterator[Verdict]:
    gold, excused, found = (set(x or ()) for x in (want.get("roles"), want.get("optional_roles"), have.get("roles")))
    right, wrong, missed = gold & found, found - gold - excused, gold - found
    outcome = "differs" if wrong or gold ^ found else "right"
    detail = f"{want['name']}: gold {sorted(gold)} found {sorted(found)}"
    yield Verdict(document, "roles", outcome, detail, len(right), len(wrong), len(missed), have)


def _meetings(document: str, gold: Fact, found: Fact) -> Iterator[Verdict]:
    wanted = [{**m, "optional": m.get("optional") or not m.get("main", True)} for m in _listed(gold, "meetings")]
    pairing = paired(wanted, _listed(found, "meetings"), _like_meeting)
    yield from _verdicts(document, "meetings", pairing, lambda m: f"{m.get('date')} {m.get('kind')} {m.get('name')}")
    for want, have in pairing.pairs:
        if not _optional(want):
            yield from _meeting_fields(document, want, have)


def _meeting_fields(document: str, want: Fact, have: Fact) -> Iterator[Verdict]:
    kind_right = have.get("kind") in _kinds(want)
    kinds = f"gold {want.get('kind')} found {have.get('kind')}"
    yield from _field(document, "meeting_kind", 1, 1, kinds, right=kind_right)
    for name in ("date", "period"):
        a, b = want.get(name), have.get(name)
        yield from _field(document, f"meeting_{name}", a, b, f"gold {a} found {b}", right=a == b)
    for name in ("place", "host"):
        a, b = folded_title(want.get(name)), folded_title(have.get(name))
        right = bool(a and b) and (likeness(a, b) >= _CLOSE_PLACE or a in b or b in a)
        detail = f"gold {want.get(name)} found {have.get(name)}"
        yield from _field(document, f"meeting_{name}", a, b, detail, right=right)


def _kinds(meeting: Fact) -> set[str]:
    return set(meeting.get("kinds") or [meeting.get("kind")])


def _like_meeting(a: Fact, b: Fact) -> float:
    if a.get("date") and b.get("date") and a["date"] != b["date"]:
        return 0.0
    x, y = set(folded(a.get("name")).split()), set(folded(b.get("name")).split())
    same_day = bool(a.get("date")) and a.get("date") == b.get("date")
    shared = len(x & y) / max(1, min(len(x), len(y)))
    like = 1.0 * same_day + 0.6 * bool(_kinds(a) & _kinds(b)) + 0.5 * shared
    return like if like >= _SAME_MEETING else 0.0


def _awards(document: str, gold: Fact, found: Fact) -> Iterator[Verdict]:
    pairing = paired(_listed(gold, "awards"), _listed(found, "awards"), _like_award)
    fields = ("count", "unit", "award", "rank", "level", "status")
    yield from _verdicts(document, "awards", pairing, lambda a: " ".join(str(a.get(f)) for f in fields))
    for want, have in pairing.pairs:
        differing = [f for f in (*_STRICT, "qualifier") if _strict(want, f) != _strict(have, f)]
        differing += ["award"] * (_family(want) != _family(have))
        detail = f"{have.get('count')}: " + ", ".join(f"{f} {want.get(f)}→{have.get(f)}" for f in differing)
        if not _optional(want):
            counts = (0, 1, 1) if differing else (1, 0, 0)
            yield Verdict(document, "awards_strict", "differs" if differing else "right", detail, *counts, have)
    missed = sum(not _optional(m) for m in pairing.missed)
    yield Verdict(document, "awards_strict", "", "", wrong=len(pairing.spare), missed=missed)


def _strict(award: Fact, field: str) -> object:
    return (award.get(field) or "exact") if field == "qualifier" else award.get(field)


def _family(award: Fact) -> tuple[object, object]:
    return award.get("award"), award.get("rank") and str(award["rank"])


def _like_award(a: Fact, b: Fact) -> float:
    if a.get("count") != b.get("count"):
        return 0.0
    same = {field: a.get(field) == b.get(field) for field in _STRICT}
    like = (_family(a) == _family(b)) + 0.5 * same["unit"] + 0.25 * same["level"] + 0.1 * same["status"]
    return like if like >= _SAME_AWARD else 0.0


def _pair_shares(gold: Fact, found: Fact) -> Pairing:
    return paired(
        _listed(gold, "shares"), _listed(found, "shares"), lambda a, b: float(a.get("percent") == b.get("percent"))
    )


def _published(document: str, gold: Fact, found: Fact) -> Iterator[Verdict]:
    if "published" in gold:
        a, b = gold["published"], found.get("published")
        yield from _field(document, "published", a, b, f"gold {a} found {b}", right=a == b)
