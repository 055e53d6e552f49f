"""A small store made by hand: articles of our own words with their facts, written as shards through the real code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from extractors.model import (
    Article,
    Award,
    Block,
    CampaignMention,
    Dated,
    Facts,
    Meeting,
    Official,
    Page,
    RoleClaim,
    Share,
    Span,
    Title,
)  # fmt: skip
from pipeline.rows import page_head, parsed_row, quarantined_row
from pipeline.settings import Settings
from pipeline.shards import write_shard

Row = dict[str, Any]
RULE = "test.rule"


def span(text: str, words: str, nth: int = 0) -> Span:
    """Where the words stand for the nth time."""
    starts = [m.start() for m in re.finditer(re.escape(words), text)]
    return Span(starts[nth], starts[nth] + len(words), words)


def article(text: str, **fields: Any) -> Article:
    """An article whose first line is the title; `published` is ISO text."""
    lines = list(re.finditer(r"[^\n]+", text))
    blocks = tuple(Block(m.start(), m.end(), "title" if n == 0 else "body") for n, m in enumerate(lines))
    day = fields.pop("published", None)
    precision = {10: "day", 7: "month", 4: "year"}[len(day)] if day else None
    dated = Dated(day, "published", precision, f"ngày {day}", RULE) if day else None  # type: ignore[arg-type]
    reason = None if day else "no date on the page"
    fields.setdefault("name", "trang.html")
    return Article(text=text, blocks=blocks, published=dated, published_reason=reason, **fields)


def mention(text: str, words: str, nth: int = 0, **fields: Any) -> CampaignMention:
    """A mention of a campaign, of `nong-thon-moi` unless told otherwise."""
    fields.setdefault("campaign", "nong-thon-moi")
    return CampaignMention(span(text, words, nth), name=words, rule=RULE, confidence=0.9, **fields)


def award(text: str, words: str, family: str, count: int, nth: int = 0, **fields: Any) -> Award:
    """A count of honours."""
    fields.setdefault("unit", "collective")
    return Award(span(text, words, nth), family, count, rule=RULE, confidence=0.9, **fields)


def meeting(text: str, words: str, **fields: Any) -> Meeting:
    """A meeting, a review unless told otherwise."""
    fields.setdefault("kind", "review")
    if fields.get("date") is None:
        fields.setdefault("date_reason", "the text tells none")
    return Meeting(span(text, words), words, rule=RULE, confidence=0.9, **fields)


def official(
    text: str, name: str, offices: Sequence[str] = (), roles: Sequence[tuple[str, str]] = (), **fields: Any
) -> Official:
    """A person with offices, and roles as pairs of role and words."""
    titles = tuple(Title(span(text, words), words, words) for words in offices)
    claims = tuple(RoleClaim(role, span(text, words), RULE) for role, words in roles)  # type: ignore[arg-type]
    mentions = tuple(Span(m.start(), m.end(), name) for m in re.finditer(re.escape(name), text))
    return Official(mentions[0], name, titles, RULE, 0.9, roles=claims, mentions=mentions, **fields)


def share(text: str, words: str, percent: float, of: str) -> Share:
    """A percentage of the awards."""
    return Share(span(text, words), percent, of, RULE, 0.9)


def row(read: Article, facts: Facts | None = None, page: str | None = None, captured_at: int | None = None) -> Row:
    """The shard row of an article; `page` makes another capture of the same article."""
    content = (page or f"{read.name}\n{read.source}\n{read.url}\n{read.text}").encode()
    return parsed_row(Page(content, read.name, captured_at=captured_at), read, facts or Facts())


def refused(name: str, code: str = "empty", reason: str = "nothing in it") -> Row:
    """The shard row of a page that was quarantined."""
    return quarantined_row(page_head(Page(name.encode(), name)), code, reason)


def store(data_dir: Path, *batches: Iterable[Row]) -> Settings:
    """Write each batch as a shard and return the settings of the store."""
    settings = Settings(data_dir=data_dir)
    for batch in batches:
        write_shard(list(batch), settings.shards_dir)
    return settings


def _paragraphs(text: str) -> str:
    """The text with one line for each paragraph."""
    return "\n".join(" ".join(part.split()) for part in text.split("\n\n"))


_FIRST = _paragraphs("""
Tổng kết phong trào thi đua năm 2022

Ngày 22/12/2022, UBND tỉnh Lạng Sơn tổ chức Hội nghị tổng kết phong trào thi đua năm 2022. Đồng chí Lý Thị Vân, Phó
Chủ tịch UBND tỉnh, Chủ tịch Hội đồng Thi đua - Khen thưởng tỉnh chủ trì hội nghị.

