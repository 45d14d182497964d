"""The demo: an emptied ledger on simulated gateways, with a month of a shop to look around in.

Slow, for what it imports: called on a worker thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from services.compose import join
from services.credentials import MemoryStore
from services.desk import Desk
from services.domain.account import Account, Environment, EsnekPosSecrets, GatewayName, ParamSecrets
from services.domain.clock import Clock, SystemClock
from services.domain.order import Order, OrderLine
from services.ledger.database import Database
from services.simulator.book import Book
from services.simulator.entries import Order as BookedOrder
from services.simulator.entries import Sale
from services.simulator.merchants import Merchants
from services.simulator.sales import fill
from services.simulator.server import Addresses, Simulator

_LOOKED_AT = 24
"""How many sales somebody is taken to have looked at already: the window opens on a list, not on nothing."""


def open_demo(folder: Path, *, clock: Clock | None = None, simulator: Simulator | None = None) -> Desk:
    """Open the demo: an account at each gateway, its orders entered, its newest sales looked at.

    It listens for the results that the simulator posts, on loopback too.

    Args:
        folder: The demo's own; one that holds a real ledger is refused.
        clock: The program's and the simulator's.
        simulator: One that is not started yet; filled with plausible sales if not said.

    Raises:
        LedgerUnavailable: The folder holds a real ledger, or can't be used.
    """
    clock = clock or SystemClock()
    database = Database.open(folder, demo=True, fresh=True)
    if simulator is None:
        book = Book()
        fill(book, clock.now())
        simulator = Simulator(clock, book=book)
    with ExitStack() as undo:
        undo.callback(database.close)
        addresses = simulator.start()
        undo.callback(simulator.close)
        desk = join(database, clock=clock, credentials=MemoryStore(), demo=True, also_close=simulator.close)
        undo.pop_all()
        undo.callback(desk.close)
        esnekpos = desk.accounts.add(*_esnekpos(addresses, back_url=desk.office().callbacks.start()))
        param = desk.accounts.add(*_param(addresses))
        _enter(desk, param, simulator.book.orders())
        for sale in _newest(simulator.book.sales()):
            desk.lookup.ask(esnekpos, sale.reference)
        undo.pop_all()
    return desk


def _enter(desk: Desk, account: Account, orders: Sequence[BookedOrder]) -> None:
    """Enter Param's orders, as a person would by hand."""
    for order in orders:
        lines = tuple(
            OrderLine(guid=line.guid, seller=line.seller, amount=line.amount, payable=line.payable)
            for line in order.lines
        )
        desk.orders.save(
            account,
            Order(account_id=account.id, siparis_id=order.siparis_id, sold_at=order.sold_at, lines=lines),
        )


def _newest(sales: Sequence[Sale]) -> list[Sale]:
    def sold_at(sale: Sale) -> datetime:
        return sale.paid_at or sale.movements[0].at or datetime.min.replace(tzinfo=UTC)

    return sorted(sales, key=sold_at, reverse=True)[:_LOOKED_AT]


def _esnekpos(addresses: Addresses, *, back_url: str) -> tuple[Account, EsnekPosSecrets]:
    """Return the account whose credentials EsnekPOS publishes (S 000)."""
    merchant = Merchants().esnekpos
    account = Account(
        gateway=GatewayName.ESNEKPOS,
        environment=Environment.DEMO,
        merchant=merchant.merchant,
        name="Merkez Mağaza",
        address=addresses.esnekpos,
        back_url=back_url,
    )
    return account, EsnekPosSecrets(merchant_key=merchant.key)


def _param(addresses: Addresses) -> tuple[Account, ParamSecrets]:
    """Return the account whose credentials Param publishes (S 003)."""
    merchant = Merchants().param
    account = Account(
        gateway=GatewayName.PARAM,
        environment=Environment.DEMO,
        merchant=merchant.client_code,
        name="Pazaryeri",
        address=addresses.param,
    )
    return account, ParamSecrets(username=merchant.username, password=merchant.password, guid=merchant.guid)
