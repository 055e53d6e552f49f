"""Candidates: spellings put together, and decisions that the next build acts on."""

from __future__ import annotations

import random
import shutil
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.campaigns import Campaign
from pipeline.candidates.answer import in_short, shown
from pipeline.candidates.decide import DecisionError, accept, merge, reject, undo
from pipeline.candidates.decision import candidate_id, log_path
from pipeline.candidates.listing import Example, UnknownCandidateError, candidate, candidates, grouped
from pipeline.review.intake import take_in
from pipeline.settings import Settings
from pipeline.warehouse.build import build
from pipeline.warehouse.dictionary import empty_warehouse
from pipeline.warehouse.scripts import script
from tests.pipeline.review.village import Filled, filled, news, precision, rows_of, verdict, village

GARDEN, SLIP, TONE = "Mỗi xóm một vườn thuốc nam", "Mỗi xóm một vườn thuốc nan", "Mỗi xóm một vuờn thuốc nam"
SONG, THREE, FIVE = "Hội thi tiếng hát", "Gia đình 3 sạch gọn", "Gia đình 5 sạch gọn"
_ID = "moi-xom-mot-vuon-thuoc"


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Seven articles with candidates, four spellings among them that are one name, and one of a known campaign."""
    names = [GARDEN, GARDEN, SLIP, TONE, SONG, THREE, FIVE]
    rows = [news(n, name, campaign=None) for n, name in enumerate(names)]
    return village(tmp_path_factory.mktemp("village"), [*rows, news(7)])


@pytest.fixture
def settings(planted: Settings, tmp_path: Path) -> Settings:
    shutil.copytree(planted.data_dir, tmp_path, dirs_exist_ok=True)
    return Settings(data_dir=tmp_path)


def _accept(settings: Settings, name: str = GARDEN, campaign_id: str = _ID, reviewer: str = "Cô Mẫu") -> bool:
    return accept(settings, name, campaign_id, kind="drive", owner="Hội Phụ nữ", reviewer=reviewer).is_new


def _merge(settings: Settings, name: str = GARDEN, into: str = "nong-thon-moi") -> bool:
    return merge(settings, name, into, reviewer="Cô Mẫu").is_new


def _reject(settings: Settings, name: str = SONG) -> bool:
    return reject(settings, name, because="a contest", reviewer="Cô Mẫu").is_new


def _counts(settings: Settings) -> dict[str, int]:
    return dict(rows_of(settings, "SELECT campaign_id, sum(mentions)::INTEGER FROM campaign_articles GROUP BY 1"))


def test_spellings_of_one_name_are_one_candidate_the_most_reported_first(planted: Settings) -> None:
    told = candidates(planted.warehouse_path)
    assert [(c.name, c.articles) for c in told] == [(GARDEN, 4), (THREE, 1), (FIVE, 1), (SONG, 1)]
    garden = told[0]
    assert garden.spellings == (candidate_id(GARDEN), candidate_id(SLIP))
    assert candidate_id(TONE) == candidate_id(GARDEN)
    assert set(garden.other_spellings) == {SLIP, TONE}
    assert (garden.first_seen, garden.last_seen) == ("2020-03-02", "2022-03-02")
    assert garden.provinces == ("Lạng Sơn", "Đồng Tháp")
    assert (garden.mentions, garden.stories) == (4, 4)


@pytest.mark.parametrize("before", ["", "Sáng nay, ", "Cán bộ, công chức, viên chức và nhân dân trong toàn tỉnh " * 9])
@pytest.mark.parametrize("after", ["", ".", " do Hội Phụ nữ và các đoàn thể của huyện phát động" * 9])
def test_the_name_stands_marked_in_the_example_however_long_the_sentence(before: str, after: str) -> None:
    sentence = f"{before}{GARDEN}{after}"
    told = shown(Example("f", sentence, len(before), len(before) + len(GARDEN), None))
    assert f"»{GARDEN}«" in told
    assert len(told) <= len(GARDEN) + 2 * 42
    assert told.replace("»", "").replace("«", "").strip("…") in sentence


def test_the_table_of_candidates_shows_each_name_in_its_example(planted: Settings) -> None:
    for row in in_short(candidates(planted.warehouse_path)).rows:
        assert f"»{row[0]}«" in row[-1] or any(f"»{name}«" in row[-1] for name in row[-2].split(", "))


def test_examples_are_sentences_with_their_facts(planted: Settings) -> None:
    garden = candidate(planted.warehouse_path, candidate_id(SLIP))
    assert garden is not None
    assert len(garden.examples) == 3
    assert all("sơ kết phong trào Mỗi xóm" in example.sentence for example in garden.examples)
    facts = {fact for (fact,) in rows_of(planted, "SELECT mention_id FROM campaign_mentions")}
    assert {example.fact_id for example in garden.examples} <= facts


def test_only_those_that_enough_articles_report(planted: Settings) -> None:
    assert [c.name for c in candidates(planted.warehouse_path, least=2)] == [GARDEN]
    assert candidates(planted.warehouse_path, least=5) == []


def test_a_chain_of_slips_does_not_swallow_a_name() -> None:
    chain = [("a", "b"), ("b", "c"), ("c", "d")]
    assert grouped(["b", "a", "c", "d"], chain) == {"b": ("b", "a", "c"), "d": ("d",)}


@pytest.fixture(scope="module")
def macros() -> Iterator[duckdb.DuckDBPyConnection]:
    with empty_warehouse() as con:
        yield con


@given(st.text("aăâbđeêơưủýỳ oàÒA ĐSỹkỉ-–“”'.,3sqhi", max_size=40))
def test_an_id_is_what_the_warehouse_makes_of_a_name(macros: duckdb.DuckDBPyConnection, name: str) -> None:
    assert macros.execute("SELECT 'candidate:' || vn_slug(?)", [name]).fetchall() == [(candidate_id(name),)]


def test_an_unknown_name_gets_suggestions(settings: Settings) -> None:
    with pytest.raises(UnknownCandidateError, match=f"did you mean one of: .*{GARDEN}"):
        _accept(settings, "Mỗi xóm một vườn rau")
    assert not log_path(settings.reviews_dir).exists()


def test_an_accepted_candidate_is_a_campaign_in_all_its_spellings(settings: Settings) -> None:
    assert _accept(settings)
    assert _counts(settings) == {_ID: 4, "nong-thon-moi": 1, **dict.fromkeys(map(candidate_id, (SONG, THREE, FIVE)), 1)}
    told = f"SELECT origin, name, kind, owner FROM campaigns WHERE campaign_id = '{_ID}'"
    assert rows_of(settings, told) == [("accepted", GARDEN, "drive", "Hội Phụ nữ")]


def test_the_row_for_the_register_is_one_that_it_takes(settings: Settings) -> None:
    row = accept(settings, GARDEN, _ID, kind="drive", owner='Hội "Phụ nữ"', reviewer="Cô Mẫu").row
    (told,) = tomllib.loads(str(row))["campaign"]
    campaign = Campaign.model_validate(told)
    assert (campaign.id, campaign.name, set(campaign.aliases)) == (_ID, GARDEN, {SLIP, TONE})
    assert campaign.owner == 'Hội "Phụ nữ"'
    assert "accepted by Cô Mẫu on " in campaign.source
    assert "first seen 2020-03-02 https://xom.example.vn/0" in campaign.source


def test_a_merged_candidate_counts_for_the_campaign(settings: Settings) -> None:
    assert _merge(settings)
    assert _counts(settings)["nong-thon-moi"] == 5
    assert _accept(settings, SONG, "tieng-hat")
    assert _merge(settings, THREE, "tieng-hat")
    assert _counts(settings)["tieng-hat"] == 2


def test_a_rejected_candidate_does_not_count_and_is_not_listed(settings: Settings) -> None:
    assert _reject(settings)
    assert candidate_id(SONG) not in _counts(settings)
    told = f"SELECT origin FROM campaigns WHERE campaign_id = '{candidate_id(SONG)}'"
    assert rows_of(settings, told) == [("rejected",)]
    assert rows_of(settings, "SELECT count(*) FROM campaign_mentions") == [(8,)]
    build(settings)
    assert SONG not in {c.name for c in candidates(settings.warehouse_path)}


def test_deciding_the_same_again_changes_nothing_before_and_after_a_build(settings: Settings) -> None:
    deeds = (_accept, _reject, lambda s: _merge(s, THREE))
    assert [decide(settings) for decide in deeds] == [True] * 3
    before = log_path(settings.reviews_dir).read_bytes()
    assert [decide(settings) for decide in deeds] == [False] * 3
    build(settings)
    assert [decide(settings) for decide in deeds] == [False] * 3
    assert log_path(settings.reviews_dir).read_bytes() == before


def test_undo_makes_it_a_candidate_again_and_history_stays(settings: Settings) -> None:
    bare = _counts(settings)
    _accept(settings)
    _merge(settings, SONG, _ID)
    build(settings)
    undo(settings, SLIP, reviewer="Thầy Mẫu")
    assert _counts(settings) == bare, "what was merged into it stands for nothing either"
    told = "SELECT decision_no, decision, stands, count(*) FROM campaign_decisions GROUP BY ALL ORDER BY 1"
    assert rows_of(settings, told) == [(1, "accept", False, 2), (2, "merge", False, 1), (3, "undo", False, 2)]
    with pytest.raises(DecisionError, match="nothing is decided"):
        undo(settings, GARDEN, reviewer="Thầy Mẫu")
    assert _accept(settings)
    assert _counts(settings)[_ID] == 5


def test_the_latest_decision_stands(settings: Settings) -> None:
    _reject(settings, GARDEN)
    _merge(settings)
    assert _accept(settings)
    assert _counts(settings)[_ID] == 4
    _reject(settings, GARDEN)
    assert _ID not in _counts(settings)


@pytest.mark.parametrize(
    ("decide", "why"),
    [
        (lambda s: _accept(s, GARDEN, "nong-thon-moi"), "that id is taken; give another, or: thidua campaigns merge"),
        (lambda s: _accept(s, SONG, _ID), "that id is taken"),
        (lambda s: _accept(s, SONG, "Tiếng hát"), "the register would refuse it"),
        (lambda s: _merge(s, SONG, "khong-co"), "neither in the register nor accepted"),
        (lambda s: _merge(s, GARDEN, _ID), "neither in the register nor accepted"),
        (lambda s: undo(s, SONG, reviewer="x"), "nothing is decided"),
    ],
)
def test_what_cannot_be_decided_is_told_and_not_kept(
    settings: Settings, decide: Callable[[Settings], object], why: str
) -> None:
    _accept(settings)
    before = log_path(settings.reviews_dir).read_bytes()
    with pytest.raises(DecisionError, match=why):
        decide(settings)
    assert log_path(settings.reviews_dir).read_bytes() == before


def test_verdicts_on_a_candidate_hold_for_the_campaign_that_it_became(settings: Settings) -> None:
    def fill(_: int, row: Filled) -> None:
        is_slip = row["says"] == candidate_id(SLIP)
        row["verdict"] = f"should be {candidate_id(GARDEN)}" if is_slip else "right"

    assert take_in(filled(settings, fill), settings, "Cô Mẫu").refused == ()
    _accept(settings)
    told = precision(settings, _ID)
    assert (told["mentions"], told["reviewed"], told["right"]) == (4, 4, 4)


def test_decisions_survive_a_lost_warehouse(settings: Settings) -> None:
    _accept(settings)
    _reject(settings)
    take_in(filled(settings, verdict("right")), settings, "Cô Mẫu")
    first = build(settings).content_hash
    shutil.rmtree(settings.warehouse_path.parent)
    assert build(settings).content_hash == first


def test_no_pair_of_names_one_slip_apart_is_overlooked(macros: duckdb.DuckDBPyConnection) -> None:
    chance = random.Random(5)
    names = set()
    for size in range(10, 40):
        name = "".join(chance.choices("abc ", k=size))
        at = chance.randrange(size)
        names |= {name, name[:at] + "d" + name[at + 1 :], name[:at] + name[at + 1 :], name[:at] + "d" + name[at:]}
    added = "INSERT INTO campaigns (campaign_id, name, search_key, origin) VALUES ($n, $n, $n, 'candidate')"
    alike = script("queries/alike", "pipeline.candidates")
    macros.begin()
    try:
        for name in names:
            macros.execute(added, {"n": name})
        by_query = set(macros.execute(alike, {"short": 12, "long": 99}).fetchall())
        every = """SELECT a.name, b.name FROM campaigns AS a JOIN campaigns AS b ON a.name < b.name
                   WHERE least(length(a.name), length(b.name)) >= 12 AND damerau_levenshtein(a.name, b.name) <= 1"""
        assert by_query == set(macros.execute(every).fetchall())
        assert len(by_query) > 60
    finally:
        macros.rollback()
