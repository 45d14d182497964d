"""What a campaign says at its end, on one screen."""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from threading import Lock

_SHOWN = 12
"""Violations written out; the rest is counted."""


@dataclass
class Report:
    """Figures and violations of one campaign. Safe from any thread.

    Attributes:
        name: The campaign's.
        figures: What was counted, in the order it was first counted.
        broken: Every violation, in words.
    """

    name: str
    figures: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    _guard: Lock = field(default_factory=Lock, repr=False)
    _begun: float = field(default_factory=time.monotonic, repr=False)

    def count(self, what: str, more: int = 1) -> None:
        with self._guard:
            self.figures[what] += more

    def violation(self, what: str) -> None:
        with self._guard:
            self.broken.append(what)

    def hold(self, so: object, what: str) -> None:
        """Note a violation unless something is so."""
        if not so:
            self.violation(what)

    def screen(self) -> str:
        width = max(map(len, self.figures), default=0)
        lines = [f"campaign {self.name}"]
        lines += [f"  {what.ljust(width)}  {number:>11,}" for what, number in self.figures.items()]
        lines += [f"  {'violations'.ljust(width)}  {len(self.broken):>11,}"]
        lines += [f"    {what}" for what in self.broken[:_SHOWN]]
        if len(self.broken) > _SHOWN:
            lines.append(f"    and {len(self.broken) - _SHOWN} more")
        lines.append(f"  {'held' if not self.broken else 'BROKEN'} in {time.monotonic() - self._begun:.0f} s")
        return "\n".join(lines)

    def close(self) -> int:
        """Write the screen; return what the command exits with."""
        sys.stdout.write(self.screen() + "\n")
        return 1 if self.broken else 0


def drawn(*what: object) -> random.Random:
    """Return chance that is the same every time for the same words."""
    return random.Random("/".join(map(str, what)))  # noqa: S311  a test draws, it keeps no secret
