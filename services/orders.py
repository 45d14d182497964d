"""Use case: enter Param orders by hand. Param's documents offer no query for them (S 003).

Blocking; call on a worker thread.
"""

from __future__ import annotations

import re
from dataclasses import replace

from services.domain.account import Account, GatewayName
from services.domain.audit import Act
from services.domain.clock import Clock
from services.domain.errors import InputProblem, InvalidInput
from services.domain.identity import line_identity, visible
from services.domain.operator import Right
from services.domain.order import Order, OrderLine
from services.ledger.orders import Orders
from services.seat import Guard

_GUID = re.compile(r"[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}", re.ASCII)


class OrderDesk:
    """Keeps the marketplace orders that were entered here: whoever may look may enter one."""

    def __init__(self, *, orders: Orders, clock: Clock, guard: Guard) -> None:
        self._orders = orders
        self._clock = clock
        self._guard = guard

    def save(self, account: Account, order: Order) -> Order:
        """Save a new order, or one that was edited and has no intent yet.

        Raises:
            NotAllowed: Nobody is at the desk.
            InvalidInput: Something in it can't be so; `field` is ``"siparis_id"``, ``"sold_at"``,
                ``"lines"``, or ``"guid"``, ``"seller"``, ``"amount"``, ``"payable"`` with a colon
                and the line's number from 0.
            LedgerUnavailable: It can't be written.
        """
        self._guard.require(Right.LOOK)
        if account.gateway is not GatewayName.PARAM:
            raise InvalidInput("account", InputProblem.NOT_CONFIRMED)
        siparis_id = order.siparis_id.strip()
        if not siparis_id:
            raise InvalidInput("siparis_id", InputProblem.EMPTY)
        if not siparis_id.isprintable() or visible(siparis_id) != siparis_id:
            raise InvalidInput("siparis_id", InputProblem.NOT_PRINTABLE)  # nor could XML carry all of it
        if order.sold_at > self._clock.now():
            raise InvalidInput("sold_at", InputProblem.IN_THE_FUTURE)
        if not order.lines:
            raise InvalidInput("lines", InputProblem.NO_LINES)
        lines = tuple(_checked(number, line) for number, line in enumerate(order.lines))
        guids = [line.guid for line in lines]
        for number, guid in enumerate(guids):
            if guid in guids[:number]:
                raise InvalidInput(f"guid:{number}", InputProblem.ALREADY_THERE)
        saved = self._orders.save(replace(order, siparis_id=siparis_id, lines=lines, account_id=account.id))
        self._guard.note(Act.ORDER, siparis_id, f"entered with {len(lines)} lines, {saved.amount}")
        return saved

    def get(self, order_id: int) -> Order:
        """Return one order as it was entered."""
        self._guard.require(Right.LOOK)
        return self._orders.get(order_id)

    def remove(self, order_id: int) -> None:
        """Remove an order that has no intent.

        Raises:
            InvalidInput: Money was asked back on it; it stays.
        """
        self._guard.require(Right.LOOK)
        siparis_id = self._orders.get(order_id).siparis_id
        self._orders.remove(order_id)
        self._guard.note(Act.ORDER, siparis_id, "removed")


def _checked(number: int, line: OrderLine) -> OrderLine:
    guid = line_identity(line.guid)
    if not guid:
        raise InvalidInput(f"guid:{number}", InputProblem.EMPTY)
    if _GUID.fullmatch(guid) is None:
        raise InvalidInput(f"guid:{number}", InputProblem.NOT_A_GUID)
    if not line.seller.strip():
        raise InvalidInput(f"seller:{number}", InputProblem.EMPTY)
    if line.amount.kurus <= 0:
        raise InvalidInput(f"amount:{number}", InputProblem.NOT_POSITIVE)
    if line.payable.kurus < 0:
        raise InvalidInput(f"payable:{number}", InputProblem.NOT_POSITIVE)
    if line.payable > line.amount:
        raise InvalidInput(f"payable:{number}", InputProblem.PAYABLE_OVER_PRODUCT, limit=line.amount)
    return replace(line, guid=guid, seller=line.seller.strip())
