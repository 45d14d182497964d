"""The secrets of a ledger's accounts: in the keyring, under the ledger they belong to.

Two ledgers of one merchant have an entry each, so that an account removed in one is not without its key in
the other. A copy has the ledger's name: it reads its entries, and neither replaces nor removes them
before an owner goes on with it. Blocking, and may wait for a person to unlock the keyring.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from services.credentials import SecretStore, secrets_from_text, secrets_to_text
from services.domain.account import Account, Secrets
from services.domain.errors import LedgerFault, LedgerUnavailable, Missing, NotConfigured
from services.instance import Instance
from services.merchants import Merchants


class LedgerSecrets:
    """A `CredentialStore` of one ledger. Usable from any thread.

    Args:
        store: The keyring.
        ledger: The ledger's own name.
        path: Where it lies, to be told.
        instance: Whether it is the one that the keyring names.
        merchants: Whose an entry is that was kept before entries had a ledger.
    """

    def __init__(
        self, store: SecretStore, ledger: str, path: Path, *, instance: Instance, merchants: Merchants
    ) -> None:
        self._store = store
        self._ledger = ledger
        self._path = path
        self._instance = instance
        self._merchants = merchants

    def load(self, account: Account) -> Secrets:
        """See `CredentialStore.load`."""
        with _about(account):
            kept = self._store.recall(self._name(account))
            if kept is not None:
                return secrets_from_text(kept, account)
            if not self._merchants.is_free(account):
                raise NotConfigured(Missing.CREDENTIALS)
            secrets = self._store.load(account)
            if not self._instance.is_kept_out():
                self._store.keep(self._name(account), secrets_to_text(secrets))
                self._store.forget(account)
            return secrets

    def save(self, account: Account, secrets: Secrets) -> None:
        """See `CredentialStore.save`.

        Raises:
            LedgerUnavailable: COPIED: the entry belongs to another instance.
        """
        with _about(account):
            if self._instance.is_kept_out():
                raise LedgerUnavailable(self._path, LedgerFault.COPIED)
            self._store.keep(self._name(account), secrets_to_text(secrets))

    def forget(self, account: Account) -> None:
        """See `CredentialStore.forget`. What belongs to another instance stays."""
        with _about(account):
            if self._instance.is_kept_out():
                return
            self._store.drop(self._name(account))
            if self._merchants.is_free(account):
                self._store.forget(account)

    def _name(self, account: Account) -> str:
        merchant = f"{account.gateway.value}/{account.environment.value}/{account.merchant}"
        return f"ledger/{self._ledger}/account/{merchant}"


@contextmanager
def _about(account: Account) -> Iterator[None]:
    """Say whose secrets a keyring did not give."""
    try:
        yield
    except NotConfigured as error:
        error.account = account
        raise
