"""Which settings a night has, and which sources it visits."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.sources import Source, load_sources
from pipeline.nightly.settings import NightSettings, SettingsError, night_settings
from pipeline.nightly.sources import is_visited, led_to, rehearsed, sources_tonight
from pipeline.source_names import UnknownSourceError
from tests.mockserver.samples import declared

TODAY = date(2026, 11, 20)
EVERYWHERE = NightSettings()


def test_the_command_line_goes_before_the_environment_and_that_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / "nightly.toml"
    file.write_text('contact = "mailto:tep"\nwebhook = "http://a.example"\n[crawl]\nrun_hours = 2', "utf-8")
    found = night_settings(file, {"contact": "mailto:lenh"}, {"THIDUA_CONTACT": "x", "THIDUA_WEBHOOK": "http://b.vn"})
    assert (found.contact, found.webhook, found.crawl.run_hours) == ("mailto:lenh", "http://b.vn", 2.0)


def test_without_a_file_all_is_as_it_comes(tmp_path: Path) -> None:
    assert night_settings(tmp_path / "none.toml", {}, {}) == NightSettings()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("contakt = 'x'", "nightly.toml: contakt: extra inputs are not permitted; mend the setting"),
        ("[crawl]\nrun_hours = -1", "nightly.toml: crawl.run_hours: input should be greater than 0"),
        ("webhook = 'file:///etc/passwd'", "nightly.toml: webhook: string should match"),
        ("rehearse_at = 'localhost'", "nightly.toml: rehearse_at: string should match"),
        ("contact = ", "nightly.toml: not valid TOML"),
    ],
)
def test_a_mistake_is_told_with_file_and_key(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "nightly.toml").write_text(text, "utf-8")
    with pytest.raises(SettingsError) as raised:
        night_settings(tmp_path / "nightly.toml", {}, {})
    assert told in str(raised.value)


def _source(**fields: object) -> Source:
    given = {"id": "bao", "name": "Báo", "kind": "portal", "domains": ["bao.vn"], "start_pages": ["https://bao.vn/"]}
    return Source.model_validate({**given, "evidence": ["P"], **fields})


@pytest.mark.parametrize(
    ("fields", "visited"),
    [
        ({}, True),
        ({"start_pages": []}, False),
        ({"valid_to": date(2026, 11, 19)}, False),
        ({"valid_to": TODAY}, True),
        ({"valid_from": date(2026, 11, 21)}, False),
        ({"evidence": ["G"], "verified": False}, False),
        ({"domains": ["bao.example"], "start_pages": ["https://bao.example/"]}, False),
    ],
)
def test_a_source_is_visited_that_publishes_today_and_was_seen(fields: dict[str, object], visited: bool) -> None:
    assert is_visited(_source(**fields), TODAY, EVERYWHERE) is visited


def test_unverified_sources_are_visited_on_demand() -> None:
    unverified = _source(evidence=["G"], verified=False)
    assert is_visited(unverified, TODAY, NightSettings(unverified=True))


def test_a_night_visits_what_is_declared_and_leaves_the_samples_out() -> None:
    chosen = {source.id for source in sources_tonight(EVERYWHERE, TODAY)}
    assert "bao-ha-tinh" in chosen
    assert not any(name.startswith("mau-") for name in chosen)
    ended = {source.id for source in load_sources() if source.valid_to and source.valid_to < TODAY}
    assert not chosen & ended


def test_naming_a_source_is_enough(tmp_path: Path) -> None:
    (tmp_path / "more.toml").write_text(declared(["moi.example"]), "utf-8")
    night = NightSettings(sources=("Báo Hà Tĩnh", "thu-moi-example"), declarations=(tmp_path / "more.toml",))
    assert [source.id for source in sources_tonight(night, TODAY)] == ["bao-ha-tinh", "thu-moi-example"]


def test_a_source_that_is_unknown_or_has_no_address_is_told() -> None:
    with pytest.raises(UnknownSourceError, match="bao-ha-tinh"):
        sources_tonight(NightSettings(sources=("bao-ha-tin",)), TODAY)
    without = next(source.id for source in load_sources() if not source.addresses)
    with pytest.raises(SettingsError, match=f"{without}: no feed, sitemap or start page"):
        sources_tonight(NightSettings(sources=(without,)), TODAY)


def test_a_rehearsal_finds_every_host_on_one_machine() -> None:
    (source,) = rehearsed([_source(feeds=["https://www.bao.vn/rss"])])
    assert source.allow_private
    assert source.addresses == ("http://www.bao.vn/rss", "http://bao.vn/")
    crawl = led_to(EVERYWHERE.crawl, [source], "127.0.0.1:8000")
    assert crawl.resolve == {"bao.vn": "127.0.0.1:8000", "www.bao.vn": "127.0.0.1:8000"}
