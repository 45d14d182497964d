"""Use case: the accounts of the shop, their secrets, and whether they work.

Blocking, and may wait for a person to unlock the keyring: call on a worker thread.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import Enum
from urllib.parse import urlsplit

from services.credentials import CredentialStore
from services.domain.account import (
    Account,
    Environment,
    EsnekPosSecrets,
    GatewayName,
    ParamSecrets,
    Secrets,
)
from services.domain.audit import Act
from services.domain.errors import (
    InputProblem,
    InvalidInput,
    LedgerUnavailable,
    Missing,
    NotConfigured,
)
from services.domain.identity import visible
from services.domain.operator import Right
from services.domain.text import normalized
from services.gateways.base import Exchange, Gateways
from services.ledger.accounts import Accounts
from services.seat import Guard

TEST_BACK_URL = "https://posservicetest.esnekpos.com/api/home/PhysicalPaymentLog"
"""The `BACK_URL` of the document's own sample (S 000): fit for a test account, not for a live one."""

TEST_HOSTS = ("posservicetest.esnekpos.com", "testposws.param.com.tr")
_LOOPBACK = ("127.0.0.1", "::1")
"""By number only: a name may lead elsewhere."""
HARMLESS_REFERENCE = "refund-desk-test"
_CLIENT_CODE_LIMIT = 5
_USERNAME_LIMIT = 16
_PASSWORD_LIMIT = 11
_GUID_LENGTH = 36


class Proof(Enum):
    """What a test of an account has proven."""

    CREDENTIALS = "the gateway took the credentials"
    ADDRESS_ONLY = "the service answers; credentials can't be proven without moving money"


@dataclass(frozen=True, slots=True)
class Tested:
    """The result of testing an account that works, as far as that can be known."""

    proof: Proof
    server_date: datetime | None


class AccountAdmin:
    """Adds, edits, retires and tests accounts. Only an owner may; everybody may see what there is."""

    def __init__(
        self, *, accounts: Accounts, credentials: CredentialStore, gateways: Gateways, guard: Guard
    ) -> None:
        self._accounts = accounts
        self._credentials = credentials
        self._gateways = gateways
        self._guard = guard

    def all(self, *, retired: bool = False) -> list[Account]:
        """Return the accounts, without or with the retired ones.

        Raises:
            NotAllowed: Nobody is at the desk.
        """
        self._guard.require(Right.LOOK)
        return self._accounts.all(retired=retired)

    def add(self, account: Account, secrets: Secrets) -> Account:
        """Add an account and save its secrets: both or neither.

        Raises:
            NotAllowed: Only an owner may; so for everything but looking.
            InvalidInput: A field can't be so; `field` names it.
            NotConfigured: There is no keyring fit to hold the secrets.
            LedgerUnavailable: It can't be written.
        """
        self._guard.require(Right.ACCOUNTS)
        account = _checked(account)
        _check_secrets(account, secrets)
        added = self._accounts.add(account)
        try:
            self._credentials.save(added, secrets)
        except (NotConfigured, LedgerUnavailable):
            self._accounts.remove(added.id)
            raise
        self._note(added, "added")
        return added

    def change(self, account: Account, secrets: Secrets | None) -> Account:
        """Change an account; None keeps the secrets it has.

        Raises:
            InvalidInput, NotConfigured, LedgerUnavailable: As for `add`; nothing was changed.
        """
        self._guard.require(Right.ACCOUNTS)
        account = _checked(account)
        before = self._accounts.get(account.id)
        moves = _identity(before) != _identity(account)
        kept = self._credentials.load(before) if secrets is None and moves else secrets
        if kept is not None:
            _check_secrets(account, kept)
        changed = self._accounts.change(account)
        try:
            if kept is not None:
                self._credentials.save(changed, kept)
            if moves:
                self._credentials.forget(before)
        except (NotConfigured, LedgerUnavailable):
            self._accounts.change(before)
            raise
        self._note(changed, "changed" if secrets is None else "changed, with its secrets")
        return changed

    def must_stay(self, account: Account) -> bool:
        """Whether removing it would only retire it: orders or returns of it are in the ledger."""
        self._guard.require(Right.LOOK)
        return self._accounts.is_used(account.id)

    def remove(self, account_id: int) -> bool:
        """Remove an account, or retire it when it has orders or intents. Its secrets go either way.

        Without a keyring there are no secrets to go, and the account can still be removed.

        Returns:
            Whether it is gone; False when it was retired.

        Raises:
            NotConfigured: The keyring is locked; nothing was changed.
            LedgerUnavailable: It can't be written; nothing was changed.
        """
        self._guard.require(Right.ACCOUNTS)
        account = self._accounts.get(account_id)
        secrets = self._take_secrets(account)
        try:
            gone = self._accounts.remove(account_id)
        except LedgerUnavailable:
            if secrets is not None:
                self._credentials.save(account, secrets)
            raise
        self._note(account, "removed" if gone else "retired")
        return gone

    def _note(self, account: Account, result: str) -> None:
        subject = f"{account.gateway.value}/{account.environment.value}/{account.merchant}"
        self._guard.note(Act.ACCOUNT, subject, result)

    def _take_secrets(self, account: Account) -> Secrets | None:
        """Remove an account's secrets from the keyring and return them, to be put back if need be."""
        try:
            secrets = self._credentials.load(account)
        except NotConfigured as error:
            if error.missing is Missing.UNLOCKED_KEYRING:
                raise
            secrets = None  # none that could be put back
        try:
            self._credentials.forget(account)
        except NotConfigured as error:
            if error.missing is not Missing.REAL_KEYRING:
                raise
        return secrets

    def test(self, account: Account, secrets: Secrets | None) -> Tested:
        """Try an account as it would be saved, without moving money; None tries the secrets it has.

        EsnekPOS is asked one harmless query. Param's service address is only looked at: its one
        operation moves money and is never called as a test (WIRE).

        Raises:
            InvalidInput, NotConfigured: It can't even be tried.
            Unreachable, BadReply, CredentialsRefused: What is wrong.
        """
        self._guard.require(Right.ACCOUNTS)
        account = _checked(account)
        if secrets is None:
            secrets = self._credentials.load(self._accounts.get(account.id) if account.id else account)
        _check_secrets(account, secrets)
        queries = self._gateways.queries.get(account.gateway)
        if queries is not None:
            exchange: Exchange = queries.query(account, secrets, HARMLESS_REFERENCE).exchange
            return Tested(Proof.CREDENTIALS, exchange.server_date)
        exchange = self._gateways.reaches[account.gateway].reach(account)
        return Tested(Proof.ADDRESS_ONLY, exchange.server_date)

    def what_is_missing(self, account: Account) -> NotConfigured | None:
        """Return what keeps an account's secrets from being used; None when nothing does."""
        self._guard.require(Right.LOOK)
        try:
            self._credentials.load(account)
        except NotConfigured as error:
            return error
        return None


