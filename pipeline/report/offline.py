"""What every page of ours has in common: words from outside escaped, nothing that runs, nothing to fetch."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pipeline.report.plain import plain


def environment(package: str) -> Environment:
    """The templates of a package, and `sheet.html` to lay them in; a name that a template does not know is an error."""
    return Environment(
        loader=ChoiceLoader([PackageLoader(package), PackageLoader("pipeline.report")]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_inert,
        trim_blocks=True,
        lstrip_blocks=True,
    )


IMAGES = "img-src data:"
"""Lets in pictures that stand in the page itself, and no other."""


def policy(style: str, *allowed: str) -> str:
    """The content security policy: this one style sheet, what is allowed besides, and nothing else of any kind."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    told = ("default-src 'none'", "script-src 'none'", f"style-src 'sha256-{digest}'", *allowed)
    return "; ".join((*told, "base-uri 'none'", "form-action 'none'"))


def _inert(value: Any) -> Any:
    """What Jinja writes for a value, before it escapes it."""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value
