"""Whether an operator may give money back: what it takes, and the decision in the transaction that arms.

What is decided here is decided on the connection that writes the intent down: the operator as they are
now, their limits, all they gave back today, and the approval, which is used up there. Nothing slow.
"""

from __future__ import annotations

from datetime import datetime

from services.domain.clock import BusinessDays
from services.domain.errors import Denied, NotAllowed
from services.domain.money import Money
from services.domain.operator import (
    NOBODY_SIGNS_IN,
    Approval,
    Operator,
    Right,
    Wish,
    digest_of,
    digest_of_testimony,
    require_allowed,
    require_may_approve,
)
from services.domain.reversal import (
    Draft,
    Everything,
    Intent,
    IntentState,
    MoneyRequest,
    Settlement,
    Testimony,
    Verb,
    VoidRequest,
)
from services.ledger.approvals import read_approval, use_approval
from services.ledger.connection import Connection
from services.ledger.operators import given_back, read_operator, stands
from services.ledger.settings import read_settings
from services.ledger.standing import Standing
from services.lookup import order_key
from services.plans import Plan, ReturnPlan, VoidPlan, left_of_line
from services.policy import sale_day


def right_for(request: MoneyRequest, *, late: bool, gives: Money, left: Money) -> Right:
    """Return the one right that a request takes.

    Args:
        request: What would be sent.
        late: The day of the sale has passed.
        gives: How much goes back.
        left: What could still be given back of the line, or of the order.
    """
    if isinstance(request, VoidRequest):
        return Right.VOID_LATE if late else Right.VOID_TODAY
    if isinstance(request.amount, Everything):
        return Right.ALL_SELLERS
    if request.verb is Verb.VOID:
        # Param's own word may make a void of a day that has passed here.
        return Right.VOID_LATE if late else Right.VOID_TODAY
    return Right.REFUND_WHOLE if gives >= left else Right.REFUND_PART


def rights_for(plan: Plan) -> frozenset[Right]:
    """Return what a plan takes, over all its lines, as the person saw them."""
    late = counts_as_late(plan)
    if not isinstance(plan, ReturnPlan):
        return frozenset(
            right_for(step.request, late=late, gives=step.amount, left=step.sold) for step in plan.steps
        )
    rights = set()
    for step in plan.steps:
        line = plan.order.line(step.request.line) if not isinstance(step.request, VoidRequest) else None
        left = step.sold if line is None else left_of_line(line, plan.standing)
        rights.add(right_for(step.request, late=late, gives=step.amount, left=left))
    return frozenset(rights)


def counts_as_late(plan: Plan) -> bool:
    """Whether the day of the sale has passed, or may have: where the answer leaves the day open (WIRE).

    There a person says which day it was; that alone makes nothing a sale of today.
    """
    if plan.now is None or plan.now.late:
        return True
    return isinstance(plan, VoidPlan) and sale_day(plan.account, plan.payment) is None


def digest_of_plan(plan: Plan) -> str:
    """Return what an approval of a plan is bound to."""
    requests = [step.request for step in plan.steps]
    return digest_of(order_key(plan.account, plan.reference), requests)


class Permission:
    """Says yes or no to one confirmed plan; an `Authority` of the journal.

    Args:
        plan: What was confirmed.
        alone: The person where nobody signs in.
        batch: Joins its lines; an approval that one line used up covers the others.
    """

    def __init__(self, plan: Plan, *, alone: Operator, batch: str) -> None:
        self._wish = Wish(
            rights=rights_for(plan), amount=plan.amount, digest=digest_of_plan(plan), batch=batch
        )
        self._late = counts_as_late(plan)
        self._days: BusinessDays = plan.account.days
        self._alone = alone

    @property
    def rights(self) -> list[Right]:
        """What it takes, in an order that is always the same."""
        return sorted(self._wish.rights, key=lambda right: right.value)

    @property
    def wish(self) -> Wish:
        """What is wanted, over all lines."""
        return self._wish

    def __call__(self, connection: Connection, standing: Standing, draft: Draft, at: datetime) -> None:
        """Let a draft pass, and use up the approval it names.

        Raises:
            NotAllowed: See `require_allowed`; NOBODY: people sign in by now, and nobody did.
        """
        operator = _operator(connection, draft.operator_id, self._alone)
        left = standing.left(draft.line, draft.sold, returned_there=draft.returned_there)
        right = right_for(draft.request, late=self._late, gives=draft.amount, left=left)
        operator.require(right)
        given = given_back(connection, operator.id, since=self._days.start_of(at), besides=self._wish.batch)
        approval = _approval(connection, draft.approval)
        require_allowed(operator, self._wish, given_today=given, approval=approval, now=at)
        if approval is not None:
            _require_standing(connection, approval)
            self._require_approver(connection, approval, at)
            use_approval(connection, approval, self._wish.batch)

    def _require_approver(self, connection: Connection, approval: Approval, at: datetime) -> None:
        """Let an approval pass whose approver still may give it, and has as much left of their own day."""
        approver = read_operator(connection, approval.approver)
        since, besides = self._days.start_of(at), self._wish.batch
        given = given_back(connection, approver.id, since=since, besides=besides)
        require_may_approve(approver, self._wish.rights, self._wish.amount, given_today=given)