Năm qua, phong trào “Cả nước chung sức xây dựng nông thôn mới” lan tới mọi xã, được người dân ở vùng cao hưởng ứng
bằng ngày công và bằng đất. Toàn tỉnh có 12 tập thể được tặng Cờ thi đua, trong đó 5 tập thể khối xã và 7 tập thể
khối sở. Riêng phong trào xây dựng nông thôn mới có thêm 9 xã về đích, và 62,5% số khen thưởng dành cho người trực
tiếp lao động.

Dịp này, 38 cá nhân được đề nghị tặng Bằng khen.
""")
_OTHER = _paragraphs("""
Đồng Tháp phát động đợt thi đua mới

Sáng 3/5/2023, tại thành phố Cao Lãnh, Mặt trận tỉnh Đồng Tháp mở Lễ phát động thi đua chào mừng đại hội. Ông Trần
Hữu Lộc, Chủ tịch Ủy ban MTTQ tỉnh phát biểu khai mạc và kêu gọi các khóm ấp cùng làm.

Phong trào “Mỗi khóm một việc làm hay” được nhắc nhiều lần; các tổ nhân dân tự quản đăng ký làm đường hoa, thắp sáng
hẻm tối và giúp nhau vốn giống trong vụ tôm tới.
""")


def first_article(**fields: Any) -> tuple[Article, Facts]:
    """A review in Lạng Sơn, with facts of every kind."""
    told = {"name": "langson/1.html", "source": "cong-lang-son", "province": "Lạng Sơn", "published": "2022-12-23"}
    read = article(_FIRST, **{**told, "url": "https://langson.example.vn/tin/1.html", **fields})
    text = read.text
    held = meeting(
        text, "Hội nghị tổng kết phong trào thi đua năm 2022", date="2022-12-22", host="UBND tỉnh Lạng Sơn",
        date_span=span(text, "22/12/2022"),
    )  # fmt: skip
    chair = official(
        text, "Lý Thị Vân", ["Phó Chủ tịch UBND tỉnh", "Chủ tịch Hội đồng Thi đua - Khen thưởng tỉnh"],
        [("chair", "chủ trì")], meeting=0,
    )  # fmt: skip
    flags = award(text, "12 tập thể được tặng Cờ thi đua", "co-thi-dua", 12, level="province")
    facts = Facts(
        meetings=(held,),
        officials=(chair,),
        campaigns=(
            mention(text, "Cả nước chung sức xây dựng nông thôn mới"),
            mention(text, "xây dựng nông thôn mới", 1),
        ),
        awards=(
            flags,
            replace(flags, span=span(text, "5 tập thể khối xã"), count=5, part_of=0),
            replace(flags, span=span(text, "7 tập thể khối sở"), count=7, part_of=0),
            award(text, "38 cá nhân", "bang-khen", 38, unit="individual", status="proposed"),
        ),
        shares=(share(text, "62,5%", 62.5, "số khen thưởng"),),
    )
    return read, facts


def reprint(**fields: Any) -> tuple[Article, Facts]:
    """The first article in a newspaper two days later, under another title and with a lead of its own."""
    body = _FIRST.split("\n", 1)[1]
    lead = "Theo Cổng thông tin tỉnh Lạng Sơn, cuối năm là lúc nhìn lại việc đã làm."
    text = f"Lạng Sơn nhìn lại một năm thi đua\n{lead}\n{body}"
    told = {"name": "bao/9.html", "source": None, "province": None, "published": "2022-12-25"}
    read = article(text, **{**told, "url": "https://www.baomau.example.vn/9.html", **fields})
    facts = Facts(
        campaigns=(mention(text, "Cả nước chung sức xây dựng nông thôn mới"),),
        awards=(award(text, "12 tập thể được tặng Cờ thi đua", "co-thi-dua", 12, level="province"),),
    )
    return read, facts


def other_article(**fields: Any) -> tuple[Article, Facts]:
    """A launch in Đồng Tháp whose campaign the register does not know."""
    told = {"name": "dongthap/2.html", "source": "bao-dong-thap", "province": "Đồng Tháp", "published": "2023-05"}
    read = article(_OTHER, **{**told, **fields})
    text = read.text
    facts = Facts(
        meetings=(meeting(text, "Lễ phát động thi đua chào mừng đại hội", kind="launch", date="2023-05-03"),),
        officials=(official(text, "Trần Hữu Lộc", ["Chủ tịch Ủy ban MTTQ tỉnh"], [("speak", "phát biểu")], meeting=0),),
        campaigns=(mention(text, "Mỗi khóm một việc làm hay", campaign=None, status="launched"),),
    )
    return read, facts


def sample_rows() -> list[Row]:
    """Three articles, two of them one story, a second capture of the first, and a quarantined page."""
    first = first_article()
    return [
        row(*first),
        row(*reprint()),
        row(*other_article()),
        row(*first, page="another capture"),
        refused("hỏng.html"),
    ]
