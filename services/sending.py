"""One request on its way: armed, sent once, settled, confirmed. Steps 3 to 6 of a reversal.

Only `reversals` comes here, with a draft that was looked at and decided a moment ago.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from services.domain.account import Account, Secrets
from services.domain.clock import Clock
from services.domain.errors import LedgerUnavailable, NotRecorded, OutcomeUnknown, ServiceError, Unreachable
from services.domain.reversal import Confirmation, Draft, Intent, IntentState, SettledBy, Settlement
from services.gateways.base import Answer, Gateways, Verdict
from services.ledger.journal import Authority, Check, Journal
from services.owed import Owed
from services.resolver import Resolver

_log = logging.getLogger(__name__)

_STATES = {
    Verdict.DONE: IntentState.DONE,
    Verdict.REFUSED: IntentState.REFUSED,
    Verdict.CREDENTIALS_REFUSED: IntentState.REFUSED,
    Verdict.ADDRESS_NOT_REGISTERED: IntentState.REFUSED,
    Verdict.REFUSED_IF_NOTHING_NEW: IntentState.OUTCOME_UNKNOWN,
    Verdict.UNKNOWN: IntentState.OUTCOME_UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class Sent:
    """How one request ended.

    Attributes:
        intent: As it ended, whether the ledger says so or not.
        not_recorded: Why the ledger does not say so yet; None where it does.
    """

    intent: Intent
    not_recorded: NotRecorded | None = None


class Sending:
    """Sends what was decided, and writes down how it ended. Safe to call from any thread.

    Args:
        journal, owed, resolver, gateways, clock: What it works with.
        compare: Raises a ServiceError unless the ledger is the one that moves an account's
            money on this computer.
        advance: Remembers outside of the ledger how far it has come; waits a moment at most. Raises
            LedgerUnavailable where it is not the one any more.
    """

    def __init__(
        self,
        *,
        journal: Journal,
        owed: Owed,
        resolver: Resolver,
        gateways: Gateways,
        clock: Clock,
        compare: Callable[[Account], None],
        advance: Callable[[], None],
    ) -> None:
        self._journal = journal
        self._owed = owed
        self._resolver = resolver
        self._gateways = gateways
        self._clock = clock
        self._compare = compare
        self._advance = advance

    def one(
        self, account: Account, secrets: Secrets, draft: Draft, *, check: Check, authority: Authority
    ) -> Sent:
        """Arm, send, settle and confirm one request. Once `sent` is written, only a value comes of it.

        Raises:
            ServiceError: Nothing was sent.
        """
        self._compare(account)
        intent = self._journal.arm(draft, at=self._clock.now(), check=check, authority=authority)
        try:
            self._advance()
            intent = self._journal.sent(intent.id, at=self._clock.now())
            self._advance()  # or a copy of the armed instant, put back, would read as never sent
        except LedgerUnavailable as error:
            # Not a byte has left. Say so in the ledger if it takes it; a restart says the same.
            self._owed.settle(intent, self._broken(IntentState.NOT_SENT, f"the ledger: {error.fault.value}"))
            raise
        except Exception as bug:  # noqa: BLE001  not a byte has left here either
            _log.error("nothing was sent: it broke with %s", type(bug).__name__)
            return Sent(*self._owed.settle(intent, self._broken(IntentState.NOT_SENT, type(bug).__name__)))
        settlement = self._send(account, secrets, draft)
        if settlement.absence_settles:
            self._resolver.note_answer(intent.id)
        intent, not_recorded = self._owed.settle(intent, settlement)
        if not_recorded is None:
            intent = self._confirm(intent)
        return Sent(intent, not_recorded)

    def _send(self, account: Account, secrets: Secrets, draft: Draft) -> Settlement:
        """Step 4: one request, one attempt. However it ends, it ends as a settlement."""
        try:
            answer = self._gateways.moves[account.gateway].send(account, secrets, draft.request)
            return self._answered(account, answer)
        except Unreachable as error:
            return self._broken(IntentState.NOT_SENT, f"{error.reach.value}: {error.detail}")
        except OutcomeUnknown as error:
            return self._broken(IntentState.OUTCOME_UNKNOWN, error.detail)
        except Exception as bug:  # noqa: BLE001  whatever broke, the request may be at the bank
            _log.error("sending broke with %s; the outcome is unknown", type(bug).__name__)
            return self._broken(IntentState.OUTCOME_UNKNOWN, type(bug).__name__)

    def _confirm(self, intent: Intent) -> Intent:
        """Step 6. Whatever breaks in it, how the request ended is written down already."""
        try:
            return self._resolver.after_sending(intent)
        except Exception as bug:  # noqa: BLE001  a look proves or it does not; it undoes nothing
            _log.error("the look after intent %d broke with %s", intent.id, type(bug).__name__)
        try:
            return self._journal.get(intent.id)
        except ServiceError:
            return intent

    def _answered(self, account: Account, answer: Answer) -> Settlement:
        state = _STATES[answer.verdict]
        confirmation = None
        if state is IntentState.DONE:
            can_ask = account.gateway in self._gateways.queries
            confirmation = Confirmation.PENDING if can_ask else Confirmation.NOT_OFFERED
        return Settlement(
            state=state,
            by=SettledBy.ANSWER,
            at=self._clock.now(),
            code=answer.code,
            text=answer.text,
            absence_settles=answer.verdict is Verdict.REFUSED_IF_NOTHING_NEW,
            evidence=answer.exchange.body,
            confirmation=confirmation,
            server_date=answer.exchange.server_date,
        )

    def _broken(self, state: IntentState, detail: str) -> Settlement:
        return Settlement(state=state, by=SettledBy.TRANSPORT, at=self._clock.now(), evidence=detail)
