"""Other programs that a worker runs: bounded in time, and gone when the worker is."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
from collections.abc import Callable

_SET_DEATH_SIGNAL = 1
_LINUX = sys.platform.startswith("linux")
_C = ctypes.CDLL(None) if _LINUX else None


def bounded(seconds: int, memory_bytes: int | None = None) -> Callable[[], None]:
    """What a program does before it begins, for `preexec_fn`: takes so much processor time, and so much address space.

    On Linux it dies with the worker that started it, even one that was killed (prctl(2), PR_SET_PDEATHSIG); elsewhere
    it ends with its time. Without `memory_bytes` the limit of the worker holds.
    """
    worker = os.getpid()

    def begin() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        if memory_bytes is not None:
            hard = resource.getrlimit(resource.RLIMIT_AS)[1]
            resource.setrlimit(resource.RLIMIT_AS, (memory_bytes if hard == resource.RLIM_INFINITY else hard, hard))
        if _C is not None:
            _C.prctl(_SET_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
            if os.getppid() != worker:
                os._exit(1)

    return begin
