"""A whole shop for tests: the real desk, the real ledger, and the simulator as both gateways.

Its secrets are canaries: see `tests.canary`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher

from services import compose
from services.credentials import CredentialStore, MemoryStore
from services.desk import Desk
from services.domain.account import Account, Environment, EsnekPosSecrets, GatewayName, ParamSecrets
from services.domain.money import Money
from services.domain.operator import Operator
from services.domain.order import Order, OrderLine
from services.domain.reversal import CERTAIN_AFTER, Everything, Intent
from services.ledger.database import Database
from services.lookup import OrderView, PaymentView
from services.office import Office
from services.plans import LineReturn, plan_return, plan_void
from services.reversals import Executed
from services.simulator.book import Book
from services.simulator.entries import Sale, Seller
from services.simulator.server import Addresses, Simulator
from tests.canary import (
    ESNEKPOS,
    MERCHANTS,
    PARAM,
    overheard,
    require_none,
    require_none_in,
    require_none_running,
)

QUICK_HASHES = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
"""A PIN's hash that takes no time: what it costs to guess one is tested where it matters."""

NOON = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
"""A Friday, 12:00 in Istanbul."""


class MovedClock:
    """A clock that stands still until a test lets time pass, or sets it as a person sets a wall clock."""

    def __init__(self, at: datetime = NOON) -> None:
        self._at = at
        self._passed = timedelta()

    def now(self) -> datetime:
        return self._at

    def monotonic(self) -> float:
        return self._passed.total_seconds()

    def advance(self, by: timedelta) -> None:
        self._at += by
        self._passed += max(by, timedelta())

    def move_to(self, at: datetime) -> None:
        self.advance(at - self._at)

    def set_to(self, at: datetime) -> None:
        """Set the clock: no time passes."""
        self._at = at


def lira(text: str) -> Money:
    """Read ``"12,50"``: what a test writes where a person would."""
    whole, _, rest = text.partition(",")
    return Money(int(whole) * 100 + int((rest or "00").ljust(2, "0")))


