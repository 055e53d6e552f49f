"""Whoever is to be told of a failed night is told, and cannot hold it up."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pipeline.nightly.notify import notify
from pipeline.nightly.settings import NightSettings
from tests.mockserver.plays import always, silence
from tests.mockserver.server import Server, answer

TOLD = {"status": 4, "trouble": "sổ không khớp\nhai dòng"}


def test_the_command_gets_one_line_of_json(tmp_path: Path) -> None:
    out = tmp_path / "told"
    command = (sys.executable, "-c", f"import sys; open({str(out)!r}, 'w').write(sys.stdin.read())")
    assert notify(NightSettings(on_failure=command), TOLD) == ()
    (line,) = out.read_text("utf-8").splitlines()
    assert json.loads(line) == TOLD


def test_a_command_that_hangs_is_ended() -> None:
    (trouble,) = notify(NightSettings(on_failure=("sleep", "60"), notify_seconds=0.2), TOLD)
    assert "timed out" in trouble, "a command that goes on would be told to have had no end"


def test_a_command_that_fails_or_is_not_there_is_named() -> None:
    assert notify(NightSettings(on_failure=("false",)), TOLD) == ("on_failure: ended with status 1",)
    (trouble,) = notify(NightSettings(on_failure=("/no/such/command",)), TOLD)
    assert trouble.startswith("on_failure: ") and "No such file" in trouble


def test_the_webhook_is_posted_to_and_its_troubles_are_named() -> None:
    hosts = {"127.0.0.1": {"/well": always(answer("ok")), "/no": always(answer("", 500)), "/hang": silence}}
    with Server() as server:
        port = server.ports["http"]
        server.hosts[f"127.0.0.1:{port}"] = hosts["127.0.0.1"]

        def told(path: str) -> tuple[str, ...]:
            return notify(NightSettings(webhook=f"http://127.0.0.1:{port}{path}", notify_seconds=0.3), TOLD)

        assert told("/well") == ()
        assert told("/no") == ("webhook: HTTP Error 500: Whatever",)
        assert told("/hang")[0].startswith("webhook: ")
        assert server.log[0].headers["content-type"].startswith("application/json")
        assert int(server.log[0].headers["content-length"]) == len(json.dumps(TOLD, ensure_ascii=False).encode()) + 1
