"""Use case: leave a wish for somebody else to approve, and the queue of such wishes.

Whoever may not send something alone leaves it here instead of calling a second person over. Leaving it
moves nothing and locks nothing. Who may approve looks at it beside the payment as it is now, and agrees
with their own PIN: that is the same approval as in place, bound to the very requests, for ten minutes and
one use, never one's own. Sending it afterwards is `Reversals.execute` as ever, where all is decided again.

What no longer fits the world it was asked in is stale: it can be dropped, and nothing else.
Blocking; call on a worker thread.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from services.authority import digest_of_plan, rights_for
from services.domain.account import Account
from services.domain.audit import Act
from services.domain.clock import Clock
from services.domain.errors import (
    Changed,
    Denied,
    InputProblem,
    InvalidInput,
    LedgerUnavailable,
    NotAllowed,
    NotReversible,
    ServiceError,
    VerbChanged,
    WhyNot,
)
from services.domain.evidence import Movement
from services.domain.operator import NOBODY_SIGNS_IN, Operator, Right
from services.domain.petition import Petition, PetitionState
from services.domain.reversal import Everything, IntentState, ReturnRequest
from services.ledger.accounts import Accounts
from services.ledger.journal import Journal
from services.ledger.operators import Register
from services.ledger.orders import Orders
from services.ledger.petitions import Petitions
from services.lookup import Lookup, OrderView, PaymentView, order_key
from services.operators import Operators
from services.plans import LineReturn, Plan, VoidPlan, left_of_line, plan_return, plan_void
from services.policy import verb_at
from services.seat import Seat

LONGEST_REASON = 200


class NextStep(Enum):
    """The one thing that whoever is at the desk can do about a petition now."""

    APPROVE = "agree to it, or decline it"
    SEND = "send it"
    SEND_ALONE = "send it oneself: its asker may not, approved or not"
    WAIT = "somebody else's turn"
    DROP = "take it off the list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A petition beside the world as the ledger has it now.

    Attributes:
        view: The payment or order it is about; None where even that can't be read.
        plan: What would be sent now: the very requests that were asked for; None where they no longer fit.
        obstacle: Why not.
        may_drop: Whether whoever is at the desk may take it off the list.
        fell: It was approved, and what the approval stood on is no more: it waits for another one.
        asker_left: Its asker no longer works here, so that it is sent by nobody in their name.
    """

    petition: Petition
    account: Account
    view: PaymentView | OrderView | None
    plan: Plan | None
    obstacle: ServiceError | None
    step: NextStep
    may_drop: bool
    fell: bool = False
    asker_left: bool = False