@dataclass
class Shop:
    """One shop with an account at each gateway, open until `close`."""

    folder: Path
    clock: MovedClock
    simulator: Simulator
    addresses: Addresses
    secrets: MemoryStore
    desk: Desk
    esnekpos: Account
    param: Account
    locks: Path | None = None

    @classmethod
    def open(cls, folder: Path, *, gateways_clock: MovedClock | None = None) -> Shop:
        """Open it; the gateways go by the shop's clock unless they have one of their own."""
        clock = MovedClock()
        simulator = Simulator(gateways_clock or clock, book=Book(), merchants=MERCHANTS)
        addresses = simulator.start()
        secrets = MemoryStore()
        desk = _open(folder, clock, secrets)
        esnekpos = desk.accounts.add(
            Account(
                gateway=GatewayName.ESNEKPOS,
                environment=Environment.DEMO,
                merchant=ESNEKPOS.merchant,
                name="Merkez",
                address=addresses.esnekpos,
                back_url="https://shop.example/back",
            ),
            EsnekPosSecrets(merchant_key=ESNEKPOS.key),
        )
        param = desk.accounts.add(
            Account(
                gateway=GatewayName.PARAM,
                environment=Environment.DEMO,
                merchant=PARAM.client_code,
                name="Pazaryeri",
                address=addresses.param,
            ),
            ParamSecrets(username=PARAM.username, password=PARAM.password, guid=PARAM.guid),
        )
        return cls(folder, clock, simulator, addresses, secrets, desk, esnekpos, param)

    @property
    def presser(self) -> Operator | str:
        """Whoever has signed in; where nobody need, a name."""
        return "ayşe" if self.desk.operators.session is None else self.desk.operator

    @property
    def credentials(self) -> CredentialStore:
        """The secrets of the shop's accounts, as its desk finds them."""
        return self.desk.reversals._credentials

    @property
    def book(self) -> Book:
        return self.simulator.book

    def restart(self) -> None:
        """Close the program and open it again on the same ledger."""
        self.desk.close()
        self.reopen()

    def reopen(self) -> None:
        """Open the program on what lies in its folder, after somebody closed it."""
        self.desk = _open(self.folder, self.clock, self.secrets, self.locks)

    def close(self) -> None:
        require_none_in(self.folder)  # before the ledger is closed: its log is still there
        require_none_running()
        require_none(repr(self), "the shop")
        self.desk.close()
        self.simulator.close()

    def a_sale(self, amount: str = "250,00", *, ago: timedelta = timedelta(hours=1)) -> Sale:
        """Sell something at EsnekPOS."""
        return self.book.a_sale(lira(amount), paid_at=self.clock.now() - ago)

    def an_order(self, *sellers: str, ago: timedelta = timedelta(hours=1), name: str = "siparis-1") -> Order:
        """Sell something at Param, ``"100,00"`` or ``"100,00/90,00"`` with the payable, and enter it here."""
        sold_at = self.clock.now() - ago
        parts = [part.partition("/") for part in sellers]
        booked = self.book.an_order(
            name,
            [
                Seller(f"Mağaza {number}", lira(amount), lira(payable) if payable else None)
                for number, (amount, _, payable) in enumerate(parts)
            ],
            sold_at,
        )
        lines = tuple(
            OrderLine(guid=line.guid, seller=line.seller, amount=line.amount, payable=line.payable)
            for line in booked.lines
        )
        order = Order(account_id=self.param.id, siparis_id=name, sold_at=sold_at, lines=lines)
        return self.desk.orders.save(self.param, order)

    def look(self, sale: Sale) -> PaymentView:
        view = self.desk.lookup.ask(self.esnekpos, sale.reference)
        assert view is not None
        return view

    def view(self, order: Order) -> OrderView:
        return self.desk.lookup.order(order.id)

    def void(self, sale: Sale) -> Executed:
        """Look at a sale and void it, as a cashier does."""
        plan = replace(plan_void(self.look(sale), self.clock.now()), reason="müşteri vazgeçti")
        return self.desk.reversals.execute(plan, operator=self.presser)

    def look_a_minute_later(self, intent: Intent) -> Intent:
        """Look at a void that was answered no, when that can make it certain."""
        self.clock.advance(CERTAIN_AFTER)
        return self.desk.resolver.look(intent.id)

    def give_back(
        self, order: Order, *parts: tuple[int, str, str], literal_rule_accepted: bool = True
    ) -> Executed:
        """Give back (line number, amount, payable) of an order, as a manager does."""
        what = tuple(
            LineReturn(line=order.lines[number].guid, amount=lira(amount), payable=lira(payable))
            for number, amount, payable in parts
        )
        plan = plan_return(
            self.view(order),
            what,
            self.clock.now(),
            reason="iade",
            accepts_literal_rule=literal_rule_accepted,
        )
        return self.desk.reversals.execute(plan, operator=self.presser)

    def give_everything_back(self, order: Order) -> Executed:
        plan = plan_return(self.view(order), Everything.ALL_SELLERS, self.clock.now(), reason="iade")
        return self.desk.reversals.execute(plan, operator=self.presser)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    opened = Shop.open(tmp_path / "ledger")
    yield opened
    opened.close()


def _open(folder: Path, clock: MovedClock, secrets: MemoryStore, locks: Path | None = None) -> Desk:
    desk = compose.join(
        Database.open(folder),
        clock=clock,
        credentials=secrets,
        demo=False,
        hashes=QUICK_HASHES,
        locks=locks,
    )

    @cache
    def office() -> Office:
        opened = desk.office()
        return replace(opened, **_overheard(opened))

    return replace(desk, **_overheard(desk), office=office)


def _overheard(joined: Desk | Office) -> dict[str, Any]:
    """The use cases of a desk or its office, by name, each listened to."""
    return {
        field.name: overheard(value)
        for field in fields(joined)
        if type(value := getattr(joined, field.name)).__module__.startswith("services.")
        and not is_dataclass(value)
    }
