"""Use case: find a payment or an order, in the ledger and at the gateway.

The two are asked side by side and one may fail without the other: `in_ledger` answers in
milliseconds and without the network, `ask` takes as long as the gateway does, and what it answers is
kept, to be found again. Blocking; call on a worker thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from services.credentials import CredentialStore
from services.domain.account import Account, GatewayName
from services.domain.audit import Act
from services.domain.errors import InputProblem, InvalidInput, NotReversible, WhyNot
from services.domain.money import Money
from services.domain.operator import Right
from services.domain.order import Order
from services.domain.payment import Payment, PaymentState
from services.domain.question import AtAccount, By, Holds, Question, Sorting, Term
from services.domain.reversal import Intent, IntentState, OrderKey
from services.gateways.base import Gateways
from services.ledger.accounts import Accounts
from services.ledger.finding import Cursor, Find, Finds
from services.ledger.journal import Journal
from services.ledger.orders import Orders
from services.ledger.payments import Payments, Snapshot
from services.ledger.standing import Standing
from services.seat import Guard
from services.skew import Skew, Skews

NEWEST_FIRST = Sorting(By.MOMENT)
"""How lists are sorted until somebody says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One row of a search: enough to recognise it.

    Attributes:
        state: Of an EsnekPOS payment; None for a Param order.
        order_id: The ledger's number of a Param order; None for a payment.
        as_of: When the gateway last answered about it; None for an order entered by hand.
        intent: The newest intent of it, so that an open one shows in the list.
        given_back: What the gateway showed as given back; None for an order.
    """

    account: Account
    reference: str
    amount: Money | None
    sold_at: datetime | None
    state: PaymentState | None
    pos_title: str | None
    order_id: int | None
    as_of: datetime | None
    intent: Intent | None
    given_back: Money | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Some of what the ledger holds, in order.

    Attributes:
        hits: One page.
        after: Where the next one begins; None after the last.
        total: How many there are on all pages; None but for the first.
    """

    hits: tuple[Hit, ...]
    after: Cursor | None
    total: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentView:
    """Everything the desk knows of one EsnekPOS payment.

    Attributes:
        payment: As the gateway last answered.
        snapshot: That answer, with its redacted raw body.
        intents: What was done to it here, oldest first.
        skew: How far the gateway's clock is ahead of ours; None while it was not measured just now.
    """

    account: Account
    payment: Payment
    snapshot: Snapshot
    intents: tuple[Intent, ...]
    skew: Skew | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderView:
    """Everything the desk knows of one Param order: what was entered, and what was done here.

    Attributes:
        skew: How far the gateway's clock is ahead of ours; None while it was not measured just now.
    """

    account: Account
    order: Order
    standing: Standing
    intents: tuple[Intent, ...]
    sale_day: date
    skew: Skew | None = None


