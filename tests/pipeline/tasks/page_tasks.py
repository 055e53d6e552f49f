"""Tasks for worker processes under test: fast ones that need no extractor, and ones that misbehave."""

from __future__ import annotations

import os
import signal
import time
from typing import Any

from extractors.errors import Unreadable
from extractors.model import Article, Block, Facts, Page
from pipeline.rows import page_head, parsed_row, quarantined_row


def plain_row(page: Page) -> dict[str, Any]:
    """The page's bytes as its text; `refuse`, `hang`, `die` and `eat` do as they say."""
    text = page.content.decode()
    if text.startswith("refuse"):
        return quarantined_row(page_head(page), "no_text", "it asks to be refused")
    misbehave(text)
    return parsed_row(page, Article(page.name, text, (Block(0, len(text), "body"),)), Facts())


def shouted(page: Page) -> str:
    """The page's bytes in capitals, after misbehaving if it asks for it."""
    text = page.content.decode()
    misbehave(text)
    return text.upper()


def process_id(_: Page) -> int:
    """Which process it is."""
    return os.getpid()


def never_ready(*_: object) -> None:
    """End the process before it has said that it is ready."""
    os._exit(3)


def misbehave(text: str) -> None:
    """Do what the first word of a text says."""
    match text.split(" ")[0]:
        case "hang":
            time.sleep(60)
        case "slow":
            time.sleep(0.1)
        case "die":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "leave":
            os._exit(7)
        case "eat":
            bytearray(2**31)
        case "raise":
            raise LookupError("no such\x1bthing")
        case "unreadable":
            raise Unreadable("no_text", "nothing there")
