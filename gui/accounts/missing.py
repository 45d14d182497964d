"""What each account lacks, asked of the keyring. On a worker."""

from __future__ import annotations

from collections.abc import Sequence

from services.accounts import AccountAdmin
from services.domain.account import Account
from services.domain.errors import Missing, NotConfigured


def what_is_missing(admin: AccountAdmin, accounts: Sequence[Account]) -> dict[int, NotConfigured | None]:
    """Ask the keyring about each account, but no more than once while it is locked: each may be a prompt."""
    found: dict[int, NotConfigured | None] = {}
    locked: NotConfigured | None = None
    for account in accounts:
        if locked is None:
            found[account.id] = admin.what_is_missing(account)
            error = found[account.id]
            if error is not None and error.missing is Missing.UNLOCKED_KEYRING:
                locked = error
        else:
            found[account.id] = NotConfigured(locked.missing, locked.detail, account=account)
    return found
