"""The nouns: a page as captured, an article as read, and the facts found in it.

All positions are code-point offsets into `Article.text`; `text[span.start:span.end] == span.quote` holds for every
span, always. Enumerations are those of the annotation guide; the
registers define the ones that they are sorted by.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus import awards, documents, meetings, offices

MediaType = Literal[
    "text/html",
    "text/plain",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/msword",
    "application/vnd.ms-excel",
]
BlockRole = Literal["title", "lead", "heading", "body", "caption", "row"]
DateRole = Literal["published", "updated", "event", "decision", "issued", "page_clock"]
DatePrecision = Literal["day", "month", "year"]
CampaignStatus = Literal["launched", "reviewed", "named"]
OfficialRole = Literal["chair", "speak", "present_award", "receive_award", "attend", "sign"]
OfficeLevel = offices.Level
OfficeStatus = Literal["current", "former", "acting"]
AwardLevel = awards.Level
AwardUnit = awards.Unit
Qualifier = Literal["exact", "over", "under", "about"]
AwardStatus = Literal["conferred", "proposed", "statistic"]
DocumentKind = documents.Kind
MeetingKind = meetings.Kind


@dataclass(frozen=True, slots=True)
class PrintedWord:
    """A word recognised on the picture of a page; words of one `line` (counted over the document) stand on one line.

    `page` counts from 1; `box` is left, top, right, bottom in points from the top left; `confidence` is 0 to 1.
    """

    text: str
    page: int
    line: int
    box: tuple[float, float, float, float]
    confidence: float


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes as captured, with what the capture knows about them.

    `name` is the file name or address used in messages; `province` is the one the source declares, if any. `recognised`
    are the words on the pages of a scan, `None` where nobody looked for them. `attached_to` is the address of the
    article that led to a document. `captured_at` is in seconds since 1970 UTC, `None` where the capture does not tell.
    """

    content: bytes
    name: str
    media_type: MediaType = "text/html"
    charset: str | None = None
    url: str | None = None
    source: str | None = None
    province: str | None = None
    recognised: tuple[PrintedWord, ...] | None = None
    attached_to: str | None = None
    captured_at: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of `Article.text`: `text[start:end] == quote`."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the article with what it is; blocks are in order and do not overlap."""

    start: int
    end: int
    role: BlockRole


