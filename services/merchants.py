"""Which ledger moves money for a merchant, and which window: one of each on one computer.

At Param nothing can be asked, so a second ledger knows nothing of what the first gave back. The keyring
names one ledger for each merchant; another may look. And one window at a time works for a merchant,
whatever folder it has open: it holds a lock of the operating system, in one folder of the user.
Blocking, and may wait for a person to unlock the keyring.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from threading import Lock

from services.credentials import Vault
from services.domain.account import Account
from services.domain.errors import LedgerFault, LedgerUnavailable
from services.domain.identity import merchant_identity
from services.ledger.folder import BY_ERRNO
from services.ledger.lock import FolderLock


class Merchants:
    """Compares a ledger with the one that the keyring names for a merchant. Usable from any thread.

    Every method raises NotConfigured when there is no keyring fit to ask, and LedgerUnavailable when a
    lock can't be asked for; nothing is known then.

    Args:
        vault: The keyring.
        ledger: The ledger's own name.
        path: Where it lies, to be told.
        locks: The folder of the locks; None where no other window can be there.
    """

    def __init__(self, vault: Vault, ledger: str, path: Path, locks: Path | None) -> None:
        self._vault = vault
        self._ledger = ledger
        self._path = path
        self._locks = locks
        self._held: dict[str, FolderLock] = {}
        self._turn = Lock()

    def fault(self, account: Account) -> LedgerFault | None:
        """Say why this ledger may not move money for an account's merchant; None where it may.

        A merchant that no ledger is named for is this one's from then on.
        """
        if not self._hold(_name(account)):
            return LedgerFault.CROWDED
        named = self._vault.recall(_name(account))
        if named is None:
            self._vault.keep(_name(account), self._ledger)
            return None
        return None if named == self._ledger else LedgerFault.ELSEWHERE

    def require(self, account: Account) -> None:
        """Let money pass.

        Raises:
            LedgerUnavailable: CROWDED: another window works for the merchant. ELSEWHERE: another ledger does.
        """
        fault = self.fault(account)
        if fault is not None:
            raise LedgerUnavailable(self._path, fault)

    def is_free(self, account: Account) -> bool:
        """Whether no other ledger is named for an account's merchant."""
        return self._vault.recall(_name(account)) in (None, self._ledger)

    def take_over(self, account: Account) -> str:
        """Have the keyring name this ledger; return the name of the one that it named before."""
        before = self._vault.recall(_name(account)) or ""
        self._vault.keep(_name(account), self._ledger)
        return before

    def close(self) -> None:
        """Let other windows have the merchants."""
        with self._turn:
            while self._held:
                self._held.popitem()[1].release()

    def _hold(self, name: str) -> bool:
        if self._locks is None:
            return True
        with self._turn:
            if name in self._held:
                return True
            lock = FolderLock(self._locks / f"{hashlib.sha256(name.encode()).hexdigest()}.lock")
            try:
                self._locks.mkdir(mode=0o700, parents=True, exist_ok=True)
                lock.take()
            except BlockingIOError:
                return False
            except OSError as error:
                fault = BY_ERRNO.get(error.errno or 0, LedgerFault.OTHER)
                raise LedgerUnavailable(self._locks, fault, os.strerror(error.errno or 0)) from error
            self._held[name] = lock
            return True


def of_merchants(accounts: Iterable[Account]) -> list[Account]:
    """Return one account of each merchant."""
    return list({_name(account): account for account in accounts}.values())


def _name(account: Account) -> str:
    merchant = merchant_identity(account.gateway, account.merchant)
    return f"merchant/{account.gateway.value}/{account.environment.value}/{merchant}"
