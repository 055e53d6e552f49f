"""Tells a command or a web address that a night did not end well; neither can hold the run up."""

from __future__ import annotations

import json
import subprocess
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from threading import Thread

from pipeline.nightly.settings import NightSettings


def notify(settings: NightSettings, told: Mapping[str, object]) -> tuple[str, ...]:
    """Give both the same line of JSON; what went wrong with that, a line each."""
    line = json.dumps(told, ensure_ascii=False).encode() + b"\n"
    return tuple(f"{name}: {trouble}" for name, call in _calls(settings, line) if (trouble := _within(settings, call)))


def _calls(settings: NightSettings, line: bytes) -> Iterator[tuple[str, Callable[[], None]]]:
    if settings.on_failure:
        yield "on_failure", lambda: _run(settings.on_failure, line, settings.notify_seconds)
    if settings.webhook:
        address = settings.webhook
        yield "webhook", lambda: _post(address, line, settings.notify_seconds)


def _within(settings: NightSettings, call: Callable[[], None]) -> str | None:
    """Why the call did not succeed in its time; a thread that hangs is left behind, and ends with the process."""
    troubles: list[str] = []

    def attempt() -> None:
        try:
            call()
        except (OSError, subprocess.SubprocessError, ValueError) as error:
            troubles.append(str(error))

    thread = Thread(target=attempt, daemon=True)
    thread.start()
    thread.join(settings.notify_seconds + 1)
    if thread.is_alive():
        return f"no end within {settings.notify_seconds:g} s"
    return troubles[0] if troubles else None


def _run(command: tuple[str, ...], line: bytes, seconds: float) -> None:
    with subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True) as process:
        try:
            process.communicate(line, timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    if process.returncode:
        raise OSError(f"ended with status {process.returncode}")


def _post(address: str, line: bytes, seconds: float) -> None:
    headers = {"Content-Type": "application/json; charset=utf-8"}
    request = urllib.request.Request(address, line, headers, method="POST")
    with urllib.request.urlopen(request, timeout=seconds) as answer:
        answer.read(1)
