"""Worker processes: order, deadlines, memory, deaths."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from extractors.model import Page
from pipeline.errors import SandboxError
from pipeline.sandbox import isolated
from pipeline.sandbox_child import Failure
from pipeline.settings import Settings

Shouting = Callable[..., list[str | Failure]]


@pytest.fixture
def shouting(page_tasks: ModuleType) -> Shouting:
    """Runs the shouting task over texts."""

    def run(*texts: str, **limits: float) -> list[str | Failure]:
        settings = Settings.model_validate({"workers": 2, **limits})
        return list(isolated(page_tasks.shouted, (Page(text.encode(), "x.txt") for text in texts), settings))

    return run


def test_results_come_in_the_order_of_the_pages_whatever_takes_longest(shouting: Shouting) -> None:
    texts = ["slow one", "two", "three", "slow four", "five", "six"]
    assert shouting(*texts) == [text.upper() for text in texts]
    assert shouting(*texts, workers=1) == [text.upper() for text in texts]


def test_no_pages_start_no_worker(shouting: Shouting) -> None:
    assert shouting() == []


def test_a_page_over_its_time_fails_and_the_rest_goes_on(shouting: Shouting) -> None:
    before, hung, after = shouting("before", "hang", "after", page_seconds=1.5)
    assert (before, after) == ("BEFORE", "AFTER")
    assert hung == Failure("timeout", "reading it took more than 1.5 s")


@pytest.mark.parametrize(("text", "ending"), [("die", "SIGSEGV"), ("leave", "exit status 7")])
@pytest.mark.parametrize("workers", [1, 2])
def test_a_worker_that_dies_is_replaced(shouting: Shouting, text: str, ending: str, workers: int) -> None:
    before, died, after = shouting("before", text, "after", workers=workers)
    assert (before, after) == ("BEFORE", "AFTER")
    assert died == Failure("crashed", f"reading it ended the worker process ({ending})")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="no address-space cap on this system")
def test_a_page_over_its_memory_fails_and_the_rest_goes_on(shouting: Shouting) -> None:
    before, ate, after = shouting("before", "eat", "after", page_memory_mb=256)
    assert (before, after) == ("BEFORE", "AFTER")
    assert isinstance(ate, Failure)
    assert ate.code == "memory"


def test_an_error_of_the_task_is_a_failure_with_its_words(shouting: Shouting) -> None:
    assert shouting("raise", "unreadable") == [
        Failure("error", "LookupError: no such\\x1bthing"),
        Failure("no_text", "nothing there"),
    ]


def test_pages_are_drawn_only_a_little_ahead(page_tasks: ModuleType) -> None:
    drawn: list[int] = []

    def pages() -> Iterator[Page]:
        for n in range(100):
            drawn.append(n)
            yield Page(b"slow" if n == 0 else b"quick", "x.txt")

    results = isolated(page_tasks.shouted, pages(), Settings(workers=2))
    next(results)
    assert len(drawn) < 20
    results.close()


def test_a_worker_is_replaced_before_its_memory_grows(page_tasks: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.sandbox._PAGES_A_WORKER", 2)
    pages = [Page(b"x", "x.txt")] * 5
    processes = list(isolated(page_tasks.process_id, pages, Settings(workers=1)))
    assert processes[0] == processes[1] != processes[2] == processes[3] != processes[4]


def test_a_worker_that_cannot_start_is_told_at_once(page_tasks: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.sandbox.serve", page_tasks.never_ready)
    with pytest.raises(SandboxError, match="cannot start"):
        list(isolated(str, [Page(b"x", "x.txt")], Settings(workers=1)))
