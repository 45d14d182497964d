"""For a computer that is slower than a person's, as wine is: what a test waits for may take a minute.

pytest -p tests.patience
"""

from __future__ import annotations

from pytestqt.qtbot import QtBot

_MOST_MS = 60_000

for _waits in (QtBot.waitSignal, QtBot.waitSignals, QtBot.waitUntil):
    assert _waits.__kwdefaults__ is not None
    _waits.__kwdefaults__["timeout"] = _MOST_MS
