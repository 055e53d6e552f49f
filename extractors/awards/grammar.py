"""The grammar of a sentence about honours: it reads the cues from left to right and joins counts to honours.

News says either that an authority *gives* an honour *to* so many ("tặng A cho N"), and the count follows the honour, or
that so many *receive* it ("N được tặng A"), and the count comes first. What one clause leaves out it takes over from the
clause before: the verb, the authority, the honour under another rank.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.awards import Honour, Unit, load_awards
from extractors.awards.authority import Authorities, Authority
from extractors.awards.cues import Cue, Rank
from extractors.awards.draft import Draft, Naming
from extractors.reading import Reading

MAX_REACH = 260
MAX_BETWEEN = 70
_LEADS = re.compile(
    r"(?:^|[,;:(\[\-•*+/\"]|(?<!\w)(?:cho|tặng|trao|đối với|với|và|cùng|gồm|có|là|cả|thêm|dương|vinh|danh|thưởng|khen|trong|trong số"
    r"|tới|đến|đã|hiện|nay|này|dịp|biểu|chọn|nhận|phong|số|ngoài|qua|thì|lên|tôn|xét|nghị|trình|nhất|toàn bộ|hạng\s\w+|các\s(?:loại|hạng)|được|đợt|tổng\scộng|tổng\ssố))\s*$"
)
_REASON = re.compile(r"(?<!\w)(?:vì|do|nhằm|để|đã|giúp|hỗ trợ|ủng hộ|cứu|bởi|thu hút|bắt|phục vụ|đang|quản lý|nuôi|đóng góp)(?!\w)")
_CHAIN = re.compile(r"[\s\"]*(?:,|và|&|cùng|đồng thời)?[\s\"]*(?:(?:trao |được )?tặng|trao|nhận)?[\s\"]*(?:danh hiệu)?[\s\"]*")
_OF = re.compile(r"[\s\"]*(?:năm \d{4}\s*)?(?:lần thứ \w+\s*)?(?:của|do|cấp|từ)?\s*(?:các\s+)?\"?")
_MOTTO = re.compile(r"\s*[“\"][^”\"\n]{3,120}[”\"]|\s+Vì\s[^,;.\n]{3,90}?(?=\s(?:cho|tặng|của|năm)\s|[,;.\n]|$)")
_PROPER = re.compile(r"(?:\s+(?:[“\"][^”\"\n]{3,80}[”\"]|[A-ZĐÀ-Ỹ][\wà-ỹ]*)){1,8}(?:\s+năm\s+\d{4})?")
_MORE_OF_NAME = {"ky-niem-chuong": _MOTTO, "huy-chuong": _MOTTO, "bieu-trung": _PROPER, "giai-thuong": _PROPER, "khac": _PROPER}
_TO = re.compile(r"(?:(?<!\w)(?:cho|tặng|lên)|:)\s*$")
_ONE_OF = re.compile(r"(?:một|1)\s+trong(?:\s+số)?\s*$")
_GIFT = re.compile(r"(?:triệu|tỷ|nghìn|ngàn|000) ?đồng|suất|phần quà|học bổng|sổ tiết kiệm|tiền mặt|căn nhà")
_NEW_SUBJECT = re.compile(r"(?<![\w“\"])[A-ZĐÀ-Ỹ]\w+")
_CONFERRING = frozenset({"phong tặng", "truy tặng", "phong", "truy phong", "tặng", "trao tặng"})
_POSTHUMOUS = frozenset({"truy tặng", "truy phong"})
_QUOTED = re.compile(r"\"[^\"]{0,160}\"?")
_PLAIN_TO = re.compile(r"[\s(]*(?:,|và|cho|tặng|của|là)?\s*(?:các|những)?\s*")
_PARTED = re.compile(r"[\s\"]*(?:các (?:loại|hạng)\s*)?")


@dataclass(slots=True)
class Grammar:
    """The state of reading one sentence; `read` takes the cues one by one."""

    reading: Reading
    authorities: Authorities
    cues: Sequence[Cue]
    start: int
    known: Sequence[Honour] = ()
    naming: Naming | None = None
    namings: list[Naming] = field(default_factory=list)
    subjects: list[int] = field(default_factory=list)
    received: int | None = None
    received_end: int = 0
    anchor: int = 0
    agent: Authority | None = None
    verb: str = ""
    verb_at: int | None = None
    open: bool = True
    wholes: tuple[Draft, ...] = ()
    inside: bool = False

    def read(self) -> list[Naming]:
        """All namings of honours in the sentence, each with the counts that belong to it."""
        self.anchor = self.start
        for i, cue in enumerate(self.cues):
            if self.naming and cue.end <= self.naming.end and cue.start > self.naming.start:
                continue
            if cue.mark:
                self._mark(cue)
            elif cue.ranks:
                self._rank(cue)
            elif cue.honour:
                self._honour(i, cue, cue.honour)
            elif cue.bare:
                self._bare(i, cue)
            elif cue.unit:
                self._count(i, cue)
            elif cue.deed:
                self._deed(i, cue)
            else:
                self._other(i, cue)
        return self.namings

    # -- marks -------------------------------------------------------------------------------------------------------

    def _mark(self, cue: Cue) -> None:
        if cue.mark == "(":
            self._open_parenthesis(cue)
        elif cue.mark == ")":
            self.inside, self.wholes = False, ()
        elif cue.mark == ";" and not self.inside:
            self._begin_clause(cue.end)

    def _begin_clause(self, at: int) -> None:
        self.subjects.clear()
        self.received = None
        self.verb_at = None
        self.anchor = at
        self.open = True
        self.wholes = ()

    def _open_parenthesis(self, cue: Cue) -> None:
        last = self.naming
        near = last is not None and _PARTED.fullmatch(self._key(last.end, cue.start)) is not None
        self.inside = True
        self.wholes = tuple(last.drafts) if last and near else ()

    # -- honours -----------------------------------------------------------------------------------------------------

    def _honour(self, at: int, cue: Cue, honour: Honour) -> None:
        before = self.naming
        if before and self._key(cue.end - 11, cue.end) == "huân chương" and before.honour.family.startswith("huan-chuong-"):
            honour = before.honour
        naming = Naming(honour, cue.start, cue.end, "give", agent=self.agent)
        if self.verb_at is not None:
            naming.start = min(naming.start, self.verb_at)
        if self._is_predicate(cue):
            naming.voice = "receive"
            self._receive(naming)
        elif before and before.voice == "receive" and self._follows(before, cue):
            naming.voice, naming.subject = "receive", before.subject
            self._take_over(before, naming)
        else:
            self._decide(naming, cue)
        self._enter(naming)
        if cue.count is not None:
            self._objects(naming, cue)

    def _is_predicate(self, cue: Cue) -> bool:
        """Whether what was counted or named before receives this honour: nothing but who gives it stands between."""
        if self.inside or self.received is None:
            return False
        covered = sum(c.end - c.start for c in self.cues if self.received_end <= c.start < cue.start)
        if cue.start - self.received_end - covered > MAX_BETWEEN:
            return False
        return not self.subjects or cue.start - self.cues[self.subjects[-1]].end < MAX_REACH

    def _decide(self, naming: Naming, cue: Cue) -> None:
        """Join "N quyết định" to the honour that the decisions grant."""
        last = self.cues[self.subjects[-1]] if self.subjects else None
        if last and last.unit == "decision" and cue.start - last.end < 12:
            self._attach(naming, last, "award.decisions")
        self.subjects.clear()

    @staticmethod
    def _take_over(before: Naming, naming: Naming) -> None:
        """Let the honour that is named take the counts of the mere "khen thưởng" before it."""
        if before.honour.family == "khen-thuong" and naming.honour.family != "khen-thuong":
            naming.drafts, before.drafts = before.drafts, []
            for draft in naming.drafts:
                draft.naming, draft.end, draft.rule = naming, max(draft.end, naming.end), "award.received"

    def _receive(self, naming: Naming) -> None:
        if not self.subjects:
            if self.received is not None and not naming.subject:
                naming.subject = (self.anchor, self.received)
            self.received = None
            return
        for index in self.subjects:
            counted = self.cues[index]
            self._attach(naming, counted, self._received_rule(counted))
        self.subjects.clear()
        self.received = None

    def _received_rule(self, cue: Cue) -> str:
        if cue.times:
            return "award.times"
        return "award.one-of" if _ONE_OF.search(self._key(max(self.start, cue.start - 24), cue.start)) else "award.received"

    def _enter(self, naming: Naming) -> None:
        more = _MORE_OF_NAME.get(naming.honour.family)
        motto = more.match(self.reading.text, naming.end) if more else None
        if motto:
            naming.end = motto.end()
        self.naming = naming
        self.namings.append(naming)
        self.open = True

    def _objects(self, naming: Naming, cue: Cue) -> None:
        family = load_awards().families[naming.honour.family]
        unit = naming.honour.unit or family.unit
        rule = "award.objects" if unit == "item" else "award.holders"
        draft = Draft.of_cue(naming, cue, unit, rule)
        draft.whole = self._whole(draft)
        draft.posthumous = self.verb in _POSTHUMOUS
        naming.objects = draft
        naming.drafts.append(draft)

    def _follows(self, before: Naming, cue: Cue) -> bool:
        return _CHAIN.fullmatch(self._key(before.end, cue.start)) is not None

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
        voice = "give" if self.inside or not self.received else last.voice
        naming = Naming(last.honour, cue.start, cue.end, voice, rank, last.of, last.agent)
        if self.received is not None and not self.inside:
            self._receive(naming)
        self._enter(naming)

    # -- counts ------------------------------------------------------------------------------------------------------

    def _count(self, at: int, cue: Cue) -> None:
        if not self._is_led(cue):
            self.open = False
        elif self.inside:
            if self.naming and (self.wholes or self.naming.voice == "give"):
                self._part(cue)
        elif self._is_subject(at):
            self._subject(at)
        elif self._takes(cue):
            self._give(cue)
        elif self._after_to(cue):
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
            last = Naming(last.honour, cue.start, after.end, "give", after.ranks[0], last.of, last.agent)
            self._enter(last)
        elif cue.start - last.end > 3:
            return
        self._attach(last, replace(cue, unit=self._unit_of_bare(last)), "award.listed")

    def _unit_of_bare(self, naming: Naming) -> Unit:
        """What the counts before it in the list counted, else what a number of these honours counts."""
        for before in reversed(self.namings):
            if before is not naming and before.honour == naming.honour and before.drafts:
                return before.drafts[-1].unit
        return naming.honour.unit or load_awards().families[naming.honour.family].unit

    def _is_led(self, cue: Cue) -> bool:
        """Whether what stands before the number lets it count recipients."""
        before = self._key(max(self.start, cue.start - 24), cue.start)
        if cue.times or _LEADS.search(before):
            return True
        return cue.start == self.start or (self.naming is not None and not self._key(self.naming.end, cue.start).strip(' "'))

    def _subject(self, at: int) -> None:
        if self.received is not None and self.subjects:
            self.subjects.clear()
            self.received = None
        if not self.subjects:
            self.received = None
        self.subjects.append(at)

    def _is_subject(self, at: int) -> bool:
        """Whether the clause goes on to say that what is counted receives an honour."""
        cue = self.cues[at]
        if self.naming and (self._after_to(cue) or self._continues_list(cue)):
            return False
        received = False
        for later in self.cues[at + 1 :]:
            if later.start - cue.end > MAX_REACH or later.mark == ";":
                return False
            if later.deed in {"receive", "propose"}:
                received = True
            elif later.honour or later.deed in {"commend", "recall"}:
                return received
            elif later.unit and received:
                return False
            elif later.deed == "give" and not received:
                return False
        return False

    def _continues_list(self, cue: Cue) -> bool:
        """Whether the count is the next of those that the last honour is given to: of a unit not yet among them."""
        last = self.naming
        if last is None or last.voice != "give" or not last.drafts:
            return False
        joined = self._key(last.end, cue.start).strip() in {",", "và", "cùng"}
        return joined and all(draft.unit != cue.unit for draft in last.drafts)

    def _after_to(self, cue: Cue) -> bool:
        return _TO.search(self._key(max(self.start, cue.start - 8), cue.start)) is not None

    def _takes(self, cue: Cue) -> bool:
        """Whether the count follows an honour that is being given."""
        last = self.naming
        if last is None or not self.open or cue.times:
            return False
        raised = self._key(max(self.start, cue.start - 5), cue.start) == " lên "
        if last.voice == "receive" and not raised and not (last.subject and not last.drafts and self._after_to(cue)):
            return False
        gap = self._key(last.end, cue.start)
        if last.honour.family == "khen-thuong" and len(gap) > MAX_BETWEEN:
            return False
        gap = _QUOTED.sub("", gap.rsplit(";", 1)[-1])
        return not (_REASON.search(gap) or (last.drafts and _GIFT.search(gap)))

    def _give(self, cue: Cue) -> None:
        last = self.naming
        if last:
            last.end = max(last.end, cue.end)
            self._attach(last, cue, "award.commended" if last.honour.family == "khen-thuong" else "award.given")

    def _part(self, cue: Cue) -> None:
        if self.naming:
            self._attach(self.naming, cue, "award.parts")

    def _attach(self, naming: Naming, cue: Cue, rule: str) -> None:
        draft = Draft.of_cue(naming, cue, cue.unit or "item", rule)
        draft.whole = self._whole(draft)
        draft.posthumous = self.verb in _POSTHUMOUS
        naming.drafts.append(draft)

    def _whole(self, part: Draft) -> Draft | None:
        """The count before it that includes this one: of the same unit, else the first that is larger."""
        if part in self.wholes:
            return None
        larger = [whole for whole in self.wholes if whole.count >= part.count]
        same = [whole for whole in larger if whole.unit == part.unit]
        return next(iter([*same, *larger]), None)

    # -- deeds -------------------------------------------------------------------------------------------------------

    def _deed(self, at: int, cue: Cue) -> None:
        match cue.deed:
            case "receive":
                self._received(cue)
            case "propose":
                if self.subjects and self.received is None and cue.start - self.cues[self.subjects[-1]].end < MAX_BETWEEN:
                    self._received(cue)
            case "give":
                self.verb, self.verb_at = self._key(cue.start, cue.end), cue.start
                self._note_agent(at)
                self._complete(at)
            case "commend":
                self.verb, self.verb_at = self._key(cue.start, cue.end), cue.start
                self._note_agent(at)
                self._commend(at, cue)
            case "recall":
                self._recall(at, cue)
            case "detail":
                self.wholes = tuple(self.naming.drafts) if self.naming and not self.inside else self.wholes

    def _received(self, cue: Cue) -> None:
        if self.received is None:
            self.received = cue.start
        self.received_end = cue.end
        self.agent = None

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
        families = load_awards().families
        word = self._key(cue.start, cue.start + 5)
        for honour in reversed(self.known):
            title = families[honour.family].unit != "item"
            if word == "phần " or (word == "danh " and title) or (word == "huân " and honour.family.startswith("huan-")):
                self._honour(at, cue, honour)
                self.namings[-1].recalled = True
                return

    def _commend(self, at: int, cue: Cue) -> None:
        honour = next(h for h in load_awards().honours if h.family == "khen-thuong")
        self._honour(at, cue, honour)

    def _note_agent(self, at: int) -> None:
        """Remember who gives: the authority between the clause's beginning, or "được", and the verb."""
        cue = self.cues[at]
        first = at
        while first and self.cues[first - 1].start >= self.anchor and not self._ends_agent(self.cues[first - 1]):
            first -= 1
        begin = self.cues[first].start if first < at else cue.start
        proxy = self._key(max(self.anchor, begin - 30), cue.start).rfind("ủy quyền")
        if proxy >= 0:
            self.agent = self._principal(max(self.anchor, begin - 30) + proxy + len("ủy quyền"), cue.start)
            return
        agent = self.authorities.last(self.cues[first:at], cue.start)
        since = max(self.anchor, self.cues[first - 1].end if first else 0)
        if agent and cue.start - agent.end < MAX_REACH:
            self.agent = agent
        elif _NEW_SUBJECT.search(self.reading.text, since, cue.start):
            self.agent = None

    def _principal(self, start: int, end: int) -> Authority | None:
        """On whose behalf an honour is handed over; `None` where "thừa ủy quyền" does not say."""
        of = _OF.match(self.reading.key, start, end)
        run = [cue for cue in self.cues if start <= cue.start < end]
        named = self.authorities.first(run, end)
        return named if named and of and named.start <= of.end() else None

    @staticmethod
    def _ends_agent(cue: Cue) -> bool:
        counted = cue.unit is not None and cue.unit != "decision"
        return bool(cue.deed in {"receive", "give", "commend"} or counted or cue.honour or cue.mark == ";")

    def _other(self, at: int, cue: Cue) -> None:
        last = self.naming
        if last is None:
            return
        if cue.grantor and last.of is None and _OF.fullmatch(self._key(last.end, cue.start)):
            last.of = self.authorities.first(self.cues[at : at + 6], min(len(self.reading.text), cue.start + 120))
            if last.of:
                last.end = max(last.end, last.of.end)
        elif cue.plain and last.objects and _PLAIN_TO.fullmatch(self._key(max(last.end, last.plain_at), cue.start)):
            for naming in self._given_together():
                naming.plain.add(cue.plain)
                naming.plain_at = cue.end

    def _given_together(self) -> list[Naming]:
        """The last naming and those joined to it: "3 A và 2 B cho các tập thể"."""
        together = self.namings[-1:]
        for naming in reversed(self.namings[:-1]):
            if not naming.objects or len(naming.drafts) > 1 or not _CHAIN.fullmatch(self._key(naming.end, together[0].start)):
                break
            together.insert(0, naming)
        return together

    def _key(self, start: int, end: int) -> str:
        return self.reading.key[start:end]