class Lookup:
    """Finds payments and orders, and keeps what the gateways answer about them."""

    def __init__(
        self,
        *,
        accounts: Accounts,
        payments: Payments,
        orders: Orders,
        finds: Finds,
        journal: Journal,
        gateways: Gateways,
        credentials: CredentialStore,
        skews: Skews,
        guard: Guard,
    ) -> None:
        self._accounts = accounts
        self._payments = payments
        self._orders = orders
        self._finds = finds
        self._journal = journal
        self._gateways = gateways
        self._credentials = credentials
        self._skews = skews
        self._guard = guard

    def in_ledger(self, text: str, *, limit: int = 200) -> list[Hit]:
        """Return what the ledger holds that contains `text`, newest first; all of it for no text.

        Raises:
            NotAllowed: Nobody is at the desk; so for all that is asked here.
            LedgerUnavailable: The ledger can't be read.
        """
        text = text.strip()
        terms = (Term(text, (Holds(text),)),) if text else ()
        return list(self.find(Question(text, terms, may_be_reference=False), limit=limit).hits)

    def find(
        self,
        question: Question,
        sorting: Sorting = NEWEST_FIRST,
        *,
        limit: int = 200,
        after: Cursor | None = None,
    ) -> Found:
        """Return what the ledger holds of a question, a page at a time."""
        self._guard.require(Right.LOOK)
        accounts = {account.id: account for account in self._accounts.all(retired=True)}
        page = self._finds.page(question, sorting, limit=limit, after=after)
        return Found(
            hits=tuple(hit_of(accounts[find.account_id], find) for find in page.finds),
            after=page.after,
            total=self._finds.count(question) if after is None else None,
        )

    def entered(self, *, limit: int = 1000) -> list[Hit]:
        """Return the Param orders that were entered here, newest first."""
        self._guard.require(Right.LOOK)
        at = [
            AtAccount(one.id) for one in self._accounts.all(retired=True) if one.gateway is GatewayName.PARAM
        ]
        if not at:
            return []
        return list(self.find(Question("", (Term("", tuple(at)),), may_be_reference=False), limit=limit).hits)

    def can_ask(self, account: Account) -> bool:
        """Whether this account's gateway answers queries."""
        return account.gateway in self._gateways.queries and not account.retired

    def ask(self, account: Account, reference: str, *, fresh: bool = False) -> PaymentView | None:
        """Ask the gateway about a reference, exactly as typed, and keep the answer.

        Args:
            account: Whose gateway is asked.
            reference: Of the order.
            fresh: Over a connection of its own: for a look that ends something.

        Returns:
            What it knows; None when it knows no such reference.

        Raises:
            InvalidInput: There is nothing to ask about.
            NotConfigured: The account has no credentials.
            Unreachable, BadReply, CredentialsRefused, AddressNotRegistered: See `services.domain.errors`.
            LedgerUnavailable: The answer can't be kept.
        """
        self._guard.require(Right.LOOK)
        if not reference.strip():
            raise InvalidInput("reference", InputProblem.EMPTY)
        secrets = self._credentials.load(account)
        answered = self._gateways.queries[account.gateway].query(account, secrets, reference, fresh=fresh)
        if answered.payment is None:
            return None
        exchange = answered.exchange
        snapshot = self._payments.keep(
            account.id,
            answered.payment,
            body=exchange.body,
            taken_at=exchange.answered_at,
            server_date=exchange.server_date,
        )
        return self._view(account, answered.payment, snapshot)

    def payment(self, account: Account, reference: str) -> PaymentView:
        """Return a payment as it was last answered, without the network.

        Raises:
            NotReversible: The ledger holds no answer about it.
        """
        self._guard.require(Right.LOOK)
        snapshot = self._payments.latest(account.id, reference)
        if snapshot is None:
            raise NotReversible(WhyNot.NOT_FOUND, account=account)
        return self._view(account, self._read(account, snapshot), snapshot)

    def raw(self, snapshot: Snapshot) -> str:
        """Return a raw answer as it was kept, secrets redacted, and write down who looked at it.

        Raises:
            LedgerUnavailable: It can't be written down, and so not looked at.
        """
        self._guard.require(Right.LOOK)
        self._guard.note(Act.RAW, snapshot.reference, f"answer {snapshot.id}")
        return self._payments.get(snapshot.id).body

    def kept(self, account: Account, snapshot_id: int) -> Payment:
        """Return a payment as one kept answer said it was.

        Raises:
            BadReply: The answer can't be read any more.
            LedgerUnavailable: The ledger can't be read.
        """
        self._guard.require(Right.LOOK)
        return self._read(account, self._payments.get(snapshot_id))

    def _read(self, account: Account, snapshot: Snapshot) -> Payment:
        payment = self._gateways.queries[account.gateway].read(snapshot.body, snapshot.reference)
        if payment is None:
            raise NotReversible(WhyNot.NOT_FOUND, account=account)
        return payment

    def order(self, order_id: int) -> OrderView:
        """Return a Param order with what was done to it.

        Raises:
            LedgerUnavailable: The ledger can't be read.
        """
        self._guard.require(Right.LOOK)
        order = self._orders.get(order_id)
        account = self._accounts.get(order.account_id)
        key = order_key(account, order.siparis_id)
        return OrderView(
            account=account,
            order=order,
            standing=self._journal.standing(key),
            intents=tuple(self._journal.of_order(key)),
            sale_day=account.days.day_of(order.sold_at),
            skew=self._skews.of(account),
        )

    def reversals(
        self, text: str = "", *, limit: int = 200, before: int | None = None, state: IntentState | None = None
    ) -> list[Intent]:
        """Return what was done here, newest first; for the next page those `before` a number."""
        self._guard.require(Right.LOOK)
        return self._journal.newest(text=text, limit=limit, before=before, state=state)

    def _view(self, account: Account, payment: Payment, snapshot: Snapshot) -> PaymentView:
        intents = self._journal.of_order(order_key(account, payment.reference))
        return PaymentView(
            account=account,
            payment=payment,
            snapshot=snapshot,
            intents=tuple(intents),
            skew=self._skews.of(account),
        )


def order_key(account: Account, reference: str) -> OrderKey:
    """Return what the lock of an order is on."""
    return OrderKey(account.gateway, account.environment, account.merchant, reference)


def hit_of(account: Account, find: Find) -> Hit:
    """Return what the ledger found as a row of a search."""
    return Hit(
        account=account,
        reference=find.reference,
        amount=find.amount,
        sold_at=find.sold_at,
        state=find.state,
        pos_title=find.pos_title,
        order_id=find.order_id,
        as_of=find.taken_at,
        intent=find.intent,
        given_back=find.given_back,
    )
