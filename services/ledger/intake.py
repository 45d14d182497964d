"""Many Param orders at once, as a file brings them: what the ledger has of them, and storing the new ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.exc import IntegrityError

from services.domain.audit import Entry
from services.domain.errors import InputProblem, InvalidInput
from services.domain.order import Order
from services.ledger.audit import Trail
from services.ledger.database import Database, is_duplicate
from services.ledger.folding import fold
from services.ledger.orders import line_values, with_lines
from services.ledger.schema import intents, order_lines, orders

T = TypeVar("T")

BATCH = 500
"""Orders that are asked about, or written, at once."""


class OrderIntake:
    """Takes orders in. Usable from any thread; whatever can't be done raises LedgerUnavailable."""

    def __init__(self, database: Database, trail: Trail) -> None:
        self._database = database
        self._trail = trail

    def known(self, account_id: int, siparis_ids: Sequence[str]) -> dict[str, Order]:
        """Return those of up to `BATCH` orders that the ledger has, by their numbers."""
        wanted = select(orders).where(orders.c.account_id == account_id, orders.c.siparis_id.in_(siparis_ids))
        with self._database.reading() as connection:
            found = with_lines(connection, connection.execute(wanted).all())
        return {order.siparis_id: order for order in found}

    def locked(self, account_id: int, siparis_ids: Sequence[str]) -> set[str]:
        """Return those of up to `BATCH` orders that money was asked back on."""
        with self._database.reading() as connection:
            return _locked(connection, account_id, siparis_ids)

    def store(
        self, account_id: int, new: Iterable[Order], note: Entry, *, advance: Callable[[int], None]
    ) -> None:
        """Store orders that are not there, all of them or none, with the row of the audit log for them.

        Args:
            account_id: Whose they are.
            new: Whole and in order; GUIDs in upper case.
            note: For the audit log.
            advance: Told of every batch; whatever it raises takes everything back.

        Raises:
            InvalidInput: ``siparis_id``: ALREADY_THERE or LOCKED_BY_INTENT: one has come in between.
        """
        with self._database.writing() as connection:
            number = connection.execute(select(func.coalesce(func.max(orders.c.id), 0))).scalar_one()
            for batch in batches(new):
                if _locked(connection, account_id, [order.siparis_id for order in batch]):
                    raise InvalidInput("siparis_id", InputProblem.LOCKED_BY_INTENT)
                _write(connection, account_id, batch, number)
                number += len(batch)
                advance(len(batch))
            self._trail.write(connection, note)


def batches(things: Iterable[T]) -> Iterator[list[T]]:
    """Hand things on by `BATCH`."""
    rest = iter(things)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _locked(connection: Connection, account_id: int, siparis_ids: Sequence[str]) -> set[str]:
    wanted = select(intents.c.reference).where(
        intents.c.account_id == account_id, intents.c.reference.in_(siparis_ids)
    )
    return set(connection.execute(wanted).scalars())


def _write(connection: Connection, account_id: int, batch: Sequence[Order], last: int) -> None:
    heads, lines = [], []
    for number, order in enumerate(batch, start=last + 1):
        words = [order.siparis_id, *(f"{line.guid}\n{line.seller}" for line in order.lines)]
        heads.append(
            {
                "id": number,
                "account_id": account_id,
                "siparis_id": order.siparis_id,
                "sold_at": order.sold_at,
                "folded": fold("\n".join(words)),
            }
        )
        lines += [line_values(number, *numbered) for numbered in enumerate(order.lines)]
    try:
        connection.execute(insert(orders), heads)
    except IntegrityError as error:
        if not is_duplicate(error):
            raise
        raise InvalidInput("siparis_id", InputProblem.ALREADY_THERE) from error
    connection.execute(insert(order_lines), lines)