class PetitionDesk:
    """Takes petitions, and answers them. Usable from any thread."""

    def __init__(
        self,
        *,
        petitions: Petitions,
        accounts: Accounts,
        orders: Orders,
        register: Register,
        operators: Operators,
        lookup: Lookup,
        journal: Journal,
        seat: Seat,
        clock: Clock,
    ) -> None:
        self._petitions = petitions
        self._journal = journal
        self._accounts = accounts
        self._orders = orders
        self._register = register
        self._operators = operators
        self._lookup = lookup
        self._seat = seat
        self._clock = clock

    def leave(self, plan: Plan) -> Petition:
        """Leave a plan for somebody else to approve.

        Raises:
            NotAllowed: NOBODY: where nobody signs in there is nobody to ask.
            InvalidInput: ``reason``: EMPTY; ``sale_day``: EMPTY; ``petition``: ALREADY_THERE.
            LedgerUnavailable: It can't be written.
        """
        asker = self._seat.require(Right.LOOK)
        if asker.id == NOBODY_SIGNS_IN:
            raise NotAllowed(Denied.NOBODY)
        if not plan.reason.strip():
            raise InvalidInput("reason", InputProblem.EMPTY)
        if plan.now is None or plan.sale_day is None:
            raise InvalidInput("sale_day", InputProblem.EMPTY)
        petition = Petition(
            order=order_key(plan.account, plan.reference),
            account_id=plan.account.id,
            requests=tuple(step.request for step in plan.steps),
            digest=digest_of_plan(plan),
            amount=plan.amount,
            late=plan.now.late,
            sale_day=plan.sale_day,
            seen=_seen(plan),
            literal_rule=not isinstance(plan, VoidPlan) and plan.accepts_literal_rule,
            reason=plan.reason,
            asker=asker.id,
            asker_name=asker.name,
            asked_at=self._clock.now(),
        )
        note = self._seat.entry(Act.PETITION, plan.reference, f"left for approval: {plan.amount}")
        return self._petitions.leave(petition, note=note)

    def waiting(self) -> list[Waiting]:
        """Return what waits, oldest first, and one's own that was declined, each with its next step.

        Raises:
            NotAllowed: Nobody is at the desk.
            LedgerUnavailable: The ledger can't be read.
        """
        here = self._seat.require(Right.LOOK)
        return [
            self._beside(petition, here)
            for petition in self._petitions.shown()
            if petition.state is not PetitionState.DECLINED or petition.asker == here.id
        ]

    def approve(self, petition_id: int, pin: str) -> Petition:
        """Whoever is at the desk agrees to exactly what was asked for, with their PIN.

        Raises:
            NotAllowed: OWN_APPROVAL, RIGHT, OVER_REVERSAL_LIMIT, WRONG_PIN, LOCKED_OUT; see
                `Operators.approve_left`.
            InvalidInput, Changed, VerbChanged, NotReversible, InProgress: It no longer fits the world.
        """
        petition = self._petitions.get(petition_id)
        account, view = self._look(petition)
        plan = self._plan(petition, account, view)
        approval = self._operators.approve_left(plan, petition.asker, pin)
        return self._petitions.approve(petition_id, approval)

    def decline(self, petition_id: int, why: str) -> Petition:
        """Say no, with a reason for the asker to read.

        Raises:
            NotAllowed: RIGHT; OWN_APPROVAL: one's own is dropped.
            InvalidInput: ``why``: EMPTY, TOO_LONG; ``petition``: it is over already.
        """
        petition = self._petitions.get(petition_id)
        if self._seat.require(Right.APPROVE).id == petition.asker:
            raise NotAllowed(Denied.OWN_APPROVAL)
        if not why.strip():
            raise InvalidInput("why", InputProblem.EMPTY)
        if len(why) > LONGEST_REASON:
            raise InvalidInput("why", InputProblem.TOO_LONG, limit=LONGEST_REASON)
        return self._end(petition, PetitionState.DECLINED, why.strip())

    def drop(self, petition_id: int) -> Petition:
        """Take one off the list: one's own, or somebody's who may not be here any more.

        Raises:
            NotAllowed: RIGHT: it is somebody else's, and the role does not approve either.
        """
        petition = self._petitions.get(petition_id)
        if self._seat.who().id != petition.asker:
            self._seat.require(Right.APPROVE)
        return self._end(petition, PetitionState.DROPPED, "")

    def close(self, petition_id: int) -> Petition:
        """It was sent, or tried: the journal tells on.

        Raises:
            NotAllowed: RIGHT: nothing of it has been sent, so it is only dropped, and it is somebody else's.
        """
        petition = self._petitions.get(petition_id)
        if not any(one.armed_at >= petition.asked_at for one in self._journal.of_order(petition.order)):
            return self.drop(petition_id)
        self._seat.require(Right.LOOK)
        return self._end(petition, PetitionState.SENT, "")

    def _end(self, petition: Petition, state: PetitionState, said: str) -> Petition:
        result = f"{state.value}, asked by {petition.asker_name}"
        note = self._seat.entry(Act.PETITION, petition.order.reference, result)
        at = self._clock.now()
        return self._petitions.end(petition.id, state, who=note.who, at=at, said=said, note=note)

    def _beside(self, petition: Petition, here: Operator) -> Waiting:
        account = self._accounts.get(petition.account_id)
        view: PaymentView | OrderView | None = None
        plan: Plan | None = None
        obstacle: ServiceError | None = None
        try:
            _, view = self._look(petition)
            plan = self._plan(petition, account, view)
        except (LedgerUnavailable, NotAllowed):
            raise
        except ServiceError as error:
            obstacle = error
        own = petition.asker == here.id
        fell = petition.approval is not None and not self._register.stands(petition.approval)
        return Waiting(
            petition=petition,
            account=account,
            view=view,
            plan=plan,
            obstacle=obstacle,
            step=self._step(petition, plan, here, fell=fell),
            may_drop=own or here.may(Right.APPROVE),
            fell=fell and petition.state is PetitionState.APPROVED,
            asker_left=not self._register.get(petition.asker).active,
        )

    def _step(self, petition: Petition, plan: Plan | None, here: Operator, *, fell: bool) -> NextStep:
        own, approves = petition.asker == here.id, here.may(Right.APPROVE)
        if plan is None or petition.state is PetitionState.DECLINED:
            return NextStep.DROP if own or approves else NextStep.WAIT
        rights = rights_for(plan)
        may = all(here.may(right) for right in rights)
        if petition.is_approved(self._clock.now()) and not fell:
            return NextStep.SEND if may and own else NextStep.WAIT
        if own or not approves or (Right.ALL_SELLERS in rights and here.limits.any):
            return NextStep.WAIT
        asker = self._register.get(petition.asker)
        if all(asker.may(right) for right in rights):
            return NextStep.APPROVE
        return NextStep.SEND_ALONE if may else NextStep.WAIT

    def _look(self, petition: Petition) -> tuple[Account, PaymentView | OrderView]:
        """What it is about, as the ledger has it: the gateway is asked when it is sent, and not before."""
        account = self._accounts.get(petition.account_id)
        if not isinstance(petition.requests[0], ReturnRequest):
            return account, self._lookup.payment(account, petition.order.reference)
        order = self._orders.of(account.id, petition.order.reference)
        if order is None:
            raise NotReversible(WhyNot.NOT_FOUND, account=account)
        return account, self._lookup.order(order.id)

    def _plan(self, petition: Petition, account: Account, view: PaymentView | OrderView) -> Plan:
        """Plan it anew, and let only the very same requests pass, in the world they were asked in."""
        plan = _planned(petition, view, self._clock.now())
        if plan.now is None or plan.now.late is not petition.late:
            now = verb_at(account, petition.sale_day, self._clock.now()) if plan.now is None else plan.now
            raise VerbChanged(now, account=account)
        if not petition.is_genuine or digest_of_plan(plan) != petition.digest or _seen(plan) != petition.seen:
            raise Changed((), account=account)
        return plan


