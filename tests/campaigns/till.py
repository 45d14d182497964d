"""A till for campaigns: sell something into a book, open the desk on a folder, press one reversal."""

from __future__ import annotations

import http.client
import json
import os
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path

from services import compose
from services.credentials import MemoryStore
from services.desk import Desk
from services.domain.account import Account, Environment, EsnekPosSecrets, GatewayName, ParamSecrets
from services.domain.clock import Clock
from services.domain.money import ZERO, Money
from services.domain.operator import Operator
from services.domain.order import Order, OrderLine
from services.domain.reversal import Everything, Intent, OrderKey
from services.ledger.database import Database
from services.plans import LineReturn, Plan, left_of_line, plan_return, plan_void, proposed_payable
from services.reversals import Executed
from services.simulator.book import Book
from services.simulator.entries import Seller
from services.simulator.line import HOST, Listener
from services.simulator.merchants import Merchants
from services.simulator.server import Addresses, Simulator


class Flow(Enum):
    """The four ways in which money goes back."""

    VOID = "EsnekPOS void"
    IPTAL = "Param IPTAL"
    PART = "Param IADE in part"
    EVERYTHING = "Param IADE of everything"

    @property
    def gateway(self) -> GatewayName:
        return GatewayName.ESNEKPOS if self is Flow.VOID else GatewayName.PARAM


@dataclass(frozen=True, slots=True, kw_only=True)
class Sold:
    """Something sold, and how it is to be given back. Can be sent to another process.

    Attributes:
        lines: Of a Param order; none at EsnekPOS.
        part: How much of the first line goes back, where it is a part.
    """

    flow: Flow
    reference: str
    sold_at: datetime
    amount: Money
    lines: tuple[OrderLine, ...] = ()
    part: Money = ZERO

    @property
    def gives_back(self) -> Money:
        """What goes back when it is pressed once."""
        if self.flow is Flow.PART:
            return self.part
        return self.lines[0].amount if self.flow is Flow.IPTAL else self.amount


