"""Every alarm of the table alarms in its example and is silent in its counterexample; holidays blame nobody."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from corpus.files import RegisterError
from pipeline.coverage.alarms import _JUDGES
from pipeline.coverage.model import Alarm
from pipeline.coverage.rules import AlarmRule, load_rules
from pipeline.coverage.words import words
from pipeline.report.language import Lang
from tests.pipeline.coverage.histories import TODAY, alarms_in, alarms_of_example, history, observed, watched_of

RULES = load_rules().alarms
PAPERS = tuple(f"bao-{n}" for n in range(12))


def ids(alarms: tuple[Alarm, ...]) -> list[str]:
    return [alarm.rule for alarm in alarms]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_alarms_in_its_example_only(rule: AlarmRule) -> None:
    assert ids(alarms_of_example(rule.example)) == [rule.id]
    assert ids(alarms_of_example(rule.counterexample)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_an_alarm_is_one_line_that_names_the_next_step(rule: AlarmRule) -> None:
    (alarm,) = alarms_of_example(rule.example)
    line = str(alarm)
    assert "\n" not in line and "{" not in line and ";" in line
    assert (alarm.source_id is None) == (rule.id in ("together", "no_run"))


def test_every_rule_has_a_judge_and_words() -> None:
    assert {rule.id for rule in RULES} == set(_JUDGES) | {"together", "no_run"}
    for lang in Lang:
        assert {rule.id for rule in RULES} < set(words(lang).texts["alarms"])


def test_both_languages_have_the_same_words() -> None:
    def keys(table: dict[str, object], path: str = "") -> set[str]:
        inner = ((name, value) for name, value in table.items())
        return {
            key
            for name, value in inner
            for key in (keys(value, f"{path}{name}.") if isinstance(value, dict) else {path + name})
        }

    assert keys(words(Lang.VI).texts) == keys(words(Lang.EN).texts)


def tet(source_id: str, usual: int, given: int, nights: int = 9) -> list[dict[str, object]]:
    """A source that gives `usual`, and `given` in the nights of the holiday."""
    return list(history(source_id, {"usual": {"got": usual}, "nights": [{"got": given, "times": nights}]}))


def test_a_holiday_is_one_alarm_and_none_for_each() -> None:
    rows = [row for n, paper in enumerate(PAPERS) for row in tet(paper, 10 + 3 * n, 1 + n % 2)]
    assert ids(alarms_in(rows)) == ["together"]


def test_a_source_that_is_dead_on_a_holiday_is_found_when_the_others_come_back() -> None:
    holiday = [row for paper in PAPERS for row in tet(paper, 12, 1, nights=5)]
    dead = tet("bao-chet", 12, 0, nights=5)
    assert ids(alarms_in([*holiday, *dead])) == ["together"]
    tomorrow = TODAY + timedelta(days=1)
    back = [observed(paper, tomorrow, {"got": 12}) for paper in PAPERS] + [observed("bao-chet", tomorrow, {"got": 0})]
    (alarm,) = alarms_in([*holiday, *dead, *back], tomorrow)
    assert (alarm.rule, alarm.source_id) == ("silent", "bao-chet")


def test_after_a_holiday_nothing_is_expected_to_be_a_holiday() -> None:
    holiday = [row for paper in PAPERS for row in tet(paper, 12, 1)]
    later = [
        observed(paper, TODAY + timedelta(days=n), {"got": 12 if n < 7 else 0}) for paper in PAPERS for n in range(1, 8)
    ]
    assert ids(alarms_in([*holiday, *later], TODAY + timedelta(days=7))) == ["together"]
    (last, *_) = watched_of([*holiday, *later])[0].last(1)
    assert last.expected == 12


def test_a_source_that_is_often_so_poor_does_not_alarm() -> None:
    fitful = {"usual": {"got": 30}, "every": {"days": 10, "got": 8}, "nights": [{"got": 8}]}
    assert ids(alarms_in(list(history("bao-0", fitful)))) == []
    assert ids(alarms_in(list(history("bao-0", {**fitful, "nights": [{"got": 8}, {"got": 9}]})))) == ["far_less"]


@pytest.mark.parametrize("nights", [1, 2, 5, 10, 20])
def test_a_source_that_goes_on_giving_little_goes_on_alarming(nights: int) -> None:
    rows = list(history("bao-0", {"usual": {"got": 30}, "nights": [{"got": 8, "times": nights}]}))
    assert ids(alarms_in(rows)) == ["far_less"]


def test_too_few_sources_are_no_holiday() -> None:
    rows = [row for paper in PAPERS[:7] for row in tet(paper, 12, 0, nights=1)]
    assert ids(alarms_in(rows)) == ["silent"] * 7


def test_nothing_is_expected_before_there_are_four_weeks() -> None:
    first = TODAY - timedelta(days=27)
    new = [observed("bao-moi", first + timedelta(days=n), {"got": 500 if n == 0 else 20}) for n in range(27)]
    assert ids(alarms_in([*new, observed("bao-moi", TODAY, {"got": 0})])) == []


def test_a_backlog_of_missed_nights_does_not_raise_what_is_expected() -> None:
    nights = [{"state": "not_run", "times": 6}, {"got": 84}, {"got": 12, "times": 6}, {"got": 12}]
    rows = list(history("bao-0", {"usual": {"got": 12}, "nights": nights}))
    (watched,) = watched_of(rows)
    assert watched.days[-1].expected == 12
    assert ids(alarms_in(rows)) == []


def test_days_without_a_look_are_no_zeros() -> None:
    nights = [{"state": "unanswered"}, {"got": 12}]
    rows = list(history("bao-0", {"usual": {"got": 12}, "nights": [{"state": "not_run", "times": 5}, *nights]}))
    (watched,) = watched_of(rows)
    assert [day.got for day in watched.days[-8:]] == [12, None, None, None, None, None, None, 12]
    assert ids(alarms_in(rows)) == []


def test_a_source_that_was_taken_off_does_not_alarm() -> None:
    gone = list(history("bao-cu", {"usual": {"got": 12}, "nights": [{"got": 0}]}, TODAY - timedelta(days=7)))
    rest = [observed("bao-cu", TODAY - timedelta(days=6 - n), {"state": "not_run"}) for n in range(7)]
    others = list(history("bao-0", {"usual": {"got": 12}, "nights": [{}]}))
    assert ids(alarms_in([*gone, *rest, *others])) == []
    assert ids(alarms_in([*gone, *rest[:-1], *others[:-1]], TODAY - timedelta(days=1))) == ["silent"]


def test_without_a_run_there_is_nothing_to_say() -> None:
    assert alarms_in([observed("bao-0", TODAY, {"state": "not_run"})]) == ()


def test_a_changed_layout_is_shown_on_a_page() -> None:
    nights = [
        {"page_without_date": "https://bao.example/cu.html"},
        {"with_date": 2, "page_without_date": "https://bao.example/moi.html"},
    ]
    (alarm,) = alarms_in(list(history("bao-0", {"usual": {"got": 12}, "nights": nights})))
    assert "look at https://bao.example/moi.html" in str(alarm)


def test_alarms_name_what_they_rest_on() -> None:
    (alarm,) = alarms_in(tet("bao-0", 12, 0, nights=2))
    assert dict(alarm.values) == {"nights": 2, "expected": 24, "since": TODAY - timedelta(days=1)}
    assert alarm.day == TODAY


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('[[window]]\ndays = 84\n', "alarms.toml:1: weeks"),
        ('[[alarm]]\nid = "x"\n', "0 entries"),
        ('[[alarm]]\nid = "x y"\nwhy = "so that there is a reason"\n', "0 entries"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_register_names_file_and_line(tmp_path: Path, wrong: str, said: str) -> None:
    (tmp_path / "alarms.toml").write_text(wrong)
    with pytest.raises(RegisterError, match=said):
        load_rules(tmp_path / "alarms.toml")


def test_the_weekday_counts() -> None:
    monday = date(2026, 11, 16)
    days = [monday - timedelta(days=n) for n in range(56, -1, -1)]
    rows = [observed("bao-0", day, {"got": 20 if day.isoweekday() < 6 else 2}) for day in days]
    (watched,) = watched_of(rows)
    by_day = {day.day: day.expected for day in watched.days}
    assert by_day[monday] == 20 and by_day[monday - timedelta(days=1)] == 2
