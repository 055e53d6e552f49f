"""A store of village news in our own words, a sheet to fill in for it, and the warehouse built from it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb

from extractors.model import Facts
from pipeline.review.intake import TakenIn, take_in
from pipeline.review.sample import Wish, draw
from pipeline.review.sheet import save_sheet
from pipeline.settings import Settings
from pipeline.store import survey
from pipeline.warehouse.build import build
from pipeline.warehouse.loading import load
from tests.pipeline.stored import Row, article, award, mention, official, row, store

Filled = dict[str, str]
NAME = "xây dựng nông thôn mới"
_NEWS = (
    "Tin xóm {n}\nXóm {n} sơ kết phong trào {name} vào chiều thứ {n}, cả xóm {n} góp {n} ngày công.\n"
    "Bà con còn kể chuyện phong trào {name} cho {n} đoàn khách nghe."
)
_FEAST = "Tin xóm {n}\nÔng Lý Văn Gấm trao 2 bằng khen cho xóm {n} đi đầu {name}, nơi có {n}9 hộ và {n} giếng."
_SOURCES = (("cong-lang-son", "Lạng Sơn"), ("bao-dong-thap", "Đồng Tháp"))


def news(n: int, name: str = NAME, *, mentions: int = 1, **fields: Any) -> Row:
    """One article with one or two mentions of a campaign, `nong-thon-moi` unless `campaign` says otherwise."""
    source, province = _SOURCES[n % 2]
    told = {"name": f"{n}.html", "source": source, "province": province, "published": f"{2020 + n % 3}-03-02"}
    campaign = fields.pop("campaign", "nong-thon-moi")
    read = article(_NEWS.format(n=n, name=name), **{**told, "url": f"https://xom.example.vn/{n}", **fields})
    return row(
        read, Facts(campaigns=tuple(mention(read.text, name, nth, campaign=campaign) for nth in range(mentions)))
    )


def feast(n: int, campaign: str = "nong-thon-moi") -> Row:
    """One article with a mention of a campaign, an official and a count of honours."""
    read = article(_FEAST.format(n=n, name=NAME), name=f"{n}.html", source="s", province="P", published="2022-03-02")
    facts = Facts(
        campaigns=(mention(read.text, NAME, campaign=campaign),),
        officials=(official(read.text, "Lý Văn Gấm"),),
        awards=(award(read.text, "2 bằng khen", "bang-khen", 2),),
    )
    return row(read, facts)


def village(data_dir: Path, rows: Iterable[Row]) -> Settings:
    """A store with a warehouse."""
    settings = store(data_dir, rows)
    build(settings)
    return settings


def filled(settings: Settings, fill: Callable[[int, Filled], None], **wish: Any) -> Path:
    """A sheet over the whole village; `fill` gets each row with its number and fills it in."""
    sheet = settings.data_dir / "sheet.csv"
    sheet.unlink(missing_ok=True)
    save_sheet(draw(settings.warehouse_path, Wish(**{"size": 10_000, **wish})).rows, sheet)
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for number, each in enumerate(rows):
        fill(number, each)
    return written(sheet, rows)


def written(sheet: Path, rows: list[Filled]) -> Path:
    """Write rows as a sheet."""
    with sheet.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return sheet


def reviewed(settings: Settings, fill: Callable[[int, Filled], None], who: str = "Cô Mẫu", **wish: Any) -> TakenIn:
    """Fill a sheet in, take it in."""
    return take_in(filled(settings, fill, **wish), settings, who)


def rows_of(settings: Settings, query: str) -> list[tuple[Any, ...]]:
    """Ask a warehouse made of what is stored and reviewed now."""
    logs = tuple(log.read_bytes() for log in sorted(settings.reviews_dir.glob("*.jsonl")))
    shards = tuple(sorted(shard.name for shard in settings.shards_dir.iterdir()))
    return _loaded(settings, logs, shards).execute(query).fetchall()


@lru_cache(maxsize=2)
def _loaded(settings: Settings, *_state: object) -> duckdb.DuckDBPyConnection:
    """The warehouse of one state of the store."""
    con = duckdb.connect()
    load(con, settings, survey(settings.shards_dir).told())
    return con


def precision(settings: Settings, campaign: str = "nong-thon-moi") -> dict[str, Any]:
    """The row of `campaign_precision` of one campaign, as it would be published now."""
    ((told,),) = rows_of(settings, f"SELECT p FROM campaign_precision AS p WHERE campaign_id = '{campaign}'")
    return dict(told)


def verdict(written: str) -> Callable[[int, Filled], None]:
    """The same verdict on every row."""

    def fill(_: int, each: Filled) -> None:
        each["verdict"] = written

    return fill
