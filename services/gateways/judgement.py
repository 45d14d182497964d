"""What a money request's answer says, as the wire modules read it."""

from __future__ import annotations

from dataclasses import dataclass, field

from services.gateways.base import Answer, Exchange, Verdict
from services.gateways.redaction import Redactor


@dataclass(frozen=True, slots=True)
class Judgement:
    """An answer to a money request, judged as it came: its words may hold a secret.

    Attributes:
        code: The gateway's own code; None where none could be read.
        text: The gateway's own words; untrusted.
    """

    verdict: Verdict
    code: str | None = field(default=None, repr=False)
    text: str | None = field(default=None, repr=False)


UNREADABLE = Judgement(Verdict.UNKNOWN)
"""Bytes came, and nothing can be concluded from them."""


def answer_of(judged: Judgement, exchange: Exchange, redact: Redactor) -> Answer:
    """Return what may leave the border of a judgement: its words redacted, as the exchange is already."""
    code, text = (None if said is None else redact(said) for said in (judged.code, judged.text))
    return Answer(verdict=judged.verdict, code=code, text=text, exchange=exchange)
