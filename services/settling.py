"""Use case: a person settles what nobody can look up, with all the evidence side by side.

Param offers no query (S 003), and at EsnekPOS a void may show in more than one way. So a person looks
into the gateway's own panel and says what happened: why they are certain, and what the panel calls it.
A second person agrees to exactly that; in a shop without PINs the owner says it alone.

What a person called "not paid" is doubted again as soon as Param answers that it was.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from services.authority import SecondVoice
from services.domain.account import Account, GatewayName
from services.domain.audit import Act
from services.domain.clock import Clock
from services.domain.errors import (
    BadReply,
    Changed,
    InProgress,
    InputProblem,
    InvalidInput,
    LedgerUnavailable,
    NotAllowed,
    NotReversible,
)
from services.domain.evidence import Difference, Finding, Look, differences
from services.domain.operator import Operator, Right
from services.domain.order import Order
from services.domain.payment import Payment
from services.domain.reversal import (
    Confirmation,
    Intent,
    IntentState,
    SettledBy,
    Settlement,
    Testimony,
)
from services.domain.rivals import finding_of
from services.ledger.accounts import Accounts
from services.ledger.connection import Connection
from services.ledger.intents import Event
from services.ledger.journal import Journal
from services.ledger.orders import Orders
from services.lookup import Lookup, PaymentView
from services.seat import Seat

_log = logging.getLogger(__name__)

LONGEST = 500
"""How long a reason, or what the panel shows, may be, in characters."""

_ALREADY = frozenset({"-211", "-212"})
"""Param: "already cancelled", "already refunded" (WIRE)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All that is known of one intent: what was asked, what was answered, what is there now.

    Attributes:
        intent: As it stands; its draft holds exactly what was asked.
        events: Every step it took, with what was answered or how it broke.
        before: The payment as the last look saw it before sending; None at Param.
        now: The payment as it was answered last; None at Param.
        differences: What is not as it was before.
        order: The order as it was entered here; None at EsnekPOS, or where it is gone.
        others: Everything else that was asked of this order, oldest first.
        contradicted_by: Another one's answer that says otherwise than a person said of this one.
        looks: The looks that were kept of it, oldest first.
    """

    account: Account
    intent: Intent
    events: tuple[Event, ...]
    before: Payment | None
    now: PaymentView | None
    differences: tuple[Difference, ...]
    order: Order | None
    others: tuple[Intent, ...]
    contradicted_by: Intent | None
    looks: tuple[Look, ...] = ()

    @property
    def finding(self) -> Finding | None:
        """What the newest answer says of it; None where there is none."""
        if self.before is None or self.now is None:
            return None
        return finding_of(self.intent, self.others, self.before, self.now.payment)


class Settling:
    """Gathers evidence, and writes down what a person says of it. Blocking; usable from any thread."""

    def __init__(
        self,
        *,
        accounts: Accounts,
        orders: Orders,
        journal: Journal,
        lookup: Lookup,
        seat: Seat,
        clock: Clock,
    ) -> None:
        self._accounts = accounts
        self._orders = orders
        self._journal = journal
        self._lookup = lookup
        self._seat = seat
        self._clock = clock

    def evidence(self, intent_id: int) -> Evidence:
        """Return all that is known of one intent, from the ledger alone.

        Raises:
            NotAllowed: Nobody is at the desk.
            LedgerUnavailable: The ledger can't be read.
        """
        self._seat.require(Right.LOOK)
        intent = self._journal.get(intent_id)
        draft = intent.draft
        account = self._accounts.get(draft.account_id)
        before = now = order = None
        if draft.seen_snapshot is not None:
            before = self._lookup.kept(account, draft.seen_snapshot)
            now = self._newest_answer(account, draft.order.reference)
        else:
            order = self._orders.of(account.id, draft.order.reference)
        of_order = self._journal.of_order(draft.order)
        return Evidence(
            account=account,
            intent=intent,
            events=tuple(self._journal.events(intent.id)),
            before=before,
            now=now,
            differences=differences(before, now.payment) if before and now else (),
            order=order,
            others=tuple(other for other in of_order if other.id != intent.id),
            contradicted_by=_says_otherwise(intent, of_order),
            looks=tuple(self._journal.looks(intent.id)),
        )

    def by_person(
        self,
        intent_id: int,
        *,
        paid: bool,
        said: Testimony,
        operator: Operator | str,
        approval: int | None = None,
    ) -> Intent:
        """Write down that an unknown outcome was one, because a person says so.

        Args:
            intent_id: Which one.
            paid: The money went back. If it did not, the order is free again.
            said: Who says it and why, and who agreed.
            operator: Who says it, as `Reversals.execute` wants it.
            approval: The second person's yes; see `Operators.approve_statement`.

        Raises:
            InvalidInput: ``reason`` or ``panel_reference``: EMPTY or TOO_LONG.
            NotAllowed: The right is missing, or nobody agreed to exactly this; see `SecondVoice`.
            Changed: It is not unknown any more; look at it again.
            LedgerUnavailable: It can't be written down.
        """
        who = self._seat.presser(operator)
        self._seat.require(Right.SETTLE_UNKNOWN)
        _check("reason", said.reason)
        _check("panel_reference", said.reference)
        intent = self._journal.get(intent_id)
        can_confirm = paid and self._can_confirm(intent)
        settlement = self._settlement(intent, said, paid=paid, can_confirm=can_confirm)
        voice = SecondVoice(settlement, operator=who, approval=approval)

        def still_unknown(connection: Connection, now: Intent) -> None:
            if now.state is not IntentState.OUTCOME_UNKNOWN:
                raise Changed(())
            voice(connection, now)

        try:
            return self._journal.settle(intent.id, settlement, consent=still_unknown)
        except NotAllowed as denied:
            self._seat.note(Act.DENIED, f"#{intent.id} is {settlement.state.value}", str(denied))
            raise

    def doubt(self, refused: Intent) -> Intent | None:
        """Open again what a person called "not paid", if this refusal says that it was paid.

        Returns:
            The earlier intent, unknown again; None if there is none. It is found at the next start if
            it can't be opened now.
        """
        if not _says_already(refused):
            return None
        try:
            return self._open_again(refused, self._journal.of_order(refused.draft.order))
        except (InProgress, LedgerUnavailable) as error:
            _log.warning("what intent %d doubts stays closed: %s", refused.id, type(error).__name__)
            return None

    def doubt_all(self) -> list[Intent]:
        """Open again whatever an earlier run could not; before anything is armed in this one.

        Raises:
            LedgerUnavailable: The ledger can't be read or written.
        """
        closed = self._journal.in_state(IntentState.REFUSED)
        opened = []
        for order in {intent.draft.order for intent in closed if _was_called_not_paid(intent)}:
            intents = self._journal.of_order(order)
            if any(intent.state.is_open for intent in intents):
                continue
            for refused in filter(_says_already, intents):
                again = self._open_again(refused, intents)
                if again is not None:
                    opened.append(again)
                    break
        return opened

    def _open_again(self, refused: Intent, intents: Iterable[Intent]) -> Intent | None:
        why = f"the answer to #{refused.id}"
        doubted = [
            one
            for one in intents
            if _contradicts(refused, one)
            # Said again since, in full knowledge of that answer, it stands.
            and not any(event.evidence == why for event in self._journal.events(one.id))
        ]
        if not doubted or refused.settled is None:
            return None
        settlement = Settlement(
            state=IntentState.OUTCOME_UNKNOWN,
            by=SettledBy.ANSWER,
            at=self._clock.now(),
            code=refused.settled.code,
            text=refused.settled.text,
            evidence=why,
        )
        return self._journal.settle(doubted[-1].id, settlement)

    def _newest_answer(self, account: Account, reference: str) -> PaymentView | None:
        try:
            return self._lookup.payment(account, reference)
        except NotReversible:
            return None

    def _can_confirm(self, intent: Intent) -> bool:
        """Whether a later look could still confirm it: there is a query, and it shows nothing odd so far.

        What a person ends in the face of an odd answer is ended: the next look would find the same answer,
        and open it again for ever.
        """
        if intent.draft.seen_snapshot is None:
            return False
        try:
            finding = self.evidence(intent.id).finding
        except BadReply:  # kept by a version that read it; the next answer may be read again
            return True
        return finding in (None, Finding.NOTHING_NEW, Finding.GIVEN_BACK)

    def _settlement(self, intent: Intent, said: Testimony, *, paid: bool, can_confirm: bool) -> Settlement:
        confirmation = None
        if paid:
            # Where the gateway can be asked it is asked on: its record may still say otherwise.
            confirmation = Confirmation.PENDING if can_confirm else Confirmation.NOT_OFFERED
        answered = intent.settled
        return Settlement(
            state=IntentState.DONE if paid else IntentState.REFUSED,
            by=SettledBy.PERSON,
            at=self._clock.now(),
            code=answered.code if answered else None,
            text=answered.text if answered else None,
            evidence=answered.evidence if answered else "",
            confirmation=confirmation,
            testimony=said,
        )


def _check(field: str, text: str) -> None:
    if not text.strip():
        raise InvalidInput(field, InputProblem.EMPTY)
    if len(text) > LONGEST:
        raise InvalidInput(field, InputProblem.TOO_LONG, limit=LONGEST)


def _was_called_not_paid(intent: Intent) -> bool:
    settled = intent.settled
    return intent.state is IntentState.REFUSED and settled is not None and settled.by is SettledBy.PERSON


def _says_already(intent: Intent) -> bool:
    """Whether Param answered that the money had gone back before."""
    settled = intent.settled
    return (
        intent.draft.order.gateway is GatewayName.PARAM
        and intent.state is IntentState.REFUSED
        and settled is not None
        and settled.by is SettledBy.ANSWER
        and settled.code in _ALREADY
    )


def _contradicts(refused: Intent, earlier: Intent) -> bool:
    """Whether a refusal came after a person called an earlier one of the same order "not paid"."""
    return _says_already(refused) and _was_called_not_paid(earlier) and earlier.id < refused.id


def _says_otherwise(intent: Intent, intents: Iterable[Intent]) -> Intent | None:
    """The newest refusal that says an intent's money had gone back, while it is not called done."""
    if intent.state not in (IntentState.REFUSED, IntentState.OUTCOME_UNKNOWN):
        return None
    found = [one for one in intents if one.id > intent.id and _says_already(one)]
    return found[-1] if found else None
