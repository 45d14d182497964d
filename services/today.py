"""Use case: what this computer knows of today. The gateways here list nothing, so it is what was looked at.

Blocking, without the network; call on a worker thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from services.domain.account import Account, Environment
from services.domain.clock import BusinessDays, Clock
from services.domain.money import ZERO, Money, total
from services.domain.operator import Right
from services.domain.payment import PaymentState
from services.domain.reversal import Confirmation, Intent, IntentState, Verb
from services.ledger.accounts import Accounts
from services.ledger.finding import Find, Finds
from services.ledger.journal import Journal
from services.lookup import order_key
from services.plans import REFERENCE_LIMIT
from services.policy import verb_at
from services.seat import Guard

_WORLDS = (Environment.LIVE, Environment.TEST, Environment.DEMO)
_SHOPS_DAY = BusinessDays()
"""From midnight to midnight: what "today" is to the people in the shop, whenever their banks close."""


class Ended(Enum):
    """How a reversal of today stands, as a till counts it."""

    DONE = "done"
    WAITING = "under way, or done and not confirmed yet"
    UNKNOWN = "unknown"
    NOTHING_MOVED = "refused, or not sent"


@dataclass(frozen=True, slots=True)
class Sum:
    """How many, and how much together."""

    count: int
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Voidable:
    """Something that could be voided at this moment, by what the ledger knows.

    Attributes:
        order_id: The ledger's number of a Param order; None for a payment.
        left: What would go back.
        until: When its business day ends; aware, UTC.
    """

    account: Account
    reference: str
    order_id: int | None
    left: Money
    sold_at: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysWork:
    """Today, as the ledger has it.

    Attributes:
        at: When it was read; aware, UTC.
        first_use: There is no account yet.
        world: Whose money is added up: live as soon as there is a live account. What is only a test is shown,
            and never added to real money.
        voidable: What can still be voided; what runs out first stands first, then the newest.
        reversals: What was asked back today, newest first, each with its account.
        unknown, awaiting: How many reversals of any day have no certain end.
        changes_at: When a day ends next, by itself: this is to be read again then.
    """

    at: datetime
    first_use: bool
    world: Environment
    voidable: tuple[Voidable, ...]
    reversals: tuple[tuple[Intent, Account], ...]
    unknown: int
    awaiting: int
    changes_at: datetime

    def sum(self, ended: Ended) -> Sum:
        """Add up today's reversals in this world that stand so."""
        here = [intent for intent, account in self.reversals if account.environment is self.world]
        amounts = [intent.draft.amount for intent in here if ended_as(intent) is ended]
        return Sum(len(amounts), total(amounts))

    @property
    def could_be_voided(self) -> Sum:
        """Add up what can still be voided in this world."""
        amounts = [one.left for one in self.voidable if one.account.environment is self.world]
        return Sum(len(amounts), total(amounts))


class Today:
    """Reads the day's work."""

    def __init__(
        self, *, accounts: Accounts, finds: Finds, journal: Journal, guard: Guard, clock: Clock
    ) -> None:
        self._accounts = accounts
        self._finds = finds
        self._journal = journal
        self._guard = guard
        self._clock = clock

    def read(self) -> DaysWork:
        """Return it as it is now.

        Raises:
            NotAllowed: Nobody is at the desk.
            LedgerUnavailable: The ledger can't be read.
        """
        self._guard.require(Right.LOOK)
        now = self._clock.now()
        accounts = {account.id: account for account in self._accounts.all(retired=True)}
        in_use = [account for account in accounts.values() if not account.retired]
        began = min((account.days.start_of(now) for account in in_use), default=_SHOPS_DAY.start_of(now))
        sold = [(accounts[find.account_id], find) for find in self._finds.sold_since(began)]
        voidable = [one for account, find in sold if (one := self._voidable(account, find, now))]
        reversals = self._finds.armed_since(_SHOPS_DAY.start_of(now))
        return DaysWork(
            at=now,
            first_use=not in_use,
            world=_world(in_use),
            voidable=tuple(sorted(voidable, key=_soonest_first)),
            reversals=tuple((intent, accounts[intent.draft.account_id]) for intent in reversals),
            unknown=len(self._journal.in_state(IntentState.OUTCOME_UNKNOWN)),
            awaiting=len(self._journal.unconfirmed()),
            changes_at=_changes_at(in_use, now),
        )

    def _voidable(self, account: Account, find: Find, now: datetime) -> Voidable | None:
        if account.retired or find.sold_at is None or find.amount is None:
            return None
        verb = verb_at(account, account.days.day_of(find.sold_at), now)
        if verb.verb is not Verb.VOID or verb.late:
            return None
        left = self._left(account, find, find.amount)
        if not left:
            return None
        return Voidable(
            account=account,
            reference=find.reference,
            order_id=find.order_id,
            left=left,
            sold_at=find.sold_at,
            until=account.days.end_of(now),
        )

    def _left(self, account: Account, find: Find, sold: Money) -> Money:
        """Return what a void would give back; nothing where none could be planned (`plan_void`)."""
        if find.order_id is None:
            can_be_sent = bool(account.back_url) and len(find.reference) <= REFERENCE_LIMIT
            if not can_be_sent or find.state is not PaymentState.PAID or find.given_back:
                return ZERO
        if find.intent is None:
            return sold
        standing = self._journal.standing(order_key(account, find.reference))
        if standing.open is not None:
            return ZERO
        left = standing.left(None, sold)
        return left if find.order_id is not None or left == sold else ZERO


def ended_as(intent: Intent) -> Ended:
    """Say how a reversal stands."""
    match intent.state:
        case IntentState.DONE:
            pending = intent.settled is not None and intent.settled.confirmation is Confirmation.PENDING
            return Ended.WAITING if pending else Ended.DONE
        case IntentState.ARMED | IntentState.SENT:
            return Ended.WAITING
        case IntentState.OUTCOME_UNKNOWN:
            return Ended.UNKNOWN
        case IntentState.REFUSED | IntentState.NOT_SENT:
            return Ended.NOTHING_MOVED


def _world(accounts: Sequence[Account]) -> Environment:
    here = {account.environment for account in accounts}
    return next((one for one in _WORLDS if one in here), Environment.LIVE)


def _changes_at(accounts: Sequence[Account], now: datetime) -> datetime:
    return min([_SHOPS_DAY.end_of(now), *(account.days.end_of(now) for account in accounts)])


def _soonest_first(one: Voidable) -> tuple[datetime, float]:
    return one.until, -one.sold_at.timestamp()