def _identity(account: Account) -> tuple[GatewayName, Environment, str]:
    return account.gateway, account.environment, account.merchant


def _checked(account: Account) -> Account:
    account = replace(
        account,
        merchant=account.merchant.strip(),
        name=account.name.strip() or account.merchant.strip(),
        back_url=account.back_url.strip(),
    )
    if not account.merchant:
        raise InvalidInput("merchant", InputProblem.EMPTY)
    if account.gateway is GatewayName.PARAM:
        if not (account.merchant.isascii() and account.merchant.isdigit()):
            raise InvalidInput("merchant", InputProblem.NOT_A_NUMBER)
        if len(account.merchant) > _CLIENT_CODE_LIMIT:
            raise InvalidInput("merchant", InputProblem.TOO_LONG, limit=_CLIENT_CODE_LIMIT)
    if account.back_url:
        _check_back_url(account)
    if account.environment is Environment.DEMO and urlsplit(account.address).hostname not in _LOOPBACK:
        raise InvalidInput("address", InputProblem.NOT_LOOPBACK)
    return account


def _check_back_url(account: Account) -> None:
    try:
        parts = urlsplit(account.back_url)
        host = parts.hostname or ""
    except ValueError:
        raise InvalidInput("back_url", InputProblem.NOT_HTTPS) from None
    local = account.environment is Environment.DEMO and parts.scheme == "http" and host in _LOOPBACK
    if not host or not (parts.scheme == "https" or local):
        raise InvalidInput("back_url", InputProblem.NOT_HTTPS)
    if account.environment is Environment.LIVE and is_test_host(host):
        raise InvalidInput("back_url", InputProblem.TEST_HOST_IN_LIVE)


def is_test_host(host: str) -> bool:
    """Whether a host is a gateway's test server, in any case and width, with or without its last dot."""
    plain = normalized("NFKC", visible(host)).replace("\N{IDEOGRAPHIC FULL STOP}", ".")
    return plain.casefold().rstrip(".") in TEST_HOSTS


def _check_secrets(account: Account, secrets: Secrets) -> None:
    """Check what the documents say of the secrets' form (S 000, S 003)."""
    for name, secret in asdict(secrets).items():
        if not secret.isprintable():
            raise InvalidInput(name, InputProblem.NOT_PRINTABLE)
    if isinstance(secrets, EsnekPosSecrets):
        if account.gateway is not GatewayName.ESNEKPOS or not secrets.merchant_key:
            raise InvalidInput("merchant_key", InputProblem.EMPTY)
        return
    _check_param_secrets(account, secrets)


def _check_param_secrets(account: Account, secrets: ParamSecrets) -> None:
    if account.gateway is not GatewayName.PARAM or not secrets.username:
        raise InvalidInput("username", InputProblem.EMPTY)
    if len(secrets.username) > _USERNAME_LIMIT:
        raise InvalidInput("username", InputProblem.TOO_LONG, limit=_USERNAME_LIMIT)
    if not secrets.password:
        raise InvalidInput("password", InputProblem.EMPTY)
    if len(secrets.password) > _PASSWORD_LIMIT:
        raise InvalidInput("password", InputProblem.TOO_LONG, limit=_PASSWORD_LIMIT)
    if len(secrets.guid) != _GUID_LENGTH:
        raise InvalidInput("guid", InputProblem.NOT_A_GUID)
