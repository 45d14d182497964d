"""Param orders as the shop entered them: editable until money is asked back for one."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from services.domain.errors import Changed, InputProblem, InvalidInput
from services.domain.evidence import Difference, What
from services.domain.identity import line_identity, visible
from services.domain.money import Money
from services.domain.order import Order, OrderLine
from services.domain.reversal import Draft, ReturnRequest
from services.ledger.accounts import has_intents
from services.ledger.columns import Value, instant
from services.ledger.connection import Connection, Row, inserting, marks, setting
from services.ledger.database import Database, is_duplicate
from services.ledger.folding import fold


class Orders:
    """Keeps orders. Usable from any thread; every method raises LedgerUnavailable when it can't be done."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, order: Order) -> Order:
        """Keep an order, new (`id` 0) or edited, whole; return it with its number, GUIDs in upper case.

        Raises:
            InvalidInput: ``lines``: NO_LINES, or a GUID twice (ALREADY_THERE). ``siparis_id``:
                ALREADY_THERE, or LOCKED_BY_INTENT: money was asked back for it. ``guid`` with a colon and
                the line's number from 0: IN_ANOTHER_ORDER; `other` is that order's number.
            KeyError: An edited one is not there.
        """
        lines = tuple(replace(line, guid=line_identity(line.guid)) for line in order.lines)
        if not lines:
            raise InvalidInput("lines", InputProblem.NO_LINES)
        if len({line.guid for line in lines}) < len(lines):
            raise InvalidInput("lines", InputProblem.ALREADY_THERE)
        order = replace(order, lines=lines)
        guids = [line.guid for line in lines]
        with self._database.writing() as connection:
            try:
                order = _write(connection, order)
            except sqlite3.IntegrityError as error:
                if not is_duplicate(error):
                    raise
                raise InvalidInput("siparis_id", InputProblem.ALREADY_THERE) from error
            for guid, other in orders_of_lines(connection, order.account_id, guids).items():
                where = f"guid:{guids.index(guid)}"
                raise InvalidInput(where, InputProblem.IN_ANOTHER_ORDER, other=other)
            values = [_line_values(order, *numbered) for numbered in enumerate(lines)]
            connection.run_all(inserting("order_lines", values[0]), values)
            return order

    def get(self, order_id: int) -> Order:
        """Return one order; KeyError when there is none of that number."""
        with self._database.reading() as connection:
            return _read(connection, order_id)

    def of(self, account_id: int, siparis_id: str) -> Order | None:
        """Return an account's order by its `Siparis_ID`, if it was entered."""
        with self._database.reading() as connection:
            return read_order(connection, account_id, siparis_id)

    def search(self, text: str, *, limit: int = 200) -> list[Order]:
        """Return orders whose number, a GUID or a seller's name holds a text, newest first; all for none."""
        wanted = (
            "SELECT * FROM orders WHERE :part = '' OR instr(folded, :part) > 0 ORDER BY id DESC LIMIT :limit"
        )
        with self._database.reading() as connection:
            found = connection.rows(wanted, {"part": fold(text.strip()), "limit": limit})
            return with_lines(connection, found)

    def remove(self, order_id: int) -> None:
        """Delete an order.

        Raises:
            InvalidInput: ``siparis_id``: LOCKED_BY_INTENT.
            KeyError: There is none of that number.
        """
        with self._database.writing() as connection:
            _require_unlocked(connection, _read(connection, order_id))
            connection.run("DELETE FROM orders WHERE id = ?", [order_id])


def read_order(connection: Connection, account_id: int, siparis_id: str) -> Order | None:
    """Return an account's order as a transaction sees it, if it was entered."""
    wanted = "SELECT * FROM orders WHERE account_id = ? AND siparis_id = ?"
    return next(iter(with_lines(connection, connection.rows(wanted, [account_id, siparis_id]))), None)


def orders_of_lines(connection: Connection, account_id: int, guids: Sequence[str]) -> dict[str, str]:
    """Return the numbers of the orders that have these lines already, by their `PYSiparis_GUID`."""
    wanted = f"""
    SELECT order_lines.guid, orders.siparis_id
    FROM order_lines JOIN orders ON orders.id = order_lines.order_id
    WHERE order_lines.account_id = ? AND order_lines.guid IN ({marks(len(guids))})
    """
    return {row["guid"]: row["siparis_id"] for row in connection.rows(wanted, [account_id, *guids])}


def sold_of(connection: Connection, draft: Draft) -> Money | None:
    """Return what a Param order was sold for, when it is entered here, and as the draft has it."""
    if not isinstance(draft.request, ReturnRequest):
        return None
    order = read_order(connection, draft.account_id, draft.order.reference)
    if order is None:
        return None
    try:
        now = order.amount if draft.line is None else order.line(draft.line).amount
    except KeyError as error:
        raise Changed((Difference(What.ORDER, line=draft.line),)) from error
    if now != draft.sold:
        raise Changed((Difference(What.AMOUNT, draft.sold, now, line=draft.line),))
    return order.amount


def _read(connection: Connection, order_id: int) -> Order:
    rows = connection.rows("SELECT * FROM orders WHERE id = ?", [order_id])
    if not rows:
        raise KeyError(order_id)
    return with_lines(connection, rows)[0]


def _write(connection: Connection, order: Order) -> Order:
    """Write the order's own row, its old lines gone."""
    _require_unlocked(connection, order)
    words = [order.siparis_id, *(f"{line.guid}\n{line.seller}" for line in order.lines)]
    values: dict[str, Value] = {
        "account_id": order.account_id,
        "siparis_id": order.siparis_id,
        "visible": visible(order.siparis_id),
        "sold_at": order.sold_at,
        "folded": fold("\n".join(words)),
    }
    if not order.id:
        return replace(order, id=connection.insert("orders", values)["id"])
    _require_unlocked(connection, _read(connection, order.id))
    connection.run(f"UPDATE orders SET {setting(values)} WHERE id = :id", values | {"id": order.id})
    connection.run("DELETE FROM order_lines WHERE order_id = ?", [order.id])
    return order


def _require_unlocked(connection: Connection, order: Order) -> None:
    if has_intents(connection, order.account_id, order.siparis_id):
        raise InvalidInput("siparis_id", InputProblem.LOCKED_BY_INTENT)


def _line_values(order: Order, position: int, line: OrderLine) -> dict[str, Value]:
    return {
        "order_id": order.id,
        "account_id": order.account_id,
        "position": position,
        "guid": line.guid,
        "seller": line.seller,
        "amount": line.amount,
        "payable": line.payable,
    }


def with_lines(connection: Connection, rows: Sequence[Row]) -> list[Order]:
    """Return the orders of some rows, with their sellers."""
    lines: dict[int, list[OrderLine]] = {row["id"]: [] for row in rows}
    wanted = f"SELECT * FROM order_lines WHERE order_id IN ({marks(len(lines))}) ORDER BY position"
    for row in connection.rows(wanted, list(lines)):
        line = OrderLine(
            guid=row["guid"],
            seller=row["seller"],
            amount=Money(row["amount"]),
            payable=Money(row["payable"]),
        )
        lines[row["order_id"]].append(line)
    return [
        Order(
            id=row["id"],
            account_id=row["account_id"],
            siparis_id=row["siparis_id"],
            sold_at=instant(row["sold_at"]),
            lines=tuple(lines[row["id"]]),
        )
        for row in rows
    ]
