"""Use case: settle what is unknown, confirm what is done, and watch over what was refused, by evidence.

Looking never moves money. Time alone closes nothing: without evidence an intent stays as it is. A gateway
that said no may book it all the same a moment later: so nothing new is a refusal only at two looks, the
second of them begun a minute after the answer, and a refusal that rests on a query is watched on for a day.
Blocking; call on a worker thread.
"""

from __future__ import annotations

import logging
from functools import partial

from services.domain.clock import Clock
from services.domain.errors import InProgress, NotReversible, ServiceError, WhyNot
from services.domain.evidence import Finding, Look
from services.domain.operator import Right
from services.domain.reversal import (
    WATCHED_FOR,
    Confirmation,
    Intent,
    IntentState,
    SettledBy,
    Settlement,
)
from services.domain.rivals import finding_of, has_unaccounted
from services.gateways.base import Gateways
from services.ledger.accounts import Accounts
from services.ledger.journal import Journal
from services.looks import Looks, Moment
from services.lookup import Lookup, PaymentView
from services.seat import Guard

_log = logging.getLogger(__name__)


class Resolver:
    """Looks again at intents whose end is not known, not confirmed yet, or refused on a query."""

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
        """Whether a look could settle, confirm or doubt it: there is a query, and something to compare."""
        if intent.draft.order.gateway not in self._gateways.queries:
            return False
        if intent.draft.seen_snapshot is None:
            return False
        return self._is_watched(intent)

    def open_ends(self) -> list[Intent]:
        """Return what has no certain end, oldest first: unknown, or done and not confirmed yet.

        Raises:
            LedgerUnavailable: The ledger can't be read.
        """
        self._guard.require(Right.LOOK)
        unknown = self._journal.in_state(IntentState.OUTCOME_UNKNOWN)
        return sorted([*unknown, *self._journal.unconfirmed()], key=lambda intent: intent.id)

    def watched(self) -> list[Intent]:
        """Return what a look could say something about, oldest first: refusals of the last day too.

        Raises:
            LedgerUnavailable: The ledger can't be read.
        """
        refused = self._journal.refused_by_query(since=self._clock.now() - WATCHED_FOR)
        found = [one for one in (*self.open_ends(), *refused) if self.can_look(one)]
        return sorted(found, key=lambda intent: intent.id)

    def note_answer(self, intent_id: int) -> None:
        """Note that the gateway has said no to an intent in this moment."""
        self._looks.answered(intent_id)

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
        if not self._is_watched(intent):
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
        begun = self._looks.moment()
        view = self._lookup.ask(account, intent.draft.order.reference, fresh=True)
        if view is None:
            return intent  # a payment that is gone proves nothing
        # Another window may have settled it while the gateway was answering.
        intent = self._journal.get(intent.id)
        look = Look(
            begun_at=begun.at,
            ended_at=self._clock.now(),
            finding=self._find(intent, view),
            snapshot=view.snapshot.id,
        )
        try:
            if intent.state is IntentState.OUTCOME_UNKNOWN:
                return self._settle(intent, look, begun)
            if awaits_confirmation(intent):
                return self._confirm(intent, look)
            if self._is_watched(intent):
                return self._doubt(intent, view, look)
        except ValueError:
            # Settled by another look in this very moment; the journal takes no second settlement.
            return self._journal.get(intent.id)
        return intent

    def _find(self, intent: Intent, view: PaymentView) -> Finding:
        before = self._lookup.kept(view.account, _snapshot_of(intent))
        return finding_of(intent, _others(intent, view), before, view.payment)

    def _settle(self, intent: Intent, look: Look, begun: Moment) -> Intent:
        """Settle an unknown outcome, as far as one look goes, or the second one.

        A failed movement that took back a success ("0", then a 6) contradicts it: it made the outcome
        doubtful and can't settle it a look later. A person does, or a movement that gave back.
        """
        contradicts = intent.settled is not None and intent.settled.by is SettledBy.QUERY
        if look.finding is Finding.GIVEN_BACK:
            return self._end(intent, look, IntentState.DONE)
        if look.finding is Finding.FAILED and not contradicts:
            return self._end(intent, look, IntentState.REFUSED)
        if intent.certain_from is not None:
            kept = self._journal.looks(intent.id)
            silent = kept and all(one.finding is Finding.NOTHING_NEW for one in (*kept, look))
            if silent and self._looks.proves_silence(intent, begun):
                return self._end(intent, look, IntentState.REFUSED)
            if not kept or kept[-1].finding is not look.finding:
                self._journal.keep_look(intent.id, look)
        return intent

    def _confirm(self, intent: Intent, look: Look) -> Intent:
        """Confirm a done outcome that the gateway did not show yet, or doubt it."""
        if look.finding is Finding.GIVEN_BACK:
            return self._journal.confirm(
                intent.id, Confirmation.SEEN, at=self._clock.now(), snapshot=look.snapshot
            )
        if look.finding is Finding.NOTHING_NEW:
            return intent
        return self._end(intent, look, IntentState.OUTCOME_UNKNOWN)

    def _doubt(self, intent: Intent, view: PaymentView, look: Look) -> Intent:
        """Open a refusal again when money went back that no other intent of the sale accounts for.

        While another one is open, it is that one's finding: two candidates, and a person ends both.
        """
        others = _others(intent, view)
        if any(other.state.is_open for other in others) or not has_unaccounted(others, view.payment):
            return intent
        try:
            return self._end(intent, look, IntentState.OUTCOME_UNKNOWN)
        except InProgress:  # pressed again in this very moment
            return intent

    def _end(self, intent: Intent, look: Look, state: IntentState) -> Intent:
        answered = intent.settled
        settlement = Settlement(
            state=state,
            by=SettledBy.QUERY,
            at=self._clock.now(),
            code=answered.code if answered else None,
            text=answered.text if answered else None,
            evidence=look.finding.value,
            snapshot=look.snapshot,
            confirmation=Confirmation.SEEN if state is IntentState.DONE else None,
        )
        return self._journal.settle(intent.id, settlement, look=look)

    def _is_watched(self, intent: Intent) -> bool:
        until = intent.watched_until
        if until is not None:
            return self._clock.now() < until
        return intent.state is IntentState.OUTCOME_UNKNOWN or awaits_confirmation(intent)


def awaits_confirmation(intent: Intent) -> bool:
    """Whether it is done and the gateway does not show it yet ("teyit bekleniyor")."""
    return (
        intent.state is IntentState.DONE
        and intent.settled is not None
        and intent.settled.confirmation is Confirmation.PENDING
    )


def _others(intent: Intent, view: PaymentView) -> list[Intent]:
    return [other for other in view.intents if other.id != intent.id]


def _snapshot_of(intent: Intent) -> int:
    if intent.draft.seen_snapshot is None:
        raise NotReversible(WhyNot.NOT_OFFERED)
    return intent.draft.seen_snapshot
