"""How far a ledger had come, remembered in the keyring: what shows that an older one took its place.

Writing to a keyring may take long, or for ever while it is locked, and money must not hang on that. So
it is written by a thread of its own, begun once an intent is armed; the first byte waits for it only as
long as `PATIENCE`. What was not written then is written later, and always the newest.

What that leaves open: the program dies in that moment, and the ledger is put back to the very one
before this intent. Then nothing shows that one is missing.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable
from dataclasses import asdict

from services.credentials import Vault
from services.domain.audit import Remembered
from services.domain.errors import NotConfigured

_log = logging.getLogger(__name__)

PATIENCE = 1.0
"""Seconds that a reversal waits for the keyring before it is sent all the same."""


class Watermark:
    """Remembers the furthest a ledger came. Usable from any thread.

    Args:
        vault: Where it is remembered.
        name: Under which name; a ledger's own.
        is_ours: Whether this ledger may still raise it; asked on the thread that would. Raises NotConfigured.
    """

    def __init__(self, vault: Vault, name: str, is_ours: Callable[[], bool] = lambda: True) -> None:
        self._vault = vault
        self._name = name
        self._is_ours = is_ours
        self._guard = threading.Lock()
        self._writing = threading.Lock()
        self._idle = threading.Event()
        self._idle.set()
        self._next: Remembered | None = None

    def recall(self) -> Remembered | None:
        """Return what is remembered; None for nothing, or nothing that can be read.

        Raises:
            NotConfigured: There is no keyring fit to ask.
        """
        kept = self._vault.recall(self._name)
        if kept is None:
            return None
        try:
            return Remembered(**json.loads(kept))
        except (TypeError, ValueError):
            _log.info("what the keyring remembers of the ledger can't be read")
            return None

    def put(self, now: Remembered) -> None:
        """Remember, at once, whatever was remembered before and whatever still waits to be.

        Raises:
            NotConfigured: There is no keyring fit to hold it.
        """
        with self._writing:
            with self._guard:
                self._next = None
            self._keep(now)

    def raise_to(self, now: Remembered) -> None:
        """Have it remembered on another thread. Never waits, never raises.

        Callers take turns: what is said later is never less.
        """
        with self._guard:
            self._next = now
            if self._idle.is_set():
                self._idle.clear()
                threading.Thread(target=self._work, name="watermark", daemon=True).start()

    def wait(self, patience: float = PATIENCE) -> bool:
        """Wait until what was said is remembered; return whether that was so in time. Never raises."""
        return self._idle.wait(patience)

    def _work(self) -> None:
        while True:
            with self._writing:  # taken before what is written: `put` may forbid it until then
                with self._guard:
                    now, self._next = self._next, None
                    if now is None:
                        self._idle.set()
                        return
                try:
                    if self._is_ours():  # else a copy has taken its place, and what is kept is that one's
                        self._keep(now)
                except NotConfigured as error:
                    _log.info(
                        "the keyring could not remember how far the ledger came: %s", error.missing.value
                    )

    def _keep(self, now: Remembered) -> None:
        self._vault.keep(self._name, json.dumps(asdict(now)))
