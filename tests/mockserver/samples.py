"""The sample site as hosts of the mock server: each host's front page leads to its articles, and they to documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from corpus.files import HOME
from pipeline.demo.site import attachments
from pipeline.inputs import MEDIA_TYPES
from tests.mockserver.plays import always
from tests.mockserver.server import Play, Plays, answer

SITE = HOME / "samples" / "site"
_ROBOTS = answer("User-agent: *\nDisallow: /quan-tri/", media_type="text/plain")


def sample_hosts(only: Iterable[str] = ()) -> dict[str, Plays]:
    """The hosts of the samples, all or only these; text files are left out, since no portal serves them as pages."""
    wanted = frozenset(only)
    pages: defaultdict[str, dict[str, bytes]] = defaultdict(dict)
    for path in sorted(SITE.glob("*.html")):
        host, _, name = path.stem.partition("__")
        if not wanted or host in wanted:
            pages[host][f"/thi-dua/{name}-post{sum(map(ord, path.stem))}.html"] = path.read_bytes()
    return {host: _host(articles) | _documents(host) for host, articles in pages.items()}


def declared(hosts: Iterable[str], delay_seconds: float = 0.0) -> str:
    """Declarations of these hosts as sources of their own, to be rehearsed."""
    return "\n".join(
        f'[[source]]\nid = "thu-{host.replace(".", "-")}"\nname = "{host}"\nkind = "portal"\ndomains = ["{host}"]\n'
        f'start_pages = ["https://{host}/"]\ndelay_seconds = {delay_seconds}\nevidence = ["P"]\n'
        for host in hosts
    )


def _host(articles: dict[str, bytes]) -> Plays:
    anchors = "".join(f'<h3><a href="{path}">Phong trào thi đua, khen thưởng: {path}</a></h3>' for path in articles)
    front = answer(f"<html><head><title>Trang chủ</title></head><body>{anchors}</body></html>")
    served = {path: _page(content) for path, content in articles.items()}
    return served | {"/": always(front), "/robots.txt": always(_ROBOTS)}


def _documents(host: str) -> Plays:
    paths = {one.path: HOME / "samples" / "documents" / one.file for one in attachments() if one.host == host}
    return {
        at: always(answer(path.read_bytes(), media_type=MEDIA_TYPES[path.suffix], ETag=f'"{path.name}"'))
        for at, path in paths.items()
    }


def _page(content: bytes) -> Play:
    return always(answer(content, media_type="text/html", ETag=f'"{len(content)}"'))
