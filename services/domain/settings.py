"""What a shop has chosen for all who work in it."""

from __future__ import annotations

from dataclasses import dataclass

from services.domain.errors import InputProblem, InvalidInput

HOLDS = (0, *range(5, 21))
"""Seconds that a confirmed reversal may be held before it goes; 0 is not at all."""

IDLE_MINUTES = range(1, 121)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a shop has chosen.

    Attributes:
        pins: Whoever works here signs in. Off, the person at the computer is the owner, alone.
        idle_minutes: After so long without a hand on it the desk locks itself; with PINs only.
        hold_seconds: How long a confirmed reversal can still be taken back.
    """

    pins: bool = False
    idle_minutes: int = 10
    hold_seconds: int = 0


def check(settings: Settings) -> Settings:
    """Let settings pass that can be.

    Raises:
        InvalidInput: OUT_OF_RANGE; `field` is the attribute's name.
    """
    if settings.idle_minutes not in IDLE_MINUTES:
        raise InvalidInput("idle_minutes", InputProblem.OUT_OF_RANGE)
    if settings.hold_seconds not in HOLDS:
        raise InvalidInput("hold_seconds", InputProblem.OUT_OF_RANGE)
    return settings
