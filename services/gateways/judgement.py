"""What a money request's answer says, as the wire modules read it."""

from __future__ import annotations

from dataclasses import dataclass

from services.gateways.base import Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """An answer to a money request, judged by WIRE's tables.

    Attributes:
        code: The gateway's own code; None where none could be read.
        text: The gateway's own words; untrusted.
    """

    verdict: Verdict
    code: str | None = None
    text: str | None = None


UNREADABLE = Judgement(Verdict.UNKNOWN)
"""Bytes came, and nothing can be concluded from them."""
