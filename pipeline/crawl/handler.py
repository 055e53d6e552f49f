"""Scrapy's HTTP/1.1 download handler with our guards: dialled addresses, size of the headers, pause after a request."""

from __future__ import annotations

from time import monotonic
from typing import Any

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _ScrapyAgent,
)
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.defer import maybe_deferred_to_future
from scrapy.utils.misc import load_object  # noqa: F401
from twisted.web._newclient import BODY
from twisted.web.client import Agent

from pipeline.crawl.connect import GuardedEndpoints
