"""The signers as officials: each one person, whether the text names him or her elsewhere or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.rules import load_rules
from extractors.frames.cosigners import cosigners
from extractors.frames.signature import office_above
from extractors.frames.titles import title_of_signer
from extractors.model import Document, Official, RoleClaim, Signer, Span, Title
from extractors.reading import Reading
from extractors.text import phrase_key

RULE = "document.signer"


def with_signer(reading: Reading, officials: Sequence[Official], document: Document | None) -> tuple[Official, ...]:
    """The officials with those who signed the document among them, their role `sign`."""
    made = tuple(officials)
    if document is None or document.signer is None:
        return made
    made = _with(reading, made, document, document.signer)
    of_others = replace(document, issuer=None, parent=None)
    for signer in cosigners(reading, document.signer):
        made = _with(reading, made, of_others, signer)
    return made


def _with(
    reading: Reading, officials: tuple[Official, ...], document: Document, signer: Signer
) -> tuple[Official, ...]:
    claim = RoleClaim("sign", signer.span, RULE)
    office = office_above(reading, signer)
    title = title_of_signer(reading, document, office) if office else None
    known = next((n for n, one in enumerate(officials) if _is(one, signer)), None)
    if known is None:
        made = Official(
            span=signer.span,
            name=signer.name,
            titles=(title,) if title else (),
            rule=RULE,
            confidence=load_rules("documents")[RULE].confidence,
            roles=(claim,),
            mentions=(signer.span,),
            on_behalf_of=signer.on_behalf_of,
        )
        return tuple(sorted((*officials, made), key=lambda one: one.span.start))
    return tuple(_signing(one, claim, title) if n == known else one for n, one in enumerate(officials))


def _is(official: Official, signer: Signer) -> bool:
    names = {phrase_key(name) for name in (official.name, *official.aliases)}
    return phrase_key(signer.name) in names


def _signing(official: Official, claim: RoleClaim, title: Title | None) -> Official:
    """The person with the role, the office and the place of the signature, each once."""
    roles = official.roles if any(one.role == "sign" for one in official.roles) else (*official.roles, claim)
    keys = [phrase_key(one.text) for one in official.titles]
    new = title is not None and not any(phrase_key(title.text) in key for key in keys)
    titles = (*official.titles, title) if new and title else official.titles
    mentions = (*official.mentions, claim.span) if not _mentioned(official, claim.span) else official.mentions
    return replace(official, roles=roles, titles=titles, mentions=mentions)


def _mentioned(official: Official, span: Span) -> bool:
    return any(one.start < span.end and span.start < one.end for one in official.mentions)
