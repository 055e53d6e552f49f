"""The grammar of a sentence about honours: it reads the cues from left to right and joins counts to honours.

News says either that an authority *gives* an honour *to* so many ("tặng A cho N"), and the count follows the honour, or
that so many *receive* it ("N được tặng A"), and the count comes first. What one clause leaves out it takes over from the
clause before: the verb, the authority, the honour under another rank.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.awards import Honour, Unit, load_awards
from extractors.awards import wording
from extractors.awards.authority import Authorities
from extractors.awards.cues import Cue, Rank
from extractors.awards.draft import Draft, Naming
from extractors.awards.givers import MAX_REACH, Givers
from extractors.reading import Reading

MAX_BETWEEN = 70
MAX_TIMES = 24
MAX_LIST = 8
_CONFERRING = frozenset({"phong tặng", "truy tặng", "phong", "truy phong", "tặng", "trao tặng"})
_POSTHUMOUS = frozenset({"truy tặng", "truy phong"})


@dataclass(slots=True)
class Grammar:
    """The state of reading one sentence.

    `subjects` are counts that wait for what they receive, `received` is where "được" stood after them. `wholes` are the
    counts whose parts are being told, `inside` a parenthesis.
    """

    reading: Reading
    cues: Sequence[Cue]
    start: int
    end: int
    authorities: Authorities
    known: Sequence[Honour] = ()
    namings: list[Naming] = field(default_factory=list)
    subjects: list[int] = field(default_factory=list)
    received: int | None = None
    received_end: int = 0
    anchor: int = 0
    givers: Givers = field(init=False)
    verb: str = ""
    verb_at: int | None = None
    open: bool = True
    wholes: tuple[Draft, ...] = ()
    inside: bool = False

    def __post_init__(self) -> None:
        self.anchor = self.start
        self.givers = Givers(self.reading, self.authorities, self.cues, self.start, self.end)

    @property
    def naming(self) -> Naming | None:
        """The honour being spoken of."""
        return self.namings[-1] if self.namings else None

    def read(self) -> list[Naming]:
        """All namings of honours in the sentence, each with the counts that belong to it."""
        for at, cue in enumerate(self.cues):
            if self.naming and self.naming.start < cue.start and cue.end <= self.naming.end:
                continue
            self._read(at, cue)
        return self.namings

    def host(self, namings: Sequence[Naming]) -> None:
        """Let who holds the gathering be the one that gives honours of which nothing else tells who gives them."""
        unsaid = [naming for naming in namings if not (naming.of or naming.agent or naming.honour.level)]
        host = self.givers.host(self.start) if unsaid else None
        for naming in unsaid:
            naming.agent = host

    def _read(self, at: int, cue: Cue) -> None:
        if cue.mark:
            self._mark(cue)
        elif cue.ranks:
            self._rank(cue)
        elif cue.honour:
            self._honour(at, cue, cue.honour)
        elif cue.bare:
            self._bare(at, cue)
        elif cue.unit:
            self._count(at, cue)
        elif cue.deed:
            self._deed(at, cue)
        else:
            self._other(at, cue)

    # -- marks -------------------------------------------------------------------------------------------------------

    def _mark(self, cue: Cue) -> None:
        if cue.mark == "(":
            last = self.naming
            self.inside = True
            near = last is not None and wording.parts_follow(self._key(last.end, cue.start))
            self.wholes = tuple(last.drafts) if last and near else ()
        elif cue.mark == ")":
            self.inside, self.wholes = False, ()
        elif cue.mark == ";" and not self.inside:
            self.anchor = self.givers.anchor = cue.end
            self.subjects.clear()
            self.received, self.verb_at, self.open, self.wholes = None, None, True, ()

    # -- honours -----------------------------------------------------------------------------------------------------

    def _honour(self, at: int, cue: Cue, honour: Honour) -> None:
        before = self.naming
        naming = Naming(self._specific(honour, cue), cue.start, cue.start, cue.end, "give", agent=self.givers.now)
        if self.verb_at is not None and cue.start - self.verb_at < MAX_BETWEEN:
            naming.start = min(naming.start, self.verb_at)
        if self._is_predicate(at, cue):
            naming.voice = "receive"
            self._receive(naming, cue)
        elif before and before.voice == "receive" and wording.chains(self._key(before.end, cue.start)):
            naming.voice, naming.subject = "receive", before.subject
            _take_over(before, naming)
        else:
            self._decide(naming, cue)
        self._enter(naming)
        if cue.count is not None:
            self._objects(naming, cue)

    def _specific(self, honour: Honour, cue: Cue) -> Honour:
        """The order that a bare "huân chương" takes up: "1 Huân chương Độc lập hạng Nhất, 5 huân chương hạng Nhì"."""
        last = self.naming
        taken_up = last and last.honour.family.startswith("huan-chuong-")
        return last.honour if last and taken_up and self._key(cue.end - 11, cue.end) == "huân chương" else honour

    def _is_predicate(self, at: int, cue: Cue) -> bool:
        """Whether what was counted or named before receives this honour: nothing but who gives it stands between."""
        if self.inside or self.received is None:
            return False
        bare = cue.start - self.received_end
        while at and self.cues[at - 1].start >= self.received_end:
            at -= 1
            bare -= self.cues[at].end - self.cues[at].start
        if bare > MAX_BETWEEN:
            return False
        return not self.subjects or cue.start - self.cues[self.subjects[-1]].end < MAX_REACH

    def _receive(self, naming: Naming, cue: Cue) -> None:
        if not self.subjects:
            naming.subject = (self.anchor, self.received or self.anchor)
        for counted in (self.cues[index] for index in self.subjects):
            if (self.received or cue.start) - counted.end > MAX_REACH:
                continue
            rule = self._received_rule(counted)
            if rule:
                self._attach(naming, counted, rule)
        self.subjects.clear()
        self.received = None

    def _received_rule(self, cue: Cue) -> str | None:
        """How those counted receive the honour, or `None` where it is others that receive it."""
        gap = self._key(cue.end, self.received or cue.end)
        if wording.names_others(gap) or wording.is_hedged(gap):
            return None
        if cue.times:
            return "award.times" if len(gap) < MAX_TIMES and "," not in gap else None
        if wording.is_one_of(self._before(cue)):
            return None if "," in gap else "award.one-of"
        return "award.received"

    def _decide(self, naming: Naming, cue: Cue) -> None:
        """Join "N quyết định" to the honour that the decisions grant."""
        last = self.cues[self.subjects[-1]] if self.subjects else None
        if last and last.unit == "decision" and cue.start - last.end < 12:
            self._attach(naming, last, "award.decisions")
        self.subjects.clear()

    def _enter(self, naming: Naming) -> None:
        naming.end = wording.end_of_name(self.reading.text, naming.honour.family, naming.end)
        self.namings.append(naming)
        self.open = True

    def _objects(self, naming: Naming, cue: Cue) -> None:
        unit = self._unit(naming.honour)
        naming.objects = self._attach(naming, replace(cue, unit=unit), "award.objects" if unit == "item" else "award.holders")

    # -- ranks -------------------------------------------------------------------------------------------------------

    def _rank(self, cue: Cue) -> None:
        last = self.naming
        if last is None or not load_awards().families[last.honour.family].ranked:
            return
        rank: Rank | None = cue.ranks[0] if len(cue.ranks) == 1 else None
        if last.rank is None and not self.inside and self._key(last.end, cue.start).strip(' "') in {"", "các"}:
            last.rank, last.end = rank, cue.end
            for draft in last.drafts:
                draft.end = max(draft.end, cue.end)
            return
        voice = "give" if self.inside or self.received is None else last.voice
        naming = Naming(last.honour, cue.start, cue.start, cue.end, voice, rank, last.of, last.agent)
        if self.received is not None and not self.inside:
            self._receive(naming, cue)
        self._enter(naming)

    # -- counts ------------------------------------------------------------------------------------------------------

    def _count(self, at: int, cue: Cue) -> None:
        if not self._is_led(cue):
            self.open = False
        elif self.inside:
            if self.naming and (self.wholes or self.naming.voice == "give"):
                self._attach(self.naming, cue, "award.parts")
        elif self._is_subject(at):
            self._subject(at)
        elif self._takes(cue):
            self._give(cue)
        elif wording.is_to(self._before(cue)):
            self.open = False
        else:
            self._subject(at)

    def _bare(self, at: int, cue: Cue) -> None:
        """Count honours or holders in a list: "Cờ thi đua: 54; hạng Nhất 73, hạng Nhì 88", "2 hạng Nhất"."""
        last = self.naming
        if last is None or self.received is not None:
            return
        after = self.cues[at + 1] if at + 1 < len(self.cues) else None
        if after and after.ranks and after.start - cue.end < 3:
            last = Naming(last.honour, cue.start, cue.start, after.end, "give", after.ranks[0], last.of, last.agent)
            self._enter(last)
        elif cue.start - last.end > 3:
            return
        self._attach(last, replace(cue, unit=self._unit_of_bare(last)), "award.listed")

    def _unit_of_bare(self, naming: Naming) -> Unit:
        """What the counts before it in the list counted, else what a number of these honours counts."""
        for before in reversed(self.namings[-MAX_LIST:]):
            if before is not naming and before.honour == naming.honour and before.drafts:
                return before.drafts[-1].unit
        return self._unit(naming.honour)

    def _is_led(self, cue: Cue) -> bool:
        """Whether what stands before the number lets it count recipients."""
        if cue.times or cue.start == self.start or wording.leads(self._before(cue)):
            return True
        return self.naming is not None and not self._key(self.naming.end, cue.start).strip(' "')

    def _subject(self, at: int) -> None:
        if self.received is not None:
            self.subjects.clear()
            self.received = None
        self.subjects.append(at)

    def _is_subject(self, at: int) -> bool:
        """Whether the clause goes on to say that what is counted receives an honour."""
        cue = self.cues[at]
        before = self._before(cue)
        if before.endswith("cho ") or (self.naming and wording.is_to(before)) or self._continues_list(cue):
            return False
        received = False
        for later in self.cues[at + 1 :]:
            if later.start - cue.end > MAX_REACH or later.mark == ";" or (later.unit and received):
                return False
            if later.honour or later.deed in {"commend", "recall"}:
                return received
            if later.deed == "give" and not received:
                return False
            received = received or later.deed in {"receive", "propose"}
        return False

    def _continues_list(self, cue: Cue) -> bool:
        """Whether the count is the next of those that the last honour is given to: of a unit not yet among them."""
        last = self.naming
        if last is None or last.voice != "give" or not last.drafts:
            return False
        joined = self._key(last.end, cue.start).strip() in {",", "và", "cùng"}
        return joined and all(draft.unit != cue.unit for draft in last.drafts)

    def _takes(self, cue: Cue) -> bool:
        """Whether the count follows an honour that is being given."""
        last = self.naming
        if last is None or not self.open or cue.times:
            return False
        before = self._before(cue)
        if last.voice == "receive" and not before.endswith(" lên "):
            if last.drafts or not wording.is_to(before):
                return False
        gap = self._key(last.end, cue.start)
        if last.honour.family == "khen-thuong" and len(gap) > MAX_BETWEEN:
            return False
        return not wording.breaks_off(gap, after_count=bool(last.drafts))

    def _give(self, cue: Cue) -> None:
        last = self.naming
        if last:
            last.end = max(last.end, cue.end)
            self._attach(last, cue, "award.commended" if last.honour.family == "khen-thuong" else "award.given")

    def _attach(self, naming: Naming, cue: Cue, rule: str) -> Draft:
        draft = Draft.of_cue(naming, cue, cue.unit or "item", rule)
        draft.whole = self._whole(draft)
        draft.posthumous = self.verb in _POSTHUMOUS
        naming.drafts.append(draft)
        return draft

    def _whole(self, part: Draft) -> Draft | None:
        """The count before it that includes this one: of the same unit, else the first that is larger."""
        larger = [whole for whole in self.wholes if whole.count >= part.count]
        same = [whole for whole in larger if whole.unit == part.unit]
        return next(iter([*same, *larger]), None)

    # -- deeds -------------------------------------------------------------------------------------------------------

    def _deed(self, at: int, cue: Cue) -> None:
        if cue.deed in {"give", "commend"}:
            self.verb, self.verb_at = self._key(cue.start, cue.end), cue.start
            self.givers.note(at)
        match cue.deed:
            case "receive":
                self._received(cue)
            case "propose" if self.subjects and self.received is None and self._is_near(cue):
                self._received(cue)
            case "give":
                self._complete(at)
            case "commend":
                self._honour(at, cue, next(h for h in load_awards().honours if h.family == "khen-thuong"))
            case "recall":
                self._recall(at, cue)
            case "detail" if not self.inside:
                self.wholes = tuple(self.naming.drafts) if self.naming else ()

    def _received(self, cue: Cue) -> None:
        if self.received is None:
            self.received = cue.start
        self.received_end = cue.end
        self.givers.now = None

    def _is_near(self, cue: Cue) -> bool:
        return cue.start - self.cues[self.subjects[-1]].end < MAX_BETWEEN

    def _complete(self, at: int) -> None:
        """Give "trong đó 13 mẹ được phong tặng", which names no honour, the one whose parts are being told."""
        after = self.cues[at + 1] if at + 1 < len(self.cues) else None
        named = after is not None and (after.honour is not None or after.deed == "recall")
        if self.wholes and self.naming and self.received is not None and self.verb in _CONFERRING and not named:
            for index in self.subjects:
                self._attach(self.naming, self.cues[index], "award.parts")
            self.subjects.clear()
            self.received = None

    def _recall(self, at: int, cue: Cue) -> None:
        """Take "danh hiệu này" for the honour last named that it can mean."""
        word = self._key(cue.start, cue.end).split()[0]
        for honour in reversed(self.known):
            if word in {"phần", "hình"} or _is_called(word, honour):
                self._honour(at, cue, honour)
                self.namings[-1].recalled = True
                return

    def _other(self, at: int, cue: Cue) -> None:
        last = self.naming
        if last is None:
            return
        given = last.voice == "give" and any(draft is not last.objects for draft in last.drafts)
        if cue.grantor and last.of is None and not given:
            last.of = self.givers.of(at, last.end)
            last.end = max(last.end, last.of.end) if last.of else last.end
        elif cue.plain and last.objects and wording.is_plain_to(self._key(max(last.end, last.plain_at), cue.start)):
            for naming in self._given_together():
                naming.plain.add(cue.plain)
                naming.plain_at = cue.end

    def _given_together(self) -> list[Naming]:
        """The last naming and those joined to it: "3 A và 2 B cho các tập thể"."""
        together = self.namings[-1:]
        for naming in reversed(self.namings[-MAX_LIST:-1]):
            gap = self._key(naming.end, together[0].start)
            if not naming.objects or len(naming.drafts) > 1 or not wording.chains(gap):
                break
            together.insert(0, naming)
        return together

    def _unit(self, honour: Honour) -> Unit:
        return honour.unit or load_awards().families[honour.family].unit

    def _before(self, cue: Cue) -> str:
        return self._key(max(self.start, cue.start - wording.LEAD_REACH), cue.start)

    def _key(self, start: int, end: int) -> str:
        return self.reading.key[start:end]


def _take_over(before: Naming, naming: Naming) -> None:
    """Let the honour that is named take the counts of the mere "khen thưởng" before it."""
    if before.honour.family == "khen-thuong" and naming.honour.family != "khen-thuong":
        naming.drafts, before.drafts = before.drafts, []
        for draft in naming.drafts:
            draft.naming, draft.end = naming, max(draft.end, naming.end)


def _is_called(word: str, honour: Honour) -> bool:
    title = load_awards().families[honour.family].unit != "item"
    return title if word == "danh" else word == "huân" and honour.family.startswith("huan-chuong")
