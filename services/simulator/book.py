"""The book both gateways keep: what was sold, what was given back, and how often somebody asked."""

from __future__ import annotations

import threading
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from services.domain.money import Money
from services.simulator.bank import Habits, VoidAnswer, VoidBooking, given_back, may_give_back, may_void
from services.simulator.entries import (
    GiveBack,
    Line,
    Movement,
    Order,
    Sale,
    Seller,
    Share,
    Status,
    Till,
    Transfer,
)

_GUIDS = uuid.UUID("a4683f02-3259-4c94-8bf8-47d33a5626d8")
"""Root of the made-up PYSiparis_GUIDs: the same order always gets the same ones."""


class State(StrEnum):
    """How a sale stands when it is put into the book."""

    PAID = "paid"
    DECLINED = "declined"
    WAITING = "waiting"
    WAITING_3D = "waiting for 3-D"
    VOIDED = "voided"


class Book:
    """Every sale and order, and the truth that tests compare against. Safe from any thread.

    Attributes:
        habits: Change them before the calls they are meant for.
    """

    def __init__(self, habits: Habits | None = None) -> None:
        self.habits = habits or Habits()
        self._lock = threading.Condition(threading.RLock())
        self._sales: dict[str, Sale] = {}
        self._before: dict[str, Sale] = {}
        self._orders: dict[str, Order] = {}
        self._queries: Counter[str] = Counter()
        self._requests: Counter[str] = Counter()
        self._late: list[tuple[str, datetime]] = []
        self._under_way: set[tuple[str, str, int]] = set()
        self._last_id = 344_000
        self._last_extract = 5_800

    # Putting things in

    def add(self, sale: Sale) -> Sale:
        """Put a sale in as it is; one of the same reference is replaced."""
        with self._lock:
            self._sales[sale.reference] = sale
            return sale

    def a_sale(
        self,
        amount: Money,
        *,
        paid_at: datetime,
        reference: str | None = None,
        state: State = State.PAID,
        refunded: Iterable[Money] = (),
        reversed_at: datetime | None = None,
        sellers: Sequence[tuple[str, Money]] = (),
        transferred_at: datetime | None = None,
        till: Till | None = None,
        instalments: int = 1,
        bank_text: str = "51-Limit Yetersiz",
    ) -> Sale:
        """Put a sale in at EsnekPOS.

        Args:
            amount: What the customer was charged, or was to be.
            paid_at: When, aware.
            reference: Its ORDER_REF_NUMBER; made up if not said.
            state: How it stands.
            refunded: A movement 7 for each of these.
            reversed_at: When it was voided or refunded: an hour after the sale if not said.
            sellers: The marketplace's sellers and what each is due.
            transferred_at: When merchant and sellers got their money; None is not yet.
            till: The terminal it was taken on.
            instalments: 1 is a single payment.
            bank_text: Why the bank declined it.
        """
        with self._lock:
            number = self._next_id()
            back_at = reversed_at or paid_at + timedelta(hours=1)
            commission = Money(amount.kurus * 149 // 10_000)
            paid = state in (State.PAID, State.VOIDED)
            first = _FIRST[state]
            movement = Movement(
                id=number,
                status=first,
                # What waits or has failed is signed the other way (recorded).
                amount=amount if paid else Money(-amount.kurus),
                at=None if state is State.DECLINED else paid_at,
                planned_at=paid_at + timedelta(days=15) if paid else None,
            )
            if paid and (sellers or transferred_at):
                movement = self._shared_out(movement, paid_at, sellers, commission, transferred_at)
            sale = Sale(
                reference=reference if reference is not None else f"SIM-{number}",
                amount=amount,
                paid_at=paid_at if state not in (State.WAITING, State.WAITING_3D) else None,
                movements=(movement,),
                refno=f"{number * 7919:012d}",
                instalments=instalments,
                commission=commission,
                bank_text=bank_text if state is State.DECLINED else None,
                success_id=number if paid else 0,
                till=till,
            )
            if state is State.VOIDED:
                sale = self._voided(sale, back_at)
            for part in refunded:
                sale = self._with_movement(sale, Status.REFUNDED, part, back_at)
            return self.add(sale)

    def an_order(self, siparis_id: str, sellers: Iterable[Seller], sold_at: datetime) -> Order:
        """Put an order in at Param, a line for each seller."""
        lines = tuple(
            Line(
                guid=(one.guid or str(uuid.uuid5(_GUIDS, f"{siparis_id}/{place}"))).upper(),
                seller=one.name,
                amount=one.amount,
                payable=one.amount if one.payable is None else one.payable,
            )
            for place, one in enumerate(sellers)
        )
        with self._lock:
            order = self._orders[siparis_id] = Order(siparis_id, sold_at, lines)
            return order

    # Looking

    def sales(self) -> list[Sale]:
        """Return every sale at EsnekPOS, in the order they were put in."""
        with self._lock:
            return list(self._sales.values())

    def orders(self) -> list[Order]:
        """Return every order at Param, in the order they were put in."""
        with self._lock:
            return list(self._orders.values())

    def sale(self, reference: str) -> Sale | None:
        """Return the sale of exactly this reference, byte for byte."""
        with self._lock:
            return self._sales.get(reference)

    def sale_before_its_void(self, reference: str) -> Sale | None:
        """Return the sale as it was before it was voided here; as it is, if it never was."""
        with self._lock:
            return self._before.get(reference) or self._sales.get(reference)

    def order(self, siparis_id: str) -> Order | None:
        """Return the order of exactly this Siparis_ID."""
        with self._lock:
            return self._orders.get(siparis_id)

    def returned(self, order_reference: str) -> Money:
        """Return the money given back so far for a sale or an order.

        Raises:
            KeyError: The book has neither.
        """
        with self._lock:
            found = self._sales.get(order_reference) or self._orders.get(order_reference)
            if found is None:
                raise KeyError(order_reference)
            return found.returned

    def queries_for(self, order_reference: str) -> int:
        """Return how many ProcessQuery arrived for it, answered or not."""
        with self._lock:
            return self._queries[order_reference]

    def requests_for(self, order_reference: str) -> int:
        """Return how many requests for money arrived for it, at either gateway, answered or not."""
        with self._lock:
            return self._requests[order_reference]

    def wait_until(self, so: Callable[[], bool], timeout: float = 10.0) -> None:
        """Wait until something is so: a request has arrived, money has been given back.

        Args:
            so: Asked again after every request and every booking.
            timeout: Seconds.

        Raises:
            TimeoutError: It never was.
        """
        with self._lock:
            if not self._lock.wait_for(so, timeout):
                raise TimeoutError("the book never got there")

    # What the gateways write

    def note_query(self, order_reference: str) -> None:
        """Count a ProcessQuery."""
        with self._lock:
            self._queries[order_reference] += 1
            self._lock.notify_all()

    def note_request(self, order_reference: str) -> None:
        """Count a request for money."""
        with self._lock:
            self._requests[order_reference] += 1
            self._lock.notify_all()

    def begin(self, asked: GiveBack) -> bool:
        """Mark a request to Param as under way; False if the same amount of that line already is."""
        with self._lock:
            key = (asked.siparis_id, asked.guid.upper(), asked.amount.kurus)
            if key in self._under_way:
                return False
            self._under_way.add(key)
            return True

    def finish(self, asked: GiveBack) -> None:
        """Take the mark of `begin` away."""
        with self._lock:
            self._under_way.discard((asked.siparis_id, asked.guid.upper(), asked.amount.kurus))

    def void(self, reference: str, at: datetime, *, booked: bool = True) -> VoidAnswer:
        """Void a sale at EsnekPOS, whole.

        Args:
            reference: Its ORDER_REF_NUMBER.
            at: Now.
            booked: False answers as if, and leaves the book as it is.
        """
        with self._lock:
            return self._void(reference, at, booked=booked)

    def void_later(self, reference: str, at: datetime) -> None:
        """Have a void that was just asked for booked at a later instant, whatever was answered to it."""
        with self._lock:
            self._late.append((reference, at))

    def let_arrive(self, now: datetime) -> None:
        """Book what was to be booked by now."""
        with self._lock:
            due = [one for one in self._late if one[1] <= now]
            self._late = [one for one in self._late if one[1] > now]
            for reference, at in due:
                self._arrive(reference, at)

    def give_back(self, asked: GiveBack, at: datetime, *, booked: bool = True) -> int:
        """Cancel or refund an order at Param, whole or in part; without `booked` only answer as if.

        Returns:
            `Sonuc`: 1, or why not.
        """
        with self._lock:
            order = self._orders.get(asked.siparis_id)
            line = order.line(asked.guid) if order is not None else None
            if order is None or line is None:
                return -210
            sonuc = may_give_back(order, line, asked, at, self.habits)
            if booked and sonuc == 1:
                touched = order.lines if not asked.amount else (line,)
                lines = tuple(given_back(one, asked) if one in touched else one for one in order.lines)
                self._orders[asked.siparis_id] = replace(order, lines=lines)
            self._lock.notify_all()
            return sonuc

    def _arrive(self, reference: str, at: datetime) -> None:
        self._void(reference, at, booked=True)

    def _void(self, reference: str, at: datetime, *, booked: bool) -> VoidAnswer:
        sale = self._sales.get(reference)
        if sale is None:
            return VoidAnswer.NOT_FOUND
        answer = may_void(sale, at, self.habits)
        if booked and answer is VoidAnswer.DONE:
            self._before[reference] = sale
            self._sales[reference] = self._voided(sale, at)
        elif booked and self.habits.refused_void_leaves_a_6:
            failed = Money(-sale.amount.kurus)
            self._sales[reference] = self._with_movement(sale, Status.VOID_FAILED, failed, at)
        self._lock.notify_all()
        return answer

    def _voided(self, sale: Sale, at: datetime) -> Sale:
        match self.habits.void_booking:
            case VoidBooking.NEW_MOVEMENT:
                return self._with_movement(sale, Status.VOIDED, sale.amount, at)
            case VoidBooking.TURNED:
                turned = (
                    replace(one, status=Status.VOIDED) if one.status is Status.PAID else one
                    for one in sale.movements
                )
                return replace(sale, movements=tuple(turned))
            case VoidBooking.SILENT:
                return replace(self._with_movement(sale, Status.VOIDED, sale.amount, at), silent=True)

    def _with_movement(self, sale: Sale, status: Status, amount: Money, at: datetime) -> Sale:
        more = Movement(id=self._next_id(), status=status, amount=amount, at=at)
        return replace(sale, movements=(*sale.movements, more))

    def _shared_out(
        self,
        movement: Movement,
        at: datetime,
        sellers: Sequence[tuple[str, Money]],
        commission: Money,
        transferred_at: datetime | None,
    ) -> Movement:
        shares = tuple(
            Share(external_id, due, at, self._transfer(due, transferred_at)) for external_id, due in sellers
        )
        own = Money(movement.amount.kurus - commission.kurus - sum(due.kurus for _, due in sellers))
        return replace(movement, shares=shares, transfer=self._transfer(own, transferred_at))

    def _transfer(self, amount: Money, at: datetime | None) -> Transfer | None:
        if at is None:
            return None
        self._last_extract += 1
        return Transfer(self._last_extract, amount, at)

    def _next_id(self) -> int:
        self._last_id += 1
        return self._last_id


_FIRST = {
    State.PAID: Status.PAID,
    State.VOIDED: Status.PAID,
    State.DECLINED: Status.DECLINED,
    State.WAITING: Status.WAITING,
    State.WAITING_3D: Status.WAITING_3D,
}