def _planned(petition: Petition, view: PaymentView | OrderView, now: datetime) -> Plan:
    if isinstance(view, PaymentView):
        plan = plan_void(view, now)
        if plan.sale_day is None:
            verb = verb_at(view.account, petition.sale_day, now)
            plan = replace(plan, sale_day=petition.sale_day, now=verb)
        return replace(plan, reason=petition.reason)
    returns = [request for request in petition.requests if isinstance(request, ReturnRequest)]
    parts = tuple(
        LineReturn(line=request.line, amount=request.amount, payable=request.payable)
        for request in returns
        if not isinstance(request.amount, Everything)
    )
    return plan_return(
        view,
        parts if len(parts) == len(returns) else Everything.ALL_SELLERS,
        now,
        reason=petition.reason,
        accepts_literal_rule=petition.literal_rule,
    )


def _seen(plan: Plan) -> str:
    """Put what a person saw into a digest: another one later, and what they asked for is stale."""
    done = [[one.id, one.state.value] for one in plan.intents if one.state is not IntentState.NOT_SENT]
    said: list[object]
    if isinstance(plan, VoidPlan):
        payment = plan.payment
        sold = "" if payment.sold_at is None else payment.sold_at.at.isoformat()
        movements = sorted(repr(Movement.of(one)) for one in payment.movements)
        said = [plan.amount.kurus, repr(payment.amount), sold, payment.status, payment.return_code, movements]
    else:
        said = [
            [
                line.guid,
                line.amount.kurus,
                left_of_line(line, plan.standing).kurus,
                plan.standing.payable_of(line).kurus,
            ]
            for line in plan.order.lines
        ]
    text = json.dumps([done, said], ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()
