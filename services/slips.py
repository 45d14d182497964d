"""Use case: a slip of what was given back, for the customer's hand; counted before it is made.

One slip covers everything of one confirmation. What is still under way, or whose end nobody knows, stands
on it as not known; what never left this computer gets no slip of its own, for there is nothing to show.
Blocking; call on a worker thread.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace

from services.domain.account import Account
from services.domain.audit import Act
from services.domain.clock import Clock
from services.domain.errors import BadReply, NotReversible
from services.domain.operator import Right
from services.domain.order import Order
from services.domain.paper import Slip, SlipForm, SlipLine
from services.domain.payment import Payment
from services.domain.reversal import Everything, Intent, IntentState, ReturnRequest
from services.ledger.accounts import Accounts
from services.ledger.approvals import Approvals
from services.ledger.audit import Trail
from services.ledger.journal import Journal
from services.ledger.orders import Orders
from services.ledger.slips import Slips
from services.lookup import Lookup
from services.seat import Seat

_MASKED = re.compile(r"\d{0,8}[*xX•](?:[*xX• -]*)\d{4}", re.ASCII)
"""A card number that shows its end and hides its middle. A whole one is printed nowhere."""

_UNDER_WAY = frozenset({IntentState.ARMED, IntentState.SENT})


class SlipDesk:
    """Makes slips. Whoever may look may hand one over."""

    def __init__(
        self,
        *,
        accounts: Accounts,
        orders: Orders,
        journal: Journal,
        approvals: Approvals,
        slips: Slips,
        trail: Trail,
        lookup: Lookup,
        seat: Seat,
        clock: Clock,
    ) -> None:
        self._accounts = accounts
        self._orders = orders
        self._journal = journal
        self._approvals = approvals
        self._slips = slips
        self._trail = trail
        self._lookup = lookup
        self._seat = seat
        self._clock = clock

    def preview(self, intent_id: int) -> Slip:
        """Return the slip as it would be made now. Counts nothing.

        Raises:
            NotAllowed: Nobody is at the desk.
            LedgerUnavailable: The ledger can't be read.
            ValueError: Nothing of it left this computer: there is no slip.
        """
        self._seat.require(Right.LOOK)
        slip, batch = self._slip(self._journal.get(intent_id))
        return replace(slip, copy=self._slips.made(batch, _outcome(slip)))

    def make(self, intent_id: int, form: SlipForm) -> Slip:
        """Count one more slip, in the ledger and in the audit log, and return it to be put on paper.

        Raises:
            NotAllowed: Nobody is at the desk.
            LedgerUnavailable: It can't be counted, and so not made.
            ValueError: Nothing of it left this computer: there is no slip.
        """
        self._seat.require(Right.LOOK)
        intent = self._journal.get(intent_id)
        slip, batch = self._slip(intent)
        outcome, order = _outcome(slip), intent.draft.order
        place = f"{order.gateway.value}/{order.environment.value}/{order.merchant}/{order.reference}"
        note = self._seat.entry(Act.SLIP, f"#{slip.lines[0].intent} {place}", f"{form.value}: {outcome}")
        counted = self._slips.count(
            slip.lines[0].intent, batch=batch, outcome=outcome, at=note.at, form=form, note=note
        )
        return replace(slip, printed_at=note.at, copy=counted.number - 1, code=counted.code)

    def _slip(self, intent: Intent) -> tuple[Slip, str]:
        draft = intent.draft
        account = self._accounts.get(draft.account_id)
        order = self._orders.of(account.id, draft.order.reference)
        intents = [one for one in self._journal.of_order(draft.order) if one.draft.batch == draft.batch]
        head = self._trail.head()
        slip = Slip(
            shop=account.name,
            gateway=draft.order.gateway,
            environment=draft.order.environment,
            merchant=draft.order.merchant,
            reference=draft.order.reference,
            verb=draft.verb,
            card=self._card(account, draft.seen_snapshot),
            lines=_lines(intents, order),
            reason=draft.reason,
            operator=draft.operator,
            approver="" if draft.approval is None else self._approvals.get(draft.approval).approver_name,
            asked_at=min(one.armed_at for one in intents),
            printed_at=self._clock.now(),
            copy=0,
            code="" if head is None else head.code,
        )
        if slip.state is IntentState.NOT_SENT:
            raise ValueError("nothing left this computer: there is no slip")
        return slip, draft.batch

    def _card(self, account: Account, snapshot: int | None) -> str:
        if snapshot is None:
            return ""
        try:
            return masked_card(self._lookup.kept(account, snapshot))
        except (BadReply, NotReversible):  # an answer that can't be read any more names no card either
            return ""


def _outcome(slip: Slip) -> str:
    return ",".join(line.state.value for line in slip.lines)


def _lines(intents: Sequence[Intent], order: Order | None) -> tuple[SlipLine, ...]:
    ordered = sorted(intents, key=lambda one: one.draft.position)
    return tuple(_line(intent, order) for intent in ordered)


def _line(intent: Intent, order: Order | None) -> SlipLine:
    request, settled = intent.draft.request, intent.settled
    guid, everything = "", False
    if isinstance(request, ReturnRequest):
        everything = isinstance(request.amount, Everything)
        guid = "" if everything else request.line
    return SlipLine(
        intent=intent.id,
        seller=_seller(order, guid),
        guid=guid,
        all_sellers=everything,
        amount=intent.draft.amount,
        # What is being sent now may arrive: on paper it is not known.
        state=IntentState.OUTCOME_UNKNOWN if intent.state in _UNDER_WAY else intent.state,
        confirmation=settled.confirmation if settled else None,
        at=settled.at if settled else intent.sent_at or intent.armed_at,
        testimony=settled.testimony if settled else None,
    )


def _seller(order: Order | None, guid: str) -> str:
    if order is None or not guid:
        return ""
    return next((line.seller for line in order.lines if line.guid.upper() == guid.upper()), "")


def masked_card(payment: Payment) -> str:
    """Return the card as the gateway masks it, if it does; the documents name no such field."""
    for name, text in payment.extra.items():
        if "CARD" in name.upper():
            value = json.loads(text)
            if isinstance(value, str) and _MASKED.fullmatch(value.strip()):
                return value.strip()
    return ""