@dataclass(frozen=True, slots=True)
class Removed:
    """A piece of page furniture that was left out, and the rule that knew it."""

    quote: str
    rule: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with its role, how exact it is, and the words it rests on.

    `date` is ISO (`2022-12-22`, `2022-12` or `2022`, as `precision` says). `span` is set where the words stand in the
    article's text; a date from markup has only its `evidence`.
    """

    date: str
    role: DateRole
    precision: DatePrecision
    evidence: str
    rule: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """Where a stretch of `Article.text` stands on paper.

    `page` counts from 1; `box` is left, top, right, bottom in points from the top left, `None` where a format has
    no layout. `confidence` (0 to 1) is set where the stretch was recognised from a picture.
    """

    start: int
    end: int
    page: int
    box: tuple[float, float, float, float] | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Recoded:
    """A stretch of `Article.text` that was converted from an encoding older than Unicode."""

    start: int
    end: int
    encoding: Literal["tcvn3", "vni", "viscii"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, at its first row and column (from 0), with the rows and columns that it covers.

    The cells of a row stand in one block of role `row`, ` | ` between them; an empty cell has no `Cell`.
    """

    start: int
    end: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose cells lie in `Article.text`, in order of row and column; one continued over pages is one table."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A page as read: normalised text in blocks, and what the page says about itself.

    `origin[i]` is the offset, in the decoded page text, of the character `text[i]`; it is empty where the text was put
    together from markup. `published` is `None` only with a reason in `published_reason`.
    """

    name: str
    text: str
    blocks: tuple[Block, ...]
    origin: tuple[int, ...] = ()
    url: str | None = None
    source: str | None = None
    province: str | None = None
    author: str | None = None
    published: Dated | None = None
    published_reason: str | None = None
    dates: tuple[Dated, ...] = ()
    removed: tuple[Removed, ...] = ()
    regions: tuple[Region, ...] = ()
    tables: tuple[Table, ...] = ()
    recoded: tuple[Recoded, ...] = ()

    @property
    def title(self) -> str | None:
        """The title, or `None` where the page has none."""
        return next((self.text[b.start : b.end] for b in self.blocks if b.role == "title"), None)


@dataclass(frozen=True, slots=True)
class CampaignMention:
    """One place where the text names a campaign.

    `campaign` is the register's id, `None` for a candidate that the register does not know; `name` is as written,
    without quotes and swallowed punctuation. `local_name` keeps a province's own form of a national name, `phase` a
    period such as `2021-2025`. `counted` is false where the page merely repeats itself (sapo, caption, headline).
    """

    span: Span
    campaign: str | None
    name: str
    rule: str
    confidence: float
    owner: str | None = None
    status: CampaignStatus = "named"
    local_name: str | None = None
    phase: str | None = None
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Title:
    """One office, as written and in canonical form (abbreviations expanded)."""

    span: Span
    text: str
    canonical: str
    body: str | None = None
    level: OfficeLevel | None = None
    province: str | None = None
    status: OfficeStatus = "current"


@dataclass(frozen=True, slots=True)
class RoleClaim:
    """What a person did in what is reported, and the words that say so."""

    role: OfficialRole
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Official:
    """One person with an office.

    `span` is the first mention, `mentions` are all of them; `meeting` indexes `Facts.meetings`.
    """

    span: Span
    name: str
    titles: tuple[Title, ...]
    rule: str
    confidence: float
    roles: tuple[RoleClaim, ...] = ()
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    on_behalf_of: str | None = None
    meeting: int | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A gathering that the article reports; `date` is `None` only with a reason in `date_reason`."""

    span: Span
    name: str
    kind: MeetingKind
    rule: str
    confidence: float
    date: str | None = None
    end_date: str | None = None
    date_span: Span | None = None
    date_reason: str | None = None
    place: str | None = None
    host: str | None = None
    online: bool = False
    period: str | None = None
    main: bool = True


@dataclass(frozen=True, slots=True)
class Award:
    """One count of honours; `part_of` indexes the award in `Facts.awards` whose total includes this one."""

    span: Span
    award: str
    count: int
    unit: AwardUnit
    rule: str
    confidence: float
    rank: Literal["1", "2", "3"] | None = None
    level: AwardLevel | None = None
    grantor: str | None = None
    qualifier: Qualifier = "exact"
    status: AwardStatus = "conferred"
    recipients: tuple[str, ...] = ()
    posthumous: bool = False
    period: str | None = None
    part_of: int | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage of the awards themselves; `of` is in the text's words."""

    span: Span
    percent: float
    of: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed a document; `on_behalf` is the mark before the office (`TM.`, `KT.`, `TL.`, `TUQ.`) as written."""

    span: Span
    name: str
    office: str | None = None
    on_behalf: str | None = None
    on_behalf_of: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """The frame of an official document as Decree 30/2020/NĐ-CP lays it out; a part that does not stand is `None`.

    `number` is as written (`1034/QĐ-UBND`), `symbol` the part after the number; `issued` has the role `issued`.
    """

    span: Span
    kind: DocumentKind
    rule: str
    confidence: float
    issuer: Span | None = None
    parent: Span | None = None
    number: Span | None = None
    symbol: str | None = None
    place: Span | None = None
    issued: Dated | None = None
    abstract: Span | None = None
    addressees: tuple[Span, ...] = ()
    signer: Signer | None = None


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A stated number that differs from what stands beside it, kept beside the facts.

    `code` is `list_count` (the text states it, a list names `found`), `row_count` (the heading row of a group states
    it, `found` stand under it) or `table_sum` (a total states it, its rows come to `found`).
    """

    span: Span
    code: str
    stated: int
    found: int


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything found in one article, each tuple in order of its spans."""

    meetings: tuple[Meeting, ...] = ()
    officials: tuple[Official, ...] = ()
    campaigns: tuple[CampaignMention, ...] = ()
    awards: tuple[Award, ...] = ()
    shares: tuple[Share, ...] = ()
    document: Document | None = None
    discrepancies: tuple[Discrepancy, ...] = ()