def sell(book: Book, flow: Flow, reference: str, now: datetime, kurus: int) -> Sold:
    """Sell something into the book: today what is voided, three days ago what is refunded."""
    today = flow in (Flow.VOID, Flow.IPTAL)
    sold_at = now - (timedelta(hours=1) if today else timedelta(days=3))
    amount = Money(kurus)
    if flow is Flow.VOID:
        book.a_sale(amount, paid_at=sold_at, reference=reference)
        return Sold(flow=flow, reference=reference, sold_at=sold_at, amount=amount)
    sellers = [Seller("Ege Zeytincilik", amount), Seller("Toros Bal", Money(2 * kurus + 1))]
    booked = book.an_order(reference, sellers, sold_at)
    lines = tuple(
        OrderLine(guid=line.guid, seller=line.seller, amount=line.amount, payable=line.payable)
        for line in booked.lines
    )
    total = Money(sum(line.amount.kurus for line in lines))
    part = Money((kurus + 2) // 3)
    return Sold(flow=flow, reference=reference, sold_at=sold_at, amount=total, lines=lines, part=part)


class KeyringBeside(MemoryStore):
    """A keyring for one ledger, in a file beside it: the next process, and a copy of both, finds it there.

    A copy of both stands for the whole computer as it was: its folder has the same name there.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._file = folder / "keyring.json"
        self._folder = json.dumps(str(folder.resolve()))[1:-1]

    def recall(self, name: str) -> str | None:
        kept: str | None = self._all().get(name)
        return None if kept is None else kept.replace("{here}", self._folder)

    def keep(self, name: str, text: str) -> None:
        self._write(self._all() | {name: text.replace(self._folder, "{here}")})

    def drop(self, name: str) -> None:
        self._write({kept: text for kept, text in self._all().items() if kept != name})

    def _write(self, kept: dict[str, str]) -> None:
        fresh = self._file.with_suffix(f".{os.getpid()}")
        fresh.write_text(json.dumps(kept), "utf-8")
        fresh.replace(self._file)

    def _all(self) -> dict[str, str]:
        try:
            kept: dict[str, str] = json.loads(self._file.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        return kept


def set_up(folder: Path, addresses: Addresses, clock: Clock) -> None:
    """Make a ledger with an account at each gateway, and close it."""
    desk = open_desk(folder, clock)
    merchants = Merchants()
    desk.accounts.add(
        Account(
            gateway=GatewayName.ESNEKPOS,
            environment=Environment.DEMO,
            merchant=merchants.esnekpos.merchant,
            name="Merkez",
            address=addresses.esnekpos,
            back_url="https://shop.example/back",
        ),
        EsnekPosSecrets(merchant_key=merchants.esnekpos.key),
    )
    desk.accounts.add(
        Account(
            gateway=GatewayName.PARAM,
            environment=Environment.DEMO,
            merchant=merchants.param.client_code,
            name="Pazaryeri",
            address=addresses.param,
        ),
        _param_secrets(),
    )
    desk.close()


def open_desk(folder: Path, clock: Clock) -> Desk:
    """Open the desk as the program does: whoever is second may only look."""
    desk = compose.open_desk(folder, clock=clock, credentials=KeyringBeside(folder))
    return _unlocked(desk)


def behind_the_lock(database: Database, clock: Clock) -> Desk:
    """Join a desk to a ledger whose folder another process holds, as if its lock were none."""
    beside = KeyringBeside(database.path.parent)
    return _unlocked(compose.join(database, clock=clock, credentials=beside, demo=False))


def _unlocked(desk: Desk) -> Desk:
    """Give the desk the secrets that both gateways publish."""
    store = desk.reversals._credentials
    for account in desk.reversals._accounts.all():  # nobody has signed in yet
        esnekpos = account.gateway is GatewayName.ESNEKPOS
        key = EsnekPosSecrets(merchant_key=Merchants().esnekpos.key)
        store.save(account, key if esnekpos else _param_secrets())
    desk.audit.trust()
    return desk


def _param_secrets() -> ParamSecrets:
    known = Merchants().param
    return ParamSecrets(username=known.username, password=known.password, guid=known.guid)


def account_at(desk: Desk, gateway: GatewayName) -> Account:
    return next(account for account in desk.accounts.all() if account.gateway is gateway)


def enter(desk: Desk, sold: Sold) -> None:
    """Enter a Param order, as a shop does by hand."""
    if sold.lines:
        param = account_at(desk, GatewayName.PARAM)
        order = Order(account_id=param.id, siparis_id=sold.reference, sold_at=sold.sold_at, lines=sold.lines)
        desk.orders.save(param, order)


def plan(desk: Desk, sold: Sold) -> Plan:
    """Look at it, and plan to give it back, as a person does.

    Raises:
        ServiceError: It can't be planned.
    """
    now = desk.clock.now()
    if sold.flow is Flow.VOID:
        view = desk.lookup.ask(account_at(desk, GatewayName.ESNEKPOS), sold.reference)
        assert view is not None
        return replace(plan_void(view, now), reason="müşteri vazgeçti")
    hits = desk.lookup.in_ledger(sold.reference)
    (order_id,) = [hit.order_id for hit in hits if hit.reference == sold.reference and hit.order_id]
    order = desk.lookup.order(order_id)
    if sold.flow is Flow.EVERYTHING:
        return plan_return(order, Everything.ALL_SELLERS, now, reason="iade")
    line = order.order.lines[0]
    amount = left_of_line(line, order.standing) if sold.flow is Flow.IPTAL else sold.part
    payable = proposed_payable(line, order.standing, amount)
    part = LineReturn(line=line.guid, amount=amount, payable=payable)
    return plan_return(order, (part,), now, reason="iade", accepts_literal_rule=True)


def press(
    desk: Desk, planned: Plan, *, operator: Operator | str = "ayşe", approval: int | None = None
) -> Executed:
    """Press the button."""
    return desk.reversals.execute(planned, operator=operator, approval=approval)


def intents_of(desk: Desk, sold: Sold) -> tuple[Intent, ...]:
    """Return what the ledger holds of it, oldest first, whoever sits at the desk."""
    known = Merchants()
    merchant = known.esnekpos.merchant if sold.flow is Flow.VOID else known.param.client_code
    order = OrderKey(sold.flow.gateway, Environment.DEMO, merchant, sold.reference)
    return tuple(desk.reversals._journal.of_order(order))


def wait_until_all_is_read(simulator: Simulator) -> None:
    """Wait until the simulator has dealt with everything that callers, now gone, had sent.

    It takes callers in the order they came: once one of our own is answered, it knows all before it.
    """
    door = simulator._door
    asking = http.client.HTTPConnection(HOST, door.port)
    asking.request("GET", "/")
    asking.getresponse().read()
    asking.close()
    for listener in door._listeners:
        _wait_until_nobody_speaks(listener)


def _wait_until_nobody_speaks(listener: Listener) -> None:
    with listener._changed:
        if not listener._changed.wait_for(lambda: not listener._lines, timeout=60):
            raise TimeoutError("a line is still up")
