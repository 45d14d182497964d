"""Use case: settle what is unknown, and confirm what is done, by evidence.

Looking never moves money. Time alone closes nothing: without evidence an intent stays as it is.
Blocking; call on a worker thread.
"""

from __future__ import annotations

import logging
from functools import partial

from services.domain.clock import Clock
from services.domain.errors import NotReversible, ServiceError, WhyNot
from services.domain.evidence import Finding, find
from services.domain.operator import Right
from services.domain.reversal import Confirmation, Intent, IntentState, SettledBy, Settlement
from services.gateways.base import Gateways
from services.ledger.accounts import Accounts
from services.ledger.journal import Journal
from services.looks import Looks
from services.lookup import Lookup, PaymentView
from services.seat import Guard

_log = logging.getLogger(__name__)


class Resolver:
    """Looks again at intents whose end is not known, or not confirmed yet."""

    def __init__(
        self,
        *,
        accounts: Accounts,
        journal: Journal,
        lookup: Lookup,
        gateways: Gateways,
        looks: Looks,
        guard: Guard,
        clock: Clock,
    ) -> None:
        self._accounts = accounts
        self._journal = journal
        self._lookup = lookup
        self._gateways = gateways
        self._looks = looks
        self._guard = guard
        self._clock = clock

    def can_look(self, intent: Intent) -> bool:
        """Whether a look could settle or confirm it: there is a query, and something to compare."""
        if intent.draft.order.gateway not in self._gateways.queries:
            return False
        if intent.draft.seen_snapshot is None:
            return False
        return _has_open_end(intent)

    def open_ends(self) -> list[Intent]:
        """Return what has no certain end, oldest first: unknown, or done and not confirmed yet.

        Raises:
            LedgerUnavailable: The ledger can't be read.
        """
        self._guard.require(Right.LOOK)
        unknown = self._journal.in_state(IntentState.OUTCOME_UNKNOWN)
        return sorted([*unknown, *self._journal.unconfirmed()], key=lambda intent: intent.id)

    def look(self, intent_id: int) -> Intent:
        """Query the gateway now and settle the intent as far as the evidence goes.

        Whoever asks while a look at it is under way waits for that one, and shares what it finds.

        Returns:
            The intent as it stands after the look; unchanged where nothing is proven, or where its end
            is certain already.

        Raises:
            NotAllowed: Nobody is at the desk.
            NotReversible: There is nobody to ask about it.
            Unreachable, BadReply, Refused, NotConfigured: The look failed; the intent is as it was.
            LedgerUnavailable: What was found can't be written down.
        """
        self._guard.require(Right.LOOK)
        intent = self._journal.get(intent_id)
        if not _has_open_end(intent):
            return intent
        if not self.can_look(intent):
            raise NotReversible(WhyNot.NOT_OFFERED)
        return self._looks.once(intent, partial(self._look, intent))

    def after_sending(self, intent: Intent) -> Intent:
        """Look once, right after a reversal was settled.

        A look that fails changes nothing of what is written down already, so it is no error: the
        intent is returned as it was and can be looked at again.
        """
        if not self.can_look(intent):
            return intent
        try:
            return self.look(intent.id)
        except ServiceError as error:
            _log.info("the look after intent %d failed: %s", intent.id, type(error).__name__)
            return intent

    def _look(self, intent: Intent) -> Intent:
        account = self._accounts.get(intent.draft.account_id)
        view = self._lookup.ask(account, intent.draft.order.reference)
        if view is None:
            return intent  # a payment that is gone proves nothing
        # Another window may have settled it while the gateway was answering.
        intent = self._journal.get(intent.id)
        finding = self._find(intent, view)
        try:
            if intent.state is IntentState.OUTCOME_UNKNOWN:
                return self._settle(intent, view, finding)
            if awaits_confirmation(intent):
                return self._confirm(intent, view, finding)
        except ValueError:
            # Settled by another look in this very moment; the journal takes no second settlement.
            return self._journal.get(intent.id)
        return intent

    def _find(self, intent: Intent, view: PaymentView) -> Finding:
        seen = self._lookup.kept(view.account, _snapshot_of(intent))
        return find(seen, view.payment)

    def _settle(self, intent: Intent, view: PaymentView, finding: Finding) -> Intent:
        """Apply WIRE's table to an unknown outcome.

        A failed movement that took back a success ("0", then a 6) contradicts it: it made the outcome
        doubtful and can't settle it a look later. A person does, or a movement that gave back.
        """
        settled = intent.settled
        contradicts = settled is not None and settled.by is SettledBy.QUERY
        refused_by_silence = (
            finding is Finding.NOTHING_NEW and settled is not None and settled.absence_settles
        )
        if finding is Finding.GIVEN_BACK:
            state = IntentState.DONE
        elif (finding is Finding.FAILED and not contradicts) or refused_by_silence:
            state = IntentState.REFUSED
        else:
            return intent
        return self._journal.settle(intent.id, self._settlement(intent, view, finding, state))

    def _confirm(self, intent: Intent, view: PaymentView, finding: Finding) -> Intent:
        """Apply WIRE's table to a done outcome that the gateway did not show yet."""
        if finding is Finding.GIVEN_BACK:
            return self._journal.confirm(
                intent.id, Confirmation.SEEN, at=self._clock.now(), snapshot=view.snapshot.id
            )
        if finding is Finding.FAILED:
            settlement = self._settlement(intent, view, finding, IntentState.OUTCOME_UNKNOWN)
            return self._journal.settle(intent.id, settlement)
        return intent

    def _settlement(
        self, intent: Intent, view: PaymentView, finding: Finding, state: IntentState
    ) -> Settlement:
        answered = intent.settled
        return Settlement(
            state=state,
            by=SettledBy.QUERY,
            at=self._clock.now(),
            code=answered.code if answered else None,
            text=answered.text if answered else None,
            evidence=finding.value,
            snapshot=view.snapshot.id,
            confirmation=Confirmation.SEEN if state is IntentState.DONE else None,
        )


def awaits_confirmation(intent: Intent) -> bool:
    """Whether it is done and the gateway does not show it yet ("teyit bekleniyor")."""
    return (
        intent.state is IntentState.DONE
        and intent.settled is not None
        and intent.settled.confirmation is Confirmation.PENDING
    )


def _has_open_end(intent: Intent) -> bool:
    return intent.state is IntentState.OUTCOME_UNKNOWN or awaits_confirmation(intent)


def _snapshot_of(intent: Intent) -> int:
    if intent.draft.seen_snapshot is None:
        raise NotReversible(WhyNot.NOT_OFFERED)
    return intent.draft.seen_snapshot
