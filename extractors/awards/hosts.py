"""The level of honours whose authority the clause leaves out: of who hands them over, else of who is the host."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from extractors.awards.authority import Authorities, Authority
from extractors.awards.cues import cues_in
from extractors.awards.draft import Naming
from extractors.awards.signs import sign
from extractors.model import AwardLevel, Official
from extractors.reading import Reading

MAX_OPENING = 8
MAX_SENTENCE = 2000
MAX_REACH = 160
MAX_APART = 60
PRAISE = "khen-thuong"
_OF_OFFICE: dict[str, AwardLevel] = {
    "ministry": "ministry", "province": "province", "district": "district", "commune": "commune", "unit": "unit",
}  # fmt: skip
_FREE = frozenset(
    ["khen-thuong", "bang-khen", "giay-khen", "giai-thuong", "co-thi-dua", "khac", "bieu-trung", "ky-niem-chuong"]
)


class Hosts:
    """Knows who of an article's officials hands over what, and who holds the gathering it reports."""

    def __init__(self, reading: Reading, authorities: Authorities, officials: Sequence[Official]) -> None:
        self._reading = reading
        self._authorities = authorities
        self._officials = officials

    @cached_property
    def _mentions(self) -> list[tuple[int, Official]]:
        """Where each official is mentioned, in order."""
        mentions = [(span.start, one) for one in self._officials for span in (one.span, *one.mentions)]
        return sorted(mentions, key=lambda mention: mention[0])

    def level(self, naming: Naming) -> AwardLevel | None:
        """The level that an honour has which any authority may grant, and of which no other is named.

        Mere praise at a gathering is nobody's in particular unless its givers are named ("Ban tổ chức").
        """
        if naming.honour.family not in _FREE:
            return None
        handed = self._level_of_hander(naming)
        if handed or (naming.honour.family == PRAISE and naming.of is None and naming.agent is None):
            return handed
        return self._level_of_host

    def _level_of_hander(self, naming: Naming) -> AwardLevel | None:
        """The level of the official named last before the verb of giving."""
        if naming.voice != "give" or naming.between is None:
            return None
        start, _ = self._reading.sentence_at(naming.at)
        at = bisect_left(self._mentions, naming.between[0], key=lambda mention: mention[0]) - 1
        if at < 0 or self._mentions[at][0] < max(start, naming.between[0] - MAX_REACH):
            return None
        levels = (_OF_OFFICE.get(title.level or "") for title in self._mentions[at][1].titles)
        return next((level for level in levels if level), None)

    @cached_property
    def _level_of_host(self) -> AwardLevel | None:
        """The level of who holds the gathering, told in the article's opening: "UBND tỉnh tổ chức hội nghị".

        What is handed out before the Government or the Assembly need not be the state's.
        """
        for start, stop in self._reading.sentences[:MAX_OPENING]:
            host = self._host(start, min(stop, start + MAX_SENTENCE))
            if host:
                return None if host.level == "state" else host.level
        return None

    def _host(self, start: int, end: int) -> Authority | None:
        """Who a sentence says holds the gathering: "X tổ chức hội nghị", "hội nghị do X tổ chức", "X tổng kết …"."""
        key = self._reading.key
        held = sign("convenes").search(key, start, end)
        by = sign("convened_by").search(key, start, end)
        closes = sign("closes").search(key, start, end)
        if not (held or by or closes):
            return None
        cues = cues_in(self._reading, start, end)
        if held:
            host = self._authorities.last([cue for cue in cues if cue.end <= held.start()], held.start())
            if host and held.start() - host.end < MAX_APART:
                return host
        if by:
            return self._authorities.first([cue for cue in cues if by.start() < cue.start < by.end()], by.end("who"))
        if closes is None:
            return None
        first = self._authorities.first([cue for cue in cues if cue.end <= closes.start()], closes.start())
        return first if first and first.end == closes.start() else None
