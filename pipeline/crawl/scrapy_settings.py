"""Scrapy, with nothing in it but what this crawl needs."""

from __future__ import annotations

from typing import Any

from pipeline.crawl.settings import CrawlSettings


def scrapy_settings(limits: CrawlSettings) -> dict[str, Any]:
    """The settings of Scrapy that these limits come to.

    No proxy, no cookies, no cache, no redirects and retries of its own: the spider sees every answer. Bodies come as
    sent, and are decoded under a cap after they were archived.
    """
    at_once = limits.requests_at_once_per_host
    return {
        "TWISTED_REACTOR": "twisted.internet.asyncioreactor.AsyncioSelectorReactor",
        "DOWNLOAD_HANDLERS_BASE": {
            "http": "pipeline.crawl.handler.GuardedHandler",
            "https": "pipeline.crawl.handler.GuardedHandler",
        },
        "DOWNLOADER_MIDDLEWARES_BASE": {"pipeline.crawl.robots_gate.RobotsGate": 100},
        "SPIDER_MIDDLEWARES_BASE": {},
        "EXTENSIONS_BASE": {"pipeline.crawl.pace.Pace": 0},
        "CONCURRENT_REQUESTS": 0,  # the handler counts transfers, not requests that wait for their turn
        "CONCURRENT_REQUESTS_PER_DOMAIN": at_once,
        "DOWNLOAD_DELAY": 0.0,
        "DOWNLOAD_DELAY_JITTER": 0.0,  # it would go below the delay
        "DOWNLOAD_TIMEOUT": limits.request_seconds,
        "DOWNLOAD_MAXSIZE": limits.page_bytes,
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_FAIL_ON_DATALOSS": True,
        "DOWNLOAD_VERIFY_CERTIFICATES": True,
        "AUTOTHROTTLE_ENABLED": True,
        "AUTOTHROTTLE_START_DELAY": 0.0,
        "AUTOTHROTTLE_MAX_DELAY": limits.slowest_delay_seconds,
        "AUTOTHROTTLE_TARGET_CONCURRENCY": float(at_once),
        "SCHEDULER_MEMORY_QUEUE": "scrapy.squeues.FifoMemoryQueue",
        "LOG_LEVEL": "ERROR",
        "TELNETCONSOLE_ENABLED": False,
        "COOKIES_ENABLED": False,
    }