class SecondVoice:
    """Says yes or no to an outcome that a person states; a `Consent` of the journal.

    With PINs on a second person has approved exactly this; off, the owner speaks alone.

    Args:
        settlement: What is about to be written down.
        operator: Who states it.
        approval: The second person's yes.
    """

    def __init__(self, settlement: Settlement, *, operator: Operator, approval: int | None) -> None:
        self._settlement = settlement
        self._operator = operator
        self._approval = approval

    def __call__(self, connection: Connection, intent: Intent) -> None:
        """Let a statement pass, and use up the approval it names.

        Raises:
            NotAllowed: The right is missing; nobody else agreed; or the approval is for something else, too
                old, used up, or one's own.
            ValueError: The settlement is no person's, or names another approver than the approval.
        """
        said = self._settlement.testimony
        if said is None or said.person != self._operator.name:
            raise ValueError("a statement is made by who states it")
        operator = _operator(connection, self._operator.id, self._operator)
        if not read_settings(connection).pins:
            operator.require(Right.OPERATORS)
            if said.approver is not None:
                raise ValueError("nobody can have agreed")
            return
        operator.require(Right.SETTLE_UNKNOWN)
        approval = _approval(connection, self._approval)
        if approval is None:
            raise NotAllowed(Denied.OTHER_APPROVAL)
        batch = f"settle {intent.id}"
        wish = Wish(
            rights=frozenset({Right.SETTLE_UNKNOWN}),
            amount=intent.draft.amount,
            digest=digest_of_statement(intent, self._settlement.state, said),
            batch=batch,
        )
        require_allowed(operator, wish, given_today=wish.amount, approval=approval, now=self._settlement.at)
        _require_standing(connection, approval)
        approver = read_operator(connection, approval.approver)
        approver.require(Right.APPROVE)
        approver.require(Right.SETTLE_UNKNOWN)
        if approval.approver_name != said.approver or approval.batch is not None:
            raise NotAllowed(Denied.USED_APPROVAL if approval.batch else Denied.OTHER_APPROVAL)
        use_approval(connection, approval, batch)


def digest_of_statement(intent: Intent, outcome: IntentState, said: Testimony) -> str:
    """Return what an approval of a person's statement is bound to."""
    return digest_of_testimony(intent.id, outcome, said)


def _operator(connection: Connection, operator_id: int, alone: Operator) -> Operator:
    if operator_id != NOBODY_SIGNS_IN:
        try:
            return read_operator(connection, operator_id)
        except KeyError:
            raise NotAllowed(Denied.NOBODY) from None
    if read_settings(connection).pins or alone.id != NOBODY_SIGNS_IN:
        raise NotAllowed(Denied.NOBODY)
    return alone


def _approval(connection: Connection, approval_id: int | None) -> Approval | None:
    if approval_id is None:
        return None
    approval = read_approval(connection, approval_id)
    if approval is None:
        raise NotAllowed(Denied.OTHER_APPROVAL)
    return approval


def _require_standing(connection: Connection, approval: Approval) -> None:
    """An approval dies with what it stood on: either person retired, with another role, limit or PIN."""
    if not stands(connection, approval):
        raise NotAllowed(Denied.FALLEN_APPROVAL)
