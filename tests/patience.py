"""For a computer that is slower than a person's, as wine is: what a test waits for may take a minute.

pytest -p tests.patience
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from pytestqt.qtbot import QtBot

_P = ParamSpec("_P")
_T = TypeVar("_T")

_USUAL_MS = 5_000
_MOST_MS = 60_000


def _patient(wait: Callable[_P, _T]) -> Callable[_P, _T]:
    """Return it with more time, unless a test gave it less than is usual: then nothing is to come."""

    @functools.wraps(wait)
    def waits(*given: _P.args, **named: _P.kwargs) -> _T:
        asked = named.get("timeout", _USUAL_MS)
        if isinstance(asked, int) and asked >= _USUAL_MS:
            named["timeout"] = max(asked, _MOST_MS)
        return wait(*given, **named)

    return waits


for _name in ("waitSignal", "waitSignals", "waitUntil"):
    setattr(QtBot, _name, _patient(getattr(QtBot, _name)))
