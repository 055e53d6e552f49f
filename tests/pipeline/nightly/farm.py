"""Nightly runs over a few sample hosts on loopback, as the cron line starts them."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.ledger.ledger import Ledger
from pipeline.nightly.record import Night, nights
from pipeline.settings import Settings
from tests.mockserver.samples import declared
from tests.mockserver.server import Server
from tests.pipeline.kept import kept_versions

ROOT = Path(__file__).parents[3]
CONTACT = "mailto:thidua@example.org"


@dataclass(frozen=True)
class Farm:
    """A data directory and the server that it is filled from."""

    data: Path
    server: Server

    @classmethod
    def laid_out(cls, data: Path, server: Server, delay_seconds: float = 0.0, **settings: Any) -> Farm:
        """With every host of the server declared, and these settings of a night."""
        data.mkdir(parents=True, exist_ok=True)
        (data / "sources.toml").write_text(declared(server.hosts, delay_seconds), "utf-8")
        own = {
            "contact": CONTACT,
            "declarations": [str(data / "sources.toml")],
            "sources": [f"thu-{host.replace('.', '-')}" for host in server.hosts],
            "rehearse_at": f"127.0.0.1:{server.ports['http']}",
        }
        lines = [f"{key} = {json.dumps(value)}" for key, value in {**own, **settings}.items()]
        (data / "nightly.toml").write_text("\n".join(lines), "utf-8")
        return cls(data, server)

    @property
    def settings(self) -> Settings:
        """The settings of the data directory."""
        return Settings(data_dir=self.data, workers=1)

    def start(self, *command: str) -> subprocess.Popen[str]:
        """Start `thidua COMMAND` in a session of its own."""
        whole = [sys.executable, "-m", "pipeline.cli", *command, "--data-dir", str(self.data), "--workers", "1"]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen(whole, cwd=ROOT, text=True, start_new_session=True, **pipes)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run `thidua COMMAND` to its end."""
        with self.start(*command) as process:
            out, err = process.communicate(timeout=120)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def last_night(self) -> Night:
        """The record of the last night."""
        return nights(self.settings.nights_dir)[-1]

    def kept(self) -> list[str]:
        """The addresses of all versions that are acknowledged."""
        if not self.settings.ledger_path.exists():
            return []
        with Ledger(self.settings.ledger_path) as ledger:
            return [kept.url for kept in kept_versions(ledger)]
