"""What becomes of a command whose output nobody reads any more (`thidua query ... | head -1`)."""

from __future__ import annotations

import os
import select
import signal
import sys


def end_if_nobody_reads() -> None:
    """Where the reader of stdout has left, end as other programs of a pipe do: by SIGPIPE, without a word."""
    poll = select.poll()
    poll.register(sys.__stdout__ or 1, 0)
    if poll.poll(0):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGPIPE)
