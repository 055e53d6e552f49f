"""The difference between two snapshots: every change has its causes, and nothing is left over."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Any

import duckdb
import pytest

from extractors.model import Facts
from pipeline.audit.scope import By
from pipeline.candidates.decision import Decision, log_path
from pipeline.difference import steps
from pipeline.difference.find import difference
from pipeline.difference.steps import CAUSES
from pipeline.errors import WarehouseError
from pipeline.review.log import append
from pipeline.review.verdict import Verdict
from pipeline.review.verdict import log_path as verdicts_path
from pipeline.settings import Settings
from pipeline.shards import write_shard
from pipeline.stamp import Stamp
from pipeline.warehouse.build import build
from tests.pipeline.stored import article, award, first_article, mention, other_article, reprint, row

BASE = Stamp("code 1", "registers 1")
READINGS = {
    "as before": BASE,
    "register": Stamp("code 1", "registers 2"),
    "rules": Stamp("code 2", "registers 1"),
    "register_and_rules": Stamp("code 2", "registers 2"),
}
CANDIDATE = "candidate:moi-khom-mot-viec-lam-hay"
_RETOLD = """Con số cuối năm ở Đồng Tháp
Năm 2023, toàn tỉnh Đồng Tháp có 420 tập thể được tặng Bằng khen, nhiều nhất là khối trường học ở vùng sâu.
Phong trào xây dựng nông thôn mới được nhắc ở hầu hết các xã trong buổi họp mặt đầu xuân của người cao tuổi."""


def _retold() -> tuple[Any, Facts]:
    read = article(_RETOLD, name="s1", source="bao-dong-thap", province="Đồng Tháp", published="2023-12-20")
    total = award(read.text, "420 tập thể", "bang-khen", 420, status="statistic", period="2023")
    return read, Facts(awards=(total,), campaigns=(mention(read.text, "xây dựng nông thôn mới"),))


def _listed() -> tuple[Any, Facts]:
    text = "Danh sách khen thưởng\nỦy ban nhân dân tỉnh tặng Cờ thi đua cho 14 tập thể và Bằng khen cho 6 cá nhân."
    read = article(text, name="danh-sach.pdf", source="cong-lang-son", province="Lạng Sơn")
    flags = award(text, "14 tập thể", "co-thi-dua", 14)
    return read, Facts(awards=(flags, award(text, "6 cá nhân", "bang-khen", 6, unit="individual")))


ARTICLES = {"first": first_article, "reprint": reprint, "other": other_article, "retold": _retold, "listed": _listed}
_ATTACHED = {"listed": "first"}
"""A document, and the article that links to it."""


def _row(name: str, state: str) -> dict[str, Any]:
    """An article in one of its states: as before, or without its last mention, and longer where it was changed."""
    made = _read(name, state)
    if name in _ATTACHED:
        made["article"]["attached_to"] = ARTICLES[_ATTACHED[name]]()[0].name
    return made


def _read(name: str, state: str) -> dict[str, Any]:
    read, facts = ARTICLES[name]()
    if state == "changed":
        facts = replace(facts, campaigns=facts.campaigns[:-1])
        longer = f"{read.text} Bài viết đã được sửa."
        read = replace(read, text=longer, blocks=(*read.blocks[:-1], replace(read.blocks[-1], end=len(longer))))
        return row(read, facts, page=f"{name} changed")
    if state != "as before":
        facts = replace(facts, campaigns=facts.campaigns[:-1], awards=facts.awards[1:] if name != "first" else ())
    return row(read, facts, page=name)


def _snapshot(
    home: Path, states: dict[str, str], decisions: Iterable[Decision] = (), verdicts: Iterable[Verdict] = ()
) -> Path:
    """Build a warehouse of the articles that are named, each in its state."""
    settings = Settings(data_dir=home)
    for name, state in states.items():
        write_shard([_row(name, state)], settings.shards_dir, READINGS.get(state, BASE))
    append(log_path(settings.reviews_dir), decisions)
    append(verdicts_path(settings.reviews_dir), verdicts)
    return build(settings).path


def _decision(deed: str, campaign: str | None = None) -> Decision:
    return Decision(
        decision=deed,  # type: ignore[arg-type]
        name="Mỗi khóm một việc làm hay",
        candidates=(CANDIDATE,),
        campaign_id=campaign,
        reviewer="An",
        at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def _verdicts(warehouse: Path, kind: str, judgement: str) -> list[Verdict]:
    """That verdict on every fact of the kind, in the order of the texts; of missed ones on the words after each."""
    with duckdb.connect(str(warehouse), read_only=True) as con:
        rows = con.execute(
            """SELECT f.said, a.article_id, sha256(a.text), length(a.text), f.start, f."end", f.quote
               FROM reviewable_facts AS f JOIN articles AS a USING (article_id)
               WHERE f.kind = ? AND f.counted ORDER BY f.article_id, f.start""",
            [kind],
        ).fetchall()
    names = ("said", "article_id", "text_id", "text_length", "start", "end", "quote")
    common = {"kind": kind, "judgement": judgement, "reviewer": "An", "at": datetime(2026, 1, 1, tzinfo=UTC)}
    return [Verdict.model_validate({**common, **dict(zip(names, told, strict=True))}) for told in rows]


def _parts(old: Path, new: Path, by: By | None = None) -> dict[tuple[str, str, str], dict[str, int]]:
    """For each changed count the causes that have a part in it."""
    return {
        change.cell: {cause: part for cause, part in zip(CAUSES, change.by_cause, strict=True) if part}
        for change in difference(old, new, by).changes
    }


EVERYTHING = dict.fromkeys(ARTICLES, "as before")
_MENTIONS = ("campaign reports", "nong-thon-moi", "mentions")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _snapshot(tmp_path_factory.mktemp("base"), EVERYTHING)


def test_a_snapshot_does_not_differ_from_itself(base: Path) -> None:
    assert difference(base, base).changes == ()


def test_articles_that_came_and_went(base: Path, tmp_path: Path) -> None:
    fewer = _snapshot(tmp_path, dict.fromkeys(("reprint", "other", "retold"), "as before"))
    came, went = _parts(fewer, base), _parts(base, fewer)
    assert came[_MENTIONS] == {"new": 2}
    assert went[_MENTIONS] == {"removed": -2}
    assert ("campaign reports", "nong-thon-moi", "stories") not in came, "its reprint told the story already"
    assert came[("officials", "lý thị vân", "articles")] == {"new": 1}
    assert came.keys() == went.keys()


def test_a_document_adds_what_its_article_does_not_tell(base: Path, tmp_path: Path) -> None:
    unlisted = _snapshot(tmp_path, {name: state for name, state in EVERYTHING.items() if name != "listed"})
    flags = ("awards", "co-thi-dua · conferred · collective", "total")
    assert _parts(unlisted, base)[flags] == {"new": 14 - 12}
    assert _parts(base, unlisted)[flags] == {"removed": 12 - 14}


@pytest.mark.parametrize("cause", ["register", "rules", "register_and_rules"])
def test_an_article_that_was_read_otherwise(base: Path, tmp_path: Path, cause: str) -> None:
    parts = _parts(base, _snapshot(tmp_path, {**EVERYTHING, "first": cause}))
    assert parts[_MENTIONS] == {cause: -1}
    assert parts[("awards", "bang-khen · proposed · individual", "total")] == {cause: -38}


def test_a_page_that_changed_under_its_address(base: Path, tmp_path: Path) -> None:
    changed = _snapshot(tmp_path, {**EVERYTHING, "first": "changed"})
    assert _parts(base, changed) == {_MENTIONS: {"changed": -1}}


@pytest.mark.parametrize(
    ("deed", "campaign", "gone"),
    [("reject", None, {CANDIDATE}), ("merge", "nong-thon-moi", {CANDIDATE, "nong-thon-moi"})],
)
def test_what_reviewers_decided(base: Path, tmp_path: Path, deed: str, campaign: str | None, gone: set[str]) -> None:
    decided = _snapshot(tmp_path, EVERYTHING, [_decision(deed, campaign)])
    for old, new in ((base, decided), (decided, base)):
        parts = _parts(old, new)
        assert {cell for _, cell, _ in parts} == gone
        assert all(set(causes) == {"reviews"} for causes in parts.values())


def test_what_reviewers_said_of_facts(base: Path, tmp_path: Path) -> None:
    told = [each for each in _verdicts(base, "campaign", "right") if each.said == "nong-thon-moi"]
    wrong, *right = sorted(told, key=lambda each: each.text_length != len(_retold()[0].text))
    said = [wrong.model_copy(update={"judgement": "wrong"}), *right, *_verdicts(base, "award", "right")]
    reviewed = _snapshot(tmp_path, EVERYTHING, verdicts=said)
    corrected = ("campaign reports", "nong-thon-moi", "corrected mentions")
    expected = {
        corrected: {"reviews": -1},
        ("reviewed", "nong-thon-moi", "mentions"): {"reviews": len(right) + 1},
        ("reviewed", "award", "facts"): {"reviews": len(_verdicts(base, "award", "right"))},
    }
    assert _parts(base, reviewed) == expected
    fewer = _snapshot(tmp_path / "fewer", {"first": "as before", "retold": "as before"}, verdicts=said)
    parts = _parts(fewer, base)
    assert parts[corrected].keys() == {"new", "reviews"}
    assert parts[_MENTIONS].keys() == {"new"}


_MOVES = {By.PROVINCE: ("Đồng Tháp", "Tiền Giang"), By.MONTH: ("2023-12", "2024-01"), By.YEAR: ("2023", "2024")}


def test_an_article_that_moves_to_another_province_and_month_shows(base: Path, tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    for name in ARTICLES:
        told = _row(name, "as before")
        if name == "retold":
            told["article"] |= {"province": "Tiền Giang", "published": "2024-01-20"}
        write_shard([told], settings.shards_dir, READINGS["rules" if name == "retold" else "as before"])
    moved = build(settings).path
    parts = _parts(base, moved)
    assert {(what, of): told["rules"] for (what, of, _), told in parts.items()} == {
        ("articles by province", "Đồng Tháp"): -1,
        ("articles by province", "Tiền Giang"): 1,
        ("articles by month", "2023-12"): -1,
        ("articles by month", "2024-01"): 1,
    }
    for by, cells in _MOVES.items():
        reports = {of for what, of, _ in _parts(base, moved, by) if what == "campaign reports"}
        assert reports == {f"nong-thon-moi · {cell}" for cell in cells}


def test_statistics_and_units_are_not_added_up(base: Path, tmp_path: Path) -> None:
    fewer = _snapshot(tmp_path, {"other": "as before"})
    cells = {of: told for (what, of, _), told in _parts(fewer, base).items() if what == "awards"}
    assert cells["bang-khen · statistic · collective · 2023"] == {"new": 420}
    assert not [of for of in cells if of.count(" · ") < 2]


@pytest.mark.parametrize("content", [None, b"no database"])
def test_a_file_that_is_none_says_what_to_give(base: Path, tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "old.duckdb").write_bytes(content)
    with pytest.raises(WarehouseError, match=r"give copies of data/published/thidua\.duckdb that this version"):
        difference(tmp_path / "old.duckdb", base)


def test_several_causes_at_once_are_told_apart(base: Path, tmp_path: Path) -> None:
    states = {"first": "rules", "reprint": "register", "other": "as before"}
    parts = _parts(base, _snapshot(tmp_path, states, [_decision("merge", "nong-thon-moi")]))
    assert parts[_MENTIONS] == {"removed": -1, "register": -1, "rules": -1, "reviews": 1}


@pytest.fixture(scope="module")
def snapshots(base: Path, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[dict[str, str], Path]]:
    """Snapshots of any articles in any states, with any decision and verdicts."""
    chance = random.Random(11)
    kinds = product(("campaign", "award", "official"), ("right", "wrong"))
    said = [verdict for kind, judgement in kinds for verdict in _verdicts(base, kind, judgement)]
    made = []
    for _ in range(4):
        names = chance.sample(list(ARTICLES), chance.randint(1, 4))
        states = {name: chance.choice([*READINGS, "changed"]) for name in names}
        decisions = (
            [_decision(*chance.choice([("reject",), ("merge", "nong-thon-moi")]))] if chance.random() < 0.5 else []
        )
        verdicts = [verdict for verdict in said if chance.random() < 0.3]
        made.append((states, _snapshot(tmp_path_factory.mktemp("any"), states, decisions, verdicts)))
    return made


@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_ever_left_over(snapshots: list[tuple[dict[str, str], Path]], seed: int) -> None:
    (before, old), (after, new) = random.Random(seed).sample(snapshots, 2)
    found = difference(old, new)
    assert all(change.left_over == 0 for change in found.changes)
    parts = {change.cell: dict(zip(CAUSES, change.by_cause, strict=True)) for change in found.changes}
    articles = [told for (what, _, _), told in parts.items() if what == "articles"]
    assert sum(told["new"] for told in articles) == len(after.keys() - before.keys())
    assert sum(told["removed"] for told in articles) == -len(before.keys() - after.keys())


def test_what_is_left_over_is_an_error(base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fewer = _snapshot(tmp_path, {"first": "as before"})
    monkeypatch.setattr(steps, "CAUSES", tuple(cause for cause in CAUSES if cause != "new"))
    with pytest.raises(WarehouseError, match="is put down to nothing; build both files anew"):
        difference(fewer, base)


def test_a_file_of_another_version_is_refused(base: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.duckdb"
    with duckdb.connect(str(other)) as con:
        con.execute("CREATE TABLE snapshot AS SELECT '1' AS warehouse_version")
    for pair in ((base, other), (other, base)):
        with pytest.raises(WarehouseError, match="made as version 1"):
            difference(*pair)
