"""Use case: watch what has no certain end, until the gateway's own record shows one.

Looked at are unknown outcomes, done ones that are not confirmed yet, and for a day what was refused on a
query: at once, then after 5 s, 15 s, 1 min, 5 min and 15 min, then hourly; after a restart from the
beginning. Where the gateway said no, one look is due just when it can make that certain. A look that fails
changes nothing and is followed by the next. Nothing is closed by time, and nothing is ever sent.
"""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum

from services.domain.clock import Clock
from services.domain.errors import (
    AddressNotRegistered,
    CredentialsRefused,
    LedgerUnavailable,
    NotConfigured,
    ServiceError,
    Unreachable,
)
from services.domain.reversal import Intent, IntentState
from services.ledger.journal import Journal
from services.looks import Looked, Looks
from services.resolver import Resolver

_log = logging.getLogger(__name__)

PAUSES = (
    timedelta(seconds=5),
    timedelta(seconds=15),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
)
"""Between the end of one look and the next; after these it is `AT_LAST`, for as long as it takes."""

AT_LAST = timedelta(hours=1)

HINTS = 3
"""How many hints about one intent are followed in one run: the gateway gives one, a stranger any number."""

_CANNOT_BE_ASKED = (Unreachable, NotConfigured, CredentialsRefused, AddressNotRegistered)


class Hint(Enum):
    """What became of a hint."""

    TAKEN = "a look follows"
    UNKNOWN = "nothing of that reference is watched"
    REPEATED = "it was said before"


def next_look(
    looked: Looked | None,
    hinted_at: datetime | None,
    now: datetime,
    *,
    certain_at: datetime | None = None,
) -> datetime:
    """Return when an intent is to be looked at next; `now` or earlier is at once. Pure.

    Args:
        looked: The looks so far; None for none.
        hinted_at: The newest hint about it.
        certain_at: When a look can make a no certain; None where none can.
        now: Aware, UTC. A look that lies in its future was counted by a clock that has been set back
            since, and says nothing.
    """
    if looked is None or looked.ended > now:
        return now
    pause = PAUSES[looked.times - 1] if looked.times <= len(PAUSES) else AT_LAST
    planned = looked.ended + pause
    if certain_at is not None:
        planned = min(planned, max(certain_at, looked.ended))
    if hinted_at is None or hinted_at < looked.begun:
        return planned
    return min(planned, max(hinted_at, looked.ended + PAUSES[0]))


class Watcher:
    """Says what is due for a look, and looks. Usable from any thread.

    Args:
        watching: False in a program that may only read its ledger: another one watches there.
    """

    def __init__(
        self, *, journal: Journal, resolver: Resolver, looks: Looks, clock: Clock, watching: bool = True
    ) -> None:
        self._journal = journal
        self._resolver = resolver
        self._looks = looks
        self._clock = clock
        self._watching = watching
        self._round = threading.Lock()
        self._hints_guard = threading.Lock()
        self._hinted_at: dict[int, datetime] = {}
        self._hints: Counter[int] = Counter()
        self._wake: Callable[[], None] | None = None

    def due(self, now: datetime) -> list[Intent]:
        """Return what is to be looked at now, oldest first.

        Raises:
            LedgerUnavailable: The ledger can't be read.
        """
        return [intent for intent in self._watched() if self._next(intent, now) <= now]

    def next_due(self, now: datetime) -> datetime | None:
        """Return when the next look is due, `now` at the earliest; None while nothing is watched.

        Raises:
            LedgerUnavailable: The ledger can't be read.
        """
        return min((max(self._next(intent, now), now) for intent in self._watched()), default=None)

    def next_of(self, intent: Intent, now: datetime) -> datetime | None:
        """Return when an intent is looked at next; None where no look could say anything."""
        if not self._watching or not self._resolver.can_look(intent):
            return None
        return max(self._next(intent, now), now)

    def look_due(self, now: datetime) -> list[Intent]:
        """Look at everything that is due, one after another; may take 45 s for each of their gateways.

        An account that can't be asked is asked once, and the rest of it put off. Called while another
        call is at it, it leaves it to that one.

        Returns:
            The intents that stand otherwise than before.

        Raises:
            LedgerUnavailable: The ledger can't be read or written; what was found so far is in it.
        """
        if not self._round.acquire(blocking=False):
            return []
        try:
            return self._look_at(self.due(now))
        finally:
            self._round.release()

    def look(self, intent: Intent) -> Intent:
        """Look at one, because a person asks; shares a look that is under way. See `Resolver.look`."""
        return self._resolver.look(intent.id)

    def hint(self, reference: str) -> Hint:
        """Note that something may have happened to a reference; whoever says so is not believed.

        Raises:
            LedgerUnavailable: The ledger can't be read.
        """
        now = self._clock.now()
        meant = [one for one in self._hintable() if one.draft.order.reference == reference]
        with self._hints_guard:
            news = [intent for intent in meant if self._is_news(intent)]
            for intent in news:
                self._hints[intent.id] += 1
                self._hinted_at[intent.id] = now
        if not news:
            return Hint.REPEATED if meant else Hint.UNKNOWN
        if self._wake is not None:
            self._wake()
        return Hint.TAKEN

    def call_when_hinted(self, wake: Callable[[], None] | None) -> None:
        """Have `wake` called after each hint that was taken, on whatever thread brought it."""
        self._wake = wake

    def _look_at(self, due: list[Intent]) -> list[Intent]:
        changed: list[Intent] = []
        silent: set[int] = set()
        for intent in due:
            if intent.draft.account_id in silent:
                self._looks.put_off(intent)
                continue
            try:
                found = self._resolver.look(intent.id)
            except LedgerUnavailable:
                raise
            except ServiceError as error:
                _log.info("the look at intent %d failed: %s", intent.id, type(error).__name__)
                if isinstance(error, _CANNOT_BE_ASKED):
                    silent.add(intent.draft.account_id)
                continue
            if found != intent:
                changed.append(found)
        return changed

    def _watched(self) -> list[Intent]:
        if not self._watching:
            return []
        return self._resolver.watched()

    def _hintable(self) -> list[Intent]:
        """What a hint may be about: also what is being sent, for the hint may be quicker than the answer."""
        if not self._watching:
            return []
        being_sent = [one for one in self._journal.in_state(IntentState.SENT) if one.draft.seen_snapshot]
        return [*being_sent, *self._watched()]

    def _next(self, intent: Intent, now: datetime) -> datetime:
        with self._hints_guard:
            hinted_at = self._hinted_at.get(intent.id)
        certain_at = self._looks.certain_at(intent, now)
        return next_look(self._looks.of(intent), hinted_at, now, certain_at=certain_at)

    def _is_news(self, intent: Intent) -> bool:
        """Whether a hint says something: the one before has been followed, and there were few."""
        hinted_at, looked = self._hinted_at.get(intent.id), self._looks.of(intent)
        waits = hinted_at is not None and (looked is None or hinted_at >= looked.begun)
        return not waits and self._hints[intent.id] < HINTS
