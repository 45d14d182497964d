"""The merchants of the shop, as the ledger keeps them. No secret is among them."""

from __future__ import annotations

from datetime import time
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, delete, exists, insert, select, update
from sqlalchemy.exc import IntegrityError

from services.domain.account import Account
from services.domain.errors import InputProblem, InvalidInput
from services.ledger.database import Database, is_duplicate
from services.ledger.schema import accounts, intents, orders, snapshots

_ONE = select(accounts).where(accounts.c.id == bindparam("account"))


class Accounts:
    """Keeps accounts. Usable from any thread; every method raises LedgerUnavailable when it can't be done."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, *, retired: bool = False) -> list[Account]:
        """Return the accounts in the order they were added, without or with the retired ones."""
        wanted = select(accounts).order_by(accounts.c.id)
        if not retired:
            wanted = wanted.where(accounts.c.retired.is_(False))
        with self._database.reading() as connection:
            return [_account(row) for row in connection.execute(wanted)]

    def get(self, account_id: int) -> Account:
        """Return one account, retired or not.

        Raises:
            KeyError: There is none of that number.
        """
        with self._database.reading() as connection:
            return read_account(connection, account_id)

    def add(self, account: Account) -> Account:
        """Keep a new account and return it with its number.

        Raises:
            InvalidInput: ``merchant``: ALREADY_THERE, retired ones included.
        """
        with self._database.writing() as connection:
            try:
                row = connection.execute(insert(accounts).values(_values(account)).returning(accounts)).one()
            except IntegrityError as error:
                if not is_duplicate(error):
                    raise
                raise InvalidInput("merchant", InputProblem.ALREADY_THERE) from error
            return _account(row)

    def change(self, account: Account) -> Account:
        """Keep an account as it is now; `retired` may go either way.

        Raises:
            InvalidInput: ``merchant``: ALREADY_THERE, or LOCKED_BY_INTENT: the lock is on the gateway,
                environment and merchant of an order, so they stay once money was asked back.
            KeyError: There is none of that number.
        """
        with self._database.writing() as connection:
            before = read_account(connection, account.id)
            if _identity(before) != _identity(account) and has_intents(connection, account.id):
                raise InvalidInput("merchant", InputProblem.LOCKED_BY_INTENT)
            changed = update(accounts).where(accounts.c.id == account.id).values(_values(account))
            try:
                connection.execute(changed)
            except IntegrityError as error:
                if not is_duplicate(error):
                    raise
                raise InvalidInput("merchant", InputProblem.ALREADY_THERE) from error
            return account

    def is_used(self, account_id: int) -> bool:
        """Whether orders or intents of an account are kept, so that it can be retired but not deleted."""
        with self._database.reading() as connection:
            return _is_used(connection, account_id)

    def remove(self, account_id: int) -> bool:
        """Delete an account with the answers kept for it; one with intents or orders is retired instead.

        Returns:
            Whether it was deleted.

        Raises:
            KeyError: There is none of that number.
        """
        with self._database.writing() as connection:
            read_account(connection, account_id)
            if _is_used(connection, account_id):
                retired = update(accounts).where(accounts.c.id == account_id).values(retired=True)
                connection.execute(retired)
                return False
            connection.execute(delete(snapshots).where(snapshots.c.account_id == account_id))
            connection.execute(delete(accounts).where(accounts.c.id == account_id))
            return True


def read_account(connection: Connection, account_id: int) -> Account:
    """Return one account as a transaction sees it; KeyError when there is none."""
    row = connection.execute(_ONE, {"account": account_id}).one_or_none()
    if row is None:
        raise KeyError(account_id)
    return _account(row)


def has_intents(connection: Connection, account_id: int, reference: str | None = None) -> bool:
    """Whether money was ever asked back through an account, or for one order of it."""
    wanted = intents.c.account_id == account_id
    if reference is not None:
        wanted = and_(wanted, intents.c.reference == reference)
    return bool(connection.scalar(select(exists().where(wanted))))


def _is_used(connection: Connection, account_id: int) -> bool:
    has_orders = connection.scalar(select(exists().where(orders.c.account_id == account_id)))
    return bool(has_orders) or has_intents(connection, account_id)


def _identity(account: Account) -> tuple[Any, ...]:
    return account.gateway, account.environment, account.merchant


def _values(account: Account) -> dict[str, Any]:
    return {
        "gateway": account.gateway,
        "environment": account.environment,
        "merchant": account.merchant,
        "name": account.name,
        "address": account.address,
        "back_url": account.back_url,
        "cutoff": account.cutoff.isoformat() if account.cutoff else None,
        "strict": account.strict,
        "retired": account.retired,
    }


def _account(row: Row[Any]) -> Account:
    return Account(
        id=row.id,
        gateway=row.gateway,
        environment=row.environment,
        merchant=row.merchant,
        name=row.name,
        address=row.address,
        back_url=row.back_url,
        cutoff=time.fromisoformat(row.cutoff) if row.cutoff else None,
        strict=row.strict,
        retired=row.retired,
    )
