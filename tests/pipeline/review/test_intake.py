"""Taking in verdicts: what is sound is kept, what is not is refused by its line, nothing is taken twice."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import BusyError, ExitStatus, WarehouseError
from pipeline.lock import exclusive
from pipeline.review.intake import take_in
from pipeline.review.sheet import SheetError
from pipeline.review.verdict import log_path
from pipeline.settings import Settings
from tests.pipeline.review.village import Filled, filled, news, reviewed, verdict, village, written
from tests.pipeline.stored import sample_rows


def _log(settings: Settings) -> list[dict[str, object]]:
    path = log_path(settings.reviews_dir)
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def test_verdicts_are_kept_with_reviewer_and_time(settings: Settings) -> None:
    done = reviewed(settings, verdict("right"))
    assert (done.taken, done.known, done.open, done.refused, done.exit_status) == (6, 0, 0, (), ExitStatus.WELL)
    assert {(told["reviewer"], told["judgement"], told["said"]) for told in _log(settings)} == {
        ("Cô Mẫu", "right", "nong-thon-moi")
    }
    assert all(str(told["at"]).endswith("Z") for told in _log(settings))


def test_the_same_sheet_again_adds_nothing(settings: Settings) -> None:
    sheet = filled(settings, verdict("sai"))
    assert take_in(sheet, settings, "A").taken == 6
    before = log_path(settings.reviews_dir).read_bytes()
    again = take_in(sheet, settings, "A")
    assert (again.taken, again.known) == (0, 6)
    assert log_path(settings.reviews_dir).read_bytes() == before


def test_a_changed_mind_is_added_and_history_stays(settings: Settings) -> None:
    for written_so in ("right", "wrong", "right"):
        assert reviewed(settings, verdict(written_so)).taken == 6
    assert [told["judgement"] for told in _log(settings)] == ["right"] * 6 + ["wrong"] * 6 + ["right"] * 6


def test_rows_without_a_verdict_are_open(settings: Settings) -> None:
    done = reviewed(settings, lambda n, row: row.update(verdict="right") if n == 0 else None)
    assert (done.taken, done.open) == (1, 5)


_WRONG: list[tuple[Filled, str]] = [
    ({"verdict": "maybe"}, "no verdict 'maybe'; write right, wrong"),
    ({"verdict": "right", "reviewer": " ", "_no_reviewer": "1"}, "nobody stands in the column reviewer"),
    ({"verdict": "right", "fact_id": "c0000000000000000"}, "no fact c0000000000000000"),
    ({"verdict": "right", "quote": "nông thôn cũ"}, "the sheet has 'nông thôn cũ'"),
    ({"verdict": "right", "says": "vi-nguoi-ngheo"}, "it says 'nong-thon-moi' now"),
    ({"verdict": "right", "should_be": "vi-nguoi-ngheo"}, "and yet should be"),
    ({"verdict": "should be"}, "should be what"),
    ({"verdict": "should be phong-trao-la"}, "no campaign 'phong-trao-la'"),
    ({"verdict": "phải là nong-thon-moi"}, "says 'nong-thon-moi' already"),
    ({"verdict": "right", "fact_id": ""}, "no fact_id"),
    ({"verdict": "missed", "should_be": "vi-nguoi-ngheo"}, "missed what"),
    ({"verdict": "missed cả xóm", "should_be": "x"}, "no campaign 'x'"),
    ({"verdict": "missed cả làng", "should_be": "vi-nguoi-ngheo"}, "does not stand in the article"),
    ({"verdict": "missed phong trào", "should_be": "vi-nguoi-ngheo", "sentence": ""}, "stands there 2 times"),
    ({"verdict": "missed cả xóm", "should_be": "vi-nguoi-ngheo", "article_id": "?"}, "no article"),
    ({"verdict": "missed xây dựng nông thôn mới", "should_be": "nong-thon-moi"}, "is found there already"),
    ({"verdict": "right", "note": "x" * 2001}, "a cell of more than 2,000 characters"),
]


@pytest.mark.parametrize(("cells", "why"), _WRONG, ids=[why for _, why in _WRONG])
def test_a_wrong_line_is_refused_by_its_number_and_the_rest_taken(settings: Settings, cells: Filled, why: str) -> None:
    def fill(number: int, row: Filled) -> None:
        row.update({"verdict": "right", "reviewer": "Cô Mẫu"})
        if number == 2:
            row.update({name: cell for name, cell in cells.items() if not name.startswith("_")})

    done = take_in(filled(settings, fill, seed=5), settings)
    assert [(refusal.line, why in refusal.reason) for refusal in done.refused] == [(4, True)], done.refused
    assert (done.taken, done.exit_status, len(_log(settings))) == (5, ExitStatus.SOME_QUARANTINED, 5)


def test_an_answer_may_be_a_name_an_id_or_stand_in_its_column(settings: Settings) -> None:
    answers: list[Filled] = [
        {"verdict": "should be dan-van-kheo"},
        {"verdict": "Phải là: Dân vận khéo"},
        {"verdict": "should_be", "should_be": "dan van kheo"},
        {"verdict": "wrong", "should_be": "dan-van-kheo"},
    ]
    done = reviewed(settings, lambda n, row: row.update(answers[n % 4]))
    assert (done.taken, done.refused) == (6, ())
    assert {(told["judgement"], told["should_be"]) for told in _log(settings)} == {("should_be", "dan-van-kheo")}


def test_what_was_missed_is_put_to_its_place(settings: Settings) -> None:
    def fill(number: int, row: Filled) -> None:
        if number == 0:
            row.update(verdict="missed góp", should_be="vi-nguoi-ngheo")
        if number == 1:
            row.update(fact_id="", quote="sơ kết", verdict="bỏ sót", should_be="vi-nguoi-ngheo", sentence="")

    assert reviewed(settings, fill).taken == 2
    assert [told["quote"] for told in _log(settings)] == ["góp", "sơ kết"]
    assert all(told["said"] is None and told["kind"] == "campaign" for told in _log(settings))


def test_a_sheet_of_another_kind(settings: Settings) -> None:
    village(settings.data_dir, sample_rows())
    done = reviewed(settings, lambda n, row: row.update(verdict="should be 13" if n else "right"), kind="award")
    assert (done.taken, done.refused) == (5, ())


def test_what_came_from_a_page_and_looks_like_a_formula_comes_back(tmp_path: Path) -> None:
    settings = village(tmp_path, [news(3, "=HYPERLINK(1)", campaign=None), news(4, "'+tin'", campaign=None)])
    assert reviewed(settings, verdict("right")).taken == 2


def test_one_taker_at_a_time_and_it_is_told(settings: Settings) -> None:
    sheet = filled(settings, verdict("right"))
    with exclusive(settings.reviews_dir), pytest.raises(BusyError):
        take_in(sheet, settings, "A")
    assert _log(settings) == []


def test_taking_in_does_not_wait_for_a_run_that_writes_pages(settings: Settings) -> None:
    with exclusive(settings.data_dir):
        assert reviewed(settings, verdict("right")).taken == 6


def test_many_takers_lose_nothing(settings: Settings) -> None:
    sheet = filled(settings, verdict("right"))

    def take(name: str) -> None:
        while True:
            try:
                take_in(sheet, settings, name)
                return
            except BusyError:
                continue

    threads = [threading.Thread(target=take, args=(f"Người {n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (
        len({(told["reviewer"], told["article_id"], told["start"]) for told in _log(settings)})
        == len(_log(settings))
        == 24
    )


@pytest.mark.parametrize(
    "spoil", [lambda s: s.write_bytes(b"x"), lambda s: written(s, [{"fact_id": "", "verdict": ""}])]
)
def test_a_file_that_is_no_sheet_takes_nothing(settings: Settings, spoil: Callable[[Path], object]) -> None:
    sheet = filled(settings, verdict("right"))
    spoil(sheet)
    with pytest.raises(SheetError):
        take_in(sheet, settings)
    assert _log(settings) == []


def test_nothing_published_is_told(settings: Settings) -> None:
    sheet = filled(settings, verdict("right"))
    settings.warehouse_path.unlink()
    with pytest.raises(WarehouseError):
        take_in(sheet, settings, "A")
