"""Use case: give money back. The only way money moves.

```
execute(plan)   (a breath, in which it can be taken back)
                1 look again    EsnekPOS: a query; Param: the ledger and a knock; it differs -> Changed
                2 decide again  void or refund at this instant; differs -> VerbChanged
                3 arm           one transaction: what is left, rights, limits, the approval used up, the lock,
                                the row of the audit log, the intent written down
                4 send          `sent` committed, then the first byte: one request, one attempt
                5 settle        done | refused | not sent | unknown, written down with its evidence
                6 confirm       one query, where there is one
```

Up to 3 a failure is an error and nothing was sent. From 3 on the end is a value: an `Intent` that
says how it stands, unknown included. Blocking; call on the one writing thread.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from secrets import token_hex

from services.audit import Audit
from services.authority import Permission
from services.breath import Breath, Breaths
from services.credentials import CredentialStore
from services.domain.account import Account, Secrets
from services.domain.audit import Act
from services.domain.clock import Clock
from services.domain.errors import (
    Changed,
    InProgress,
    InputProblem,
    InvalidInput,
    LedgerUnavailable,
    NotAllowed,
    NotRecorded,
    NotReversible,
    ServiceError,
    WhyNot,
)
from services.domain.evidence import Difference, What, differences
from services.domain.money import ZERO, Money
from services.domain.operator import Operator, Right
from services.domain.reversal import (
    Draft,
    Everything,
    Intent,
    IntentState,
)
from services.gateways.base import Gateways
from services.ledger.accounts import Accounts
from services.ledger.journal import Journal
from services.lookup import Lookup, order_key
from services.owed import Owed
from services.plan_checks import (
    decide_again,
    order_differences,
    require_none_open,
    require_the_same,
    unless_pressed_already,
)
from services.plans import (
    Plan,
    ReturnPlan,
    VoidPlan,
    breaks_literal_rule,
    plan_return,
    plan_void,
)
from services.policy import require_clock
from services.resolver import Resolver
from services.seat import Seat
from services.sending import Sending
from services.settling import Settling
from services.skew import Skews

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Executed:
    """How far a plan came.

    Attributes:
        intents: What was written down, in order, each as it stands. Fewer than the plan's requests
            where one did not end as done: the rest was never sent.
        stopped_by: Why the next one was not even written down, when that is the reason.
        not_recorded: How the last one ended is known, and can't be written down yet; the order is locked
            and nothing else is sent until it is. None where all of it is written down.
        reopened: What a person had called "not paid", and Param's answer now says was: unknown again.
    """

    intents: tuple[Intent, ...]
    stopped_by: ServiceError | None = None
    reopened: tuple[Intent, ...] = ()
    not_recorded: NotRecorded | None = None


class Reversals:
    """Gives money back, once. Safe to call from any thread; the lock is in the ledger."""

    def __init__(
        self,
        *,
        accounts: Accounts,
        journal: Journal,
        owed: Owed,
        lookup: Lookup,
        resolver: Resolver,
        settling: Settling,
        gateways: Gateways,
        credentials: CredentialStore,
        skews: Skews,
        breaths: Breaths,
        seat: Seat,
        audit: Audit,
        clock: Clock,
        till: str,
        process: str,
    ) -> None:
        self._accounts = accounts
        self._journal = journal
        self._owed = owed
        self._lookup = lookup
        self._settling = settling
        self._gateways = gateways
        self._credentials = credentials
        self._skews = skews
        self._breaths = breaths
        self._seat = seat
        self._audit = audit
        self._clock = clock
        self._till = till
        self._process = process
        self._sending = Sending(
            journal=journal,
            owed=owed,
            resolver=resolver,
            gateways=gateways,
            clock=clock,
            compare=audit.compare,
            advance=audit.advance,
        )

    def owed(self) -> tuple[NotRecorded, ...]:
        """Return the ends that are known and not written down yet, oldest first. Waits for nothing."""
        return self._owed.all()

    def preview(self, plan: Plan) -> tuple[str, ...]:
        """Return each request exactly as it would be sent, secrets redacted. Sends nothing.

        Raises:
            NotAllowed: Nobody is at the desk.
        """
        self._seat.require(Right.LOOK)
        moves = self._gateways.moves[plan.account.gateway]
        return tuple(moves.preview(plan.account, step.request) for step in plan.steps)

    def execute(
        self,
        plan: Plan,
        *,
        operator: Operator | str,
        approval: int | None = None,
        breath: Breath | None = None,
    ) -> Executed:
        """Do what the plan says, one request after another; the first not done stops the rest.

        Args:
            plan: What the person confirmed.
            operator: Who it was: whoever sits at the desk, or where nobody signs in, a name.
            approval: A second person's yes to this very plan; see `Operators.approve`.
            breath: A hold before anything is done; whoever withdraws it in time has sent nothing.

        Raises:
            Withdrawn, InvalidInput, NotReversible, NotAllowed, NotConfigured, Changed, VerbChanged,
            ClockWrong, InProgress, Unreachable, BadReply, CredentialsRefused, LedgerUnavailable: Nothing
            was sent. Once `sent` is written down nothing but a value comes of it.
        """
        who = self._seat.presser(operator)
        permission = Permission(plan, alone=who, batch=token_hex(16))
        try:
            for right in permission.rights:
                who.require(right)  # again when it is armed; so early, nobody is kept waiting for a no
            executed = self._execute(plan, who, permission, approval, breath)
        except NotAllowed as denied:
            self._tell_denied(who, plan, denied)
            raise
        if isinstance(executed.stopped_by, NotAllowed):
            self._tell_denied(who, plan, executed.stopped_by)
        return executed

    def _execute(
        self, plan: Plan, who: Operator, permission: Permission, approval: int | None, breath: Breath | None
    ) -> Executed:
        self._audit.require_trust()
        if breath is not None:
            self._breaths.hold(breath)
        self._require_nothing_owed(plan)
        account = self._accounts.get(plan.account.id)
        if account != plan.account:
            raise Changed((Difference(What.ACCOUNT),), account=account)
        open_intent = self._journal.open_of(order_key(account, plan.reference))
        if open_intent is not None:
            raise InProgress(open_intent)
        secrets = self._credentials.load(account)
        drafts = self._look_again(plan, who, permission.wish.batch, approval)
        return self._send_each(plan, account, secrets, drafts, permission)

    def _send_each(
        self, plan: Plan, account: Account, secrets: Secrets, drafts: list[Draft], permission: Permission
    ) -> Executed:
        """Steps 2 to 6 of one after another; once one was sent, whatever breaks is no error any more."""
        intents: list[Intent] = []
        for draft in drafts:
            try:
                require_clock(account, self._skews.of(account), self._clock.now())
                decide_again(plan, self._clock.now())
                check = unless_pressed_already(plan, draft, self._clock)
                sent = self._sending.one(account, secrets, draft, check=check, authority=permission)
            except ServiceError as error:
                if not intents:
                    raise
                return Executed(tuple(intents), stopped_by=error)
            except Exception as bug:
                if not intents:
                    raise  # nothing was sent: a bug like any other
                _log.error("the rest was not sent: it broke with %s", type(bug).__name__)
                return Executed(tuple(intents))
            intents.append(sent.intent)
            if sent.not_recorded is not None:
                return Executed(tuple(intents), not_recorded=sent.not_recorded)
            if sent.intent.state is not IntentState.DONE:
                return Executed(tuple(intents), reopened=self._reopened_by(sent.intent))
        return Executed(tuple(intents))

    def _require_nothing_owed(self, plan: Plan) -> None:
        """Write down what an earlier reversal could not; only then may another be sent.

        Raises:
            InProgress: How one of this very order ended is known, and still can't be written down.
            LedgerUnavailable: The same, of another order.
        """
        try:
            self._owed.write_down()
        except LedgerUnavailable:
            order = order_key(plan.account, plan.reference)
            for owed in self._owed.all():
                if owed.intent.draft.order == order:
                    raise InProgress(owed.intent) from owed
            raise

    def _reopened_by(self, intent: Intent) -> tuple[Intent, ...]:
        try:
            doubted = self._settling.doubt(intent)
        except Exception as bug:  # noqa: BLE001  the request was sent: how it ended is told, whatever breaks
            _log.error("what intent %d doubts was not opened: %s", intent.id, type(bug).__name__)
            return ()
        return () if doubted is None else (doubted,)

    def _tell_denied(self, who: Operator, plan: Plan, denied: NotAllowed) -> None:
        """Write down that somebody tried what they may not; that it can't be is no reason to let them."""
        account = plan.account
        order = f"{account.gateway.value}/{account.environment.value}/{account.merchant}/{plan.reference}"
        try:
            self._audit.note(who.name, Act.DENIED, order, str(denied))
        except Exception as error:  # noqa: BLE001  a line of the plan may have been sent: it is told
            _log.info("a denied attempt could not be written down: %s", type(error).__name__)

    def _look_again(self, plan: Plan, who: Operator, batch: str, approval: int | None) -> list[Draft]:
        """Step 1: compare the world with what the person saw, and draft what is to be sent."""
        if isinstance(plan, VoidPlan):
            seen_snapshot, returned_there = self._look_at_payment(plan)
        else:
            self._look_at_order(plan)
            seen_snapshot, returned_there = None, ZERO
        return [
            Draft(
                order=order_key(plan.account, plan.reference),
                account_id=plan.account.id,
                batch=batch,
                position=position,
                request=step.request,
                verb=step.verb,
                amount=step.amount,
                sold=step.sold,
                returned_there=returned_there,
                seen_snapshot=seen_snapshot,
                reason=plan.reason,
                operator=who.name,
                till=self._till,
                process=self._process,
                operator_id=who.id,
                approval=approval,
            )
            for position, step in enumerate(plan.steps)
        ]

    def _look_at_payment(self, plan: VoidPlan) -> tuple[int, Money]:
        """EsnekPOS: ProcessQuery now."""
        if plan.now is None:
            raise InvalidInput("sale_day", InputProblem.EMPTY)
        view = self._lookup.ask(plan.account, plan.reference)
        if view is None:
            raise NotReversible(WhyNot.NOT_FOUND, account=plan.account)
        require_none_open(view.intents)  # begun while we asked: what it changed is no news to stop at
        moved = differences(plan.payment, view.payment)
        if moved:
            raise Changed(moved, account=plan.account)
        planned = plan_void(view, self._clock.now())  # whatever forbade the plan forbids it still
        require_the_same(plan, planned)
        return view.snapshot.id, view.payment.given_back

    def _look_at_order(self, plan: ReturnPlan) -> None:
        """Param: the ledger, and a knock at the service, which asks nothing and moves nothing."""
        view = self._lookup.order(plan.order.id)
        require_none_open(view.intents)
        moved = order_differences(plan, view)
        if moved:
            raise Changed(moved, account=plan.account)
        # Without the clock: the knock measures it again, and that is judged before anything is armed.
        plan_return(replace(view, skew=None), plan.what, self._clock.now())
        if not plan.accepts_literal_rule and not isinstance(plan.what, Everything):
            for part in plan.what:
                if breaks_literal_rule(part):
                    raise InvalidInput(f"payable:{part.line}", InputProblem.NOT_CONFIRMED, limit=part.amount)
        self._gateways.reaches[plan.account.gateway].reach(plan.account)
