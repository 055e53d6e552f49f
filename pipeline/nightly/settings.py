"""What a nightly run is told: by `nightly.toml` in the data directory, by the environment, and by the command line."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.files import mistake_in
from corpus.sources import Source, declared_in
from pipeline.crawl.settings import CrawlSettings
from pipeline.errors import ThiduaError

_ENVIRONMENT = {"contact": "THIDUA_CONTACT", "webhook": "THIDUA_WEBHOOK"}


class SettingsError(ThiduaError):
    """A setting that cannot be used."""


class NightSettings(BaseModel):
    """The settings of nightly runs; immutable, an unknown one is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    contact: str = ""
    """The web or mail address that every request names."""
    sources: tuple[str, ...] = ()
    """The sources to crawl, by id, name or domain; none named is every verified one that still publishes."""
    unverified: bool = False
    """Whether sources that rest on general knowledge are crawled without being named."""
    declarations: tuple[Path, ...] = ()
    """Further files of source declarations, beside those of `corpus/sources`."""
    on_failure: tuple[str, ...] = ()
    """A command and its arguments, given one line of JSON on standard input when a run does not end well."""
    webhook: str | None = Field(default=None, pattern=r"^https?://")
    """An address that the same line is posted to."""
    notify_seconds: float = Field(default=10.0, gt=0, le=300)
    """What the command and the webhook may take, each."""
    store_wait_seconds: float = Field(default=600.0, ge=0)
    """How long the run waits for another process that writes to the store."""
    rehearse_at: str | None = Field(default=None, pattern=r"^[^/\s]+:\d{1,5}$")
    """A machine, `address:port`, that stands for every source, asked over http; it may be private."""
    crawl: CrawlSettings = CrawlSettings()

    def declared(self) -> tuple[Source, ...]:
        """The sources of the further files."""
        return tuple(source for path in self.declarations for _, source in declared_in(path))


def night_settings(path: Path, given: Mapping[str, Any], environment: Mapping[str, str] = os.environ) -> NightSettings:
    """The settings in the file, if it is there, under those of the environment, under what was given.

    Raises `SettingsError` naming the file and the key.
    """
    told = {key: environment[name] for key, name in _ENVIRONMENT.items() if environment.get(name)}
    try:
        return NightSettings.model_validate({**_in_file(path), **told, **given})
    except ValidationError as error:
        raise SettingsError(path, mistake_in(error), "mend the setting") from error


def _in_file(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(path, f"not valid TOML ({error})", "mend the file") from error
