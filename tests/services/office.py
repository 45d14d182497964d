"""The accounts of a shop with what stands behind them: a real ledger, a store to be locked, no network."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from services.accounts import AccountAdmin
from services.credentials import MemoryStore
from services.domain.account import Account, GatewayName, Secrets
from services.domain.errors import LedgerFault, LedgerUnavailable, Missing, NotConfigured
from services.domain.payment import Payment
from services.gateways.base import Exchange, Gateways, Queried
from services.ledger.accounts import Accounts
from services.ledger.database import Database
from services.ledger.orders import Orders
from tests.builders import (
    AnOwnerSits,
    a_param_account,
    an_esnekpos_account,
    an_order,
    esnekpos_secrets,
    param_secrets,
)

ANSWERED = datetime(2026, 11, 21, 15, 34, tzinfo=UTC)


@dataclass
class Gateway:
    """Either gateway: remembers what it was asked, and answers or fails as it is told."""

    fails: Exception | None = None
    queried: list[tuple[Account, Secrets, str]] = field(default_factory=list)
    reached: list[Account] = field(default_factory=list)

    def query(self, account: Account, secrets: Secrets, reference: str, *, fresh: bool = False) -> Queried:
        del fresh
        self.queried.append((account, secrets, reference))
        return Queried(None, self._exchange())

    def read(self, body: str, reference: str) -> Payment | None:
        raise NotImplementedError((body, reference))

    def reach(self, account: Account) -> Exchange:
        self.reached.append(account)
        return self._exchange()

    def _exchange(self) -> Exchange:
        if self.fails is not None:
            raise self.fails
        return Exchange(asked_at=ANSWERED, answered_at=ANSWERED, status=200, body="{}", server_date=ANSWERED)


class LockableStore(MemoryStore):
    """A store that a person can lock, or that can be missing altogether."""

    missing: Missing | None = None

    def load(self, account: Account) -> Secrets:
        self._check(account)
        return super().load(account)

    def save(self, account: Account, secrets: Secrets) -> None:
        self._check(account)
        super().save(account, secrets)

    def forget(self, account: Account) -> None:
        self._check(account)
        super().forget(account)

    def _check(self, account: Account) -> None:
        if self.missing is not None:
            raise NotConfigured(self.missing, account=account)


class Unwritable(Accounts):
    """A ledger whose disk is full."""

    def remove(self, account_id: int) -> bool:
        raise LedgerUnavailable(Path("ledger"), LedgerFault.DISK_FULL, str(account_id))


@dataclass
class Office:
    """The accounts of a shop, with what stands behind them."""

    database: Database
    store: LockableStore = field(default_factory=LockableStore)
    gateway: Gateway = field(default_factory=Gateway)

    def __post_init__(self) -> None:
        self.ledger = Accounts(self.database)
        self.admin = self.admin_over(self.ledger)

    def admin_over(self, accounts: Accounts) -> AccountAdmin:
        gateways = Gateways(
            queries={GatewayName.ESNEKPOS: self.gateway}, reaches={GatewayName.PARAM: self.gateway}, moves={}
        )
        return AccountAdmin(accounts=accounts, credentials=self.store, gateways=gateways, guard=AnOwnerSits())

    def an_account(self, **changed: object) -> Account:
        account = replace(an_esnekpos_account(id=0), **changed)  # type: ignore[arg-type]  # fields of any type
        return self.admin.add(account, esnekpos_secrets())

    def used(self) -> Account:
        """An account that an order was entered for."""
        account = self.admin.add(a_param_account(id=0), param_secrets())
        Orders(self.database).save(an_order(account_id=account.id))
        return account
