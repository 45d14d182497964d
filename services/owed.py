"""What is known of a reversal's end, and could not be written down yet.

It is kept in memory, tried again every `PAUSE` seconds by a thread of its own for as long as the ledger
can't take it, and stops every other reversal until then. Closing leaves what is still owed to a file.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from threading import Event, Lock, Thread

from services.domain.errors import LedgerUnavailable, NotRecorded
from services.domain.reversal import Intent, IntentState, Settlement
from services.ledger.journal import Journal

_log = logging.getLogger(__name__)

PAUSE = 2.0
"""Seconds between one try to write down what is owed and the next."""


class Owed:
    """Writes ends down, and keeps those that could not be. Safe to call from any thread.

    Args:
        journal: Where they belong.
        leave: Keeps what is still owed when the program closes, for the next start to read in.
        pause: Seconds between two tries.
    """

    def __init__(
        self, journal: Journal, leave: Callable[[tuple[NotRecorded, ...]], None], *, pause: float = PAUSE
    ) -> None:
        self._journal = journal
        self._leave = leave
        self._pause = pause
        self._owed: list[NotRecorded] = []
        self._guard = Lock()
        self._turn = Lock()
        self._closing = Event()
        self._worker: Thread | None = None

    def all(self) -> tuple[NotRecorded, ...]:
        """Return what is known and not written down, oldest first. Never waits for the ledger."""
        with self._guard:
            return tuple(self._owed)

    def settle(self, intent: Intent, settlement: Settlement) -> tuple[Intent, NotRecorded | None]:
        """Write an end down, or owe it. Never raises.

        Returns:
            The intent as it ended, and why the ledger does not say so yet; None where it does.
        """
        try:
            return self._write(intent, settlement), None
        except LedgerUnavailable as cause:
            owed = NotRecorded(cause, intent, settlement)
            with self._guard:
                self._owed.append(owed)
                self._try_again_later()
            _log.info("how intent %d ended is not written down yet: %s", intent.id, cause.fault.value)
            return replace(intent, state=settlement.state, settled=settlement), owed

    def write_down(self) -> None:
        """Write down everything that is owed, oldest first.

        Raises:
            LedgerUnavailable: Something is owed still.
        """
        with self._turn:
            for owed in self.all():
                self._write(owed.intent, owed.settlement)
                with self._guard:
                    self._owed.remove(owed)

    def close(self) -> None:
        """Try once more, then leave what is owed for the next start; called after the last `settle`."""
        self._closing.set()
        if self._worker is not None:
            self._worker.join()
        try:
            self.write_down()
        except LedgerUnavailable as error:
            _log.info("what is owed is left beside the ledger: %s", error.fault.value)
            self._leave(self.all())

    def _write(self, intent: Intent, settlement: Settlement) -> Intent:
        try:
            return self._journal.settle(intent.id, settlement)
        except LedgerUnavailable:
            raise
        except Exception as bug:  # noqa: BLE001  whatever broke, money may have moved: it ends as a value
            _log.error("writing down how intent %d ended broke with %s", intent.id, type(bug).__name__)
            return self._write_less(intent, settlement, bug)

    def _write_less(self, intent: Intent, settlement: Settlement, bug: Exception) -> Intent:
        """Write down what a column surely takes; what came is doubted then, and never made certain."""
        nothing_left = settlement.state is IntentState.NOT_SENT
        less = Settlement(
            state=settlement.state if nothing_left else IntentState.OUTCOME_UNKNOWN,
            by=settlement.by,
            at=settlement.at,
            evidence=type(bug).__name__,
        )
        try:
            stands = self._journal.get(intent.id)
            if stands.state not in (IntentState.ARMED, IntentState.SENT):
                return stands  # it was written, by this very try or by another one
            return self._journal.settle(intent.id, less)
        except LedgerUnavailable:
            raise
        except Exception as again:
            _log.error(
                "writing down that intent %d is unknown broke too: %s", intent.id, type(again).__name__
            )
            raise self._journal.unavailable(type(again).__name__) from again

    def _try_again_later(self) -> None:
        if not self._closing.is_set() and (self._worker is None or not self._worker.is_alive()):
            self._worker = Thread(target=self._work, name="owed", daemon=True)
            self._worker.start()

    def _work(self) -> None:
        while not self._closing.wait(self._pause):
            try:
                self.write_down()
            except LedgerUnavailable as error:
                _log.info("what is owed can't be written down yet: %s", error.fault.value)
            with self._guard:
                if not self._owed:
                    self._worker = None
                    return
