"""The merchants of the shop, as the ledger keeps them. No secret is among them."""

from __future__ import annotations

import sqlite3
from datetime import time
from typing import Any

from services.domain.account import Account, Environment, GatewayName
from services.domain.errors import InputProblem, InvalidInput
from services.domain.identity import merchant_identity
from services.ledger.columns import Value
from services.ledger.connection import Connection, Row, setting
from services.ledger.database import Database, is_duplicate


class Accounts:
    """Keeps accounts. Usable from any thread; every method raises LedgerUnavailable when it can't be done."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, *, retired: bool = False) -> list[Account]:
        """Return the accounts in the order they were added, without or with the retired ones."""
        wanted = "SELECT * FROM accounts WHERE :retired OR NOT retired ORDER BY id"
        with self._database.reading() as connection:
            return [_account(row) for row in connection.rows(wanted, {"retired": retired})]

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
                row = connection.insert("accounts", _values(account))
            except sqlite3.IntegrityError as error:
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
            values = _values(account)
            try:
                connection.run(
                    f"UPDATE accounts SET {setting(values)} WHERE id = :id", values | {"id": account.id}
                )
            except sqlite3.IntegrityError as error:
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
                connection.run("UPDATE accounts SET retired = 1 WHERE id = ?", [account_id])
                return False
            connection.run("DELETE FROM snapshots WHERE account_id = ?", [account_id])
            connection.run("DELETE FROM accounts WHERE id = ?", [account_id])
            return True


def read_account(connection: Connection, account_id: int) -> Account:
    """Return one account as a transaction sees it; KeyError when there is none."""
    row = connection.row("SELECT * FROM accounts WHERE id = ?", [account_id])
    if row is None:
        raise KeyError(account_id)
    return _account(row)


def has_intents(connection: Connection, account_id: int, reference: str | None = None) -> bool:
    """Whether money was ever asked back through an account, or for one order of it."""
    if reference is None:
        found = connection.value("SELECT EXISTS (SELECT 1 FROM intents WHERE account_id = ?)", [account_id])
    else:
        wanted = "SELECT EXISTS (SELECT 1 FROM intents WHERE account_id = ? AND reference = ?)"
        found = connection.value(wanted, [account_id, reference])
    return bool(found)


def _is_used(connection: Connection, account_id: int) -> bool:
    has_orders = connection.value("SELECT EXISTS (SELECT 1 FROM orders WHERE account_id = ?)", [account_id])
    return bool(has_orders) or has_intents(connection, account_id)


def _identity(account: Account) -> tuple[Any, ...]:
    return account.gateway, account.environment, account.merchant


def _values(account: Account) -> dict[str, Value]:
    return {
        "gateway": account.gateway,
        "environment": account.environment,
        "merchant": account.merchant,
        "identity": merchant_identity(account.gateway, account.merchant),
        "name": account.name,
        "address": account.address,
        "back_url": account.back_url,
        "cutoff": account.cutoff.isoformat() if account.cutoff else None,
        "strict": account.strict,
        "retired": account.retired,
    }


def _account(row: Row) -> Account:
    return Account(
        id=row["id"],
        gateway=GatewayName(row["gateway"]),
        environment=Environment(row["environment"]),
        merchant=row["merchant"],
        name=row["name"],
        address=row["address"],
        back_url=row["back_url"],
        cutoff=time.fromisoformat(row["cutoff"]) if row["cutoff"] else None,
        strict=bool(row["strict"]),
        retired=bool(row["retired"]),
    )
